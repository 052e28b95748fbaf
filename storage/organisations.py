"""Organisations: their names, the agreement that lets their people in, and the shifts they are expected to work."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from storage import Db, keys
from storage.invites import usable
from storage.tables import expected_shifts, invites, organisations, people


@dataclass(frozen=True, slots=True)
class Organisation:
    """`structured_only` ones report without texts and photos; without `agreed_on` nobody of theirs can be a member."""

    id: int
    name: str
    structured_only: bool
    agreed_on: date | None
    agreed_purpose: str | None
    agreed_area: str | None


def by_id(db: Db, number: int) -> Organisation:
    """Raises LookupError for an id that never was."""
    row = db.execute(_WHOLE.where(organisations.c.id == number)).first()
    if row is None:
        raise LookupError(number)
    return _organisation(row)


def id_of(db: Db, name: str) -> int:
    """The id of the organisation with that name, which is added when it is new."""
    alike = name.casefold()  # SQLite itself folds no more than A to Z
    known = next((each.id for each in everyone(db) if each.name.casefold() == alike), None)
    return known if known is not None else keys.add(db, insert(organisations), {"name": name})


def everyone(db: Db) -> list[Organisation]:
    return [_organisation(row) for row in db.execute(_WHOLE)]


def in_use(db: Db, now: datetime) -> list[Organisation]:
    """Those with a person or an invite that can still be used, by name; one that was only misspelt is in no use."""
    invited = select(invites.c.organisation_id).where(*usable(now))
    employing = select(people.c.organisation_id)
    query = _WHOLE.where(or_(organisations.c.id.in_(employing), organisations.c.id.in_(invited)))
    return [_organisation(row) for row in db.execute(query)]


def change(db: Db, number: int, **columns: Any) -> None:
    db.execute(update(organisations).where(organisations.c.id == number).values(columns))


def expect_shifts(db: Db, number: int, *, site: str, weekday: int, shifts: int) -> None:
    """How many shifts the organisation works at the site on that weekday (Monday is 0); none is not remembered."""
    at = {"organisation_id": number, "site": site, "weekday": weekday}
    if shifts == 0:
        where = (expected_shifts.c[name] == value for name, value in at.items())
        db.execute(delete(expected_shifts).where(*where))
        return
    values = upsert(expected_shifts).values(at | {"shifts": shifts})
    db.execute(values.on_conflict_do_update(index_elements=list(at), set_={"shifts": shifts}))


def expected_of(db: Db, number: int, *, site: str) -> dict[int, int]:
    """Expected shifts of the organisation by weekday."""
    query = select(expected_shifts).where(expected_shifts.c.organisation_id == number, expected_shifts.c.site == site)
    return {row.weekday: row.shifts for row in db.execute(query)}


def expected_at(db: Db) -> dict[str, dict[int, int]]:
    """Expected shifts of all organisations together, by site and weekday."""
    total = func.sum(expected_shifts.c.shifts)
    query = select(expected_shifts.c.site, expected_shifts.c.weekday, total.label("shifts"))
    by_site: dict[str, dict[int, int]] = {}
    for row in db.execute(query.group_by(expected_shifts.c.site, expected_shifts.c.weekday)):
        by_site.setdefault(row.site, {})[row.weekday] = int(row.shifts)
    return by_site


_WHOLE: Select[Any] = select(organisations).order_by(func.lower(organisations.c.name), organisations.c.id)


def _organisation(row: Row[Any]) -> Organisation:
    return Organisation(row.id, row.name, row.structured_only, row.agreed_on, row.agreed_purpose, row.agreed_area)
