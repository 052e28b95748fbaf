"""What the bot's own database says of an alert, looked at from outside while the bot runs."""

import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MICROSECONDS = 1_000_000
_OF_ALERT = "FROM messages WHERE kind = 'AlertMessage'"
WAITING = f"SELECT count(*) {_OF_ALERT} AND state IN ('pending', 'sending')"
SENT = f"SELECT count(*) {_OF_ALERT} AND state = 'sent'"
COPIES = f"SELECT chat_id, message_id {_OF_ALERT} AND state = 'sent'"
ANSWERS = "SELECT count(*) FROM recipients WHERE answer IS NOT NULL"
CARD = "SELECT chat_id, message_id FROM messages WHERE kind = 'AlertCard'"
PUSHES = "SELECT chat_id, message_id, created_at FROM messages WHERE kind = 'ReportPush' AND message_id IS NOT NULL"
UNSENT_PUSHES = "SELECT count(*) FROM messages WHERE kind = 'ReportPush' AND message_id IS NULL"


@dataclass(frozen=True, slots=True)
class Books:
    file: Path

    def number(self, query: str) -> int:
        return int(self._rows(query)[0][0])

    def copies(self) -> Mapping[int, int]:
        """Who has the alert, by chat, and the number of the message."""
        return dict(self._rows(COPIES))

    def card(self) -> tuple[int, int]:
        """The sender's card: its chat and number."""
        (found,) = self._rows(CARD)
        return found[0], found[1]

    def pushes(self) -> Mapping[tuple[int, int], float]:
        """When each push of a report was owed, by the clock of `time.monotonic`; its commit is a little later."""
        since_1970 = time.time() - time.monotonic()
        return {(chat, number): at / MICROSECONDS - since_1970 for chat, number, at in self._rows(PUSHES)}

    def _rows(self, query: str) -> list[Any]:
        with closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as db:
            return db.execute(query).fetchall()
