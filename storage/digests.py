"""Frozen pictures: the counts of a period, as they were when it was closed."""

from collections.abc import Mapping
from dataclasses import astuple
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, func, insert, select

from domain.coverage import Coverage
from domain.periods import Period
from domain.pictures import Cell, Kind, SiteNumbers, Snapshot
from domain.severity import Severity
from storage import Db
from storage.reports import COUNTED
from storage.tables import digests, reports


def add(db: Db, *, kind: Kind, period: Period, sites: Mapping[str, SiteNumbers], now: datetime) -> int:
    numbers = {"zone": period.zone.key, "sites": {site: _written(counts) for site, counts in sites.items()}}
    times = {"starts_at": period.starts_at, "ends_at": period.ends_at, "made_at": now}
    row = insert(digests).values(kind=kind, numbers=numbers, **times).returning(digests.c.id)
    return int(db.execute(row).scalar_one())


def by_id(db: Db, digest: int) -> Snapshot | None:
    row = db.execute(select(digests).where(digests.c.id == digest)).first()
    return _snapshot(row) if row else None


def exists(db: Db, *, kind: Kind, period: Period) -> bool:
    same = (digests.c.kind == kind, digests.c.starts_at == period.starts_at, digests.c.ends_at == period.ends_at)
    return db.execute(select(digests.c.id).where(*same)).first() is not None


def open_by_site(db: Db) -> dict[str, dict[str, int]]:
    """How many reports are open, by site and category."""
    still_open = (*COUNTED, reports.c.closed_at.is_(None))
    query = select(reports.c.site, reports.c.category, func.count().label("number")).where(*still_open)
    counts: dict[str, dict[str, int]] = {}
    for row in db.execute(query.group_by(reports.c.site, reports.c.category)):
        counts.setdefault(row.site, {})[row.category] = row.number
    return counts


def _written(numbers: SiteNumbers) -> dict[str, Any]:
    return {
        "now": [_row_of(cell) for cell in numbers.now],
        "before": [_row_of(cell) for cell in numbers.before],
        "open": dict(numbers.open),
        "coverage": astuple(numbers.coverage) if numbers.coverage else None,
    }


def _row_of(cell: Cell) -> list[Any]:
    return [value.isoformat() if isinstance(value, date) else value for value in astuple(cell)]


def _snapshot(row: Row[Any]) -> Snapshot:
    zone = ZoneInfo(row.numbers["zone"])
    return Snapshot(
        id=row.id,
        kind=Kind(row.kind),
        period=Period(row.starts_at, row.ends_at, zone),
        made_at=row.made_at,
        sites={site: _numbers(written) for site, written in row.numbers["sites"].items()},
    )


def _numbers(written: Mapping[str, Any]) -> SiteNumbers:
    return SiteNumbers(
        now=tuple(_cell(*row) for row in written["now"]),
        before=tuple(_cell(*row) for row in written["before"]),
        open=written["open"],
        coverage=Coverage(*written["coverage"]) if written["coverage"] else None,
    )


def _cell(category: str, place: str | None, severity: int, day: str, *rest: Any) -> Cell:
    return Cell(category, place, Severity(severity), date.fromisoformat(day), *rest)
