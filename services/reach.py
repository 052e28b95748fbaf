"""Who can be reached, as Telegram tells it."""

from datetime import datetime

from storage import Db, people


def lost(db: Db, person: int, *, now: datetime) -> None:
    """Telegram refused a message to the person: they blocked the bot or closed their account."""
    if people.by_id(db, person).unreachable_since is None:
        people.change(db, person, unreachable_since=now)
