"""Alerts that are on their way or have been sent: they leave, are corrected, called off and taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypedDict

from domain import rights
from domain.alerts import TEXT_LENGTH, Alert, Halt, Level, News
from domain.expectations import Question
from domain.goals import Step
from domain.ledger import Recipient
from domain.people import Person
from domain.refusals import NotAllowed, Refusal, Stale
from domain.rights import STRATEGIST, Act
from domain.ringing import rings_at
from domain.sending import Priority, State
from domain.views import AlertCard, AlertHalted, AlertMessage, AlertNews, AlertPhoto, subject
from services import acts, audiences, questions, timetable
from services.timetable import Task
from storage import Db, audit, outbox, people, recipients
from storage import alerts as store

CORRECTION_TIME = timedelta(minutes=10)
"""How long a text is taken for a correction."""
HAVE_IT = frozenset({State.SENDING, State.SENT, State.UNKNOWN})
"""The states of a message that its reader has, or may have."""


class _How(TypedDict):
    priority: Priority
    bundled: bool
    expires_at: datetime | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Received:
    """An alert as one of its recipients has it."""

    alert: Alert
    author: Person
    recipient: Recipient


def call_back(db: Db, person: Person, *, alert: int, now: datetime) -> None:
    """Make a draft again of what has not left yet. Called back twice, it is once. Raises Stale once it has left."""
    found = store.by_id(db, alert)
    if found is None:
        raise NotAllowed
    audiences.require_address(db, person, Act.ALERT, found.audience)
    if found.sent_at or found.discarded_at:
        raise Stale("refusal-alert-has-left")
    if found.is_ordered:
        timetable.once(db, Task.ALERT, about=alert, at=None, now=now)
        _change(db, found, now=now, sends_at=None, later=None)
        audit.note(db, person=person.id, act="alert_called_back", subject=subject("alert", alert), now=now)


def hurry(db: Db, person: Person, *, alert: int, now: datetime) -> None:
    """Let what is acute leave without waiting. Hurried twice, it leaves once."""
    found = overseen(db, person, alert)
    if found.sent_at:
        return
    if not found.is_ordered or found.level is not Level.ACUTE:
        raise Stale
    timetable.once(db, Task.ALERT, about=alert, at=None, now=now)
    leave(db, alert, due=now, now=now)


def leave(db: Db, about: int, *, due: datetime, now: datetime) -> None:
    """Owe the alert to everybody whom it is for at this moment, if its author may still send it and it is not too late.

    Else those who may send alerts there are told that it did not leave.
    """
    found = store.by_id(db, about)
    if found is None or not found.is_ordered:
        return
    if found.is_too_late(due, now):
        _change(db, found, now=now, sends_at=None, later=None)
        _tell_of_halt(db, found, Halt.LATE, now=now)
    elif not audiences.may_address(db, people.by_id(db, found.author), Act.ALERT, found.audience):
        _change(db, found, now=now, discarded_at=now)
        _tell_of_halt(db, found, Halt.AUTHOR, now=now)
    else:
        _send(db, found, due=due, now=now)


def send_to(db: Db, alert: Alert, readers: Iterable[Person], *, now: datetime) -> None:
    """Owe a sent alert to more people, who are recipients from now on."""
    readers = list(readers)
    if not readers:
        return
    if alert.level is None:
        raise LookupError("an alert is sent before its level was chosen")
    moments = when_it_rings(db, readers, alert.level, now=now)
    how: _How = {"priority": alert.level.priority, "bundled": True, "expires_at": alert.expires_at, "now": now}
    if alert.photo:
        outbox.owe_all(db, AlertPhoto(alert.id), readers=moments, silent=True, **how)
    outbox.owe_all(db, AlertMessage(alert.id), readers=moments, silent=alert.level.is_silent, **how)
    recipients.add(db, alert.id)


def tell(db: Db, alert: Alert, news: AlertNews, readers: Iterable[Person], *, now: datetime) -> None:
    """Owe news of the alert, as urgent as it was itself."""
    if alert.level is None:
        raise LookupError("an alert is told of before its level was chosen")
    moments = when_it_rings(db, readers, alert.level, now=now)
    silent = alert.level.is_silent
    outbox.owe_all(db, news, readers=moments, priority=alert.level.priority, silent=silent, bundled=True, now=now)


def ask_correction(db: Db, person: Person, *, alert: int, now: datetime) -> None:
    """Take the person's next text as what is to stand in place of the alert's."""
    _standing(db, person, alert, now=now)
    questions.ask(db, person, Question.ALERT_CORRECTION, alert, within=CORRECTION_TIME, now=now)


def write_correction(db: Db, person: Person, *, alert: int, text: str, now: datetime) -> None:
    """Show on the card what the alert would say. Raises Stale when it is over, Refusal when the text is too long."""
    found = _standing(db, person, alert, now=now)
    check_length(text)
    store.change(db, alert, correction=text)
    _draw_cards(db, person, found, now=now)


def drop_correction(db: Db, person: Person, *, alert: int, now: datetime) -> None:
    """Let the alert say what it says."""
    found = overseen(db, person, alert)
    questions.drop(db, person, Question.ALERT_CORRECTION, alert)
    store.change(db, alert, correction=None)
    _draw_cards(db, person, found, now=now)


def correct(db: Db, person: Person, *, alert: int, version: int, now: datetime) -> None:
    """Edit every copy to what the card showed, and tell those who have one to look again.

    They are asked for a new answer, and the goal begins anew. Sent twice, it is one correction. Raises Stale when it is
    over, or the card showed something else.
    """
    found = _standing(db, person, alert, now=now)
    if found.correction is None:
        return
    if found.version != version:
        raise Stale
    if found.correction == found.text and not found.translation:
        drop_correction(db, person, alert=alert, now=now)
        return
    edition, text = found.edition + 1, {"text": found.correction, "translation": None, "correction": None}
    _change(db, found, now=now, edition=edition, corrected_at=now, goal_met_at=None, step=Step.REMIND, **text)
    _draw_own(db, person, found, now=now)
    if found.goal:
        timetable.once(db, Task.ALERT_GOAL, about=alert, at=now + found.goal.wait, now=now)
    _tell_all(db, found, AlertNews(alert, News.CORRECTED, edition), now=now)
    audit.note(db, person=person.id, act="alert_corrected", subject=subject("alert", alert), now=now)


def call_off(db: Db, person: Person, *, alert: int, card: int | None, now: datetime) -> None:
    """It is over: who has it is told, and who has it not is spared it. Called off twice, it is once."""
    found = overseen(db, person, alert)
    if found.sent_at is None or found.withdrawn_at:
        raise Stale
    if not found.called_off_at:
        _standing(db, person, alert, now=now)
        _end(db, found, now=now, called_off_at=now)
        _tell_all(db, found, AlertNews(alert, News.CALLED_OFF, found.edition), now=now)
        audit.note(db, person=person.id, act="alert_called_off", subject=subject("alert", alert), now=now)
    acts.turn(db, person, AlertCard(alert), card=card, now=now)


def withdraw(db: Db, person: Person, *, alert: int, card: int | None, now: datetime) -> None:
    """It should not have been sent: copies are deleted, those too old for that say so. Withdrawn twice, it is once."""
    found = overseen(db, person, alert)
    if found.sent_at is None:
        raise Stale
    if not found.withdrawn_at:
        _end(db, found, now=now, withdrawn_at=now)
        audit.note(db, person=person.id, act="alert_withdrawn", subject=subject("alert", alert), now=now)
    acts.turn(db, person, AlertCard(alert), card=card, now=now)


def own(db: Db, author: Person, alert: int) -> Alert:
    """The author's own alert, draft or sent. Raises NotAllowed for anybody else's."""
    rights.require(author, Act.ALERT)
    found = store.by_id(db, alert)
    if found is None or found.author != author.id:
        raise NotAllowed
    return found


def overseen(db: Db, person: Person, alert: int) -> Alert:
    """A sent alert for whoever may send one to the same sites, whoever sent it; a draft for its author alone."""
    rights.require(person, Act.ALERT)
    found = store.by_id(db, alert)
    if found is None:
        raise NotAllowed
    if found.sends_at is None or found.discarded_at:
        return own(db, person, alert)
    audiences.require_address(db, person, Act.ALERT, found.audience)
    return found


def halted(db: Db, person: Person, alert: int) -> tuple[Alert, Person]:
    """An alert that did not leave, and its author, for whoever may send one there. Raises NotAllowed."""
    rights.require(person, Act.ALERT)
    found = store.by_id(db, alert)
    if found is None or not (found.author == person.id or audiences.may_address(db, person, Act.ALERT, found.audience)):
        raise NotAllowed
    return found, people.by_id(db, found.author)


def received(db: Db, reader: Person, alert: int) -> Received:
    """The alert for one of its recipients. Raises NotAllowed for all others, and for recipients who were revoked."""
    rights.require(reader, Act.OWN_SETTINGS)
    found, recipient = store.by_id(db, alert), recipients.one(db, alert, person=reader.id)
    if found is None or recipient is None:
        raise NotAllowed
    return Received(found, people.by_id(db, found.author), recipient)


def readers_of(db: Db, draft: Alert) -> list[Person]:
    """The audience as it is now, without the author, who has the card."""
    return [person for person in audiences.people_of(db, draft.audience) if person.id != draft.author]


def when_it_rings(db: Db, readers: Iterable[Person], level: Level, *, now: datetime) -> list[tuple[Person, datetime]]:
    """Each reader with the moment from which they may get it: after their quiet hours, unless it breaks them."""
    zone = timetable.zone(db)
    return [(each, rings_at(each, at_once=level.breaks_quiet, now=now, zone=zone)) for each in readers]


def expiry(alert: Alert, *, now: datetime) -> datetime:
    """Until when it would hold if it left now."""
    return now + timedelta(hours=alert.hours)


def check_length(text: str) -> None:
    """Raise Refusal for a text that there is no room for."""
    if len(text) > TEXT_LENGTH:
        raise Refusal("refusal-alert-too-long", limit=TEXT_LENGTH)


def _send(db: Db, alert: Alert, *, due: datetime, now: datetime) -> None:
    _change(db, alert, now=now, sent_at=now, expires_at=expiry(alert, now=due))
    sent = store.by_id(db, alert.id)
    if sent is None:
        raise LookupError(alert.id)
    send_to(db, sent, readers_of(db, sent), now=now)
    recipients.add_without_phone(db, sent.id, [each.id for each in audiences.without_phone(db, sent.audience)])
    if sent.goal:
        timetable.once(db, Task.ALERT_GOAL, about=sent.id, at=now + sent.goal.wait, now=now)
    audit.note(db, person=sent.author, act="alert_sent", subject=subject("alert", sent.id), now=now)


def _tell_of_halt(db: Db, alert: Alert, halt: Halt, *, now: datetime) -> None:
    for strategist in people.members(db, roles_held=STRATEGIST):
        acts.tell(db, strategist, AlertHalted(alert.id, halt), priority=Priority.URGENT, now=now)


def _change(db: Db, alert: Alert, *, now: datetime, **columns: Any) -> None:
    store.change(db, alert.id, **columns)
    outbox.touch(db, subject("alert", alert.id), now=now)


def _draw_cards(db: Db, person: Person, alert: Alert, *, now: datetime) -> None:
    outbox.touch_kind(db, subject("alert", alert.id), kind=AlertCard, now=now)
    _draw_own(db, person, alert, now=now)


def _draw_own(db: Db, person: Person, alert: Alert, *, now: datetime) -> None:
    """For somebody who has just done something there: at once, and a new card if theirs shows something else."""
    cards = outbox.rows_about(db, subject("alert", alert.id), kind=AlertCard, person=person.id)
    for card in cards:
        outbox.redraw(db, card, now=now)
    if not cards:
        acts.reply(db, person, AlertCard(alert.id), now=now)


def _standing(db: Db, person: Person, alert: int, *, now: datetime) -> Alert:
    """A sent alert that is not over. Raises NotAllowed and Stale."""
    found = overseen(db, person, alert)
    if found.sent_at is None or found.is_over(now):
        raise Stale("refusal-alert-over")
    return found


def _end(db: Db, alert: Alert, *, now: datetime, **columns: Any) -> None:
    """What has not left never does, and nobody is asked for an answer any more."""
    timetable.once(db, Task.ALERT_GOAL, about=alert.id, at=None, now=now)
    store.change(db, alert.id, **columns)
    about = subject("alert", alert.id)
    outbox.touch(db, about, now=now)
    for kind in (AlertPhoto, AlertMessage):
        outbox.hasten(db, about, kind=kind, now=now)


def _tell_all(db: Db, alert: Alert, news: AlertNews, *, now: datetime) -> None:
    """Owe news of the alert to all who have it, or may have."""
    having = [each.person for each in recipients.of(db, alert.id) if each.state in HAVE_IT]
    tell(db, alert, news, [each for each in people.by_ids(db, having).values() if each.is_member], now=now)
