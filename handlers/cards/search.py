"""A search: what it is narrowed by, and what it finds."""

from domain.reports import Report
from domain.searches import Filter, Period
from domain.searches import Search as Wanted
from domain.views import Search
from domain.vocabulary import Vocabulary
from handlers.buttons import search as tap
from handlers.buttons.inbox import TurnInbox
from handlers.card import Button, Card, Rows, Scene, columns_for, grid, words_of
from handlers.cards import facts
from handlers.words import BLANK, Html, join_lines
from services import searches
from services.searches import Results
from storage import vocabulary


@words_of(Search)
def search(view: Search, scene: Scene) -> Card:
    """The filters and a page of what they let through; or the question that one of them asks."""
    found = searches.results(scene.db, scene.person, view.page, now=scene.now)
    vocab = vocabulary.load(scene.db)
    if view.question:
        return _asking(Filter(view.question), vocab, scene)
    words = scene.words
    text = join_lines(
        words.html("search-title"),
        _described(found.search, vocab, scene),
        words.html("search-found", count=found.total),
        BLANK,
        *[facts.state_line(report, vocab, scene) for report in found.reports],
        BLANK,
        words.html("search-hint"),
    )
    return Card(text=text, buttons=_rows(found, scene))


def _described(wanted: Wanted, vocab: Vocabulary, scene: Scene) -> Html:
    named = [_name(by, _key(wanted, by), vocab, scene, site=wanted.site) for by in Filter if _key(wanted, by)]
    return scene.words.html("search-filters", filters=" · ".join(named or [scene.words.plain("search-all")]))


def _rows(found: Results, scene: Scene) -> Rows:
    say, wanted = scene.words.plain, found.search
    openings = [_opening(report, found.page, scene) for report in found.reports]
    offered = [by for by in Filter if by is not Filter.PLACE or wanted.site]
    filters = [Button(say(f"search-{by.value}"), tap.AskFilter(by)) for by in offered]
    clear = [Button(say("button-clear"), tap.ClearSearch())] if wanted != Wanted() else []
    back = Button(say("button-inbox"), TurnInbox(0))
    pages = facts.pager(found.page, found.pages, tap.TurnSearch, scene.words)
    return [*grid(openings), *pages, *grid(filters), [*clear, back]]


def _opening(report: Report, page: int, scene: Scene) -> Button:
    return Button(scene.words.plain("button-open-found", number=str(report.number)), tap.OpenFound(report.id, page))


def _asking(by: Filter, vocab: Vocabulary, scene: Scene) -> Card:
    """What the filter can be, and everything again."""
    keys = searches.choices(scene.db, scene.person, by)
    site = searches.wanted(scene.db, scene.person).site
    choices = [Button(_name(by, key, vocab, scene, site=site), tap.ChooseFilter(by, key)) for key in keys]
    columns = columns_for(each.label for each in choices) if by is Filter.SITE else 2
    everything = [Button(scene.words.plain(f"search-any-{by.value}"), tap.ChooseFilter(by, None))]
    back = [Button(scene.words.plain("button-back"), tap.TurnSearch(0))]
    return Card(text=scene.words.html(f"ask-search-{by.value}"), buttons=[*grid(choices, columns), everything, back])


def _key(wanted: Wanted, by: Filter) -> str | None:
    keys = {
        Filter.SITE: wanted.site,
        Filter.PLACE: wanted.place,
        Filter.CATEGORY: wanted.category,
        Filter.PERIOD: wanted.period,
    }
    return keys[by]


def _name(by: Filter, key: str | None, vocab: Vocabulary, scene: Scene, *, site: str | None) -> str:
    """What was chosen, by its name; by its key if an import has dropped it."""
    if by is Filter.PERIOD and key:
        return scene.words.plain(f"period-{Period(key).value}")
    places = vocab.sites[site].places if site in vocab.sites and site else ()
    known = {
        Filter.SITE: vocab.sites.get(key or ""),
        Filter.PLACE: next((place for place in places if place.key == key), None),
        Filter.CATEGORY: vocab.categories.get(key or ""),
    }.get(by)
    return known.name(scene.words.language) if known else key or ""
