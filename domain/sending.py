"""What becomes of a message that is owed: its states, its order, and what is done when the outcome is not known."""

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum, StrEnum

DELETABLE = timedelta(hours=47)
"""Telegram lets a bot delete a message of its own for 48 hours; an older one can only be edited."""
REDELIVERY_LIMIT = 960
"""How often a message that surely was not sent is tried, with `back_off` between: about a day, like Telegram's own."""
LONGEST_BACK_OFF = 60.0
"""Seconds, before jitter: when the network is back, what was owed meanwhile leaves within two minutes."""


class State(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Priority(IntEnum):
    """Who goes first when not everything can leave at once; lower is earlier."""

    REPLY = 0
    URGENT = 1
    ALERT = 2
    """What is acute and for many: those whom a report rings must not wait for thousands."""
    REPORT = 3
    REMINDER = 4
    DIGEST = 5
    PROBE = 6


RESENT_WHEN_UNKNOWN = frozenset({Priority.REPLY, Priority.URGENT, Priority.ALERT})
"""Sent once more, marked as a possible repeat, when nobody knows whether it arrived. The rest is parked and shown."""


class Result(StrEnum):
    """What came of one attempt."""

    DONE = "done"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


def after_unknown(priority: Priority, *, repeated: bool) -> State:
    """The state of a first sending with an unknown outcome: owed once more, or parked."""
    again = priority in RESENT_WHEN_UNKNOWN and not repeated
    return State.PENDING if again else State.UNKNOWN


def back_off(attempts: int, jitter: float) -> timedelta:
    """How long to wait before try number `attempts` + 1: 1 s doubling to 1 min, times 1 to 2 by `jitter` (0–1)."""
    doubled = 2.0 ** min(attempts - 1, 6)
    return timedelta(seconds=min(doubled, LONGEST_BACK_OFF) * (1.0 + jitter))


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A message that is due: to be sent (`message_id` empty), edited or deleted.

    `silent` comes in with something that rings. `wanted` is the version to show now; what changes while it is on its
    way raises it and is owed after it.
    """

    id: int
    chat_id: int
    person: int | None
    kind: str
    body: str
    priority: Priority
    wanted: int
    message_id: int | None
    shown_digest: str | None
    attempts: int
    repeat: bool
    silent: bool
    expired: bool
    language: str | None

    @property
    def is_first(self) -> bool:
        return self.message_id is None
