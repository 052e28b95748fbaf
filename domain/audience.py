"""Whom something is for: everybody who holds one of the roles at one of the sites, and people by name."""

from dataclasses import dataclass, replace
from typing import TypeVar

from domain.people import Person, Role

T = TypeVar("T")

OFFERED_ROLES = tuple(role for role in Role if role is not Role.AUDITOR)
"""The auditor oversees and takes no part."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Sites times roles, of all organisations unless some are named; and single people besides."""

    sites: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    organisations: tuple[int, ...] = ()
    people: tuple[int, ...] = ()

    @property
    def is_chosen(self) -> bool:
        return bool(self.sites and self.roles) or bool(self.people)

    def includes(self, person: Person) -> bool:
        return person.is_member and self.means(person)

    def means(self, person: Person) -> bool:
        """Whether it is for the person, who may have no phone at present."""
        return person.id in self.people or self._covers(person)

    def with_site(self, site: str, *, wanted: bool) -> "Audience":
        """Saying the same twice changes nothing."""
        return replace(self, sites=_with(self.sites, site, wanted=wanted))

    def with_role(self, role: Role, *, wanted: bool) -> "Audience":
        return replace(self, roles=_with(self.roles, role, wanted=wanted))

    def with_organisation(self, organisation: int, *, wanted: bool) -> "Audience":
        return replace(self, organisations=_with(self.organisations, organisation, wanted=wanted))

    def with_person(self, person: int, *, wanted: bool) -> "Audience":
        return replace(self, people=_with(self.people, person, wanted=wanted))

    def _covers(self, person: Person) -> bool:
        if self.organisations and person.organisation_id not in self.organisations:
            return False
        held = (post for post in person.posts if post.role in self.roles)
        return any(post.is_at(site) for post in held for site in self.sites)


def _with(chosen: tuple[T, ...], choice: T, *, wanted: bool) -> tuple[T, ...]:
    others = tuple(each for each in chosen if each != choice)
    return (*others, choice) if wanted else others


NOBODY = Audience()
