"""The rota of each site: a weekly pattern, and what is different in single nights."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, delete, insert, select

from storage import Db
from storage.tables import rota, rota_exceptions

_PATTERN = (
    select(rota.c.person_id)
    .where(rota.c.site == bindparam("at"), rota.c.weekday == bindparam("day"))
    .order_by(rota.c.rank)
)
_EXCEPTION = (
    select(rota_exceptions.c.person_id)
    .where(rota_exceptions.c.site == bindparam("at"), rota_exceptions.c.night == bindparam("day"))
    .order_by(rota_exceptions.c.rank)
)


def on_duty(db: Db, site: str, night: date) -> list[int]:
    """People by rank: the night's exception if there is one, else the pattern of its weekday."""
    exception = list(db.execute(_EXCEPTION, {"at": site, "day": night}).scalars())
    return exception or pattern(db, site, night.weekday())


def pattern(db: Db, site: str, weekday: int) -> list[int]:
    """People by rank on that weekday, Monday being 0."""
    return list(db.execute(_PATTERN, {"at": site, "day": weekday}).scalars())


def set_pattern(db: Db, site: str, weekday: int, people: Sequence[int]) -> None:
    db.execute(delete(rota).where(rota.c.site == site, rota.c.weekday == weekday))
    rows = [{"site": site, "weekday": weekday, "rank": rank, "person_id": each} for rank, each in enumerate(people)]
    if rows:
        db.execute(insert(rota), rows)


def set_exception(db: Db, site: str, night: date, people: Sequence[int]) -> None:
    """Who is on duty that night instead; nobody takes the exception back."""
    db.execute(delete(rota_exceptions).where(rota_exceptions.c.site == site, rota_exceptions.c.night == night))
    rows = [{"site": site, "night": night, "rank": rank, "person_id": each} for rank, each in enumerate(people)]
    if rows:
        db.execute(insert(rota_exceptions), rows)


def has_any(db: Db, site: str) -> bool:
    """Whether the site has a rota at all."""
    return db.scalar(select(rota.c.person_id).where(rota.c.site == site).limit(1)) is not None


def forget(db: Db, person: int) -> None:
    """Take somebody off every rota."""
    for table in (rota, rota_exceptions):
        db.execute(delete(table).where(table.c.person_id == person))
