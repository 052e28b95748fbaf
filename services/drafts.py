"""A draft: the card from the first tap to the last before sending."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain import rights
from domain.expectations import Question
from domain.people import Person
from domain.refusals import NotAllowed, Refusal, Stale
from domain.reports import CALM, Report, Screen, When, is_late, moment_of
from domain.rights import Act
from domain.sending import DELETABLE
from domain.severity import Severity
from domain.shifts import only_shift
from domain.views import OwnReport, subject
from domain.vocabulary import Vocabulary
from services import acts, cases, questions, shifts
from storage import Db, outbox, people, vocabulary
from storage import reports as store

COUNTS = ("1", "2-5", "6-10", "11-20", "21-50", "51-100", "100+")
"""How many were seen, as buttons; stored as they stand here."""


def begin(db: Db, author: Person, *, now: datetime, written_at: datetime | None = None) -> int:
    """Open a card for a new report. An untouched card from before makes way for it.

    `written_at` is when the author's message was written: one that comes late is first asked when it happened.
    """
    rights.require(author, Act.REPORT)
    _clear_empty_drafts(db, author, now=now)
    return _open(db, author, site=_usual_site(db, author), now=now, **lateness(written_at, now))


def begin_again(db: Db, author: Person, *, now: datetime, written_at: datetime | None = None) -> int:
    """Open a card filled in like the author's last report: category, place, severity and count, but happening now."""
    rights.require(author, Act.REPORT)
    last = store.latest_filed_of(db, author.id, shift=only_shift(author))
    if last is None or not rights.may(author, Act.REPORT, site=last.site):
        raise Refusal("refusal-nothing-to-repeat")
    _clear_empty_drafts(db, author, now=now)
    again: dict[str, object] = {"category": last.category, "place": last.place, "place_skipped": last.place_skipped}
    again |= lateness(written_at, now)
    return _open(db, author, site=last.site, now=now, severity=last.severity, how_many=last.count, **again)


def begin_calm(db: Db, author: Person, *, now: datetime, written_at: datetime | None = None) -> int:
    """Open a card for a quiet shift: a nil return, which needs no place. Late, it is of when it was written."""
    rights.require(author, Act.REPORT)
    _clear_empty_drafts(db, author, now=now)
    calm = lateness(written_at, now) | {"category": CALM, "severity": Severity.CALM, "screen": None}
    return _open(db, author, site=_usual_site(db, author), now=now, **calm)


def choose_site(db: Db, author: Person, *, report: int, site: str, now: datetime) -> None:
    """Move the draft to another site; its place goes, since places belong to a site."""
    draft = own_draft(db, author, report)
    rights.require(author, Act.REPORT, site=site)
    if site not in vocabulary.load(db).sites:
        raise Stale
    if site != draft.site:
        change(db, draft, now=now, site=site, place=None, place_skipped=False, is_another=False, screen=None)
    else:
        change(db, draft, now=now, screen=None)


def choose_category(db: Db, author: Person, *, report: int, category: str, now: datetime) -> None:
    """Set the category, and the severity that goes with it unless the author chose one that differs from the usual."""
    draft = own_draft(db, author, report)
    words = vocabulary.load(db)
    if category not in words.categories:
        raise Stale
    severity = severity_for(draft, category, words)
    another = draft.is_another and category == draft.category
    change(db, draft, now=now, category=category, severity=severity, is_another=another, screen=None)


def choose_place(db: Db, author: Person, *, report: int, place: str | None, now: datetime) -> None:
    """Set the place; None says that it is elsewhere at the site."""
    draft = own_draft(db, author, report)
    if place is not None and place not in place_keys(db, draft.site):
        raise Stale
    another = draft.is_another and place == draft.place
    change(db, draft, now=now, place=place, place_skipped=place is None, is_another=another, screen=None)


def choose_severity(db: Db, author: Person, *, report: int, severity: Severity, now: datetime) -> None:
    change(db, own_draft(db, author, report), now=now, severity=severity, screen=None)


def choose_count(db: Db, author: Person, *, report: int, count: str | None, now: datetime) -> None:
    if count is not None and count not in COUNTS:
        raise Stale
    change(db, own_draft(db, author, report), now=now, how_many=count, screen=None)


def choose_when(db: Db, author: Person, *, report: int, when: When, zone: ZoneInfo, now: datetime) -> None:
    """Set when it happened; what is not happening now is not ongoing."""
    draft = own_draft(db, author, report)
    ongoing = draft.ongoing if when is When.NOW else False
    change(db, draft, now=now, happened_at=moment_of(when, now=now, zone=zone), ongoing=ongoing, screen=None)


def choose_ongoing(db: Db, author: Person, *, report: int, ongoing: bool, now: datetime) -> None:
    """Say whether it goes on; what goes on happens now."""
    draft = own_draft(db, author, report)
    happened_at = None if ongoing else draft.happened_at
    change(db, draft, now=now, ongoing=ongoing, happened_at=happened_at, screen=None)


def call_another(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Say that it is not what others have reported from there."""
    change(db, own_draft(db, author, report), now=now, is_another=True, screen=None)


def ask(db: Db, author: Person, *, report: int, screen: Screen | None, now: datetime) -> None:
    """Turn the draft's card to one of its questions, or back."""
    change(db, own_draft(db, author, report), now=now, screen=screen)


def discard(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Throw the draft away."""
    draft = own_draft(db, author, report)
    questions.drop(db, author, Question.REPORT_TEXT, report)
    change(db, draft, now=now, discarded_at=now, screen=None)


def lateness(written_at: datetime | None, now: datetime) -> dict[str, object]:
    """What a draft holds because its author's message came late: when it was written is the best guess, and asked."""
    if not is_late(written_at, now):
        return {}
    return {"happened_at": written_at, "arrived_late": True, "screen": Screen.LATE}


def reporting_sites(person: Person, words: Vocabulary) -> list[str]:
    """The sites that the person can report from, in the vocabulary's order; neighbours are no sites of ours."""
    ours = [site.key for site in words.own_sites]
    return [site for site in ours if rights.may(person, Act.REPORT, site=site)]


def own(db: Db, author: Person, report: int) -> Report:
    """The author's own, to act on. Raises Stale on a duty phone for what a former shift wrote."""
    found = store.by_id(db, report)
    if found is None or found.author != author.id:
        raise NotAllowed
    if not rights.wrote(author, found):
        raise Stale("refusal-shift-over")
    return found


def own_draft(db: Db, author: Person, report: int) -> Report:
    draft = own(db, author, report)
    rights.require(author, Act.REPORT, site=draft.site)
    if not draft.is_draft:
        raise Stale
    return draft


def change(db: Db, report: Report, *, now: datetime, **columns: object) -> None:
    store.change(db, report.id, touched_at=now, **columns)
    cases.redraw(db, report, now=now)


def _open(db: Db, author: Person, *, site: str, now: datetime, **columns: object) -> int:
    organisation = people.organisation_of(db, author.id)
    columns["shift_id"] = shifts.of_report(db, author, now=now)
    report = store.add(db, author=author.id, organisation=organisation, site=site, now=now, **columns)
    acts.reply(db, author, OwnReport(report), now=now)
    return report


def _usual_site(db: Db, author: Person) -> str:
    """Where the author reported from last, if that is still theirs; else the first of their sites."""
    sites = reporting_sites(author, vocabulary.load(db))
    last = store.latest_of(db, author.id)
    if last and last.site in sites:
        return last.site
    if not sites:
        raise NotAllowed
    return sites[0]


def _clear_empty_drafts(db: Db, author: Person, *, now: datetime) -> None:
    for draft in store.open_drafts_of(db, author.id, shift=only_shift(author)):
        if draft.empty:
            store.change(db, draft.id, discarded_at=now)
            about = subject("report", draft.id)
            if now - draft.created_at < DELETABLE:
                outbox.erase(db, about, kind=OwnReport, now=now)
            else:
                outbox.touch(db, about, now=now)


def severity_for(draft: Report, category: str, words: Vocabulary) -> Severity:
    """The severity that goes with a category, unless the author chose one that differs from the usual."""
    before = words.categories.get(draft.category or "")
    if draft.severity is not None and (before is None or draft.severity is not before.severity):
        return draft.severity
    return words.category(category).severity


def place_keys(db: Db, site: str) -> set[str]:
    return {place.key for place in vocabulary.load(db).site(site).places}
