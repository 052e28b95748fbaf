"""Invites: a single-use way in, for one role at one site."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.people import Role

VALID_FOR = timedelta(days=7)
"""How long a single-use link works, the steps up to acceptance included."""
TOKEN_BYTES = 24
"""Gives 32 characters of `A-Za-z0-9_-`, within Telegram's 64 for a deep link."""

FOR_EVERY_SITE = frozenset({Role.STRATEGIST, Role.AUDITOR})
"""Roles that are not given for a single site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """Being written until it has a token, which is erased when it was used."""

    id: int
    token: str | None
    role: Role | None
    site: str | None
    organisation_id: int | None
    organisation: str | None
    invited_by: int | None
    created_at: datetime
    expires_at: datetime
    used_by: int | None
    used_at: datetime | None
    cancelled_at: datetime | None

    def usable(self, now: datetime) -> bool:
        return self.used_at is None and self.cancelled_at is None and now < self.expires_at
