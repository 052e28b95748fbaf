"""Whom something is for, in words and as buttons that are picked and put back."""

from collections.abc import Callable, Iterable, Sequence

from domain.audience import OFFERED_ROLES, Audience
from domain.people import Role
from domain.vocabulary import Vocabulary
from handlers.callback_data import Tap
from handlers.card import Button, Rows, columns_for, grid
from handlers.words import Html, Words

NAMED = 5
"""How many sites a line names before it counts the rest."""

PickSite = Callable[[str | None, bool], Tap]
PickRole = Callable[[Role, bool], Tap]


def described(audience: Audience, vocab: Vocabulary, words: Words) -> Html:
    """A line such as "Till: Ordningsvakter, Näringsidkare · Överby köpcentrum"."""
    return words.html("audience", roles=_roles(audience, words), sites=_sites(audience, vocab, words))


def _roles(audience: Audience, words: Words) -> str:
    if set(OFFERED_ROLES) <= set(audience.roles):
        return words.plain("audience-every-role")
    return ", ".join(words.plain(f"audience-{role.value}") for role in OFFERED_ROLES if role in audience.roles)


def _sites(audience: Audience, vocab: Vocabulary, words: Words) -> str:
    if len(vocab.own_sites) > 1 and {site.key for site in vocab.own_sites} <= set(audience.sites):
        return words.plain("every-site")
    named = [site.name(words.language) for site in vocab.sites.values() if site.key in audience.sites]
    if more := named[NAMED:]:
        named = [*named[:NAMED], words.plain("audience-more-sites", count=len(more))]
    return ", ".join(named)


def site_rows(audience: Audience, offered: Sequence[str], pick: PickSite, vocab: Vocabulary, words: Words) -> Rows:
    """A button for each site, and one for all of them where there are several."""
    names = {site: vocab.site(site).name(words.language) for site in offered}
    picked = {site: site in audience.sites for site in offered}
    choices = [_choice(names[site], pick(site, not picked[site]), words, picked=picked[site]) for site in offered]
    every = all(picked.values())
    all_of_them = _choice(words.plain("audience-every-site"), pick(None, not every), words, picked=every)
    return [*([[all_of_them]] if len(offered) > 1 else []), *grid(choices, _columns(names.values(), words))]


def role_rows(audience: Audience, pick: PickRole, words: Words) -> Rows:
    names = {role: words.plain(f"audience-{role.value}") for role in OFFERED_ROLES}
    picked = {role: role in audience.roles for role in OFFERED_ROLES}
    choices = [_choice(names[role], pick(role, not picked[role]), words, picked=picked[role]) for role in OFFERED_ROLES]
    return grid(choices, _columns(names.values(), words))


def _columns(names: Iterable[str], words: Words) -> int:
    """By how they read once they are picked, so that no button moves when it is tapped."""
    return columns_for(words.plain("audience-picked", name=name) for name in names)


def _choice(name: str, tap: Tap, words: Words, *, picked: bool) -> Button:
    """What is picked says so in words as well, and first: a colour alone would not reach everybody."""
    if picked:
        return Button(words.plain("audience-picked", name=name), tap, style="primary")
    return Button(name, tap)
