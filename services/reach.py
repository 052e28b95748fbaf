"""Who can be reached, as Telegram tells it."""

from datetime import datetime

from domain.people import Person
from domain.reach import Unreachable
from storage import Db, outbox, people


def lost(db: Db, chat_id: int, *, why: Unreachable = Unreachable.NO_CHAT, now: datetime) -> None:
    """Telegram refused what was meant for the chat, or told that its owner blocked the bot.

    Since when is the first time that it was noticed, why is the last that was said.
    """
    person = people.by_chat(db, chat_id)
    if person and person.unreachable_why is not why:
        people.change(db, person.id, unreachable_since=person.unreachable_since or now, unreachable_why=why)


def answered(db: Db, chat_id: int, *, now: datetime) -> None:
    """A probe got through to the chat."""
    person = people.by_chat(db, chat_id)
    if person:
        found(db, person, now=now)


def found(db: Db, person: Person, *, now: datetime) -> None:
    """Who writes to us can be written to, and so can whom a probe gets through to.

    What their messages should have shown meanwhile, a correction or that they were taken back, is tried again.
    """
    if person.unreachable_since:
        people.change(db, person.id, unreachable_since=None, unreachable_why=None)
        outbox.retry_edits(db, person.id, now=now)
