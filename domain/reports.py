"""A report: what a person saw, where and when, from draft to closed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.severity import Severity

UNDO_TIME = timedelta(seconds=60)
ADDING_TIME = timedelta(minutes=10)
"""How long after sending a text, photo or position still attaches to the report."""
DRAFT_TIME = timedelta(hours=12)
"""How long a draft takes in what is sent out of the blue; its own buttons work as long as it exists."""
CUE_TIME = timedelta(hours=1)
"""What is over for longer than this does not show the 112 cue."""

CALM = "calm"
FOREWARNING = "forewarning"
DRUGS = "drugs"

TEXT_LENGTH = 2000
"""How much text one report holds; a card must fit Telegram's 4,096 with everything around it."""
NOTE_LENGTH = 500
"""How much one note to the reporter holds; the opened card shows a few beside the text."""
PHOTOS = 10


class Screen(StrEnum):
    """What the draft's card asks for when it is not simply the next missing thing."""

    SITE = "site"
    CATEGORY = "category"
    MORE = "more"
    PLACE = "place"
    SEVERITY = "severity"
    WHEN = "when"
    COUNT = "count"


class CloseReason(StrEnum):
    HANDLED = "handled"
    PASSED_ON = "passed_on"
    NO_ACTION = "no_action"
    DUPLICATE = "duplicate"


class When(StrEnum):
    """Event time as a guard says it; the card shows the clock time it gave."""

    NOW = "now"
    JUST_NOW = "just_now"
    HOUR_AGO = "hour_ago"
    EARLIER = "earlier"
    NIGHT = "night"


def moment_of(when: When, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment that a button means; None for now, which is settled when the report is sent.

    "Earlier" is six hours ago and "during the night" the last 02:00 of the zone's clocks: a shift's precision, no more.
    """
    if when is When.NIGHT:
        local = now.astimezone(zone)
        night = local.replace(hour=2, minute=0, second=0, microsecond=0)
        return (night if night <= local else night - timedelta(days=1)).astimezone(now.tzinfo)
    ago = {When.JUST_NOW: timedelta(minutes=15), When.HOUR_AGO: timedelta(hours=1), When.EARLIER: timedelta(hours=6)}
    return None if when is When.NOW else now - ago[when]


@dataclass(frozen=True, slots=True)
class Position:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A draft until `filed_at`; `number` is given when it is filed. All times are aware UTC."""

    id: int
    author: int
    organisation: str
    site: str
    version: int
    created_at: datetime
    touched_at: datetime
    number: int | None = None
    category: str | None = None
    place: str | None = None
    place_skipped: bool = False
    severity: Severity | None = None
    count: str | None = None
    ongoing: bool | None = None
    happened_at: datetime | None = None
    text: str | None = None
    position: Position | None = None
    photos: tuple[int, ...] = ()
    screen: Screen | None = None
    filed_at: datetime | None = None
    undone_at: datetime | None = None
    discarded_at: datetime | None = None
    read_at: datetime | None = None
    closed_at: datetime | None = None
    close_reason: CloseReason | None = None

    @property
    def is_draft(self) -> bool:
        return self.filed_at is None and self.discarded_at is None

    @property
    def counts(self) -> bool:
        """Whether it is part of the picture."""
        return self.filed_at is not None and self.undone_at is None

    @property
    def needs_place(self) -> bool:
        return self.category != CALM and self.place is None and not self.place_skipped

    @property
    def undo_until(self) -> datetime | None:
        return self.filed_at + UNDO_TIME if self.counts and self.filed_at else None

    def takes_additions(self, now: datetime) -> bool:
        """Whether what the author sends out of the blue belongs to this report.

        What is written after a quiet shift was sent is news: within it, no phone would ring and no 112 be shown.
        """
        if self.discarded_at or self.undone_at:
            return False
        if self.filed_at:
            return self.category != CALM and now <= self.filed_at + ADDING_TIME
        return now <= self.touched_at + DRAFT_TIME

    @property
    def empty(self) -> bool:
        return not (self.category or self.text or self.photos or self.position)
