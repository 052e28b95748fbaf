"""Whose phone rings for a report, and when."""

from datetime import datetime

from domain import rights
from domain.sending import Priority
from domain.views import ReportOpened, ReportPush, subject
from services import acts, cases
from storage import Db, outbox, people
from storage import reports as store


def ring(db: Db, report: int, *, now: datetime) -> None:
    """Owe news of the report to everybody who should have it and was not yet told."""
    found = store.by_id(db, report)
    if found is None or not found.counts:
        return
    case = cases.of(db, found, now=now)
    told = outbox.readers(db, subject("report", report), kinds=(ReportPush, ReportOpened))
    for reader in people.members(db):
        if reader.id not in told and rights.rings(reader, case):
            acts.tell(db, reader, ReportPush(report), priority=Priority.URGENT, now=now)
