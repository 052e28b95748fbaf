"""What recipients say to an alert: one answer each, which can be changed and is kept when it comes late."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.alerts import Alert
from domain.expectations import Question
from domain.ledger import HELP_LENGTH, Answer, Recipient
from domain.people import Person
from domain.refusals import NotAllowed, Refusal, Stale
from domain.rights import STRATEGIST
from domain.sending import Priority
from domain.views import AlertCard, AlertHelp, Notice, subject
from services import acts, alerts, goals, questions
from services.alerts import Received
from storage import Db, audit, outbox, people, recipients

LINE_TIME = timedelta(minutes=10)
"""How long a text is taken for the line about what is needed: after that it is more likely a report."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was taken."""

    answer: Answer
    is_late: bool
    is_to_old_text: bool


@dataclass(frozen=True, slots=True)
class Need:
    """Who needs help with what alert, and what for; `stands` until they answer something else."""

    alert: Alert
    person: Person
    recipient: Recipient
    stands: bool


def give(db: Db, reader: Person, *, alert: int, edition: int, answer: Answer, card: int | None, now: datetime) -> Given:
    """Write the answer to an edition down in place of an earlier one; given twice, it is once.

    It belongs to the edition that its reader saw: to an older one than holds now, they are asked again. Who needs help
    is asked what for, and the strategists hear of it at once.
    """
    before = alerts.received(db, reader, alert)
    if not 1 <= edition <= before.alert.edition:
        raise Stale
    is_newer_known = before.recipient.edition is not None and before.recipient.edition > edition
    if not is_newer_known and (before.recipient.answer, before.recipient.edition) != (answer, edition):
        _write_down(db, reader, before, answer, edition=edition, now=now)
    if card is not None:
        acts.redraw(db, reader.chat, card, now=now)
    after = recipients.one(db, alert, person=reader.id) or before.recipient
    return Given(answer, after.is_late, is_to_old_text=edition < before.alert.edition)


def write_need(db: Db, reader: Person, *, alert: int, text: str, now: datetime) -> None:
    """Add a line about what is needed. Raises Refusal when it is too long."""
    received = alerts.received(db, reader, alert)
    if received.recipient.answer is not Answer.HELP:
        raise NotAllowed
    if len(text) > HELP_LENGTH:
        raise Refusal("refusal-help-too-long", limit=HELP_LENGTH)
    recipients.write_need(db, alert, person=reader.id, need=text)
    outbox.touch(db, subject("person", reader.id), now=now)
    acts.reply(db, reader, Notice("help-line-taken"), now=now)


def open_need(db: Db, strategist: Person, *, alert: int, person: int, card: int | None, now: datetime) -> None:
    """Show what somebody wrote that they need; who looked is logged."""
    need(db, strategist, alert=alert, person=person)
    audit.note(db, person=strategist.id, act="help_opened", subject=subject("alert", alert), now=now)
    acts.turn(db, strategist, AlertHelp(alert, person, opened=True), card=card, now=now)


def need(db: Db, strategist: Person, *, alert: int, person: int) -> Need:
    """For whoever may send alerts there. Raises NotAllowed."""
    found, recipient = alerts.overseen(db, strategist, alert), recipients.one(db, alert, person=person)
    if recipient is None:
        raise NotAllowed
    return Need(found, people.by_id(db, person), recipient, stands=recipient.answer is Answer.HELP)


def _write_down(db: Db, reader: Person, before: Received, answer: Answer, *, edition: int, now: datetime) -> None:
    alert, late = before.alert, before.alert.is_over(now)
    recipients.write_answer(db, alert.id, person=reader.id, answer=answer, edition=edition, is_late=late, now=now)
    outbox.touch_kind(db, subject("alert", alert.id), kind=AlertCard, now=now)
    if answer is Answer.HELP:
        recipients.write_need(db, alert.id, person=reader.id, need=None)
        _call_for_help(db, reader, alert, now=now)
    elif before.recipient.answer is Answer.HELP:
        questions.drop(db, reader, Question.ALERT_HELP, alert.id)
        outbox.touch(db, subject("person", reader.id), now=now)
    goals.check(db, alert, now=now)


def _call_for_help(db: Db, reader: Person, alert: Alert, *, now: datetime) -> None:
    questions.ask(db, reader, Question.ALERT_HELP, alert.id, within=LINE_TIME, now=now)
    for strategist in people.members(db, roles_held=STRATEGIST):
        if strategist.id != reader.id:
            acts.tell(db, strategist, AlertHelp(alert.id, reader.id), priority=Priority.URGENT, now=now)
