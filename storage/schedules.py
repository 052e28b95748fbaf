"""Recurring and single due times: when is a column, and an occurrence is claimed by the value that was seen."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from storage import Db
from storage.snapshot import asked_once
from storage.tables import occurrences, schedules

# Built once: building a statement costs more than running it, and everything that is worded asks for the time zone.
_FIND = select(schedules).where(schedules.c.task == bindparam("of_task"), schedules.c.about == bindparam("of_what"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """`rule` is an RFC 5545 RRULE in the wall-clock time of `zone`, from `starts_on` (without one) on."""

    rule: str
    zone: str
    starts_on: datetime
    late_policy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Something that is due once, or again and again with a `recurrence`. `about` is what the task is for."""

    id: int
    task: str
    about: int | None
    due_at: datetime | None
    recurrence: Recurrence | None


def put(db: Db, *, task: str, about: int, due_at: datetime | None, recurrence: Recurrence | None = None) -> None:
    """Set the schedule of a task for something; the one before it, if any, is replaced."""
    values: dict[str, Any] = dict.fromkeys(("rule", "zone", "starts_on", "late_policy"))
    if recurrence:
        values = asdict(recurrence) | {"starts_on": recurrence.starts_on.isoformat()}
    values |= {"task": task, "about": about, "due_at": due_at}
    db.execute(insert(schedules).values(values).on_conflict_do_update(index_elements=["task", "about"], set_=values))


@asked_once
def find(db: Db, *, task: str, about: int) -> Schedule | None:
    row = db.execute(_FIND, {"of_task": task, "of_what": about}).first()
    return _schedule(row) if row else None


def by_id(db: Db, schedule: int) -> Schedule | None:
    row = db.execute(select(schedules).where(schedules.c.id == schedule)).first()
    return _schedule(row) if row else None


def due(db: Db, *, now: datetime) -> Sequence[Schedule]:
    """What is due by now, the oldest first."""
    query = select(schedules).where(schedules.c.due_at <= now).order_by(schedules.c.due_at, schedules.c.id)
    return [_schedule(row) for row in db.execute(query)]


def next_due(db: Db) -> datetime | None:
    due_at: datetime | None = db.scalar(select(func.min(schedules.c.due_at)))
    return due_at


def claim(db: Db, schedule: int, *, seen: datetime, next_due_at: datetime | None) -> bool:
    """Move on to the next due time, if nobody has since it was seen. Returns whether this call did."""
    moved = db.execute(
        update(schedules).where(schedules.c.id == schedule, schedules.c.due_at == seen).values(due_at=next_due_at)
    )
    return moved.rowcount == 1


def claim_once(db: Db, schedule: int, *, seen: datetime) -> bool:
    """The same for what is due once, whose row goes."""
    return db.execute(delete(schedules).where(schedules.c.id == schedule, schedules.c.due_at == seen)).rowcount == 1


def occurred(db: Db, schedule: int, *, local_date: date, due_at: datetime, done_at: datetime, skipped: bool) -> bool:
    """Write an occurrence down; False when that date had one already."""
    values = {
        "schedule_id": schedule,
        "local_date": local_date,
        "due_at": due_at,
        "done_at": done_at,
        "skipped": skipped,
    }
    return db.execute(insert(occurrences).values(values).on_conflict_do_nothing()).rowcount == 1


def remove(db: Db, *, task: str, about: int) -> None:
    db.execute(delete(schedules).where(schedules.c.task == task, schedules.c.about == about))


def _schedule(row: Row[Any]) -> Schedule:
    return Schedule(id=row.id, task=row.task, about=row.about, due_at=row.due_at, recurrence=_recurrence(row))


def _recurrence(row: Row[Any]) -> Recurrence | None:
    if row.rule is None:
        return None
    starts_on = datetime.fromisoformat(row.starts_on)
    return Recurrence(rule=row.rule, zone=row.zone, starts_on=starts_on, late_policy=row.late_policy)
