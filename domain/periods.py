"""The periods that pictures are of: days of the municipality's calendar, whatever its clocks do in them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

DAYS: Final = 7
"""Days in a period; on how many of them somebody reported is the reporting rate of a site that expects no shifts."""

_WEEK = timedelta(days=DAYS)


@dataclass(frozen=True, slots=True)
class Period:
    """From `starts_at` up to `ends_at` (aware), in days of the zone's calendar: one of them may have 23 or 25 hours."""

    starts_at: datetime
    ends_at: datetime
    zone: ZoneInfo

    @property
    def before(self) -> "Period":
        """The same days and hours one week earlier."""
        return Period(_earlier(self.starts_at, _WEEK, self.zone), _earlier(self.ends_at, _WEEK, self.zone), self.zone)

    @property
    def days(self) -> list[date]:
        """The dates that it touches."""
        first, last = (moment.astimezone(self.zone).date() for moment in (self.starts_at, self.last_moment))
        return [first + timedelta(days=each) for each in range((last - first).days + 1)]

    @property
    def last_moment(self) -> datetime:
        return self.ends_at - timedelta(microseconds=1)

    def holds(self, moment: datetime) -> bool:
        return self.starts_at <= moment < self.ends_at


def week_before(moment: datetime, zone: ZoneInfo) -> Period:
    """The ISO week that ended with the last Monday 00:00 of the zone's clocks."""
    local = moment.astimezone(zone).date()
    monday = _midnight(local - timedelta(days=local.weekday()), zone)
    return Period(_earlier(monday, _WEEK, zone), monday, zone)


def seven_days_until(moment: datetime, zone: ZoneInfo) -> Period:
    """Today so far and the six days before it."""
    today = moment.astimezone(zone).date()
    return Period(_midnight(today - _WEEK + timedelta(days=1), zone), moment, zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)


def _earlier(moment: datetime, by: timedelta, zone: ZoneInfo) -> datetime:
    """By the clock on the wall: a day back is the same hour, however many hours that day had."""
    return (moment.astimezone(zone).replace(tzinfo=None) - by).replace(tzinfo=zone)
