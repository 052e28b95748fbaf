"""When something is to happen: a row with a rule, put there by what wants it and carried out by `schedules`."""

from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.recurrence import LatePolicy, next_due
from domain.rota import ESCALATE_AFTER
from storage import Db
from storage import schedules as store
from storage.schedules import Recurrence


class Task(StrEnum):
    """What a schedule is for; `about` in its row says which one."""

    WEEKLY_DIGEST = "weekly_digest"
    REMINDER = "reminder"
    UPKEEP = "upkeep"
    END_SHIFT = "end_shift"
    DEPUTY_STARTS = "deputy_starts"
    DEPUTY_ENDS = "deputy_ends"
    ESCALATION = "escalation"
    ALERT = "alert"
    ALERT_GOAL = "alert_goal"
    ROLL_CALL = "roll_call"
    REACH_NEWS = "reach_news"


STANDS_FOR_THE_ZONE = Task.WEEKLY_DIGEST
EVERY_REPORT = 0
"""What the schedule of all escalations is about: it is never due itself, and says how long each waits."""
_MINUTELY = "FREQ=MINUTELY;INTERVAL="


def zone(db: Db) -> ZoneInfo:
    """The municipality's time zone, as the standing schedules were set by at the last start."""
    standing = store.find(db, task=STANDS_FOR_THE_ZONE, about=0)
    if standing is None or standing.recurrence is None:
        raise LookupError("the standing schedules have not been set yet")
    return ZoneInfo(standing.recurrence.zone)


def keep_wait(db: Db, wait: timedelta, *, zone: ZoneInfo, now: datetime) -> None:
    """Remember how long an escalation waits for somebody to open a report before the next is called."""
    rule = f"{_MINUTELY}{wait // timedelta(minutes=1)}"
    starts_on = now.astimezone(zone).replace(tzinfo=None, microsecond=0)
    kept = Recurrence(rule=rule, zone=zone.key, starts_on=starts_on, late_policy=LatePolicy.MERGE)
    store.put(db, task=Task.ESCALATION, about=EVERY_REPORT, due_at=None, recurrence=kept)


def wait_of_escalation(db: Db) -> timedelta:
    kept = store.find(db, task=Task.ESCALATION, about=EVERY_REPORT)
    if kept is None or kept.recurrence is None:
        return ESCALATE_AFTER
    return timedelta(minutes=int(kept.recurrence.rule.removeprefix(_MINUTELY)))


def is_set(db: Db, task: Task, *, about: int) -> bool:
    """Whether the task is to be carried out for that."""
    return store.find(db, task=task, about=about) is not None


def once(db: Db, task: Task, *, about: int, at: datetime | None, now: datetime) -> None:
    """Have a task carried out once at a moment, in place of the one set before; None calls it off."""
    if at is None:
        store.remove(db, task=task, about=about)
    else:
        store.put(db, task=task, about=about, due_at=max(at, now))


def put(
    db: Db,
    task: Task,
    *,
    about: int,
    rule: str,
    zone: ZoneInfo,
    starts_on: datetime,
    now: datetime,
    late_policy: LatePolicy,
) -> datetime | None:
    """Set a schedule; returns when it is first due after now, or None when it never is."""
    due_at = next_due(rule, zone.key, starts_on, now)
    recurrence = Recurrence(rule=rule, zone=zone.key, starts_on=starts_on, late_policy=late_policy)
    store.put(db, task=task, about=about, due_at=due_at, recurrence=recurrence)
    return due_at
