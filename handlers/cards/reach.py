"""Who cannot be reached, and why."""

from collections.abc import Iterator, Sequence

from domain.people import Person
from domain.reach import Unreachable
from domain.views import Probe, ReachNews
from handlers.buttons.people import OpenPerson, TurnPeople
from handlers.card import Button, Card, Scene, words_of
from handlers.words import BLANK, Html, Words, join_lines
from services import roll_call

NAMED = 5
"""How many of each kind are named before the rest is counted."""


def why_unreachable(person: Person, words: Words) -> str:
    """Such as "har blockerat boten"."""
    return words.plain(f"unreachable-{person.unreachable_why or Unreachable.NO_CHAT}")


@words_of(Probe)
def probe(_view: Probe, _scene: Scene) -> Card:
    """The bot is seen to write for some seconds by whoever looks at the chat just then; nobody else notices."""
    return Card(typing=True)


@words_of(ReachNews)
def reach_news(view: ReachNews, scene: Scene) -> Card:
    """Who was lost, with a button each, and who is back."""
    reach, words = roll_call.see(scene.db, scene.person, view), scene.words
    openings = [[Button(each.name or "?", OpenPerson(each.id, 0))] for each in reach.lost[:NAMED]]
    lines = [*_lost(reach.lost, words), *([BLANK] if reach.lost and reach.back else []), *_back(reach.back, words)]
    return Card(text=join_lines(*lines), buttons=[*openings, [Button(words.plain("button-people"), TurnPeople(0))]])


def _lost(people: Sequence[Person], words: Words) -> Iterator[Html]:
    if not people:
        return
    yield words.html("reach-lost", count=len(people))
    for each in people[:NAMED]:
        why = why_unreachable(each, words)
        yield words.html("reach-lost-line", name=each.name or "?", organisation=each.organisation, why=why)
    yield from _rest(people, words)
    yield words.html("reach-lost-means")


def _back(people: Sequence[Person], words: Words) -> Iterator[Html]:
    if not people:
        return
    yield words.html("reach-back", count=len(people))
    for each in people[:NAMED]:
        yield words.html("reach-back-line", name=each.name or "?", organisation=each.organisation)
    yield from _rest(people, words)


def _rest(people: Sequence[Person], words: Words) -> Iterator[Html]:
    if len(people) > NAMED:
        yield words.html("reach-more", count=len(people) - NAMED)
