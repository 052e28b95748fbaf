"""What a field of a report that was sent may come to say, as the columns that this sets."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from domain import rights
from domain.changes import NO, YES, Field
from domain.people import Person
from domain.refusals import NotAllowed, Stale
from domain.reports import CALM, Report, When, moment_of
from domain.severity import Severity
from domain.vocabulary import Vocabulary
from services import drafts, timetable
from storage import Db, vocabulary
from storage import reports as store

Columns = dict[str, object]


def of(db: Db, person: Person, report: Report, field: Field, value: str | None) -> Columns:
    """The columns to set so that the field says the value. Raises Stale for what no button of ours offers."""
    return _COLUMNS[field](db, person, report, value)


def sites(person: Person, report: Report, words: Vocabulary) -> list[str]:
    """Where the report may be moved: nobody moves it out of their own hands."""
    keys = [site.key for site in words.own_sites]
    return [key for key in keys if rights.may_change(person, replace(report, site=key))]


def _site(db: Db, person: Person, report: Report, value: str | None) -> Columns:
    words = vocabulary.load(db)
    if value is None or value not in words.sites:
        raise Stale
    if value not in sites(person, report, words):
        raise NotAllowed
    if value == report.site:
        return {}
    return {"site": value, "place": None, "place_skipped": False}


def _place(db: Db, _person: Person, report: Report, value: str | None) -> Columns:
    if report.category == CALM or (value is not None and value not in drafts.place_keys(db, report.site)):
        raise Stale
    return {"place": value, "place_skipped": value is None}


def _category(db: Db, _person: Person, report: Report, value: str | None) -> Columns:
    """The severity goes along as on the draft; what was approved for the site was the category before."""
    words = vocabulary.load(db)
    if value is None or value not in words.categories or CALM in (value, report.category):
        raise Stale
    if value == report.category:
        return {}
    severity = drafts.severity_for(report, value, words)
    return {"category": value, "severity": severity, "approved_at": None, "approved_by": None}


def _severity(_db: Db, _person: Person, report: Report, value: str | None) -> Columns:
    levels = {str(int(level)): level for level in Severity if level is not Severity.CALM}
    if report.category == CALM or value not in levels:
        raise Stale
    return {"severity": levels[value]}


def _when(db: Db, _person: Person, report: Report, value: str | None) -> Columns:
    """Reckoned from when it was sent; what had happened before that did not go on."""
    if value not in set(When) or report.filed_at is None:
        raise Stale
    moment = moment_of(When(value), now=report.filed_at, zone=timetable.zone(db))
    return {"happened_at": moment or report.filed_at, "ongoing": report.ongoing and moment is None}


def _count(_db: Db, _person: Person, _report: Report, value: str | None) -> Columns:
    if value is not None and value not in drafts.COUNTS:
        raise Stale
    return {"how_many": value}


def _ongoing(_db: Db, _person: Person, _report: Report, value: str | None) -> Columns:
    if value not in (YES, NO):
        raise Stale
    return {"ongoing": value == YES}


def _text(_db: Db, _person: Person, _report: Report, value: str | None) -> Columns:
    """Taken away; a new one is written, not tapped."""
    _require_nothing(value)
    return {"text": None}


def _photos(db: Db, _person: Person, report: Report, value: str | None) -> Columns:
    _require_nothing(value)
    store.remove_photos(db, report.id)
    return {}


def _position(_db: Db, _person: Person, _report: Report, value: str | None) -> Columns:
    _require_nothing(value)
    return {"latitude": None, "longitude": None}


def _require_nothing(value: str | None) -> None:
    if value is not None:
        raise Stale


_COLUMNS: Mapping[Field, Callable[[Db, Person, Report, str | None], Columns]] = {
    Field.SITE: _site,
    Field.PLACE: _place,
    Field.CATEGORY: _category,
    Field.SEVERITY: _severity,
    Field.WHEN: _when,
    Field.COUNT: _count,
    Field.ONGOING: _ongoing,
    Field.TEXT: _text,
    Field.PHOTOS: _photos,
    Field.POSITION: _position,
}
