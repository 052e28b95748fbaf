"""What falls due, and what is done about it: the tasks, each once per occurrence."""

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.recurrence import Decision, LatePolicy, decide_late, next_due
from services import digests, reminders
from services.timetable import Task, put
from storage import Db, outbox
from storage import schedules as store
from storage.schedules import Schedule

MONDAY_MORNING = "FREQ=WEEKLY;BYDAY=MO;BYHOUR=8;BYMINUTE=0;BYSECOND=0"

_TASKS: Mapping[Task, Callable[..., None]] = {
    Task.WEEKLY_DIGEST: digests.close_week,
    Task.REMINDER: reminders.ring,
}
"""Called as `task(db, about, due=…, now=…)`, where `due` is the occurrence's own time."""


def prepare(db: Db, *, zone: ZoneInfo, now: datetime) -> None:
    """See to it that the standing schedules exist; one in another time zone than before is set anew."""
    standing = store.find(db, task=Task.WEEKLY_DIGEST, about=0)
    if standing is None or standing.zone != zone.key:
        put(db, Task.WEEKLY_DIGEST, about=0, rule=MONDAY_MORNING, zone=zone, starts_on=_local(now, zone), now=now)


def run_next(db: Db, *, now: datetime) -> bool:
    """Carry out the one thing that has been due the longest, in this transaction. Returns whether there was one."""
    waiting = store.due(db, now=now)
    if not waiting:
        return False
    _run(db, waiting[0], now=now)
    return True


def next_scheduled(db: Db) -> datetime | None:
    return store.next_due(db)


def next_due_at(db: Db) -> datetime | None:
    """When the next schedule or the next message falls due."""
    return min((due for due in (store.next_due(db), outbox.next_due(db)) if due), default=None)


def _run(db: Db, schedule: Schedule, *, now: datetime) -> None:
    seen = schedule.due_at
    if seen is None:
        return
    following = next_due(schedule.rule, schedule.zone, schedule.starts_on, seen)
    if not store.claim(db, schedule.id, seen=seen, next_due_at=following):
        return
    decision = decide_late(LatePolicy(schedule.late_policy), seen, now, following)
    local_date = seen.astimezone(ZoneInfo(schedule.zone)).date()
    skipped = decision is not Decision.RUN
    if (
        store.occurred(db, schedule.id, local_date=local_date, due_at=seen, done_at=now, skipped=skipped)
        and not skipped
    ):
        _TASKS[Task(schedule.task)](db, schedule.about, due=seen, now=now)


def _local(now: datetime, zone: ZoneInfo) -> datetime:
    return now.astimezone(zone).replace(tzinfo=None, microsecond=0)
