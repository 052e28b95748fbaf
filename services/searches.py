"""Searching among reports by number, place, category and period: by what happened, never by who."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.pages import nearest
from domain.people import Person
from domain.refusals import Refusal, Stale
from domain.reports import Report
from domain.rights import Act
from domain.searches import Filter, Period, Search
from domain.views import Search as SearchCard
from domain.vocabulary import Vocabulary
from services import acts, questions, timetable, triage
from storage import Db, audit, vocabulary
from storage import searches as store
from storage import triage as reports

PAGE = 8
"""Reports on one page: what a phone shows without scrolling."""
NUMBER_LENGTH = 9
SUBJECT_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found; `total` is how many there are on all pages."""

    search: Search
    reports: tuple[Report, ...]
    total: int
    page: int
    pages: int


def show(db: Db, reader: Person, *, now: datetime, card: int | None, page: int = 0) -> None:
    """Turn the card to what the reader searched for last. The next text is a report's number. It is logged."""
    rights.require(reader, Act.TRIAGE)
    questions.ask(db, reader, Question.SEARCH, 0, now=now)
    _note(db, reader, now=now)
    acts.turn(db, reader, SearchCard(page), card=card, now=now)


def ask(db: Db, reader: Person, *, question: Filter, now: datetime, card: int | None) -> None:
    """Turn the card to what one filter can be."""
    rights.require(reader, Act.TRIAGE)
    acts.turn(db, reader, SearchCard(question=question), card=card, now=now)


def narrow(db: Db, reader: Person, *, by: Filter, key: str | None, now: datetime, card: int | None) -> None:
    """Set a filter, or let it go with no key. Another site lets the place go, since places belong to a site."""
    rights.require(reader, Act.TRIAGE)
    search = store.of(db, reader.id)
    if key is not None and key not in choices(db, reader, by):
        raise Stale
    value = Period(key) if by is Filter.PERIOD and key else key
    changed: dict[str, object] = {by.value: value}
    if by is Filter.SITE and key != search.site:
        changed |= {"place": None}
    store.keep(db, reader.id, replace(search, **changed))  # type: ignore[arg-type]  # a filter's own kind of value
    show(db, reader, now=now, card=card)


def clear(db: Db, reader: Person, *, now: datetime, card: int | None) -> None:
    """Search for everything again."""
    rights.require(reader, Act.TRIAGE)
    store.keep(db, reader.id, Search())
    show(db, reader, now=now, card=card)


def results(db: Db, reader: Person, page: int, *, now: datetime) -> Results:
    """A page of what is found at the sites that are the reader's to triage. Raises NotAllowed."""
    rights.require(reader, Act.TRIAGE)
    search, sites = store.of(db, reader.id), _sites(reader, vocabulary.load(db))
    since = search.since(now, timetable.zone(db))
    total = reports.count_found(db, search, sites=sites, since=since)
    page, pages = nearest(page, total, size=PAGE)
    held = reports.found(db, search, sites=sites, since=since, limit=PAGE, offset=page * PAGE)
    return Results(search, tuple(held), total, page, pages)


def wanted(db: Db, reader: Person) -> Search:
    """What the reader searched for last."""
    return store.of(db, reader.id)


def choices(db: Db, reader: Person, by: Filter) -> list[str]:
    """The keys that a filter can have for this reader."""
    words = vocabulary.load(db)
    site = store.of(db, reader.id).site
    if by is Filter.SITE:
        return _sites(reader, words)
    if by is Filter.PLACE:
        return [place.key for place in words.site(site).places] if site in words.sites and site else []
    return list(words.categories) if by is Filter.CATEGORY else list(Period)


def find_number(db: Db, reader: Person, *, text: str, now: datetime) -> None:
    """Open the report with the number that was written. Raises Refusal for what is no number of a report."""
    rights.require(reader, Act.TRIAGE)
    written = text.strip().removeprefix("#")
    if not (written.isdecimal() and len(written) <= NUMBER_LENGTH):
        raise Refusal("refusal-no-number")
    found = reports.by_number(db, int(written))
    if found is None or not rights.may(reader, Act.TRIAGE, site=found.site):
        raise Refusal("refusal-no-such-report", number=str(int(written)))
    _note(db, reader, now=now)
    triage.open_report(db, reader, report=found.id, found=0, now=now, card=None)


def open_found(db: Db, reader: Person, *, report: int, page: int, now: datetime, card: int | None) -> None:
    """Open what was found; its card leads back to that page of the search."""
    rights.require(reader, Act.TRIAGE)
    questions.drop(db, reader, Question.SEARCH, 0)
    triage.open_report(db, reader, report=report, found=page, now=now, card=card)


def _sites(reader: Person, words: Vocabulary) -> list[str]:
    return [site.key for site in words.own_sites if rights.may(reader, Act.TRIAGE, site=site.key)]


def _note(db: Db, reader: Person, *, now: datetime) -> None:
    search = store.of(db, reader.id)
    asked = "/".join(filter(None, (search.site, search.place, search.category, search.period)))
    audit.note(db, person=reader.id, act="reports_searched", subject=f"search:{asked}"[:SUBJECT_LENGTH], now=now)
