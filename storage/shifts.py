"""Shifts: when somebody is on duty."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from domain.shifts import Shift
from storage import Db, keys
from storage.tables import shifts

_OPEN = shifts.c.ended_at.is_(None)
_OPEN_OF = select(shifts).where(shifts.c.person_id == bindparam("person"), _OPEN).order_by(shifts.c.id.desc()).limit(1)


def add(db: Db, person: int, *, signature: str | None, now: datetime, ends_at: datetime) -> int:
    values = {"person_id": person, "signature": signature, "started_at": now, "ends_at": ends_at}
    return keys.add(db, insert(shifts), values)


def by_id(db: Db, shift: int) -> Shift | None:
    row = db.execute(select(shifts).where(shifts.c.id == shift)).first()
    return _shift(row) if row else None


def open_of(db: Db, person: int) -> Shift | None:
    """The shift that the person is on."""
    row = db.execute(_OPEN_OF, {"person": person}).first()
    return _shift(row) if row else None


def all_open(db: Db) -> list[Shift]:
    return [_shift(row) for row in db.execute(select(shifts).where(_OPEN).order_by(shifts.c.id))]


def end(db: Db, shift: int, *, now: datetime) -> None:
    db.execute(update(shifts).where(shifts.c.id == shift, _OPEN).values(ended_at=now))


def _shift(row: Row[Any]) -> Shift:
    return Shift(
        id=row.id,
        person=row.person_id,
        signature=row.signature,
        started_at=row.started_at,
        ends_at=row.ends_at,
        ended_at=row.ended_at,
    )
