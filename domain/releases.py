"""A release: a report's text, as it was written or reworded, for others than those who may read it anyway."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zlib import crc32

from domain.people import Person, Role

REWORDING_LENGTH = 1000
"""How much a reworded text holds: it says what others need, and no more."""


class Among(StrEnum):
    """Of what kind those are whom a text is released to."""

    EVERYBODY = "everybody"
    ROLE = "role"
    ORGANISATION = "organisation"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a text is released to: one role, organisation or person, or all at the site when none is named."""

    role: Role | None = None
    organisation: int | None = None
    person: int | None = None

    @classmethod
    def of(cls, among: Among, key: str | None) -> "Whom":
        """As a button names them. Raises ValueError for a key that names nobody."""
        if among is Among.EVERYBODY:
            return cls()
        if key is None:
            raise ValueError(among)
        if among is Among.ROLE:
            return cls(role=Role(key))
        return cls(organisation=int(key)) if among is Among.ORGANISATION else cls(person=int(key))

    def includes(self, reader: Person, *, site: str) -> bool:
        """Whether somebody who holds a role at the site is among them."""
        if self.person is not None:
            return self.person == reader.id
        if self.organisation is not None:
            return self.organisation == reader.organisation_id
        return self.role is None or self.role in reader.roles_at(site)

    @property
    def is_narrow(self) -> bool:
        """Whether somebody is meant by name."""
        return self.organisation is not None or self.person is not None


def mark_of(text: str) -> int:
    """A short number that another text hardly has: by it a button says which text its card showed."""
    return crc32(text.encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """For one person, an organisation or a role at the report's site; for all at the site when none is named."""

    id: int
    report: int
    text: str
    released_at: datetime
    role: Role | None = None
    organisation: int | None = None
    person: int | None = None
    revoked_at: datetime | None = None

    @property
    def whom(self) -> Whom:
        return Whom(self.role, self.organisation, self.person)

    def is_for(self, reader: Person, *, site: str) -> bool:
        """Whether it reaches somebody who holds a role at the report's site."""
        return self.revoked_at is None and self.whom.includes(reader, site=site)
