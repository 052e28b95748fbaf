"""The rota of each site: a weekly pattern, and what is different in single nights."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, Table, bindparam, delete, func, insert, select

from storage import Db
from storage.snapshot import asked_once
from storage.tables import deputies, rota, rota_exceptions


def _standing_in(table: Table) -> Select[Any]:
    """The people of a rota by rank, each with whoever is their deputy at present in their stead."""
    lent = (deputies.c.person_id == table.c.person_id) & deputies.c.active
    query = select(func.coalesce(deputies.c.deputy_id, table.c.person_id)).select_from(table.outerjoin(deputies, lent))
    return query.where(table.c.site == bindparam("at")).order_by(table.c.rank)


_PATTERN = (
    select(rota.c.person_id)
    .where(rota.c.site == bindparam("at"), rota.c.weekday == bindparam("day"))
    .order_by(rota.c.rank)
)
_USUAL = _standing_in(rota).where(rota.c.weekday == bindparam("day"))
_EXCEPTION = _standing_in(rota_exceptions).where(rota_exceptions.c.night == bindparam("day"))


@asked_once
def on_duty(db: Db, site: str, night: date) -> tuple[int, ...]:
    """Who is called by rank: the night's exception if there is one, else the pattern of its weekday."""
    exception = list(db.execute(_EXCEPTION, {"at": site, "day": night}).scalars())
    called = exception or list(db.execute(_USUAL, {"at": site, "day": night.weekday()}).scalars())
    return tuple(dict.fromkeys(called))


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


def exceptions(db: Db, site: str, *, since: date) -> dict[date, list[int]]:
    """People by rank, for each night from then on that differs from the pattern."""
    theirs = (rota_exceptions.c.site == site, rota_exceptions.c.night >= since)
    query = select(rota_exceptions).where(*theirs).order_by(rota_exceptions.c.night, rota_exceptions.c.rank)
    found: dict[date, list[int]] = {}
    for row in db.execute(query):
        found.setdefault(row.night, []).append(row.person_id)
    return found


def forget(db: Db, person: int) -> None:
    """Take somebody off every rota."""
    for table in (rota, rota_exceptions):
        db.execute(delete(table).where(table.c.person_id == person))
