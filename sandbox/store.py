"""What outlives a restart: documents by kind and key, written behind in batches to a SQLite file."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from sandbox.refusals import Json

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FLUSH_SECONDS = 0.1

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS kept (kind TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS content (key TEXT PRIMARY KEY, body BLOB NOT NULL);
"""

Write = Callable[[], Json]


def written(document: "DataclassInstance") -> Json:
    """A document's fields as they are, without the copying of dataclasses.asdict: it is encoded at once."""
    return {field.name: getattr(document, field.name) for field in fields(document)}


class Store:
    """Memory is the truth while the program runs; the file is at most FLUSH_SECONDS behind it.

    A document is marked dirty by handing in what writes it, so that ten changes in one batch are written once.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = sqlite3.connect(str(file) if file else ":memory:")
        self._remembers = file is not None
        self._file.executescript(SCHEMA)
        self._dirty: dict[tuple[str, str], Write | None] = {}

    def put(self, kind: str, key: object, write: Write) -> None:
        if self._remembers:
            self._dirty[kind, str(key)] = write

    def drop(self, kind: str, key: object) -> None:
        if self._remembers:
            self._dirty[kind, str(key)] = None

    def all(self, kind: str) -> Iterator[tuple[str, Json]]:
        for key, body in self._file.execute("SELECT key, body FROM kept WHERE kind = ?", (kind,)):
            yield key, json.loads(body)

    def one(self, kind: str, key: object) -> Json | None:
        row = self._file.execute("SELECT body FROM kept WHERE kind = ? AND key = ?", (kind, str(key))).fetchone()
        return json.loads(row[0]) if row else None

    def put_content(self, key: str, body: bytes) -> None:
        """Bytes are large and never change: they go to the file at once and are not kept in memory."""
        self._file.execute("INSERT OR REPLACE INTO content VALUES (?, ?)", (key, body))

    def content(self, key: str) -> bytes:
        row = self._file.execute("SELECT body FROM content WHERE key = ?", (key,)).fetchone()
        return row[0] if row else b""

    def flush(self) -> None:
        dirty, self._dirty = self._dirty, {}
        put = [(kind, key, json.dumps(write())) for (kind, key), write in dirty.items() if write]
        gone = [where for where, write in dirty.items() if write is None]
        self._file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", put)
        self._file.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", gone)
        self._file.commit()

    def close(self) -> None:
        self.flush()
        self._file.close()
