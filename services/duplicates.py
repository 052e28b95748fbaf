"""Reports of one incident: found among what others reported, merged into one and split off again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.duplicates import DUPLICATE_WINDOW, MERGE_WINDOW, Incident, happened, may_be_another, may_merge
from domain.pages import nearest
from domain.people import Person
from domain.refusals import Stale
from domain.reports import Report
from domain.rights import Act
from domain.views import Corroborations, MergeChoice, ReportOpened, subject
from services import acts, cases, ringing
from storage import Db, audit, outbox
from storage import reports as store

CHOICES = 8
"""How many reports are offered at once: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the reports that corroborate `report`."""

    report: Report
    reports: tuple[Report, ...]
    total: int
    part: int
    parts: int


def of(db: Db, report: Report) -> Incident:
    """The incident that a report belongs to: the one it corroborates, or its own."""
    main = store.by_id(db, report.merged_into) if report.merged_into else report
    if main is None:
        raise LookupError(report.merged_into)
    return Incident(main, tuple(store.corroborations_of(db, main.id)))


def asked_about(db: Db, author: Person, draft: Report, *, now: datetime) -> Incident | None:
    """What others reported from the same place, of the same category and about then: the draft may be of the same."""
    found = _alike(db, author, draft, now=now) if may_be_another(draft) else []
    return min(found, key=lambda each: abs(happened(each.main) - happened(draft)), default=None)


def meant(db: Db, author: Person, draft: Report, main: int, *, now: datetime) -> Incident | None:
    """The incident that a +1 is for, by the main report that its button showed, as things are now.

    A report that was merged into another leads to that one; for one that was withdrawn, another that the author could
    be asked about counts. None when there is no such incident any more.
    """
    found = _alike(db, author, draft, now=now) if may_be_another(draft) else []
    shown = [each for each in found if main in {report.id for report in each.reports}]
    return next(iter([*shown, *found]), None)


def silent_ones_of(db: Db, report: int) -> list[Report]:
    """Those of its corroborations that say nothing of their own: who has read the report has read them."""
    return [each for each in store.corroborations_of(db, report) if not (each.text or each.photos or each.position)]


def main_of(db: Db, reader: Person, report: Report, *, now: datetime) -> Report | None:
    """The main report of one that corroborates it, for a reader who may know of both."""
    main = store.by_id(db, report.merged_into) if report.merged_into else None
    return main if main and rights.may_know(reader, cases.of(db, main, now=now)) else None


def candidates(db: Db, reader: Person, report: int, *, now: datetime) -> list[Report]:
    """What a report may be merged with: at its site within two hours, the worst first, then the nearest in time."""
    found = _triaged(db, reader, report, now=now)
    at = happened(found)
    near = store.near(db, site=found.site, starts_at=at - MERGE_WINDOW, ends_at=at + MERGE_WINDOW)
    fitting = [each for each in near if each.counts and each.id != found.merged_into and may_merge(found, each)]
    return sorted(fitting, key=lambda each: (-(each.severity or 0), abs(happened(each) - at)))[:CHOICES]


def corroborations(db: Db, reader: Person, report: int, part: int, *, now: datetime) -> Part:
    """A part of the reports that corroborate one. Raises NotAllowed."""
    found = _triaged(db, reader, report, now=now)
    listed = of(db, found).corroborations
    part, parts = nearest(part, len(listed), size=CHOICES)
    return Part(found, listed[part * CHOICES : (part + 1) * CHOICES], len(listed), part, parts)


def show_corroborations(
    db: Db, reader: Person, *, report: int, page: int | None, part: int, now: datetime, card: int | None
) -> None:
    """Turn the card to the list of those that corroborate the report."""
    _triaged(db, reader, report, now=now)
    acts.turn(db, reader, Corroborations(report, page, part), card=card, now=now)


def ask_merge(db: Db, reader: Person, *, report: int, page: int | None, now: datetime, card: int | None) -> None:
    """Turn the card to the reports that this one may be merged with."""
    _triaged(db, reader, report, now=now)
    acts.turn(db, reader, MergeChoice(report, page), card=card, now=now)


def merge(db: Db, reader: Person, *, report: int, into: int, page: int | None, now: datetime, card: int | None) -> None:
    """Make the report, with what corroborates it, corroborate another; one that is itself merged leads to its main.

    Raises Stale when they cannot be one incident (any longer).
    """
    found, other = _triaged(db, reader, report, now=now), _triaged(db, reader, into, now=now)
    main = of(db, other).main
    if found.merged_into != main.id:
        if not may_merge(found, main):
            raise Stale
        _merge(db, found, main, now=now)
        audit.note(db, person=reader.id, act="report_merged", subject=subject("report", report), now=now)
    acts.turn(db, reader, ReportOpened(report, page), card=card, now=now)


def split(db: Db, reader: Person, *, report: int, now: datetime) -> None:
    """Let a report that corroborated another be an incident of its own. Split twice, it is still once."""
    found = _triaged(db, reader, report, now=now)
    if found.merged_into is not None:
        store.change(db, report, merged_into=None, is_another=True)
        audit.note(db, person=reader.id, act="report_split", subject=subject("report", report), now=now)
        cases.redraw(db, found, now=now)


def release_from(db: Db, report: int, *, now: datetime) -> None:
    """A withdrawn report leaves those that corroborated it: the eldest stands for the incident from now on.

    Phones ring for it as they did for the one that was withdrawn, unless that had been read already.
    """
    left = store.by_id(db, report)
    heirs = store.corroborations_of(db, report)
    if left is None or not heirs:
        return
    main = heirs[0]
    store.change(db, main.id, merged_into=None)
    store.merge_all_of(db, report, into=main.id)
    outbox.touch(db, subject("report", report), now=now)
    cases.redraw(db, main, now=now)
    if left.read_at is None:
        ringing.ring(db, main.id, now=now)


def _alike(db: Db, author: Person, draft: Report, *, now: datetime) -> list[Incident]:
    """Incidents that the author may know of, and that somebody else told of; what was closed takes in nothing more."""
    at = happened(draft)
    near = store.near(
        db,
        site=draft.site,
        place=draft.place,
        category=draft.category,
        starts_at=at - DUPLICATE_WINDOW,
        ends_at=at + DUPLICATE_WINDOW,
    )
    return [
        each
        for each in _incidents(db, {report.merged_into or report.id for report in near})
        if not each.main.closed_at
        and each.others_than(draft)
        and rights.may_know(author, cases.of(db, each.main, now=now))
    ]


def _incidents(db: Db, mains: Collection[int]) -> list[Incident]:
    reports = store.incidents(db, mains) if mains else []
    parts: dict[int, list[Report]] = {}
    for report in reports:
        parts.setdefault(report.merged_into or report.id, []).append(report)
    return [
        Incident(main, tuple(each for each in parts[main.id] if each.id != main.id))
        for main in reports
        if main.merged_into is None
    ]


def _merge(db: Db, report: Report, main: Report, *, now: datetime) -> None:
    """What is drawn again is both as they were, and both as they are."""
    cases.redraw(db, report, now=now)
    store.change(db, report.id, merged_into=main.id)
    store.merge_all_of(db, report.id, into=main.id)
    cases.redraw(db, main, now=now)


def _triaged(db: Db, reader: Person, report: int, *, now: datetime) -> Report:
    found = cases.known(db, reader, report, now=now).report
    rights.require(reader, Act.TRIAGE, site=found.site)
    if not found.stands:
        raise Stale
    return found
