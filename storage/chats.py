"""The messages of somebody who leaves a chat, for good or for another phone."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, case, insert, select, update

from domain.sending import Priority, State
from domain.views import View
from storage import Db, keys
from storage.tables import messages

_LIVE = messages.c.state.in_((State.PENDING, State.SENDING, State.SENT))
_MOVABLE = messages.c.state.in_((State.PENDING, State.SENT, State.WITHDRAWN))
_SOONER = case((messages.c.priority > Priority.URGENT, int(Priority.URGENT)), else_=messages.c.priority)


def take_back(db: Db, person: int, *, but: Collection[type[View]], now: datetime) -> None:
    """Owe all messages to the person again, but those kinds, ahead of what is not urgent: they may see them no longer.

    What has not left yet is withdrawn when it is worded.
    """
    theirs = (messages.c.person_id == person, messages.c.kind.not_in([kind.__name__ for kind in but]), _LIVE)
    changed = {"wanted": messages.c.wanted + 1, "next_at": now, "priority": _SOONER, "rank": _SOONER}
    db.execute(update(messages).where(*theirs).values(changed))


def move(db: Db, person: int, *, kinds: Collection[type[View]], to: int, since: datetime, now: datetime) -> None:
    """Owe in the person's new chat what was owed in the old one since then; what stands there is taken back.

    What is on its way at this moment stays where it goes, and is taken back there.
    """
    named = messages.c.kind.in_([kind.__name__ for kind in kinds])
    theirs = (messages.c.person_id == person, named, messages.c.chat_id != to, messages.c.created_at >= since)
    for row in db.execute(select(messages).where(*theirs, _MOVABLE).order_by(messages.c.id)).mappings().all():
        if row["message_id"] is not None:
            _leave_behind(db, row, now=now)
        _send_anew(db, row, to=to, now=now)


def _leave_behind(db: Db, row: RowMapping, *, now: datetime) -> None:
    """A row of its own for the message in the old chat: a message that was sent stands in one chat for ever."""
    left = {name: value for name, value in row.items() if name != "id"}
    keys.add(db, insert(messages), left | {"next_at": now, "wanted": row["wanted"] + 1})


def _send_anew(db: Db, row: RowMapping, *, to: int, now: datetime) -> None:
    fresh: dict[str, Any] = {"state": State.PENDING, "message_id": None, "shown_digest": None, "sent_at": None}
    changed = {"chat_id": to, "next_at": now, "wanted": row["wanted"] + 1, "attempts": 0, "repeat": False}
    if row["message_id"] is not None:  # they had it, so that it comes again has nothing to do with how long it holds
        fresh["expires_at"] = None
    db.execute(update(messages).where(messages.c.id == row["id"]).values(fresh | changed))
