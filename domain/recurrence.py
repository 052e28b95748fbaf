"""When something recurs: an RFC 5545 RRULE in the wall-clock time of a zone, and what to do when it is late.

A rule gives at most one occurrence a day, so that an occurrence is known by its local date. A time that the clocks jump
over in spring is taken with the offset before the jump (RFC 5545 § 3.3.5: 02:30 becomes 03:30), one that comes twice in
autumn is the first of the two: both are what zoneinfo makes of fold=0.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

LATE_LIMIT: Final = timedelta(hours=6)
ON_TIME: Final = timedelta(minutes=5)
"""What is done so soon is not late: the metronome ticks, and a restart takes a moment."""

_FREQUENCIES: Final = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_TIMES_OF_DAY: Final = ("BYHOUR", "BYMINUTE", "BYSECOND")
_UNTIL_UTC: Final = "%Y%m%dT%H%M%SZ"
_LONGEST_JUMP: Final = timedelta(days=1)  # no zone has moved its clocks by more


class BadRule(ValueError):
    """Not an RRULE, or one that could give more than one occurrence a day."""


class LatePolicy(StrEnum):
    SEND_WITHIN_6H = "send_within_6h"
    MERGE = "merge"
    SKIP = "skip"


class Decision(StrEnum):
    """`MERGED`: the next occurrence is due as well and stands for this one. `SKIPPED`: too late to be of use."""

    RUN = "run"
    MERGED = "merged"
    SKIPPED = "skipped"


def next_due(rule: str, zone: str, start_local: datetime, after: datetime) -> datetime | None:
    """The first occurrence (UTC) later than `after`, or None when there is none.

    `start_local` has no zone; it gives the time of day, and where every second week is counted from. Raises BadRule.
    """
    return next(occurrences(rule, zone, start_local, after), None)


def occurrences(rule: str, zone: str, start_local: datetime, after: datetime) -> Iterator[datetime]:
    """All occurrences (UTC) later than `after`, in order; see `next_due`."""
    tz = ZoneInfo(zone)
    # A wall-clock time may lie after `after` in UTC and yet read earlier: look from the day before.
    since = after.astimezone(tz).replace(tzinfo=None) - _LONGEST_JUMP
    for local in _parse(rule, tz, start_local).xafter(since):
        due = local.replace(tzinfo=tz, fold=0).astimezone(UTC)
        if due > after:
            yield due


def decide_late(policy: LatePolicy, due: datetime, now: datetime, next_due: datetime | None) -> Decision:
    """What to do at `now` with an occurrence that was due at `due`, when the one after it is due at `next_due`."""
    late = now - due
    if late <= ON_TIME:
        return Decision.RUN
    match policy:
        case LatePolicy.SEND_WITHIN_6H:
            return Decision.RUN if late <= LATE_LIMIT else Decision.SKIPPED
        case LatePolicy.MERGE:
            return Decision.MERGED if next_due and next_due <= now else Decision.RUN
        case LatePolicy.SKIP:
            return Decision.SKIPPED


def _parse(rule: str, tz: ZoneInfo, start_local: datetime) -> rrule:
    parts = dict(part.partition("=")[::2] for part in rule.upper().removeprefix("RRULE:").split(";"))
    if parts.get("FREQ") not in _FREQUENCIES or any("," in parts.get(time, "") for time in _TIMES_OF_DAY):
        raise BadRule(rule)
    try:
        if int(parts.get("INTERVAL", 1)) < 1:
            raise BadRule(rule)
        if parts.get("UNTIL", "").endswith("Z"):  # as the RFC wants it; dateutil has no zone here to compare it in
            until = datetime.strptime(parts["UNTIL"], _UNTIL_UTC).replace(tzinfo=UTC)
            parts["UNTIL"] = f"{until.astimezone(tz):%Y%m%dT%H%M%S}"
        parsed = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=start_local)
    except (ValueError, TypeError) as error:
        raise BadRule(rule) from error
    if not isinstance(parsed, rrule):
        raise BadRule(rule)
    return parsed
