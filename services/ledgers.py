"""The ledger of an alert: how many stand where, who they are, and the alerts before it."""

from dataclasses import dataclass
from datetime import datetime

from domain import ledger as domain
from domain import rights
from domain.alerts import Alert, Recall
from domain.expectations import Question
from domain.ledger import Entry, Ledger, Recipient, count
from domain.pages import Page, cut
from domain.people import Person
from domain.reach import Unreachable
from domain.rights import Act
from domain.views import AlertCard, AlertNames, Alerts
from services import acts, alerts, audiences, goals, questions
from storage import Db, people, recipients
from storage import alerts as store
from storage.snapshot import asked_once

PAGE = 10
"""Names on one page."""
LISTED = 6
"""Alerts on one page."""


@dataclass(frozen=True, slots=True)
class Named:
    """A recipient, and who that is."""

    person: Person
    recipient: Recipient


@asked_once
def of(db: Db, alert: Alert) -> Ledger:
    return count(recipients.standings(db, alert.id, edition=alert.edition))


def reason(db: Db, alert: Alert) -> Unreachable | None:
    """Why nobody of those who are not reached is, if it is the same for all."""
    reasons = recipients.reasons(db, alert.id)
    return reasons.pop() if len(reasons) == 1 else None


def held(db: Db, alert: Alert, *, now: datetime) -> tuple[int, datetime | None]:
    """How many recipients sleep in their quiet hours, and when the first is rung."""
    return recipients.held(db, alert.id, now=now)


def recounted_at(db: Db, alert: Alert, *, now: datetime) -> datetime | None:
    """When the ledger of a sent alert is to be counted again; None when nothing is under way any more."""
    if alert.sent_at is None:
        return None
    return domain.recounted_at(recipients.next_owed(db, alert.id), sent_at=alert.sent_at, now=now)


def names(db: Db, reader: Person, alert: int, entry: Entry | None, page: int) -> Page[Named]:
    """A page of those who stand there, by organisation and name; without an entry, those whom the goal waits for.

    Raises NotAllowed.
    """
    found = alerts.overseen(db, reader, alert)
    standing = goals.awaited_of(db, found) if entry is None else _standing_at(db, found, entry)
    known = sorted(people.by_ids(db, standing).values(), key=lambda each: (each.organisation, each.name or "", each.id))
    return cut([Named(each, standing[each.id]) for each in known], page, size=PAGE)


def recent(db: Db, reader: Person, page: int) -> Page[Alert]:
    """A page of the alerts that the reader may see, the newest first. Raises NotAllowed."""
    rights.require(reader, Act.ALERT)
    theirs = [each for each in store.ordered(db) if _may_see(db, reader, each)]
    return cut(theirs, page, size=LISTED)


def show_names(
    db: Db, reader: Person, *, alert: int, entry: Entry | None, page: int, card: int | None, now: datetime
) -> None:
    """Turn the card to the names behind one of its numbers, or to those whom the goal waits for."""
    alerts.overseen(db, reader, alert)
    questions.drop(db, reader, Question.ALERT_CORRECTION, alert)
    acts.turn(db, reader, AlertNames(alert, entry, page), card=card, now=now)


def show(db: Db, reader: Person, *, alert: int, card: int | None, now: datetime) -> None:
    """Turn the card to the alert and its ledger."""
    alerts.overseen(db, reader, alert)
    questions.drop(db, reader, Question.ALERT_CORRECTION, alert)
    acts.turn(db, reader, AlertCard(alert), card=card, now=now)


def ask_recall(db: Db, reader: Person, *, alert: int, recall: Recall, card: int | None, now: datetime) -> None:
    """Turn the card to the question whether it is meant."""
    alerts.overseen(db, reader, alert)
    questions.drop(db, reader, Question.ALERT_CORRECTION, alert)
    acts.turn(db, reader, AlertCard(alert, recall), card=card, now=now)


def show_recent(db: Db, reader: Person, *, page: int, card: int | None, now: datetime) -> None:
    """Turn the card to the alerts that were sent, or are to be; a draft keeps its card."""
    rights.require(reader, Act.ALERT)
    shown = acts.shown(db, reader, card=card)
    found = store.by_id(db, shown.alert) if isinstance(shown, AlertCard) else None
    acts.turn(db, reader, Alerts(page), card=None if found and found.is_draft else card, now=now)


def _standing_at(db: Db, alert: Alert, entry: Entry) -> dict[int, Recipient]:
    held = recipients.of(db, alert.id)
    return {each.person: each for each in held if each.standing(alert.edition).entry is entry}


def _may_see(db: Db, reader: Person, alert: Alert) -> bool:
    return alert.author == reader.id or audiences.may_address(db, reader, Act.ALERT, alert.audience)
