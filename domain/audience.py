"""Whom something is for: everybody who holds one of the roles at one of the sites."""

from dataclasses import dataclass, replace

from domain.people import Person, Role

OFFERED_ROLES = tuple(role for role in Role if role is not Role.AUDITOR)
"""The auditor oversees and takes no part."""


@dataclass(frozen=True, slots=True)
class Audience:
    sites: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    @property
    def is_chosen(self) -> bool:
        return bool(self.sites and self.roles)

    def includes(self, person: Person) -> bool:
        return person.is_member and any(person.roles_at(site) & set(self.roles) for site in self.sites)

    def with_site(self, site: str, *, wanted: bool) -> "Audience":
        """Saying the same twice changes nothing."""
        others = tuple(each for each in self.sites if each != site)
        return replace(self, sites=(*others, site) if wanted else others)

    def with_role(self, role: Role, *, wanted: bool) -> "Audience":
        others = tuple(each for each in self.roles if each is not role)
        return replace(self, roles=(*others, role) if wanted else others)


NOBODY = Audience()
