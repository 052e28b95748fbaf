"""Who stands in for whom, and for how long."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, insert, or_, select, update

from domain.deputies import Deputyship
from storage import Db, keys
from storage.tables import deputies

_STANDING: Select[Any] = select(deputies).where(deputies.c.ended_at.is_(None)).order_by(deputies.c.id)


def add(db: Db, *, person: int, deputy: int, starts_at: datetime, ends_at: datetime, now: datetime) -> int:
    period = {"starts_at": starts_at, "ends_at": ends_at, "created_at": now}
    return keys.add(db, insert(deputies), {"person_id": person, "deputy_id": deputy, "active": False, **period})


def by_id(db: Db, number: int) -> Deputyship | None:
    row = db.execute(select(deputies).where(deputies.c.id == number)).first()
    return _deputyship(row) if row else None


def of(db: Db, person: int) -> Deputyship | None:
    """The one that the person has named, planned or active."""
    row = db.execute(_STANDING.where(deputies.c.person_id == person)).first()
    return _deputyship(row) if row else None


def involving(db: Db, person: int) -> list[Deputyship]:
    """Those that stand in which the person is either of the two."""
    either = or_(deputies.c.person_id == person, deputies.c.deputy_id == person)
    return [_deputyship(row) for row in db.execute(_STANDING.where(either))]


def change(db: Db, number: int, **columns: Any) -> None:
    db.execute(update(deputies).where(deputies.c.id == number).values(columns))


def _deputyship(row: Row[Any]) -> Deputyship:
    return Deputyship(
        id=row.id,
        person=row.person_id,
        deputy=row.deputy_id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        active=row.active,
        ended_at=row.ended_at,
    )
