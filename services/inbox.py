"""The strategist's inbox as it stands: what waits, by place and hour, and what is to be opened next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import rights
from domain.inbox import Group, Spot, Waiting, grouped, hour_of
from domain.pages import nearest
from domain.people import Person
from domain.reports import CALM, Report
from domain.rights import Act
from services import timetable
from storage import Db
from storage import triage as store

PAGE = 8
"""Groups on one page: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxPage:
    """Quiet shifts are no incidents: they are counted apart, and stand last."""

    groups: tuple[Group, ...]
    calm: tuple[Waiting, ...]
    open: int
    unread: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where in its group a report stands: the `number`-th of `total`, those that were closed counted in."""

    spot: Spot
    number: int
    total: int


def page_of(db: Db, reader: Person, page: int) -> InboxPage:
    """One page of the groups, unread first. Raises NotAllowed."""
    waiting = _waiting(db, reader)
    incidents = [each for each in waiting if not each.is_calm]
    groups = grouped(incidents, timetable.zone(db))
    page, pages = nearest(page, len(groups), size=PAGE)
    return InboxPage(
        groups=tuple(groups[page * PAGE : (page + 1) * PAGE]),
        calm=tuple(each for each in waiting if each.is_calm) if page + 1 == pages else (),
        open=len(incidents),
        unread=sum(not each.is_read for each in incidents),
        page=page,
        pages=pages,
    )


def group_of(db: Db, reader: Person, report: Report) -> tuple[Waiting, ...]:
    """What is open in the report's group, the worst first; for a quiet shift all of them. It may be no longer in it."""
    waiting = _waiting(db, reader)
    if report.category == CALM:
        return tuple(each for each in waiting if each.is_calm)
    spot, zone = _spot(db, report), timetable.zone(db)
    groups = grouped((each for each in waiting if not each.is_calm), zone)
    return next((group.reports for group in groups if group.spot == spot), ())


def next_unread(db: Db, reader: Person, after: Report) -> int | None:
    """What to open after a report: the next of its own group, then of the first group that has something unread."""
    zone, spot = timetable.zone(db), _spot(db, after)
    incidents = (each for each in _waiting(db, reader) if not each.is_calm and each.id != after.id)
    groups = grouped(incidents, zone)
    ordered = sorted(groups, key=lambda group: group.spot != spot)
    return next((group.first.id for group in ordered if group.unread), None)


def whereabouts(db: Db, reader: Person, report: Report) -> Whereabouts | None:
    """None for what is in no group: a quiet shift, or what does not count. Nobody else learns how many there are."""
    if not rights.may(reader, Act.TRIAGE, site=report.site):
        return None
    spot = _spot(db, report)
    held = store.at_spot(db, spot, until=spot.hour + timedelta(hours=1))
    if report.category == CALM or report.id not in held:
        return None
    return Whereabouts(spot, held.index(report.id) + 1, len(held))


def _waiting(db: Db, reader: Person) -> list[Waiting]:
    """What is open at the sites that are the reader's to triage."""
    rights.require(reader, Act.TRIAGE)
    waiting = store.open_reports(db)
    theirs = {site: rights.may(reader, Act.TRIAGE, site=site) for site in {each.site for each in waiting}}
    return [each for each in waiting if theirs[each.site]]


def _spot(db: Db, report: Report) -> Spot:
    happened: datetime = report.happened_at or report.filed_at or report.created_at
    return Spot(report.site, report.place, hour_of(happened, timetable.zone(db)))
