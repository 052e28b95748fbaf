"""Choosing whom something is for, and who that is at this moment."""

from dataclasses import replace

from domain import rights
from domain.audience import OFFERED_ROLES, Audience
from domain.people import EVERY_SITE, Person, Role
from domain.refusals import NotAllowed, Stale
from domain.rights import Act
from domain.vocabulary import Vocabulary
from storage import Db, deputies, people, vocabulary


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


def may_address(db: Db, person: Person, act: Act, audience: Audience) -> bool:
    """Whether the person may do it at every site of the audience, and at one of each person's who is named in it."""
    named = people.by_ids(db, audience.people).values()
    at_sites = all(rights.may(person, act, site=site) for site in audience.sites)
    return at_sites and all(_may_address_one(person, act, each) for each in named)


def require_address(db: Db, person: Person, act: Act, audience: Audience) -> None:
    """Raise NotAllowed unless the person may do it to the whole audience."""
    rights.require(person, act)
    if not may_address(db, person, act, audience):
        raise NotAllowed


def people_of(db: Db, audience: Audience) -> list[Person]:
    """Everybody whom the audience means now, by name; for a person who is named, their deputy as well."""
    named = (deputies.of(db, each) for each in audience.people)
    standing_in = {each.deputy for each in named if each and each.active}
    return [each for each in people.members(db) if audience.includes(each) or each.id in standing_in]


def without_phone(db: Db, audience: Audience) -> list[Person]:
    """Those whom it means who take part and have no phone at present, by name."""
    return [each for each in people.without_phone(db) if audience.means(each)]


def _may_address_one(person: Person, act: Act, other: Person) -> bool:
    return any(rights.may(person, act, site=site) for site in other.roles or (EVERY_SITE,))
