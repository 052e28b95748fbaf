"""A deputy: somebody who holds another's posts for a period, and gives them back by themselves."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

DAYS_OFFERED = (1, 2, 3, 5, 7, 14, 21, 28)
"""Longer than a holiday means that somebody else should hold the post."""


class Start(StrEnum):
    NOW = "now"
    TOMORROW = "tomorrow"
    MONDAY = "monday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deputyship:
    """Planned until it is `active`, then until `ended_at`."""

    id: int
    person: int
    deputy: int
    starts_at: datetime
    ends_at: datetime
    active: bool
    ended_at: datetime | None

    @property
    def stands(self) -> bool:
        return self.ended_at is None

    def is_for(self, deputy: int, *, starts_at: datetime, ends_at: datetime, now: datetime) -> bool:
        """Whether it is that one already: what began before now is as good as what begins now."""
        begins = self.active if starts_at <= now else self.starts_at == starts_at
        return begins and (self.deputy, self.ends_at) == (deputy, ends_at)


def period(start: Start, days: int, *, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when: whole days by the zone's clocks, the first of them begun already if it starts now."""
    today = now.astimezone(zone).date()
    ahead = {Start.NOW: 0, Start.TOMORROW: 1, Start.MONDAY: 7 - today.weekday()}[start]
    midnight = datetime.combine(today + timedelta(days=ahead), time(), tzinfo=zone)
    last = datetime.combine(today + timedelta(days=ahead + days), time(), tzinfo=zone)
    starts_at = now if start is Start.NOW else midnight.astimezone(now.tzinfo)
    return starts_at, last.astimezone(now.tzinfo)
