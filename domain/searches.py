"""A search among reports: by place, category and time, never by person."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

NIGHT_BEGINS = time(18)


class Filter(StrEnum):
    """What a search can be narrowed by; the card asks for one at a time."""

    SITE = "site"
    PLACE = "place"
    CATEGORY = "category"
    PERIOD = "period"


class Period(StrEnum):
    """How far back; without one it is all that there is."""

    NIGHT = "night"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"

    @property
    def days(self) -> int:
        return _DAYS[self]

    @classmethod
    def of_days(cls, days: int | None) -> "Period | None":
        return next((period for period in cls if period.days == days), None)


_DAYS = {Period.NIGHT: 1, Period.WEEK: 7, Period.MONTH: 30, Period.QUARTER: 90}


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What somebody looks for; what is None is not asked for."""

    site: str | None = None
    place: str | None = None
    category: str | None = None
    period: Period | None = None

    def since(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """From when on: the night from the last 18:00 of the zone's clocks, else whole days back from now."""
        if self.period is None:
            return None
        if self.period is not Period.NIGHT:
            return now - timedelta(days=self.period.days)
        local = now.astimezone(zone)
        begins = datetime.combine(local.date(), NIGHT_BEGINS, zone)
        return (begins if begins <= local else begins - timedelta(days=1)).astimezone(now.tzinfo)
