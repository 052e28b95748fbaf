"""Whose texts and photos somebody may read, as the strategist decides it and as they are told."""

from domain.people import EVERY_ORGANISATION, Person, Role
from domain.rights import Act, may
from domain.views import TextRights, TextRightsNews
from handlers.buttons import organisation as tap
from handlers.buttons.people import OpenPerson
from handlers.card import Button, Card, Rows, Scene, words_of
from handlers.cards import facts
from handlers.cards.organisation import listed
from handlers.words import Html, join_lines
from services import reading
from storage import organisations, people


@words_of(TextRights)
def text_rights(view: TextRights, scene: Scene) -> Card:
    """What the reader may read, and a button for each change."""
    reader = reading.reader(scene.db, scene.person, view.person)
    words = scene.words
    held = reading.own_right(scene.db, reader)
    police = people.is_police(scene.db, reader.id)
    lines = [
        words.html("person-title", name=reader.name or "?"),
        words.html("reading-police") if police else None,
        _held(held, scene),
    ]
    back = [Button(words.plain("button-back"), OpenPerson(reader.id, 0))]
    rows = [*_police_row(reader, scene, police=police), *_rows(view, reader, held, scene), back]
    return Card(text=join_lines(*lines), buttons=rows)


@words_of(TextRightsNews)
def text_rights_news(_view: TextRightsNews, scene: Scene) -> Card:
    """What one may read oneself, in a sentence or two."""
    reader, words = scene.person, scene.words
    police = words.html("reading-you-are-police") if reader.is_police else None
    return Card(text=join_lines(police, _told(reader, scene)))


def rows_on_person(person: Person, scene: Scene) -> Rows:
    """The way here from somebody's card, for the strategist."""
    if not may(scene.person, Act.MANAGE_ORGANISATIONS) or not reading.is_reader(person):
        return []
    return [[Button(scene.words.plain("button-text-rights"), tap.ShowTextRights(person.id, 0))]]


def _held(held: frozenset[int], scene: Scene) -> Html:
    words = scene.words
    if not held:
        return words.html("reading-nothing")
    if EVERY_ORGANISATION in held:
        return words.html("reading-everything")
    names = [each.name for each in organisations.everyone(scene.db) if each.id in held]
    return words.html("reading-some", names=listed(names, words))


def _told(reader: Person, scene: Scene) -> Html:
    words = scene.words
    if not reader.reads:
        return words.html("reading-you-nothing")
    if EVERY_ORGANISATION in reader.reads:
        return words.html("reading-you-everything")
    return words.html("reading-you-some", names=listed(reading.readable(scene.db, reader), words))


def _police_row(reader: Person, scene: Scene, *, police: bool) -> Rows:
    if Role.PARTNER not in reader.roles.values():
        return []
    label = scene.words.plain("button-police-end" if police else "button-police-name")
    return [[Button(label, tap.NamePolice(reader.id, not police))]]


def _rows(view: TextRights, reader: Person, held: frozenset[int], scene: Scene) -> Rows:
    words = scene.words
    if EVERY_ORGANISATION in held:
        taking = Button(words.plain("button-read-everything-end"), tap.LetRead(reader.id, EVERY_ORGANISATION, False))
        return [[taking]]
    shelf = reading.shelf(scene.db, scene.person, view.page, now=scene.now)
    every = Button(words.plain("button-read-everything"), tap.LetRead(reader.id, EVERY_ORGANISATION, True))
    each = [
        Button(
            words.plain("button-read-end" if one.id in held else "button-read", organisation=one.name),
            tap.LetRead(reader.id, one.id, one.id not in held),
        )
        for one in shelf.organisations
    ]
    pager = facts.pager(shelf.page, shelf.pages, lambda to: tap.ShowTextRights(reader.id, to), words)
    return [[every], *([one] for one in each), *pager]
