"""Who can be reached, as Telegram tells it."""

from datetime import datetime

from storage import Db, people


def lost(db: Db, chat_id: int, *, now: datetime) -> None:
    """Telegram refused a message to the chat: whoever has it blocked the bot or closed their account."""
    person = people.by_chat(db, chat_id)
    if person and person.unreachable_since is None:
        people.change(db, person.id, unreachable_since=now)
