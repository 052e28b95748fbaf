"""How an act of a person is carried out: once, by somebody who may, in one transaction with all that follows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from domain.people import Language, Person
from domain.refusals import InviteRefused, NotAllowed, Refusal, Stale, Stranger
from domain.sending import Priority
from domain.views import Notice, Removed, View, decode
from services import reach
from storage import Db, inbox, outbox, people

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The update that an act came with: `message_id` is the tapped card or the person's own message."""

    seq: int
    chat_id: int
    message_id: int | None
    is_tap: bool
    is_command: bool = False
    written_at: datetime | None = None
    """When the message was written, however late it came; a tap has no time of its own."""
    removed: tuple[str, ...] = ()


def perform(
    db: Db, origin: Origin, deed: Callable[..., T], *, now: datetime, details: dict[str, Any]
) -> tuple[T, Language | None]:
    """Carry out `deed(db, person, now=…, **details)` for the person of the chat.

    Returns what it returns, and the person's language. Raises Stranger, and what the deed raises.
    """
    person = people.by_chat(db, origin.chat_id)
    if person is None or not person.is_member:
        raise Stranger
    if origin.is_command and person.expects:
        people.change(db, person.id, expects=None)
    reach.found(db, person, now=now)
    result = deed(db, person, now=now, **details)
    finish(db, origin, now=now)
    return result, person.language


def perform_as_stranger(
    db: Db, origin: Origin, deed: Callable[..., T], *, now: datetime, details: dict[str, Any]
) -> tuple[T, Language | None]:
    """Carry out `deed(db, origin, now=…, **details)` for anybody: starting, joining, being blocked."""
    result = deed(db, origin, now=now, **details)
    finish(db, origin, now=now)
    return result, None


def finish(db: Db, origin: Origin, *, now: datetime) -> None:
    """The update is handled: its payload goes, and so does a message that held personal data."""
    if _erase_personal_data(db, origin, now=now):
        say(db, origin.chat_id, Removed(origin.removed), now=now)
    inbox.done(db, origin.seq, now=now)


def refuse(db: Db, origin: Origin, refusal: Refusal, *, now: datetime, language: Language) -> tuple[Refusal, Language]:
    """A message that could not be followed gets a sentence; a stale card is drawn again.

    Returns what the edge is to answer a tap with, and in which language. Whatever a stranger tried, they are told the
    same, and nothing about how far it was from right.
    """
    person = people.by_chat(db, origin.chat_id)
    if person is None or person.revoked_at:
        refusal = refusal if isinstance(refusal, Stranger | InviteRefused) else Stranger()
    spoken = person.language if person and person.language else language
    if not origin.is_tap:
        notice = Notice(refusal.text_id, dict(refusal.details))
        say(db, origin.chat_id, notice, now=now, language=spoken)
        _stop_asking_in_vain(db, person, refusal)
    elif isinstance(refusal, Stale) and origin.message_id is not None:
        redraw(db, origin.chat_id, origin.message_id, now=now)
    if _erase_personal_data(db, origin, now=now) and not isinstance(refusal, Stranger):
        say(db, origin.chat_id, Removed(origin.removed, kept=False), now=now)
    inbox.done(db, origin.seq, now=now)
    return refusal, spoken


def say(db: Db, chat_id: int, view: View, *, now: datetime, language: Language | None = None) -> None:
    """Owe a reply to whoever has the chat; `language` is for those who have not told us theirs."""
    person = people.by_chat(db, chat_id)
    outbox.owe(
        db,
        view,
        chat_id=chat_id,
        person=person.id if person else None,
        language=language,
        priority=Priority.REPLY,
        now=now,
    )


def reply(db: Db, person: Person, view: View, *, now: datetime) -> int:
    """Owe the person a new message in answer to what they did."""
    return outbox.owe(db, view, chat_id=person.chat, person=person.id, priority=Priority.REPLY, now=now)


def tell(
    db: Db, reader: Person, view: View, *, priority: Priority, now: datetime, not_before: datetime | None = None
) -> int | None:
    """Owe somebody a message of its own accord. Returns its row, or None for a person who has no chat."""
    if reader.chat_id is None:
        return None
    at = max(not_before or now, now)
    return outbox.owe(db, view, chat_id=reader.chat_id, person=reader.id, priority=priority, now=now, at=at)


def turn(db: Db, person: Person, view: View, *, card: int | None, now: datetime) -> None:
    """Make the tapped card show the view; a new message when we never heard that the card arrived."""
    row = outbox.find(db, chat_id=person.chat, message_id=card) if card is not None else None
    if row is None:
        reply(db, person, view, now=now)
    else:
        outbox.show(db, row, view, now=now)


def shown(db: Db, person: Person, *, card: int | None) -> View | None:
    """What the tapped card shows; None when we never heard that it arrived."""
    stored = outbox.view_at(db, chat_id=person.chat, message_id=card) if card is not None else None
    return decode(*stored) if stored else None


def show(db: Db, person: Person, *, view: View, now: datetime, card: int | None = None) -> None:
    """Show a view that needs no act but to be looked at; who may see what is decided when it is worded."""
    turn(db, person, view, card=card, now=now)


def _erase_personal_data(db: Db, origin: Origin, *, now: datetime) -> bool:
    """Owe the deletion of a message that held personal data. Returns whether it did."""
    if not origin.removed or origin.message_id is None or origin.is_tap:
        return False
    outbox.erase_theirs(db, chat_id=origin.chat_id, message_id=origin.message_id, now=now)
    return True


def _stop_asking_in_vain(db: Db, person: Person | None, refusal: Refusal) -> None:
    """What is closed takes no answer, however it is put: without this every later text would be refused as well."""
    if person and person.expects and isinstance(refusal, Stale | NotAllowed):
        people.change(db, person.id, expects=None)


def redraw(db: Db, chat_id: int, message_id: int, *, now: datetime) -> None:
    row = outbox.find(db, chat_id=chat_id, message_id=message_id)
    if row is not None:
        outbox.redraw(db, row, now=now)
