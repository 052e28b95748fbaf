"""When something is to happen: a row with a rule, put there by what wants it and carried out by `schedules`."""

from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.recurrence import LatePolicy, next_due
from storage import Db
from storage import schedules as store


class Task(StrEnum):
    """What a schedule is for; `about` in its row says which one."""

    WEEKLY_DIGEST = "weekly_digest"
    REMINDER = "reminder"
    UPKEEP = "upkeep"


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
    store.put(
        db,
        task=task,
        about=about,
        rule=rule,
        zone=zone.key,
        starts_on=starts_on,
        late_policy=late_policy,
        due_at=due_at,
    )
    return due_at
