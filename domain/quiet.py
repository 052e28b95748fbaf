"""Quiet hours: when a phone is left alone by what can wait for the morning."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.people import Person

HOURS = 24


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one full hour to another by the local clocks, over midnight or not; none at all when the two are the same.

    An hour that the clocks go through twice is quiet both times, and one that they jump over ends when they have.
    """

    starts: int
    ends: int

    @property
    def are_off(self) -> bool:
        return self.starts == self.ends

    def end_of(self, moment: datetime, zone: ZoneInfo) -> datetime | None:
        """When the quiet that holds at the moment is over; None when it does not hold."""
        local = moment.astimezone(zone)
        if (local.hour - self.starts) % HOURS >= (self.ends - self.starts) % HOURS:
            return None
        day = local.date() if local.hour < self.ends else local.date() + timedelta(days=1)
        return datetime.combine(day, time(self.ends), tzinfo=zone).astimezone(UTC)


USUAL = QuietHours(22, 7)
OFF = QuietHours(0, 0)
OFFERED = (USUAL, QuietHours(23, 6), OFF)
"""What a person can choose from."""


def hours_of(person: Person) -> QuietHours:
    """What the person chose, or what is usual."""
    if person.quiet_from is None or person.quiet_to is None:
        return USUAL
    return QuietHours(person.quiet_from, person.quiet_to)
