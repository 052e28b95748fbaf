"""The ledger of an alert: how many stand where, who they are, and the alerts before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import ledger as domain
from domain import rights
from domain.alerts import Alert, Recall
from domain.ledger import Entry, Ledger, Recipient, count
from domain.pages import Page, cut, nearest
from domain.people import Person
from domain.reach import Unreachable
from domain.rights import Act
from domain.views import AlertCard, AlertNames, Alerts
from services import acts, alerts
from storage import Db, people, recipients
from storage import alerts as store

PAGE = 10
"""Names on one page."""
LISTED = 6
"""Alerts on one page."""


@dataclass(frozen=True, slots=True)
class Named:
    """A recipient, and who that is."""

    person: Person
    recipient: Recipient


def of(db: Db, alert: Alert) -> Ledger:
    return count(recipients.standings(db, alert.id, edition=alert.edition))


def reason(db: Db, alert: Alert) -> Unreachable | None:
    """Why nobody of those who are not reached is, if it is the same for all."""
    reasons = recipients.reasons(db, alert.id)
    return reasons.pop() if len(reasons) == 1 else None


def recounted_at(db: Db, alert: Alert, *, now: datetime) -> datetime | None:
    """When the ledger of a sent alert is to be counted again; None when nothing is under way any more."""
    if alert.sent_at is None:
        return None
    return domain.recounted_at(recipients.next_owed(db, alert.id), sent_at=alert.sent_at, now=now)


def names(db: Db, reader: Person, alert: int, entry: Entry, page: int) -> Page[Named]:
    """A page of those who stand there, by organisation and name. Raises NotAllowed."""
    found = alerts.overseen(db, reader, alert)
    standing = {each.person: each for each in recipients.of(db, alert) if each.standing(found.edition).entry == entry}
    known = sorted(people.by_ids(db, standing).values(), key=lambda each: (each.organisation, each.name or "", each.id))
    return cut([Named(each, standing[each.id]) for each in known], page, size=PAGE)


def recent(db: Db, reader: Person, page: int) -> Page[Alert]:
    """A page of the alerts that the reader may see, the newest first. Raises NotAllowed."""
    rights.require(reader, Act.ALERT)
    number, total = nearest(page, store.count_ordered(db), size=LISTED)
    listed = store.ordered(db, limit=LISTED, offset=number * LISTED)
    return Page(_theirs(reader, listed), number, total)


def show_names(db: Db, reader: Person, *, alert: int, entry: Entry, page: int, card: int | None, now: datetime) -> None:
    """Turn the card to the names behind one of its numbers."""
    alerts.overseen(db, reader, alert)
    acts.turn(db, reader, AlertNames(alert, entry, page), card=card, now=now)


def show(db: Db, reader: Person, *, alert: int, card: int | None, now: datetime) -> None:
    """Turn the card to the alert and its ledger."""
    alerts.overseen(db, reader, alert)
    acts.turn(db, reader, AlertCard(alert), card=card, now=now)


def ask_recall(db: Db, reader: Person, *, alert: int, recall: Recall, card: int | None, now: datetime) -> None:
    """Turn the card to the question whether it is meant."""
    alerts.overseen(db, reader, alert)
    acts.turn(db, reader, AlertCard(alert, recall), card=card, now=now)


def show_recent(db: Db, reader: Person, *, page: int, card: int | None, now: datetime) -> None:
    """Turn the card to the alerts that were sent, or are to be."""
    rights.require(reader, Act.ALERT)
    acts.turn(db, reader, Alerts(page), card=card, now=now)


def _theirs(reader: Person, listed: Sequence[Alert]) -> list[Alert]:
    return [
        each
        for each in listed
        if each.author == reader.id or all(rights.may(reader, Act.ALERT, site=site) for site in each.audience.sites)
    ]
