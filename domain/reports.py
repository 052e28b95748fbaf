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
CORRECTING_TIME = timedelta(days=7)
"""How long its author may correct a report that nobody has closed."""
CUE_TIME = timedelta(hours=1)
"""What is over for longer than this does not show the 112 cue."""

LATE = timedelta(minutes=5)
"""How long after it was written a message came late; then it is asked when it happened."""
STALE = timedelta(minutes=30)
"""How long a draft may lie untouched before Send no longer means that it happens now."""

CALM = "calm"
FOREWARNING = "forewarning"
DRUGS = "drugs"
"""The categories that have rules of their own; a vocabulary may leave them out, not rename them."""

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
    LATE = "late"
    """When it happened, asked before anything else: its author's message came late."""


class CloseReason(StrEnum):
    NOTED = "noted"
    HANDLED = "handled"
    PASSED_ON = "passed_on"
    NO_ACTION = "no_action"


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


def is_late(written_at: datetime | None, now: datetime) -> bool:
    """Whether a message written then comes late; a tap tells no time of its own."""
    return written_at is not None and now - written_at > LATE


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
    organisation_id: int = 0
    structured_only: bool = False
    """Whether its organisation reports without texts and photos, and nobody is to read any."""
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
    shift: int | None = None
    via_phone: bool = False
    """Whether somebody else told it, whom its author wrote it down for."""
    on_behalf_of: int | None = None
    arrived_late: bool = False
    is_another: bool = False
    """Whether the author said that it is not what others have reported from there."""
    merged_into: int | None = None
    """The report of the same incident that this one corroborates."""
    lead: int | None = None
    """The report whose push tells of this one as well."""
    corrected_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: int | None = None
    approved_at: datetime | None = None
    """When what is guarded was opened to the site."""
    on_rota: frozenset[int] = frozenset()
    """Who was on the site's rota when phones rang for it: the rota may be another by the time it is read."""
    escalated: int = 0
    """How far along the rota it was called."""
    taken_at: datetime | None = None
    """When somebody on the rota, or a strategist, first opened it."""
    taken_by: int | None = None
    taken_on_rota: bool = False
    """Whether whoever opened it was on the rota that night."""
    discarded_at: datetime | None = None
    read_at: datetime | None = None
    closed_at: datetime | None = None
    close_reason: CloseReason | None = None

    @property
    def is_draft(self) -> bool:
        return self.filed_at is None and self.discarded_at is None

    @property
    def stands(self) -> bool:
        """Whether it was sent and not taken back."""
        return self.filed_at is not None and self.withdrawn_at is None

    @property
    def took_place_at(self) -> datetime:
        """When it happened, or as near to it as we know."""
        return self.happened_at or self.filed_at or self.created_at

    @property
    def counts(self) -> bool:
        """Whether it is an incident of its own in the picture."""
        return self.stands and self.merged_into is None

    @property
    def was_undone(self) -> bool:
        """Whether it was taken back within the time for it, as if it had never been sent."""
        undone = self.withdrawn_at and self.filed_at and self.withdrawn_at <= self.filed_at + UNDO_TIME
        return bool(undone) and self.withdrawn_by == self.author

    @property
    def needs_place(self) -> bool:
        return self.category != CALM and self.place is None and not self.place_skipped

    def asks_when(self, now: datetime) -> bool:
        """Whether it has to be asked when it happened, since Send would say that it is now."""
        if self.screen is Screen.LATE:
            return True
        return self.happened_at is None and self.category != CALM and now - self.touched_at > STALE

    @property
    def teller(self) -> tuple[int | None, ...]:
        """Who saw it: its author on their shift, or whoever the author wrote it down for."""
        if self.on_behalf_of is not None:
            return (self.on_behalf_of,)
        return (self.author, self.shift, self.organisation_id, int(self.via_phone))

    @property
    def undo_until(self) -> datetime | None:
        return self.filed_at + UNDO_TIME if self.stands and self.filed_at else None

    def takes_additions(self, now: datetime) -> bool:
        """Whether what the author sends out of the blue belongs to this report.

        What is written after a quiet shift was sent is news: within it, no phone would ring and no 112 be shown.
        """
        if self.discarded_at or self.withdrawn_at:
            return False
        if self.filed_at:
            return self.category != CALM and now <= self.filed_at + ADDING_TIME
        return now <= self.touched_at + DRAFT_TIME

    def takes_corrections(self, now: datetime) -> bool:
        """Whether its author may still correct it: what was closed has been acted on as it stood."""
        return self.filed_at is not None and not self.closed_at and now <= self.filed_at + CORRECTING_TIME

    @property
    def empty(self) -> bool:
        return not (self.category or self.text or self.photos or self.position)
