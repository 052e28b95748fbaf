"""A release: a report's text, as it was written or reworded, for others than those who may read it anyway."""

from dataclasses import dataclass
from datetime import datetime

from domain.people import Person, Role


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

    def is_for(self, reader: Person, *, site: str) -> bool:
        """Whether it reaches somebody who holds a role at the report's site."""
        if self.revoked_at:
            return False
        if self.person is not None:
            return self.person == reader.id
        if self.organisation is not None:
            return self.organisation == reader.organisation_id
        return self.role is None or self.role in reader.roles_at(site)
