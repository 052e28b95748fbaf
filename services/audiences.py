"""Choosing whom something is for, and who that is at this moment."""

from dataclasses import replace

from domain import rights
from domain.audience import OFFERED_ROLES, Audience
from domain.people import Person, Role
from domain.refusals import Stale
from domain.rights import Act
from domain.vocabulary import Vocabulary
from storage import Db, people, vocabulary


def sites_offered(person: Person, act: Act, words: Vocabulary) -> tuple[str, ...]:
    """The sites where the person may do it, in the vocabulary's order; a neighbour without places is none of ours."""
    ours = (site.key for site in words.own_sites)
    return tuple(site for site in ours if rights.may(person, act, site=site))


def pick_site(db: Db, person: Person, act: Act, *, audience: Audience, site: str | None, wanted: bool) -> Audience:
    """The audience with or without a site; None stands for all that are offered. Raises NotAllowed and Stale."""
    offered = sites_offered(person, act, vocabulary.load(db))
    if site is None:
        return replace(audience, sites=offered if wanted else ())
    rights.require(person, act, site=site)
    if site not in offered:
        raise Stale
    return audience.with_site(site, wanted=wanted)


def pick_role(*, audience: Audience, role: Role, wanted: bool) -> Audience:
    """The audience with or without a role. Raises Stale for one that is not offered."""
    if role not in OFFERED_ROLES:
        raise Stale
    return audience.with_role(role, wanted=wanted)


def require_everywhere(person: Person, act: Act, audience: Audience) -> None:
    """Raise NotAllowed unless the person may do it at every site of the audience."""
    for site in audience.sites:
        rights.require(person, act, site=site)


def people_of(db: Db, audience: Audience) -> list[Person]:
    """Everybody whom the audience means now, by name."""
    return [person for person in people.members(db) if audience.includes(person)]
