"""Focuses: what is looked out for tonight, site by site."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from domain.focuses import Focus
from storage import Db, keys
from storage.tables import focuses


def add(db: Db, *, site: str, set_by: int, now: datetime) -> int:
    """One that is still to be written."""
    values = {"site": site, "text": "", "set_by": set_by, "set_at": now, "until": now}
    return keys.add(db, insert(focuses), values)


def by_id(db: Db, focus: int) -> Focus | None:
    row = db.execute(select(focuses).where(focuses.c.id == focus)).first()
    return _focus(row) if row else None


def standing(db: Db, *, now: datetime) -> dict[str, Focus]:
    """The newest that stands at each site that has one."""
    query = select(focuses).where(focuses.c.until > now, focuses.c.text != "").order_by(focuses.c.set_at, focuses.c.id)
    return {row.site: _focus(row) for row in db.execute(query)}


def unwritten(db: Db, *, site: str, set_by: int) -> int | None:
    """One for the site that the person began and has not written."""
    query = select(focuses.c.id).where(focuses.c.site == site, focuses.c.set_by == set_by, focuses.c.text == "")
    focus: int | None = db.scalar(query.limit(1))
    return focus


def change(db: Db, focus: int, **columns: Any) -> None:
    db.execute(update(focuses).where(focuses.c.id == focus).values(columns))


def _focus(row: Row[Any]) -> Focus:
    return Focus(id=row.id, site=row.site, text=row.text, set_by=row.set_by, set_at=row.set_at, until=row.until)
