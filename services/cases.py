"""A report together with all that decides who may see it."""

from datetime import datetime

from domain.people import Person
from domain.refusals import NotAllowed
from domain.reports import Report
from domain.rights import Case, may_know
from domain.rota import night_of
from domain.views import subject
from services import timetable
from storage import Db, outbox, releases, reports, rota


def of(db: Db, report: Report, *, now: datetime) -> Case:
    """The report with its releases, and those who are on duty for its site tonight."""
    tonight = rota.on_duty(db, report.site, night_of(now, timetable.zone(db)))
    return Case(report, tuple(releases.of(db, report.id)), frozenset(tonight))


def known(db: Db, reader: Person, report: int, *, now: datetime) -> Case:
    """A report that was sent, for somebody who may know of it. Raises NotAllowed for all others."""
    found = reports.by_id(db, report)
    if found is None or found.filed_at is None:
        raise NotAllowed
    case = of(db, found, now=now)
    if not may_know(reader, case):
        raise NotAllowed
    return case


def redraw(db: Db, report: Report, *, now: datetime) -> None:
    """Owe every message that tells of the report: also of the incident that it is part of, and of its lead."""
    corroborating = (each.id for each in reports.corroborations_of(db, report.id))
    for told_in in (report.id, report.merged_into, report.lead, *corroborating):
        if told_in is not None:
            outbox.touch(db, subject("report", told_in), now=now)
