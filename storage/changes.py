"""The history of reports: what was corrected, by whom and when. Rows are only ever added."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, insert, select

from domain.changes import Change, Field
from storage import Db
from storage.tables import changes

_OF_REPORT = select(changes).where(changes.c.report_id == bindparam("report")).order_by(changes.c.id.desc())
_COUNT = select(func.count()).where(changes.c.report_id == bindparam("report"))


def add(
    db: Db, report: int, changed: Mapping[Field, tuple[str | None, str | None]], *, person: int, now: datetime
) -> None:
    values = {"report_id": report, "person_id": person, "at": now}
    rows = [values | {"field": field, "before": before, "after": after} for field, (before, after) in changed.items()]
    db.execute(insert(changes), rows)


def count(db: Db, report: int) -> int:
    return int(db.scalar(_COUNT, {"report": report}) or 0)


def of(db: Db, report: int, *, limit: int, offset: int) -> list[Change]:
    """A report's changes, the newest first."""
    rows = db.execute(_OF_REPORT.limit(limit).offset(offset), {"report": report})
    return [
        Change(person=row.person_id, at=row.at, field=Field(row.field), before=row.before, after=row.after)
        for row in rows
    ]
