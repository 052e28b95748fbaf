"""Naming a deputy, and the news of it."""

from domain.deputies import DAYS_OFFERED, Deputyship, Start
from domain.views import DeputyCard, DeputyNews
from handlers.buttons import deputy as tap
from handlers.card import Button, Card, Rows, Scene, grid, words_of
from handlers.cards import facts
from handlers.words import Html, join_lines
from services import deputies
from storage import people


@words_of(DeputyCard)
def deputy_card(view: DeputyCard, scene: Scene) -> Card:
    """Who stands in; or who is to, from when and for how long, one question after the other."""
    named = deputies.standing(scene.db, scene.person)
    if view.deputy is not None:
        return _question(view.deputy, Start(view.start) if view.start else None, scene)
    if named:
        return Card(text=_told_to_owner(named, scene), buttons=[_ending(named, "button-end-deputy", scene)])
    return _choice(view.page, scene)


@words_of(DeputyNews)
def deputy_news(view: DeputyNews, scene: Scene) -> Card:
    """To the deputy for whom and how long; to the other that what was theirs has come back."""
    deputyship = deputies.see(scene.db, scene.person, view.deputyship)
    if scene.person.id == deputyship.person:
        return Card(text=_told_to_owner(deputyship, scene))
    rows = [_ending(deputyship, "button-decline-deputy", scene)] if deputyship.stands else []
    return Card(text=_told_to_deputy(deputyship, scene), buttons=rows)


def _choice(page: int, scene: Scene) -> Card:
    words = scene.words
    found = deputies.colleagues(scene.db, scene.person, page)
    if not found.people:
        return Card(text=words.html("deputy-nobody", organisation=scene.person.organisation))
    choices = [[Button(each.name or "?", tap.ChooseDeputy(each.id, None))] for each in found.people]
    text = join_lines(words.html("deputy-title"), words.html("deputy-ask-who"))
    return Card(text=text, buttons=[*choices, *facts.pager(found.page, found.pages, tap.ShowDeputy, words)])


def _question(deputy: int, start: Start | None, scene: Scene) -> Card:
    name = deputies.colleague(scene.db, scene.person, deputy).name or "?"
    asked = "deputy-ask-start" if start is None else "deputy-ask-days"
    rows = _starts(deputy, scene) if start is None else _lengths(deputy, start, scene)
    before = tap.ShowDeputy(0) if start is None else tap.ChooseDeputy(deputy, None)
    back = [Button(scene.words.plain("button-back"), before)]
    text = join_lines(scene.words.html("deputy-title"), scene.words.html(asked, name=name))
    return Card(text=text, buttons=[*rows, back])


def _starts(deputy: int, scene: Scene) -> Rows:
    say = scene.words.plain
    return [[Button(say(f"deputy-start-{start.value}"), tap.ChooseDeputy(deputy, start))] for start in Start]


def _lengths(deputy: int, start: Start, scene: Scene) -> Rows:
    say = scene.words.plain
    return grid([Button(say("deputy-days", days=days), tap.NameDeputy(deputy, start, days)) for days in DAYS_OFFERED])


def _ending(deputyship: Deputyship, label: str, scene: Scene) -> list[Button]:
    return [Button(scene.words.plain(label), tap.EndDeputyship(deputyship.id), style="danger")]


def _told_to_owner(deputyship: Deputyship, scene: Scene) -> Html:
    return _told("owner", deputyship, _name_of(deputyship.deputy, scene), scene)


def _told_to_deputy(deputyship: Deputyship, scene: Scene) -> Html:
    return _told("news", deputyship, _name_of(deputyship.person, scene), scene)


def _told(whom: str, deputyship: Deputyship, name: str, scene: Scene) -> Html:
    words, now = scene.words, scene.now
    starts, ends = (words.when(moment, now=now) for moment in (deputyship.starts_at, deputyship.ends_at))
    if deputyship.ended_at:
        return words.html(f"deputy-{whom}-over", name=name, ended=words.when(deputyship.ended_at, now=now))
    if deputyship.active:
        return words.html(f"deputy-{whom}-active", name=name, ends=ends)
    return words.html(f"deputy-{whom}-planned", name=name, starts=starts, ends=ends)


def _name_of(person: int, scene: Scene) -> str:
    return people.by_id(scene.db, person).name or "?"
