"""What is open, as the inbox lists it, and what a search finds."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select

from domain.inbox import Spot, Waiting
from domain.reports import CALM, Report
from domain.searches import Search
from domain.severity import Severity
from storage import Db
from storage import reports as store
from storage.reports import COUNTED, STANDING
from storage.tables import photos, reports

_happened = func.coalesce(reports.c.happened_at, reports.c.filed_at)
_SEVERITY = func.coalesce(reports.c.severity, int(Severity.CALM))
# Built once: building a statement costs more than running it.
_HAS_PHOTO = select(photos.c.id).where(photos.c.report_id == reports.c.id).exists()
_SAYS_MORE = or_(reports.c.text.is_not(None), reports.c.latitude.is_not(None), _HAS_PHOTO)
_UNREAD_PLUS_ONE = and_(*STANDING, reports.c.merged_into.is_not(None), reports.c.read_at.is_(None), _SAYS_MORE)
_OPEN = (
    select(
        reports.c.id,
        reports.c.site,
        reports.c.place,
        reports.c.category,
        _SEVERITY.label("severity"),
        _happened.label("at"),
        reports.c.read_at,
    )
    .where(or_(and_(*COUNTED, reports.c.closed_at.is_(None)), _UNREAD_PLUS_ONE))
    .order_by(reports.c.id)
)


def open_reports(db: Db) -> list[Waiting]:
    """Everything that counts and is not closed, and each unread +1 with words of its own, in the order they came."""
    return [
        Waiting(
            id=row.id,
            site=row.site,
            place=row.place,
            category=row.category,
            severity=Severity(row.severity),
            at=row.at,
            is_read=row.read_at is not None,
        )
        for row in db.execute(_OPEN)
    ]


def at_spot(db: Db, spot: Spot, *, until: datetime) -> list[int]:
    """The incidents of a spot by id, closed ones included, in the order in which its group lists them."""
    there = and_(reports.c.site == spot.site, reports.c.place.is_not_distinct_from(spot.place))
    within = and_(_happened >= spot.hour, _happened < until, reports.c.category != CALM)
    query = select(reports.c.id).where(*COUNTED, there, within).order_by(_SEVERITY.desc(), reports.c.id)
    return list(db.execute(query).scalars())


def by_number(db: Db, number: int) -> Report | None:
    """A report that was sent, by the number that it got then."""
    report = db.scalar(select(reports.c.id).where(reports.c.number == number))
    return store.by_id(db, report) if report is not None else None


def count_found(db: Db, search: Search, *, sites: Collection[str], since: datetime | None) -> int:
    wanted = _wanted(search, sites=sites, since=since)
    return int(db.scalar(select(func.count()).select_from(reports).where(*wanted)) or 0)


def found(
    db: Db, search: Search, *, sites: Collection[str], since: datetime | None, limit: int, offset: int
) -> list[Report]:
    """What there is at those sites: the worst first, then the newest; closed and withdrawn as well."""
    wanted = _wanted(search, sites=sites, since=since)
    query = select(reports.c.id).where(*wanted).order_by(_SEVERITY.desc(), _happened.desc(), reports.c.id.desc())
    return store.by_ids(db, list(db.execute(query.limit(limit).offset(offset)).scalars()))


def _wanted(search: Search, *, sites: Collection[str], since: datetime | None) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [reports.c.filed_at.is_not(None), reports.c.site.in_(sites)]
    if search.site is not None:
        wanted.append(reports.c.site == search.site)
    if search.place is not None:
        wanted.append(reports.c.place == search.place)
    if search.category is not None:
        wanted.append(reports.c.category == search.category)
    if since is not None:
        wanted.append(_happened >= since)
    return wanted
