"""Whom something is for, in words and as buttons that are picked and put back."""

from collections.abc import Callable, Iterable, Sequence

from domain.audience import OFFERED_ROLES, Audience
from domain.people import Person, Role
from domain.vocabulary import Vocabulary
from handlers.callback_data import Tap
from handlers.card import Button, Rows, Scene, columns_for, grid
from handlers.words import Html, Words
from storage import organisations, people, vocabulary

NAMED = 5
"""How many sites, organisations or people a line names before it counts the rest."""

PickSite = Callable[[str | None, bool], Tap]
PickRole = Callable[[Role, bool], Tap]


def described(audience: Audience, scene: Scene) -> Html:
    """A line such as "Till: Ordningsvakter · Överby köpcentrum · Trygg Bevakning · och Anna Lindqvist"."""
    words = scene.words
    parts = []
    if audience.sites and audience.roles:
        parts = [_roles(audience, words), _sites(audience, vocabulary.load(scene.db), words)]
        parts += [_listed(_organisations(audience, scene), words)] if audience.organisations else []
    if audience.people:
        parts.append(_listed([each.name or "?" for each in _people(audience, scene)], words))
    return words.html("audience", whom=" · ".join(parts))


def _organisations(audience: Audience, scene: Scene) -> list[str]:
    return [organisations.by_id(scene.db, each).name for each in audience.organisations]


def _people(audience: Audience, scene: Scene) -> list[Person]:
    known = people.by_ids(scene.db, audience.people)
    return [known[each] for each in audience.people if each in known]


def _listed(names: Sequence[str], words: Words) -> str:
    """The first few, and how many more."""
    more = [words.plain("audience-more", count=len(names) - NAMED)] if len(names) > NAMED else []
    return ", ".join([*names[:NAMED], *more])


def _roles(audience: Audience, words: Words) -> str:
    if set(OFFERED_ROLES) <= set(audience.roles):
        return words.plain("audience-every-role")
    return ", ".join(words.plain(f"audience-{role.value}") for role in OFFERED_ROLES if role in audience.roles)


def _sites(audience: Audience, vocab: Vocabulary, words: Words) -> str:
    if len(vocab.own_sites) > 1 and {site.key for site in vocab.own_sites} <= set(audience.sites):
        return words.plain("every-site")
    return _listed([site.name(words.language) for site in vocab.sites.values() if site.key in audience.sites], words)


def site_rows(audience: Audience, offered: Sequence[str], pick: PickSite, vocab: Vocabulary, words: Words) -> Rows:
    """A button for each site, and one for all of them where there are several."""
    names = {site: vocab.site(site).name(words.language) for site in offered}
    picked = {site: site in audience.sites for site in offered}
    choices = [choice(names[site], pick(site, not picked[site]), words, picked=picked[site]) for site in offered]
    every = all(picked.values())
    all_of_them = choice(words.plain("audience-every-site"), pick(None, not every), words, picked=every)
    return [*([[all_of_them]] if len(offered) > 1 else []), *grid(choices, _columns(names.values(), words))]


def role_rows(audience: Audience, pick: PickRole, words: Words) -> Rows:
    names = {role: words.plain(f"audience-{role.value}") for role in OFFERED_ROLES}
    picked = {role: role in audience.roles for role in OFFERED_ROLES}
    choices = [choice(names[role], pick(role, not picked[role]), words, picked=picked[role]) for role in OFFERED_ROLES]
    return grid(choices, _columns(names.values(), words))


def _columns(names: Iterable[str], words: Words) -> int:
    """By how they read once they are picked, so that no button moves when it is tapped."""
    return columns_for(words.plain("audience-picked", name=name) for name in names)


def choice(name: str, tap: Tap, words: Words, *, picked: bool) -> Button:
    """What is picked says so in words as well, and first: a colour alone would not reach everybody."""
    if picked:
        return Button(words.plain("audience-picked", name=name), tap, style="primary")
    return Button(name, tap)
