"""An alert: what the strategist tells an audience, from a draft to its end."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.audience import NOBODY, Audience
from domain.goals import Goal, Step
from domain.people import Language
from domain.sending import Priority

TEXT_LENGTH: Final = 2000
"""How much text one alert holds; a card must fit Telegram's 4,096 with everything around it."""

UNDO_TIME: Final = timedelta(seconds=60)
"""How long an alert waits before it leaves, to be called back; what is acute need not wait."""
LATE_LIMIT: Final = timedelta(hours=6)
"""What should have left longer ago, or longer than it holds for, stays: a rumour of Friday is none on Monday."""
LASTS_OFFERED: Final = (2, 6, 12, 24, 72)
"""Hours that an alert can hold for."""


class Level(StrEnum):
    INFORMATION = "information"
    WARNING = "warning"
    ACUTE = "acute"

    @property
    def priority(self) -> Priority:
        return Priority.ALERT if self is Level.ACUTE else Priority.REPORT

    @property
    def is_silent(self) -> bool:
        """Whether the phone makes no sound for it."""
        return self is Level.INFORMATION

    @property
    def breaks_quiet(self) -> bool:
        """Whether it rings in quiet hours as well."""
        return self is Level.ACUTE

    @property
    def lasts(self) -> int:
        """Hours that it holds for when its author says nothing else."""
        return {Level.ACUTE: 6, Level.WARNING: 12, Level.INFORMATION: 72}[self]


class Screen(StrEnum):
    """What the draft's card asks for: the first four must be answered, the rest has a default."""

    TEXT = "text"
    LEVEL = "level"
    SITES = "sites"
    ROLES = "roles"
    AUDIENCE = "audience"
    ORGANISATIONS = "organisations"
    PEOPLE = "people"
    MORE = "more"
    LASTS = "lasts"
    GOAL = "goal"
    WAIT = "wait"
    DAY = "day"
    HOUR = "hour"
    UNREACHABLE = "unreachable"


class Template(StrEnum):
    """What an alert can begin with; the words are in the locale files until a strategist changes them."""

    CAR_MEET = "car_meet"
    DISTURBANCE = "disturbance"
    THEFTS = "thefts"
    FIRE = "fire"
    INFORMATION = "information"

    @property
    def level(self) -> Level:
        return _LEVELS[self]


_LEVELS: Final = {
    Template.CAR_MEET: Level.WARNING,
    Template.DISTURBANCE: Level.WARNING,
    Template.THEFTS: Level.INFORMATION,
    Template.FIRE: Level.ACUTE,
    Template.INFORMATION: Level.INFORMATION,
}


class News(StrEnum):
    """What recipients are told of an alert that they have."""

    CORRECTED = "corrected"
    CALLED_OFF = "called_off"
    REMINDED = "reminded"


class Halt(StrEnum):
    """Why an alert that was ordered did not leave."""

    LATE = "late"
    AUTHOR = "author"


class Recall(StrEnum):
    """The two ways to end an alert before its time: nothing more is to be done, or it should not have been sent."""

    CALL_OFF = "call_off"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A draft until `sends_at` is set, ordered until it leaves at `sent_at`. All times are aware UTC.

    `version` is raised by every change of a draft, `edition` by every correction of what was sent. `translation` is the
    text in the other language than `language`, where a template has one. `lasts` is in hours.
    """

    id: int
    author: int
    version: int
    created_at: datetime
    text: str | None = None
    language: Language = Language.SV
    translation: str | None = None
    photo: str | None = None
    level: Level | None = None
    audience: Audience = NOBODY
    lasts: int | None = None
    goal: Goal | None = None
    is_drill: bool = False
    screen: Screen | None = None
    page: int = 0
    within: int | None = None
    """The organisation whose people the card shows."""
    day: int | None = None
    """The day it is to leave, as an ordinal, until its hour is chosen."""
    later: datetime | None = None
    """When it is to leave, if not at once."""
    sends_at: datetime | None = None
    sent_at: datetime | None = None
    edition: int = 1
    correction: str | None = None
    """The text that is to take its place, until that is sent or dropped."""
    corrected_at: datetime | None = None
    expires_at: datetime | None = None
    called_off_at: datetime | None = None
    withdrawn_at: datetime | None = None
    discarded_at: datetime | None = None
    step: Step = Step.REMIND
    """What is done next if the goal is not met in time."""
    goal_met_at: datetime | None = None

    @property
    def is_draft(self) -> bool:
        return self.sends_at is None and self.discarded_at is None

    @property
    def is_ordered(self) -> bool:
        """Whether it waits to leave, and can be called back."""
        return self.sends_at is not None and self.sent_at is None and self.discarded_at is None

    @property
    def hours(self) -> int:
        """How long it holds for."""
        return self.lasts or (self.level or Level.INFORMATION).lasts

    def leaves_at(self, now: datetime) -> datetime:
        """When it leaves if it is sent now: there is always time to undo it."""
        return max(self.later or now, now + UNDO_TIME)

    def is_too_late(self, due: datetime, now: datetime) -> bool:
        """Whether it should have left so long ago that it is to be written anew."""
        return now - due > min(LATE_LIMIT, timedelta(hours=self.hours))

    def text_for(self, language: str) -> str:
        return (self.translation if self.translation and language != self.language else self.text) or ""

    @property
    def over_at(self) -> datetime | None:
        """Since when an answer comes too late: it was called off or taken back, or has expired."""
        ends = (self.called_off_at, self.withdrawn_at, self.expires_at)
        return min((end for end in ends if end), default=None)

    def is_over(self, now: datetime) -> bool:
        return self.over_at is not None and now >= self.over_at

    @property
    def is_recalled(self) -> bool:
        """Whether it was called off or taken back: what has not left by then never does."""
        return self.called_off_at is not None or self.withdrawn_at is not None

    @property
    def question(self) -> Screen | None:
        """What to ask: what the author turned to, else the next thing that is missing; None when it can be sent."""
        if self.screen:
            return self.screen
        missing = {
            Screen.TEXT: not self.text,
            Screen.LEVEL: self.level is None,
            Screen.SITES: not self.audience.sites and not self.audience.people,
            Screen.ROLES: bool(self.audience.sites) and not self.audience.roles,
        }
        return next((screen for screen, is_missing in missing.items() if is_missing), None)
