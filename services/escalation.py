"""What is serious and nobody has opened: the next is called, along the rota and at last every strategist."""

from datetime import datetime, timedelta

from domain import rights
from domain.people import Person
from domain.reports import Report
from domain.rights import STRATEGIST, Case, Standing
from domain.rota import RANKS
from domain.sending import Priority
from domain.views import ReportPush, subject
from services import acts, cases, rota, timetable
from services.timetable import Task
from storage import Db, outbox, people, reports

STOPPED_BY = frozenset({Standing.ROTA, Standing.STRATEGIST})
"""Once one of these has opened a report, nobody else is called."""


def arm(db: Db, report: Report, *, now: datetime) -> None:
    """Have the next called if nobody opens the report in time. What goes on already, or is over, stays as it is."""
    is_over = report.escalated == RANKS
    if is_over or not _is_unseen(db, report) or timetable.is_set(db, Task.ESCALATION, about=report.id):
        return
    timetable.once(db, Task.ESCALATION, about=report.id, at=now + timetable.wait_of_escalation(db), now=now)


def call_next(db: Db, about: int, *, due: datetime, now: datetime) -> None:
    """Nobody has opened the report: ring the next on the rota, or at last the strategists, whatever the hour."""
    report = reports.by_id(db, about)
    if report is None or report.filed_at is None or not _is_unseen(db, report):
        return
    step, readers = _next(db, cases.of(db, report, now=now), now=now)
    minutes = (now - report.filed_at) // timedelta(minutes=1)
    for reader in readers:
        _call(db, reader, ReportPush(about, minutes, breaks_quiet=step == RANKS), now=now)
    reports.change(db, about, escalated=step)
    if step < RANKS:
        timetable.once(db, Task.ESCALATION, about=about, at=max(due, now) + timetable.wait_of_escalation(db), now=now)


def take(db: Db, reader: Person, case: Case, *, now: datetime) -> None:
    """Somebody on the rota, or a strategist, has opened the report: its author sees that, and nobody else is called."""
    report = case.report
    if report.taken_at or not rights.rings(reader, case) or rights.standings(reader, case).isdisjoint(STOPPED_BY):
        return
    reports.change(db, report.id, taken_at=now, taken_by=reader.id, taken_on_rota=reader.id in case.rota)
    timetable.once(db, Task.ESCALATION, about=report.lead or report.id, at=None, now=now)
    cases.redraw(db, report, now=now)


def _is_unseen(db: Db, report: Report) -> bool:
    """Whether the report, or what its push tells of besides, still stands and nobody has opened any of it."""
    told_of = [report, *reports.led_by(db, report.id)]
    return any(each.counts and not each.closed_at for each in told_of) and not any(each.taken_at for each in told_of)


def _next(db: Db, case: Case, *, now: datetime) -> tuple[int, list[Person]]:
    """How far the report has come then, and whom it comes to."""
    ranked = rota.called(db, case, now=now)
    step = case.report.escalated + 1
    while step < len(ranked) and ranked[step].unreachable_since:
        step += 1
    if step < len(ranked):
        return step, [ranked[step]]
    strategists = people.members(db, roles_held=STRATEGIST)
    return RANKS, [each for each in strategists if rights.rings(each, case)]


def _call(db: Db, reader: Person, view: ReportPush, *, now: datetime) -> None:
    """Ring anew; what still waits for the end of quiet hours waits no longer."""
    row = outbox.waiting(db, reader.id, subject("report", view.report), kind=ReportPush)
    if row is None:
        acts.tell(db, reader, view, priority=Priority.URGENT, now=now)
    else:
        outbox.show(db, row, view, now=now)
