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
GROUP_SIZES = (5, 10, 20, 40, MOST_SEATS)
"""How many people a picture can be made for."""
TOKEN_BYTES = 24
"""Gives 32 characters of `A-Za-z0-9_-`, within Telegram's 64 for a deep link."""

FOR_EVERY_SITE = frozenset({Role.STRATEGIST, Role.AUDITOR})
"""Roles that are not given for a single site. Only a strategist invites to them, and each by a link of its own."""
FOR_A_SITE = tuple(role for role in Role if role not in FOR_EVERY_SITE)
"""Roles that a contact can invite to as well, and that one picture can bring many of."""


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
    claimed_name: str | None = None
    """What Telegram calls whoever claims to have the new phone."""
    cancelled_at: datetime | None = None

    @property
    def is_for_many(self) -> bool:
        """One picture for several: whoever scans it is not known, and waits to be approved."""
        return self.seats > 1

    @property
    def is_full(self) -> bool:
        """Whether nobody new can begin to join; of many who begin, those who say yes first get the seats."""
        return self.is_used_up if self.is_for_many else self.taken >= self.seats

    @property
    def valid_for(self) -> timedelta:
        return GROUP_VALID_FOR if self.is_for_many else VALID_FOR

    @property
    def is_used_up(self) -> bool:
        return self.used >= self.seats

    def usable(self, now: datetime) -> bool:
        return not self.is_used_up and self.cancelled_at is None and now < self.expires_at
