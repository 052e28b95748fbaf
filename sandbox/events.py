"""The running list of what changed on which phone, for pages and tests that look on."""

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sandbox.bell import Bell

KEPT = 20_000
LOST_BY_A_KILL = 1_000
"""More than the events between two flushes: numbers go on past those that a killed sandbox told but did not keep."""


class Kind(StrEnum):
    MESSAGE = "message"
    EDIT = "edit"
    DELETE = "delete"
    ANSWER = "answer"
    KEYBOARD = "keyboard"
    COMMANDS = "commands"
    CLOCK = "clock"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Event:
    """`at` is real monotonic time; `message` is the one that came, changed or went."""

    number: int
    phone: int
    kind: Kind
    at: float
    message: int | None = None


class Events:
    """Numbers only grow, over restarts too, so that a page may go on from the last it saw."""

    def __init__(self, *, last: int = 0) -> None:
        self.last = last + LOST_BY_A_KILL
        self.bell = Bell()
        self._recent: deque[Event] = deque(maxlen=KEPT)

    def tell(self, phone: int, kind: Kind, *, message: int | None = None) -> int:
        """Returns the event's number; phone 0 means all of them."""
        self.last += 1
        self._recent.append(Event(self.last, phone, kind, time.monotonic(), message))
        self.bell.ring()
        return self.last

    def after(self, number: int) -> Iterator[Event]:
        """Oldest first. Walks from the new end, because almost everybody is nearly up to date."""
        missed: list[Event] = []
        for event in reversed(self._recent):
            if event.number <= number:
                break
            missed.append(event)
        return reversed(missed)
