"""How the bot itself is doing: what waits, what could not be delivered, what was set aside."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import rights
from domain.people import Person
from domain.rights import Act
from domain.sending import State
from domain.views import Status
from services import acts
from storage import Db, delivery, inbox

OVERDUE = timedelta(minutes=5)
"""Something owed for longer than this means that it does not get out."""


@dataclass(frozen=True, slots=True)
class Health:
    waiting: int
    aside: int
    pending: int
    unknown: int
    unreachable: int
    failed: int
    oldest_owed: timedelta

    @property
    def well(self) -> bool:
        return self.oldest_owed < OVERDUE

    def as_numbers(self) -> dict[str, float]:
        return {
            "updates_waiting": self.waiting,
            "updates_set_aside": self.aside,
            "messages_pending": self.pending,
            "messages_unknown": self.unknown,
            "messages_unreachable": self.unreachable,
            "messages_failed": self.failed,
            "oldest_owed_seconds": self.oldest_owed.total_seconds(),
        }


def check(db: Db, *, now: datetime) -> Health:
    updates, states = inbox.counts(db), delivery.states(db)
    due = delivery.next_due(db)
    return Health(
        waiting=updates["waiting"],
        aside=updates["aside"],
        pending=states.get(State.PENDING, 0) + states.get(State.SENDING, 0),
        unknown=states.get(State.UNKNOWN, 0),
        unreachable=states.get(State.UNREACHABLE, 0),
        failed=states.get(State.FAILED, 0),
        oldest_owed=max(now - due, timedelta()) if due else timedelta(),
    )


def see(db: Db, reader: Person, *, now: datetime) -> Health:
    """The same for a person. Raises NotAllowed."""
    rights.require(reader, Act.SEE_STATUS)
    return check(db, now=now)


def show(db: Db, reader: Person, *, now: datetime) -> None:
    rights.require(reader, Act.SEE_STATUS)
    acts.reply(db, reader, Status(), now=now)
