"""Whom something is for, in words and as buttons that are picked and put back."""

from collections.abc import Callable, Sequence

from domain.audience import OFFERED_ROLES, Audience
from domain.people import Role
from domain.vocabulary import Vocabulary
from handlers.callback_data import Tap
from handlers.card import Button, Rows, grid
from handlers.words import Html, Words

NAMED = 10
"""How many sites a line names before it counts the rest."""

PickSite = Callable[[str | None, bool], Tap]
PickRole = Callable[[Role, bool], Tap]


def described(audience: Audience, vocab: Vocabulary, words: Words) -> Html:
    """A line such as "Till: Ordningsvakter, Näringsidkare · Överby köpcentrum"."""
    roles = ", ".join(words.plain(f"audience-{role.value}") for role in OFFERED_ROLES if role in audience.roles)
    named = [site.name(words.language) for site in vocab.sites.values() if site.key in audience.sites]
    if more := named[NAMED:]:
        named = [*named[:NAMED], words.plain("audience-more-sites", count=len(more))]
    return words.html("audience", roles=roles, sites=", ".join(named))


def site_rows(audience: Audience, offered: Sequence[str], pick: PickSite, vocab: Vocabulary, words: Words) -> Rows:
    """A button for each site, and one for all of them where there are several."""

    def choice(site: str) -> Button:
        picked = site in audience.sites
        return _choice(vocab.site(site).name(words.language), pick(site, not picked), words, picked=picked)

    every = set(offered) <= set(audience.sites)
    all_of_them = _choice(words.plain("audience-every-site"), pick(None, not every), words, picked=every)
    return [*([[all_of_them]] if len(offered) > 1 else []), *grid([choice(site) for site in offered])]


def role_rows(audience: Audience, pick: PickRole, words: Words) -> Rows:
    def choice(role: Role) -> Button:
        picked = role in audience.roles
        return _choice(words.plain(f"audience-{role.value}"), pick(role, not picked), words, picked=picked)

    return grid([choice(role) for role in OFFERED_ROLES])


def _choice(name: str, tap: Tap, words: Words, *, picked: bool) -> Button:
    """What is picked says so in words as well: a colour alone would not reach everybody."""
    if picked:
        return Button(words.plain("audience-picked", name=name), tap, style="primary")
    return Button(name, tap)
