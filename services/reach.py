"""Who can be reached, as Telegram tells it."""

from datetime import datetime

from domain.people import Person
from domain.reach import Unreachable
from storage import Db, people


def lost(db: Db, chat_id: int, *, why: Unreachable = Unreachable.NO_CHAT, now: datetime) -> None:
    """Telegram refused what was meant for the chat, or told that its owner blocked the bot.

    Since when is the first time that it was noticed, why is the last that was said.
    """
    person = people.by_chat(db, chat_id)
    if person and person.unreachable_why is not why:
        people.change(db, person.id, unreachable_since=person.unreachable_since or now, unreachable_why=why)


def answered(db: Db, chat_id: int) -> None:
    """A probe got through to the chat."""
    person = people.by_chat(db, chat_id)
    if person:
        found(db, person)


def found(db: Db, person: Person) -> None:
    """Who writes to us can be written to, and so can whom a probe gets through to."""
    if person.unreachable_since:
        people.change(db, person.id, unreachable_since=None, unreachable_why=None)
