"""Alerts: written on a card, sent once to those whom they are for at that moment, and counted on the card."""

from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.alerts import COUNTED_EVERY, TEXT_LENGTH, Alert, Ledger, Level, Recipient, Screen, count
from domain.audience import Audience
from domain.expectations import Question
from domain.people import Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.rights import Act
from domain.views import AlertCard, AlertMessage, subject
from services import acts, audiences, questions
from storage import Db, audit, outbox, people
from storage import alerts as store


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people an alert would be for, and how many of them Telegram cannot reach."""

    people: int
    unreachable: int


@dataclass(frozen=True, slots=True)
class Received:
    """An alert as one of its recipients has it."""

    alert: Alert
    author: Person
    recipient: Recipient


def compose(db: Db, author: Person, *, now: datetime) -> int:
    """Open a card for a new alert and ask for its text. Cards without a text make way for it."""
    rights.require(author, Act.ALERT)
    _clear_empty_drafts(db, author, now=now)
    alert = store.add(db, author=author.id, now=now)
    questions.ask(db, author, Question.ALERT_TEXT, alert, now=now)
    acts.reply(db, author, AlertCard(alert), now=now)
    return alert


def write_text(db: Db, author: Person, *, alert: int, text: str, now: datetime) -> None:
    """Take the text in place of the one before. Raises Refusal when it is too long or too late."""
    draft = own(db, author, alert)
    if not draft.is_draft:
        raise Stale("refusal-alert-closed")
    if len(text) > TEXT_LENGTH:
        raise Refusal("refusal-alert-too-long", limit=TEXT_LENGTH)
    _change(db, draft, now=now, text=text, screen=None)


def ask(db: Db, author: Person, *, alert: int, screen: Screen | None, now: datetime) -> None:
    """Turn the card to one of its questions, or on to the next that is open."""
    draft = _own_draft(db, author, alert)
    if screen is Screen.TEXT:
        questions.ask(db, author, Question.ALERT_TEXT, alert, now=now)
    else:
        questions.drop(db, author, Question.ALERT_TEXT, alert)
    _change(db, draft, now=now, screen=screen)


def choose_level(db: Db, author: Person, *, alert: int, level: Level, now: datetime) -> None:
    _change(db, _own_draft(db, author, alert), now=now, level=level, screen=None)


def pick_site(db: Db, author: Person, *, alert: int, site: str | None, wanted: bool, now: datetime) -> None:
    """Add a site to the audience or take it away; None stands for all."""
    draft = _own_draft(db, author, alert)
    chosen = audiences.pick_site(db, author, Act.ALERT, audience=draft.audience, site=site, wanted=wanted)
    _change_audience(db, draft, chosen, screen=Screen.SITES, now=now)


def pick_role(db: Db, author: Person, *, alert: int, role: Role, wanted: bool, now: datetime) -> None:
    draft = _own_draft(db, author, alert)
    chosen = audiences.pick_role(audience=draft.audience, role=role, wanted=wanted)
    _change_audience(db, draft, chosen, screen=Screen.ROLES, now=now)


def discard(db: Db, author: Person, *, alert: int, now: datetime) -> None:
    """Throw the draft away. Raises Stale once it has been sent."""
    draft = own(db, author, alert)
    if draft.sent_at:
        raise Stale
    questions.drop(db, author, Question.ALERT_TEXT, alert)
    _change(db, draft, now=now, discarded_at=draft.discarded_at or now)


def send(db: Db, author: Person, *, alert: int, version: int, now: datetime) -> int:
    """Send what the preview showed to everybody it is for now, and return how many they are.

    Sent again, it stays one alert. Raises Stale when it was changed since, and Refusal when it would be for nobody.
    """
    draft = own(db, author, alert)
    if draft.sent_at:
        outbox.revive(db, subject("alert", alert), now=now)
        return len(store.recipients_of(db, alert))
    if draft.version != version or draft.question or draft.level is None or draft.discarded_at:
        raise Stale
    audiences.require_everywhere(author, Act.ALERT, draft.audience)
    readers = _readers(db, draft)
    if not readers:
        raise Refusal("refusal-alert-for-nobody")
    questions.drop(db, author, Question.ALERT_TEXT, alert)
    _change(db, draft, now=now, sent_at=now)
    store.add_recipients(db, alert, {reader.id: _owe(db, draft.id, draft.level, reader, now=now) for reader in readers})
    audit.note(db, person=author.id, act="alert_sent", subject=subject("alert", alert), now=now)
    return len(readers)


def acknowledge(db: Db, reader: Person, *, alert: int, card: int | None, now: datetime) -> bool:
    """Write down that the recipient has seen it; the sender's card counts it soon. Returns False the second time."""
    received(db, reader, alert)
    first = store.acknowledge(db, alert, person=reader.id, now=now)
    if first:
        outbox.touch_later(db, subject("alert", alert), kind=AlertCard, at=now + COUNTED_EVERY)
    if card is not None:
        acts.redraw(db, reader.chat, card, now=now)
    return first


def own(db: Db, author: Person, alert: int) -> Alert:
    """The author's own alert, draft or sent. Raises NotAllowed for anybody else's."""
    rights.require(author, Act.ALERT)
    found = store.by_id(db, alert)
    if found is None or found.author != author.id:
        raise NotAllowed
    return found


def received(db: Db, reader: Person, alert: int) -> Received:
    """The alert for one of its recipients. Raises NotAllowed for all others, and for recipients who were revoked."""
    rights.require(reader, Act.OWN_SETTINGS)
    found, recipient = store.by_id(db, alert), store.recipient(db, alert, person=reader.id)
    if found is None or recipient is None:
        raise NotAllowed
    return Received(found, people.by_id(db, found.author), recipient)


def reach(db: Db, draft: Alert) -> Reach:
    """Whom it would reach if it were sent now."""
    readers = _readers(db, draft)
    return Reach(len(readers), sum(reader.unreachable_since is not None for reader in readers))


def ledger(db: Db, alert: int) -> Ledger:
    return count(store.recipients_of(db, alert))


def _readers(db: Db, draft: Alert) -> list[Person]:
    """The audience as it is now, without the author, who has the card."""
    return [person for person in audiences.people_of(db, draft.audience) if person.id != draft.author]


def _owe(db: Db, alert: int, level: Level, reader: Person, *, now: datetime) -> int:
    view = AlertMessage(alert)
    return outbox.owe(db, view, chat_id=reader.chat, person=reader.id, priority=level.priority, now=now)


def _own_draft(db: Db, author: Person, alert: int) -> Alert:
    draft = own(db, author, alert)
    if not draft.is_draft:
        raise Stale
    return draft


def _clear_empty_drafts(db: Db, author: Person, *, now: datetime) -> None:
    for draft in store.open_drafts_of(db, author.id):
        if not draft.text:
            store.change(db, draft.id, discarded_at=now)
            outbox.erase(db, subject("alert", draft.id), kind=AlertCard, now=now)


def _change(db: Db, draft: Alert, *, now: datetime, **columns: object) -> None:
    store.change(db, draft.id, **columns)
    outbox.touch(db, subject("alert", draft.id), now=now)


def _change_audience(db: Db, draft: Alert, audience: Audience, *, screen: Screen, now: datetime) -> None:
    store.change_audience(db, draft.id, audience, screen=screen)
    outbox.touch(db, subject("alert", draft.id), now=now)
