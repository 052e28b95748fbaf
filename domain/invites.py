"""Invites: a way in, for one role at one site; by a link for one person, or by one picture for several."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.people import Role

VALID_FOR = timedelta(days=7)
"""How long a single-use link works, the steps up to acceptance included."""
GROUP_VALID_FOR = timedelta(hours=24)
"""How long one picture for several people works."""
MOST_SEATS = 60
"""People that one picture can let in: a large guard company's Friday."""
TOKEN_BYTES = 24
"""Gives 32 characters of `A-Za-z0-9_-`, within Telegram's 64 for a deep link."""

FOR_EVERY_SITE = frozenset({Role.STRATEGIST, Role.AUDITOR})
"""Roles that are not given for a single site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """Being written until it has a token, which is erased when its last seat is used.

    A seat is `taken` by whoever has begun to join and `used` by whoever has said yes. One with a `person` gives nobody
    a role: it brings that person's new phone, which is `claimed_chat` until the contact confirms it.
    """

    id: int
    token: str | None
    role: Role | None
    site: str | None
    organisation_id: int | None
    organisation: str | None
    invited_by: int | None
    created_at: datetime
    expires_at: datetime
    seats: int = 1
    taken: int = 0
    used: int = 0
    duty_phone: bool = False
    person: int | None = None
    claimed_chat: int | None = None
    cancelled_at: datetime | None = None

    @property
    def is_used_up(self) -> bool:
        return self.used >= self.seats

    def usable(self, now: datetime) -> bool:
        return not self.is_used_up and self.cancelled_at is None and now < self.expires_at
