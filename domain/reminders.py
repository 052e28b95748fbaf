"""A reminder: something that an audience is told at an hour, until one of them has done it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from domain.audience import NOBODY, Audience
from domain.people import Person

TEXT_LENGTH: Final = 1000
ONCE: Final = "FREQ=DAILY;COUNT=1"
DAYS_OFFERED: Final = 9
"""Today, tomorrow and the seven days after."""
HOURS: Final = range(7, 22)


class Screen(StrEnum):
    """What the draft's card asks for."""

    TEXT = "text"
    SITES = "sites"
    ROLES = "roles"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A draft until `set_at`, then it rings once. `day` and `hour` are the municipality's wall clock; moments are UTC.

    It belongs to the maker's organisation and rings also when the maker has left. `only_author` is for the maker alone.
    """

    id: int
    author: int
    organisation: int
    version: int
    created_at: datetime
    text: str | None = None
    audience: Audience = NOBODY
    only_author: bool = False
    day: date | None = None
    hour: int | None = None
    screen: Screen | None = None
    set_at: datetime | None = None
    rung_at: datetime | None = None
    discarded_at: datetime | None = None
    done_at: datetime | None = None
    done_by: int | None = None

    @property
    def is_draft(self) -> bool:
        return self.set_at is None and self.discarded_at is None

    @property
    def can_be_discarded(self) -> bool:
        return self.rung_at is None and self.discarded_at is None

    @property
    def starts_on(self) -> datetime | None:
        """Day and hour as one wall-clock time, without a zone."""
        if self.day is None or self.hour is None:
            return None
        return datetime.combine(self.day, time(self.hour))

    @property
    def question(self) -> Screen | None:
        """What to ask: what the maker turned to, else the next thing that is missing; None when it can be set."""
        if self.screen:
            return self.screen
        missing = {
            Screen.TEXT: not self.text,
            Screen.SITES: not (self.only_author or self.audience.sites),
            Screen.ROLES: not (self.only_author or self.audience.roles),
            Screen.DAY: self.day is None,
            Screen.HOUR: self.hour is None,
        }
        return next((screen for screen in Screen if missing[screen]), None)

    def is_for(self, person: Person) -> bool:
        if self.only_author:
            return person.is_member and person.id == self.author
        return self.audience.includes(person)


def days_offered(now: datetime) -> Sequence[date]:
    """The days that can be chosen at `now` (local); today only while one of its hours is to come."""
    days = [now.date() + timedelta(days=ahead) for ahead in range(DAYS_OFFERED)]
    return days if hours_offered(days[0], now) else days[1:]


def hours_offered(day: date, now: datetime) -> Sequence[int]:
    """The hours of a day that are still to come at `now` (local)."""
    if day == now.date():
        return [hour for hour in HOURS if hour > now.hour]
    return list(HOURS) if day > now.date() else []
