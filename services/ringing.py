"""Whose phone rings for a report, and when: at once for those on duty, for others after their quiet hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import rights
from domain.duplicates import Incident
from domain.people import Person
from domain.reports import Report
from domain.rights import Case
from domain.ringing import REPEATS_WITHIN, belongs_with, repeats, rings_at
from domain.sending import Priority
from domain.views import ReportPush, subject
from services import cases, escalation, rota, timetable
from storage import Db, audit, outbox, people
from storage import reports as store


@dataclass(frozen=True, slots=True)
class _Bell:
    """What decides when phones ring: who of the rota is called first, and the local clocks."""

    first: int | None
    zone: ZoneInfo
    now: datetime


def ring(db: Db, report: int, *, now: datetime) -> None:
    """Owe news of the report to everybody who should have it and was not yet told: called again, it tells only others.

    What repeats an earlier report goes into the message about that, its lead, without a sound. A +1 rings as what it
    is part of, unless it is worse.
    """
    found = store.by_id(db, report)
    if found is None or not found.stands or not rights.is_pressing(found):
        return
    main = store.by_id(db, found.merged_into) if found.merged_into else None
    if main and not Incident(main, tuple(store.corroborations_of(db, main.id))).is_worsened_by(found):
        ring(db, main.id, now=now)
        return
    case = cases.of(db, found, now=now)
    lead = _lead_of(db, found)
    if lead:
        _ring_as_repeat(db, case, cases.of(db, lead, now=now), now=now)
    else:
        _ring_anew(db, case, now=now)


def ring_again(db: Db, report: int, *, now: datetime) -> None:
    """It is worse than those know who were told: a push that rings takes the place of theirs."""
    found = store.by_id(db, report)
    if found is None or not found.stands or not rights.is_pressing(found):
        return
    outbox.erase(db, subject("report", report), kind=ReportPush, now=now)
    _ring_for(db, cases.of(db, found, now=now), told=set(), now=now)


def repeats_of(db: Db, reader: Person, report: int, *, now: datetime) -> list[Report]:
    """What else the push of a report tells this reader of, the oldest first."""
    return [each for each in store.led_by(db, report) if rights.may_know(reader, cases.of(db, each, now=now))]


def reached_rota(db: Db, report: Report) -> bool:
    """Whether somebody who was on the rota when it was sent has the report, or gets it: what a receipt may say."""
    told = _pushed(db, report.id) | (_pushed(db, report.lead) if report.lead else set())
    return not told.isdisjoint(report.on_rota)


def _ring_anew(db: Db, case: Case, *, now: datetime) -> None:
    _ring_for(db, case, told=_pushed(db, case.report.id) | _opened(db, case.report.id), now=now)


def _ring_for(db: Db, case: Case, *, told: set[int], now: datetime) -> None:
    report = case.report
    if report.lead:
        store.change(db, report.id, lead_id=None)
    bell = _bell(db, case, now=now)
    _tell(db, _to_tell(db, case, told=told), report.id, bell=bell)
    if case.rota:
        escalation.arm(db, report, now=now)


def _ring_as_repeat(db: Db, case: Case, lead: Case, *, now: datetime) -> None:
    """Who has the push of the lead finds the repeat there; who has not, or has it no longer, gets it as a new one."""
    report, first = case.report, lead.report
    told = _pushed(db, first.id) | _pushed(db, report.id) | _opened(db, report.id)
    if report.lead == first.id:
        told |= _opened(db, first.id)
    else:
        store.change(db, report.id, lead_id=first.id)
    bell = _bell(db, case, now=now)
    readers = _to_tell(db, case, told=told)
    for about, knows in ((first.id, True), (report.id, False)):
        _tell(db, [each for each in readers if rights.rings(each, lead) is knows], about, bell=bell)
    outbox.touch(db, subject("report", first.id), now=now)


def _bell(db: Db, case: Case, *, now: datetime) -> _Bell:
    """Who is called first is the first who can be reached, and whoever comes after is called next."""
    ranked = rota.called(db, case, now=now)
    rank = next((rank for rank, each in enumerate(ranked) if not each.unreachable_since), None)
    calls = {"escalated": max(case.report.escalated, rank or 0)}
    store.change(db, case.report.id, on_rota=sorted(case.rota), **calls)
    return _Bell(None if rank is None else ranked[rank].id, timetable.zone(db), now)


def _to_tell(db: Db, case: Case, *, told: set[int]) -> list[Person]:
    """Whose phones are to ring and have not yet."""
    at_site = people.members_at(db, case.report.site)
    return [each for each in at_site if each.id not in told and rights.rings(each, case)]


def _tell(db: Db, readers: Iterable[Person], report: int, *, bell: _Bell) -> None:
    moments = [(each, rings_at(each, at_once=each.id == bell.first, now=bell.now, zone=bell.zone)) for each in readers]
    outbox.owe_all(db, ReportPush(report), readers=moments, priority=Priority.URGENT, now=bell.now)


def _lead_of(db: Db, report: Report) -> Report | None:
    """The lead that the report has, if they still belong together; else the newest that it repeats."""
    held = store.by_id(db, report.lead) if report.lead else None
    if held and belongs_with(report, held):
        return held
    if report.merged_into or report.place is None or report.filed_at is None:
        return None
    near = store.counted_at(db, report.site, report.place, since=report.filed_at - REPEATS_WITHIN)
    return next((each for each in near if repeats(report, each)), None)


def _pushed(db: Db, report: int) -> set[int]:
    return outbox.readers(db, subject("report", report), kinds=(ReportPush,))


def _opened(db: Db, report: int) -> set[int]:
    return audit.people_who(db, "report_opened", subject=subject("report", report))
