"""The ledger of an alert: what each recipient answered, or else what became of their message."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.sending import State

HELP_LENGTH: Final = 300
"""One line about what is needed."""
COUNTED_EVERY: Final = timedelta(seconds=3)
"""The shortest time between two counts on the sender's card: edits come out of the same budget as the alerts."""
COUNTED_SLOWER: Final = 10
"""What is still under way after long is counted after another tenth of that time."""


class Answer(StrEnum):
    """What a recipient can say, from the weightiest to the lightest."""

    HELP = "help"
    ACTING = "acting"
    SEEN = "seen"
    NOT_US = "not_us"


class Entry(StrEnum):
    """Where in the ledger a recipient stands, by their answer or else by what became of their message."""

    HELP = "help"
    ACTING = "acting"
    SEEN = "seen"
    NOT_US = "not_us"
    DELIVERED = "delivered"
    PENDING = "pending"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"

    @property
    def is_answer(self) -> bool:
        return self.value in set(Answer)


_BY_STATE: Final = {
    State.PENDING: Entry.PENDING,
    State.SENDING: Entry.PENDING,
    State.SENT: Entry.DELIVERED,
    State.UNKNOWN: Entry.UNKNOWN,
    State.UNREACHABLE: Entry.UNREACHABLE,
    State.FAILED: Entry.UNREACHABLE,
    State.EXPIRED: Entry.EXPIRED,
    State.WITHDRAWN: Entry.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """All that decides where a recipient stands: the state of their message, whether it was removed, their answer.

    The answer is the one to the edition that holds now: who answered an earlier one is asked again.
    """

    state: State
    answer: Answer | None = None
    is_removed: bool = False

    @property
    def entry(self) -> Entry:
        """Who has answered has got it, whatever is known of the sending."""
        if self.answer:
            return Entry(self.answer.value)
        return Entry.WITHDRAWN if self.is_removed else _BY_STATE[self.state]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A person whom the alert was meant for when it was sent. `answer` is to `edition`, `is_late` if it came after.

    `message` is the number of their message in their chat, which came at `reached_at`.
    """

    person: int
    state: State
    is_removed: bool = False
    message: int | None = None
    reached_at: datetime | None = None
    answer: Answer | None = None
    answered_at: datetime | None = None
    edition: int | None = None
    is_late: bool = False
    need: str | None = None
    """What help they need, in their words."""

    def standing(self, edition: int) -> Standing:
        return Standing(self.state, self.answer if self.edition == edition else None, self.is_removed)


@dataclass(frozen=True, slots=True)
class Ledger:
    """How many recipients stand where. `intended` is always the sum."""

    entries: Mapping[Entry, int]

    def of(self, entry: Entry) -> int:
        return self.entries.get(entry, 0)

    @property
    def intended(self) -> int:
        return sum(self.entries.values())

    @property
    def answered(self) -> int:
        return sum(people for entry, people in self.entries.items() if entry.is_answer)

    @property
    def sent(self) -> int:
        """How many Telegram has accepted it for; it never says who has read it."""
        return self.answered + self.of(Entry.DELIVERED)


def count(standings: Mapping[Standing, int]) -> Ledger:
    """The ledger of an alert, from how many recipients are in each standing."""
    entries: Counter[Entry] = Counter()
    for standing, people in standings.items():
        entries[standing.entry] += people
    return Ledger(entries)


def recounted_at(owed_at: datetime | None, *, sent_at: datetime, now: datetime) -> datetime | None:
    """When the numbers are to be looked at again, by when the next of the messages is owed; None when none is."""
    if owed_at is None:
        return None
    return max(owed_at, now + max(COUNTED_EVERY, (now - sent_at) / COUNTED_SLOWER))
