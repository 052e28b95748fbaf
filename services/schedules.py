"""What falls due, and what is done about it: the tasks, each once per occurrence."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.recurrence import Decision, LatePolicy, decide_late, next_due
from domain.rota import ESCALATE_AFTER
from services import alerts, deputies, digests, escalation, goals, reminders, roll_call, shifts, timetable, upkeep
from services.timetable import Task, put
from storage import Db, delivery
from storage import schedules as store
from storage.schedules import Recurrence

STANDING: Mapping[Task, str] = {
    Task.WEEKLY_DIGEST: "FREQ=WEEKLY;BYDAY=MO;BYHOUR=8;BYMINUTE=0;BYSECOND=0",
    Task.UPKEEP: "FREQ=DAILY;BYHOUR=3;BYMINUTE=30;BYSECOND=0",
    Task.ROLL_CALL: "FREQ=DAILY;BYHOUR=4;BYMINUTE=0;BYSECOND=0",
    Task.REACH_NEWS: "FREQ=DAILY;BYHOUR=7;BYMINUTE=30;BYSECOND=0",
}
"""What recurs whether anybody asks for it or not, by the municipality's clocks."""

_TASKS: Mapping[Task, Callable[..., None]] = {
    Task.WEEKLY_DIGEST: digests.close_week,
    Task.REMINDER: reminders.ring,
    Task.UPKEEP: upkeep.nightly,
    Task.END_SHIFT: shifts.run_out,
    Task.DEPUTY_STARTS: deputies.starts,
    Task.DEPUTY_ENDS: deputies.ends,
    Task.ESCALATION: escalation.call_next,
    Task.ALERT: alerts.leave,
    Task.ALERT_GOAL: goals.pursue,
    Task.ROLL_CALL: roll_call.hold,
    Task.REACH_NEWS: roll_call.tell,
}
"""Called as `task(db, about, due=…, now=…)`, where `due` is the occurrence's own time."""


def prepare(db: Db, *, zone: ZoneInfo, now: datetime, escalate_after: timedelta = ESCALATE_AFTER) -> None:
    """See to it that the standing schedules exist; one with another rule or time zone than before is set anew."""
    timetable.keep_wait(db, escalate_after, zone=zone, now=now)
    for task, rule in STANDING.items():
        standing = store.find(db, task=task, about=0)
        known = standing.recurrence if standing else None
        if known is None or (known.rule, known.zone) != (rule, zone.key):
            starts_on = now.astimezone(zone).replace(tzinfo=None, microsecond=0)
            put(db, task, about=0, rule=rule, zone=zone, starts_on=starts_on, now=now, late_policy=LatePolicy.MERGE)


def due(db: Db, *, now: datetime) -> list[int]:
    """What is due by now, the oldest first."""
    return [schedule.id for schedule in store.due(db, now=now)]


def run(db: Db, schedule: int, *, now: datetime) -> None:
    """Carry out an occurrence that is due, in this transaction; one that somebody else has taken is left alone."""
    _occur(db, schedule, now=now, skip=False)


def skip(db: Db, schedule: int, *, now: datetime) -> None:
    """Leave out an occurrence that cannot be carried out; it is written down as skipped, and the next one stays due."""
    _occur(db, schedule, now=now, skip=True)


def next_due_at(db: Db) -> datetime | None:
    """When the next schedule or the next message falls due."""
    return min((due for due in (store.next_due(db), delivery.next_due(db)) if due), default=None)


def _occur(db: Db, number: int, *, now: datetime, skip: bool) -> None:
    schedule = store.by_id(db, number)
    if schedule is None or schedule.due_at is None or schedule.due_at > now:
        return
    seen, recurrence = schedule.due_at, schedule.recurrence
    if recurrence is None:
        wanted = store.claim_once(db, number, seen=seen) and not skip
    else:
        wanted = _recurs(db, number, recurrence, seen=seen, now=now, skip=skip)
    if wanted:
        _TASKS[Task(schedule.task)](db, schedule.about, due=seen, now=now)


def _recurs(db: Db, number: int, recurrence: Recurrence, *, seen: datetime, now: datetime, skip: bool) -> bool:
    """Set the next occurrence and write this one down. Returns whether it is to be carried out."""
    following = next_due(recurrence.rule, recurrence.zone, recurrence.starts_on, seen)
    if not store.claim(db, number, seen=seen, next_due_at=following):
        return False
    late = decide_late(LatePolicy(recurrence.late_policy), seen, now, following)
    skipped = skip or late is not Decision.RUN
    local_date = seen.astimezone(ZoneInfo(recurrence.zone)).date()
    new = store.occurred(db, number, local_date=local_date, due_at=seen, done_at=now, skipped=skipped)
    return new and not skipped
