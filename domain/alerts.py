"""An alert: what the strategist tells an audience, and the ledger of what became of it."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.audience import NOBODY, Audience
from domain.sending import Priority, State

TEXT_LENGTH = 2000
"""How much text one alert holds; a card must fit Telegram's 4,096 with everything around it."""

COUNTED_EVERY = timedelta(seconds=3)
"""The shortest time between two counts on the sender's card: edits come out of the same budget as the alerts."""
COUNTED_SLOWER = 10
"""What is still under way after long is counted after another tenth of that time."""


class Level(StrEnum):
    INFORMATION = "information"
    WARNING = "warning"
    ACUTE = "acute"

    @property
    def priority(self) -> Priority:
        return Priority.URGENT if self is Level.ACUTE else Priority.REPORT

    @property
    def is_silent(self) -> bool:
        """Whether the phone makes no sound for it."""
        return self is Level.INFORMATION


class Screen(StrEnum):
    """What the draft's card asks for."""

    TEXT = "text"
    LEVEL = "level"
    SITES = "sites"
    ROLES = "roles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A draft until `sent_at`; `version` is raised by every change. All times are aware UTC."""

    id: int
    author: int
    version: int
    created_at: datetime
    text: str | None = None
    level: Level | None = None
    audience: Audience = NOBODY
    screen: Screen | None = None
    sent_at: datetime | None = None
    discarded_at: datetime | None = None

    @property
    def is_draft(self) -> bool:
        return self.sent_at is None and self.discarded_at is None

    @property
    def question(self) -> Screen | None:
        """What to ask: what the author turned to, else the next thing that is missing; None when it can be sent."""
        if self.screen:
            return self.screen
        missing = {
            Screen.TEXT: not self.text,
            Screen.LEVEL: self.level is None,
            Screen.SITES: not self.audience.sites,
            Screen.ROLES: not self.audience.roles,
        }
        return next((screen for screen in Screen if missing[screen]), None)


class Fate(StrEnum):
    """What became of an alert for one recipient; each recipient has exactly one."""

    ACKNOWLEDGED = "acknowledged"
    DELIVERED = "delivered"
    PENDING = "pending"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


_FATES = {
    State.PENDING: Fate.PENDING,
    State.SENDING: Fate.PENDING,
    State.SENT: Fate.DELIVERED,
    State.UNKNOWN: Fate.UNKNOWN,
    State.UNREACHABLE: Fate.UNREACHABLE,
    State.FAILED: Fate.UNREACHABLE,
    State.EXPIRED: Fate.EXPIRED,
    State.WITHDRAWN: Fate.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person whom the alert was meant for when it was sent, and the state of their message."""

    person: int
    state: State
    acknowledged_at: datetime | None

    @property
    def fate(self) -> Fate:
        """Who has acknowledged it has got it, whatever is known of the sending."""
        return Fate.ACKNOWLEDGED if self.acknowledged_at else _FATES[self.state]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """How many recipients had which fate. `intended` is always the sum of the others."""

    intended: int
    acknowledged: int
    delivered: int
    pending: int
    unknown: int
    unreachable: int
    expired: int
    withdrawn: int

    @property
    def sent(self) -> int:
        """How many Telegram has accepted it for; it never says who has read it."""
        return self.acknowledged + self.delivered

    def recounted_at(self, *, sent_at: datetime, now: datetime) -> datetime | None:
        """When the numbers are to be looked at again, or None when nothing is under way any more."""
        return now + max(COUNTED_EVERY, (now - sent_at) / COUNTED_SLOWER) if self.pending else None


def count(recipients: Collection[Recipient]) -> Ledger:
    """The ledger of all recipients of an alert."""
    fates = Counter(recipient.fate for recipient in recipients)
    return Ledger(intended=len(recipients), **{fate.value: fates[fate] for fate in Fate})
