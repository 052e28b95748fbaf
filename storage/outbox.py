"""The messages of all chats: those owed, those on their way and those that stand there.

A row is one message. Its view says what it shows; `wanted` counts the states it should have shown and `shown` is the
last one it did, so the newest state wins whatever was skipped. A row with `next_at` is owed from that moment on, and
one that `rests_until` some moment is owed nothing before: what counts many is not drawn for each of them.
`asked` is the newest state that somebody tapped for. Until it is shown the row does not rest, and its `rank` is a
reply's; else `rank`, which says who goes first, is the priority.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, delete, func, insert, or_, select, update

from domain.people import Person
from domain.sending import Priority, State
from domain.views import Gone, View, every
from storage import Db, keys
from storage.tables import messages

# A first sending is worded before it is claimed, so what is still pending may be out of date by the time it leaves.
_LIVE = messages.c.state.in_((State.PENDING, State.SENDING, State.SENT))
_PARKED_REPLY = and_(messages.c.state == State.UNKNOWN, messages.c.priority == Priority.REPLY)

# Built once: building a statement costs more than running it.
_SOON = bindparam("b_soon", type_=messages.c.next_at.type)
_SOONER = case((messages.c.next_at < _SOON, messages.c.next_at), else_=_SOON)  # unless it is owed since earlier
_RESTED = case((messages.c.rests_until > _SOON, messages.c.rests_until), else_=_SOON)
_SOONER_RESTED = case((messages.c.next_at < _RESTED, messages.c.next_at), else_=_RESTED)
# What waits for the end of quiet hours goes on waiting: it will be worded when it leaves.
_NOT_SOONER = and_(messages.c.state == State.PENDING, messages.c.next_at > _SOON)
_OWE_AGAIN = update(messages).values(
    wanted=messages.c.wanted + 1, next_at=case((_NOT_SOONER, messages.c.next_at), else_=_SOONER_RESTED)
)
_ASKED_FOR = _OWE_AGAIN.where(messages.c.id == bindparam("b_row")).values(
    asked=messages.c.wanted + 1, next_at=_SOONER, rank=int(Priority.REPLY)
)
_SHOW = _ASKED_FOR.values(silent=False)
_REDRAW = _ASKED_FOR.where(_LIVE).values(shown_digest=None)
# Of the messages that show several, only those that show this one: old ones lie in the chats for years.
_SHOWN = func.json_each(messages.c.body, bindparam("b_several")).table_valued("value")
_AMONG_THEM = select(_SHOWN.c.value).where(_SHOWN.c.value == bindparam("b_number")).exists()
_ABOUT = or_(
    messages.c.subject == bindparam("b_subject"), and_(messages.c.subject == bindparam("b_every"), _AMONG_THEM)
)
_TOUCH = _OWE_AGAIN.where(_ABOUT, or_(_LIVE, _PARKED_REPLY)).values(
    state=case((_PARKED_REPLY, State.PENDING), else_=messages.c.state)
)
_TOUCH_KIND = _OWE_AGAIN.where(
    messages.c.subject == bindparam("b_subject"), messages.c.kind == bindparam("b_of"), _LIVE
)
_HASTEN_KIND = _TOUCH_KIND.values(next_at=_SOONER)
_REVIVE = _OWE_AGAIN.where(messages.c.subject == bindparam("b_subject"), _PARKED_REPLY).values(state=State.PENDING)
_FIND = select(messages.c.id).where(
    messages.c.chat_id == bindparam("chat"), messages.c.message_id == bindparam("message")
)


def owe(
    db: Db,
    view: View,
    *,
    chat_id: int,
    priority: Priority,
    now: datetime,
    person: int | None = None,
    language: str | None = None,
    at: datetime | None = None,
) -> int:
    """Promise a new message, to leave at once or not before `at`. Returns the row's id.

    `language` is for somebody without a person row.
    """
    theirs = {"chat_id": chat_id, "person_id": person, "language": language, "next_at": at or now}
    values = _new(view, priority=priority, now=now) | theirs
    return keys.add(db, insert(messages), values)


def _new(view: View, *, priority: Priority, now: datetime) -> dict[str, Any]:
    """What every message begins with, whoever it is for."""
    kind, body = view.encode()
    return {
        "kind": kind,
        "body": body,
        "subject": view.subject,
        "priority": priority,
        "rank": priority,
        "state": State.PENDING,
        "wanted": 1,
        "shown": 0,
        "asked": 0,
        "attempts": 0,
        "repeat": False,
        "silent": False,
        "created_at": now,
    }


def owe_all(
    db: Db,
    view: View,
    *,
    readers: Sequence[tuple[Person, datetime]],
    priority: Priority,
    now: datetime,
    silent: bool = False,
    bundled: bool = False,
    expires_at: datetime | None = None,
) -> None:
    """Promise the same message to many, each not before their own moment; who has none by `expires_at` gets none.

    It makes no sound if told so; `bundled`, nor where something that does waits in the chat for the same moment.
    """
    shared = _new(view, priority=priority, now=now) | {"expires_at": expires_at}
    ringing = _held_until(db, {at for _, at in readers if at > now}) if bundled else set()
    rows = [
        shared
        | {"chat_id": reader.chat, "person_id": reader.id, "next_at": min(at, expires_at or at)}
        | {"silent": silent or (reader.chat, at) in ringing}
        for reader, at in readers
    ]
    if rows:
        db.execute(insert(messages), rows)


def held(db: Db, person: int, *, now: datetime) -> tuple[int, datetime | None]:
    """How many messages wait for the end of somebody's quiet hours, and when the first leaves."""
    theirs = (messages.c.person_id == person, messages.c.state == State.PENDING, messages.c.next_at > now)
    row = db.execute(select(func.count(), func.min(messages.c.next_at)).where(*theirs)).one()
    return int(row[0]), row[1]


def _held_until(db: Db, moments: Collection[datetime]) -> set[tuple[int, datetime]]:
    """The chats in which something that makes a sound waits for one of the moments already, with the moment."""
    if not moments:
        return set()
    waiting = (messages.c.state == State.PENDING, messages.c.next_at.in_(moments), messages.c.message_id.is_(None))
    rows = db.execute(select(messages.c.chat_id, messages.c.next_at).where(*waiting, ~messages.c.silent))
    return {(row.chat_id, row.next_at) for row in rows}


def erase_theirs(db: Db, *, chat_id: int, message_id: int, now: datetime) -> None:
    """Owe the deletion of a message that the person wrote."""
    row = owe(db, Gone(), chat_id=chat_id, priority=Priority.REPLY, now=now)
    db.execute(update(messages).where(messages.c.id == row).values(state=State.SENT, message_id=message_id))


def find(db: Db, *, chat_id: int, message_id: int) -> int | None:
    """The row of a message of ours in a chat."""
    row: int | None = db.scalar(_FIND, {"chat": chat_id, "message": message_id})
    return row


def view_at(db: Db, *, chat_id: int, message_id: int) -> tuple[str, str] | None:
    """What a message of ours shows, as stored."""
    query = select(messages.c.kind, messages.c.body).where(
        messages.c.chat_id == chat_id, messages.c.message_id == message_id
    )
    row = db.execute(query).first()
    return (row.kind, row.body) if row else None


def show(db: Db, row: int, view: View, *, now: datetime) -> None:
    """Make a message show something else: an edit is owed, or a deletion for `Gone`. One that waited leaves at once.

    Whoever tapped it looks at it, so it goes ahead of what is sent to many.
    """
    kind, body = view.encode()
    changed = {"kind": kind, "body": body, "subject": view.subject, "attempts": 0}
    db.execute(_SHOW, {"b_row": row, "b_soon": now, **changed})


def touch(db: Db, subject: str, *, now: datetime) -> None:
    """What the messages are about has changed: all that stand in a chat or are to come are owed in their newest state.

    So is a reply that was parked as unknown: whether or not an earlier one came, its reader has news to get.
    """
    noun, _, number = subject.partition(":")
    among = {"b_every": every(noun), "b_several": f"$.{noun}s", "b_number": int(number)}
    db.execute(_TOUCH, {"b_subject": subject, "b_soon": now, **among})


def touch_kind(db: Db, subject: str, *, kind: type[View], now: datetime) -> None:
    """As `touch`, but one kind of message only."""
    db.execute(_TOUCH_KIND, {"b_subject": subject, "b_of": kind.__name__, "b_soon": now})


def hasten(db: Db, subject: str, *, kind: type[View], now: datetime) -> None:
    """As `touch_kind`, and what waits for the end of quiet hours waits no longer: it is to be withdrawn."""
    db.execute(_HASTEN_KIND, {"b_subject": subject, "b_of": kind.__name__, "b_soon": now})


def revive(db: Db, subject: str, *, now: datetime) -> None:
    """Owe again the replies about something that were parked as unknown: their reader asks for them once more."""
    db.execute(_REVIVE, {"b_subject": subject, "b_soon": now})


def touch_all_of(db: Db, person: int, *, but: Collection[type[View]], now: datetime) -> None:
    """What the person may see has changed: all messages in their chat or on the way are owed again, but those kinds."""
    theirs = (messages.c.person_id == person, messages.c.kind.not_in([kind.__name__ for kind in but]), _LIVE)
    db.execute(_OWE_AGAIN.where(*theirs), {"b_soon": now})


def retry_edits(db: Db, person: int, *, now: datetime) -> None:
    """Owe again the messages of somebody's that stand in a chat and could not be edited or deleted."""
    refused = (messages.c.person_id == person, messages.c.state == State.SENT, messages.c.error.is_not(None))
    db.execute(_OWE_AGAIN.where(*refused), {"b_soon": now})


def redraw(db: Db, row: int, *, now: datetime) -> None:
    """Owe a message in its newest state even if it should stand there already, to somebody who has just tapped it."""
    db.execute(_REDRAW, {"b_row": row, "b_soon": now})


def erase(db: Db, subject: str, *, kind: type[View], now: datetime) -> None:
    """Owe the deletion of all messages of one kind about something."""
    rows = db.execute(select(messages.c.id).where(messages.c.subject == subject, messages.c.kind == kind.__name__))
    for row in rows.scalars().all():
        show(db, row, Gone(), now=now)


def forget(db: Db, kind: type[View]) -> None:
    """Keep no row of a kind that leaves nothing in a chat."""
    db.execute(delete(messages).where(messages.c.kind == kind.__name__))


def rows_about(db: Db, subject: str, *, kind: type[View], person: int | None = None) -> list[int]:
    """The messages of one kind about something; of one reader, if named."""
    query = select(messages.c.id).where(messages.c.subject == subject, messages.c.kind == kind.__name__)
    if person is not None:
        query = query.where(messages.c.person_id == person)
    return list(db.execute(query.order_by(messages.c.id)).scalars())


def readers(db: Db, subject: str, *, kinds: Collection[type[View]]) -> set[int]:
    """The people who have, or are to get, a message of one of the kinds about something."""
    about = (messages.c.subject == subject, messages.c.kind.in_([kind.__name__ for kind in kinds]), _LIVE)
    return {person for person in db.execute(select(messages.c.person_id).where(*about)).scalars() if person}


def waiting(db: Db, person: int, subject: str, *, kind: type[View]) -> int | None:
    """The row of a message of that kind about something that has not left for the person yet."""
    theirs = (messages.c.person_id == person, messages.c.subject == subject, messages.c.kind == kind.__name__)
    row: int | None = db.scalar(select(messages.c.id).where(*theirs, messages.c.state == State.PENDING).limit(1))
    return row


def move_chat(db: Db, *, old: int, new: int) -> None:
    """A group became a supergroup: everything it is owed goes to the new id."""
    db.execute(update(messages).where(messages.c.chat_id == old).values(chat_id=new))
