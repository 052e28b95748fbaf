"""The rota: which site, its week, one weekday or night of it, and the word to whoever was put there."""

from collections.abc import Sequence
from datetime import timedelta

from domain.people import Person
from domain.rota import NIGHTS_AHEAD, WEEK, night_in, slot_of
from domain.views import Rota, RotaNews, RotaNights, Rotas, RotaSlot
from handlers.buttons import rota as tap
from handlers.card import Button, Card, Scene, columns_for, grid, words_of
from handlers.cards import facts
from handlers.cards.start import site_name
from handlers.words import Html, Words, join_lines
from services import rota
from storage import vocabulary

NEXT = ("ask-rota-first", "ask-rota-second", "ask-rota-third")
"""What the card asks, by how many are on the rota already."""
NIGHTS_SHOWN = 3
"""So many of the nights that differ stand below the week; with all fourteen it would be a wall of names."""


@words_of(Rotas)
def rotas(view: Rotas, scene: Scene) -> Card:
    """The sites, with whom tonight's calls go to."""
    page = rota.sites(scene.db, scene.person, view.page, now=scene.now)
    words = scene.words
    lines = [
        words.html("rota-line", when=_site(site, scene), who=_who(people, words))
        for site, people in page.tonight.items()
    ]
    openings = [[Button(_site(site, scene), tap.ShowRota(site))] for site in page.tonight]
    pager = facts.pager(page.page, page.pages, tap.ShowRotas, words)
    text = join_lines(words.html("rotas-title"), words.html("rotas-tonight"), *lines)
    return Card(text=text, buttons=[*openings, *pager])


@words_of(Rota)
def week(view: Rota, scene: Scene) -> Card:
    """The week as lines and the next nights that differ; a button for each weekday, tonight and another night."""
    found = rota.week(scene.db, scene.person, view.site, now=scene.now)
    words, site = scene.words, view.site
    usual = [_line(weekday, people, scene) for weekday, people in enumerate(found.pattern)]
    others = [_line(slot_of(night), people, scene) for night, people in found.exceptions.items()]
    left_out = len(others[NIGHTS_SHOWN:])
    more = words.html("rota-more-nights", nights=left_out) if left_out else None
    days = [Button(_day(day, words), tap.ShowRotaSlot(site, day, 0)) for day in range(WEEK)]
    tonight = slot_of(rota.tonight(scene.db, now=scene.now))
    nights = [
        Button(words.plain("button-rota-tonight"), tap.ShowRotaSlot(site, tonight, 0), style="primary"),
        Button(words.plain("button-rota-night"), tap.ShowRotaNights(site)),
    ]
    back = [Button(words.plain("button-back"), tap.ShowRotas(0))]
    text = join_lines(words.html("rota-title", site=_site(site, scene)), *usual, *others[:NIGHTS_SHOWN], more)
    return Card(text=text, buttons=[*grid(days, columns_for(each.label for each in days)), nights, back])


@words_of(RotaNights)
def nights(view: RotaNights, scene: Scene) -> Card:
    """The nights to come, a button each."""
    rota.week(scene.db, scene.person, view.site, now=scene.now)
    words, tonight = scene.words, rota.tonight(scene.db, now=scene.now)
    coming = [tonight + timedelta(days=ahead) for ahead in range(NIGHTS_AHEAD)]
    choices = [Button(_day(slot_of(night), words), tap.ShowRotaSlot(view.site, slot_of(night), 0)) for night in coming]
    text = join_lines(words.html("rota-title", site=_site(view.site, scene)), words.html("ask-rota-night"))
    return Card(text=text, buttons=[*grid(choices), [_to_week(view.site, words)]])


@words_of(RotaSlot)
def slot(view: RotaSlot, scene: Scene) -> Card:
    """Who is called then, in turn, and who could be next."""
    found = rota.slot(scene.db, scene.person, view.site, view.slot, page=view.page)
    words, site = scene.words, view.site
    asked = words.html(NEXT[len(found.chosen)]) if found.candidates else None
    lines = [words.html("rota-title", site=_site(site, scene)), _line(view.slot, found.chosen, scene), asked]
    choices = [[Button(each.name or "?", tap.AddToRota(site, view.slot, each.id))] for each in found.candidates]
    pager = facts.pager(found.page, found.pages, lambda page: tap.ShowRotaSlot(site, view.slot, page), words)
    clear = [Button(words.plain("button-rota-clear"), tap.ClearRota(site, view.slot))] if found.chosen else []
    turning = pager if found.candidates else []
    return Card(text=join_lines(*lines), buttons=[*choices, *turning, [*clear, _to_week(site, words)]])


@words_of(RotaNews)
def news(view: RotaNews, scene: Scene) -> Card | None:
    """That one is called from now on, and when; somebody who was taken off again before it was sent hears nothing."""
    stands = rota.stands_on(scene.db, scene.person, view.site, view.slot)
    if scene.is_first and not stands:
        return None
    words, night = scene.words, night_in(view.slot)
    which = "week" if night is None else "night"
    text_id = f"rota-news-{which}" if stands else f"rota-news-{which}-over"
    day = words.weekday(view.slot) if night is None else words.day(night)
    return Card(text=words.html(text_id, site=_site(view.site, scene), day=day))


def _to_week(site: str, words: Words) -> Button:
    return Button(words.plain("button-rota-done"), tap.ShowRota(site))


def _site(key: str, scene: Scene) -> str:
    return site_name(key, vocabulary.load(scene.db), scene.words)


def _day(slot: int, words: Words) -> str:
    """Such as "Fredag" or "Fre 27 nov."."""
    night = night_in(slot)
    day = words.weekday(slot) if night is None else words.short_day(night)
    return day[:1].upper() + day[1:]


def _line(slot: int, people: Sequence[Person], scene: Scene) -> Html:
    return scene.words.html("rota-line", when=_day(slot, scene.words), who=_who(people, scene.words))


def _who(people: Sequence[Person], words: Words) -> str:
    """Such as "Anna Lindqvist, sedan Karin Holm"."""
    names = [person.name or "?" for person in people]
    return words.plain("rota-then").join(names) if names else words.plain("rota-nobody")
