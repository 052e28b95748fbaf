"""Taking an alert with its ledger out as a file: who did and what for is logged."""

from datetime import datetime

from domain.exports import AlertRecord, Form, Purpose, RecordLine
from domain.people import Person
from domain.refusals import Stale
from domain.views import AlertExport, AlertFile, subject
from services import acts, alerts, ledgers
from storage import Db, audit, people, recipients


def ask(db: Db, reader: Person, *, alert: int, form: Form | None, card: int | None, now: datetime) -> None:
    """Turn the card to the question in what form, or what for."""
    _sent(db, reader, alert)
    acts.turn(db, reader, AlertExport(alert, form), card=card, now=now)


def export(
    db: Db, reader: Person, *, alert: int, form: Form, purpose: Purpose, card: int | None, now: datetime
) -> None:
    """Send the reader the file, and go back to the alert."""
    _sent(db, reader, alert)
    audit.note(db, person=reader.id, act=f"alert_exported_{purpose}", subject=subject("alert", alert), now=now)
    ledgers.show(db, reader, alert=alert, card=card, now=now)
    acts.reply(db, reader, AlertFile(alert, form), now=now)


def record(db: Db, reader: Person, alert: int, *, now: datetime) -> AlertRecord:
    """The alert, its sum and every recipient by organisation and name. Raises NotAllowed, and Stale for a draft."""
    found = alerts.overseen(db, reader, alert)
    _sent(db, reader, alert)
    held = {each.person: each for each in recipients.of(db, alert)}
    known = sorted(people.by_ids(db, held).values(), key=lambda each: (each.organisation, each.name or "", each.id))
    lines = (RecordLine(each, held[each.id], held[each.id].standing(found.edition).entry) for each in known)
    return AlertRecord(found, people.by_id(db, found.author), ledgers.of(db, found), tuple(lines), now)


def _sent(db: Db, reader: Person, alert: int) -> None:
    if alerts.overseen(db, reader, alert).sent_at is None:
        raise Stale
