"""Releases of reports' texts."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from domain.people import Role
from domain.releases import Release, Whom
from storage import Db, keys
from storage.snapshot import asked_once
from storage.tables import releases

_OF_REPORT = select(releases).where(releases.c.report_id == bindparam("report")).order_by(releases.c.id)


def add(db: Db, report: int, *, text: str, whom: Whom, released_by: int, now: datetime) -> int:
    named = {"role": whom.role, "organisation_id": whom.organisation, "person_id": whom.person}
    values = {"report_id": report, "text": text, "released_by": released_by, "released_at": now, **named}
    return keys.add(db, insert(releases), values)


def word(db: Db, report: int, *, text: str, written_by: int, now: datetime) -> int:
    """Keep a rewording that reaches nobody yet: a release that ended as it was written."""
    values = {"report_id": report, "text": text, "released_by": written_by, "released_at": now, "revoked_at": now}
    return keys.add(db, insert(releases), values)


@asked_once
def of(db: Db, report: int) -> tuple[Release, ...]:
    """All of a report's releases, revoked ones included, the newest last."""
    return tuple(_release(row) for row in db.execute(_OF_REPORT, {"report": report}))


def revoke(db: Db, report: int, *, now: datetime) -> bool:
    """Revoke all that stand. Returns whether any did."""
    standing = (releases.c.report_id == report, releases.c.revoked_at.is_(None))
    return db.execute(update(releases).where(*standing).values(revoked_at=now)).rowcount > 0


def _release(row: Row[Any]) -> Release:
    return Release(
        id=row.id,
        report=row.report_id,
        text=row.text,
        released_at=row.released_at,
        role=Role(row.role) if row.role else None,
        organisation=row.organisation_id,
        person=row.person_id,
        revoked_at=row.revoked_at,
    )
