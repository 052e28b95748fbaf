"""A focus: what those on shift at a site are to look out for tonight."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

TEXT_LENGTH = 200
NIGHT_ENDS = time(6)
"""Until when a focus stands, by the municipality's clocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """Without a text while it is being written."""

    id: int
    site: str
    text: str
    set_by: int
    set_at: datetime
    until: datetime

    def stands(self, now: datetime) -> bool:
        return bool(self.text) and now < self.until


def morning_after(now: datetime, zone: ZoneInfo) -> datetime:
    """When the night ends that is going on or to come."""
    local = now.astimezone(zone)
    day = local.date() if local.time() < NIGHT_ENDS else local.date() + timedelta(days=1)
    return datetime.combine(day, NIGHT_ENDS, tzinfo=zone).astimezone(now.tzinfo)
