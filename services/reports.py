"""A report from the first tap to its end, as its author makes it. What readers do with it stands in `triage`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain import rights
from domain.expectations import Expectation, Question
from domain.people import Person
from domain.refusals import NotAllowed, Refusal, Stale
from domain.reports import CALM, PHOTOS, TEXT_LENGTH, Position, Report, Screen, When
from domain.rights import Act
from domain.sending import Priority
from domain.severity import Severity
from domain.views import MyReports, OwnReport, ReportPush, subject
from domain.vocabulary import Vocabulary
from services import acts
from storage import Db, outbox, people, vocabulary
from storage import reports as store

PAGE = 8
"""Reports on one page of one's own: what a phone shows without scrolling."""

COUNTS = ("1", "2-5", "6-10", "11-20", "21-50", "51-100", "100+")
"""How many were seen, as buttons; stored as they stand here."""


def begin(db: Db, author: Person, *, now: datetime) -> int:
    """Open a card for a new report. An untouched card from before makes way for it."""
    rights.require(author, Act.REPORT)
    _clear_empty_drafts(db, author, now=now)
    return _open(db, author, site=_usual_site(db, author), now=now)


def begin_again(db: Db, author: Person, *, now: datetime) -> int:
    """Open a card filled in like the author's last report: category, place, severity and count, but happening now."""
    rights.require(author, Act.REPORT)
    last = store.latest_filed_of(db, author.id)
    if last is None:
        raise Refusal("refusal-nothing-to-repeat")
    rights.require(author, Act.REPORT, site=last.site)
    _clear_empty_drafts(db, author, now=now)
    again = {"category": last.category, "place": last.place, "place_skipped": last.place_skipped}
    return _open(db, author, site=last.site, now=now, severity=last.severity, how_many=last.count, **again)


def begin_calm(db: Db, author: Person, *, now: datetime) -> int:
    """Open a card for a quiet shift: a nil return, which needs no place."""
    rights.require(author, Act.REPORT)
    _clear_empty_drafts(db, author, now=now)
    return _open(db, author, site=_usual_site(db, author), now=now, category=CALM, severity=Severity.CALM)


def choose_site(db: Db, author: Person, *, report: int, site: str, now: datetime) -> None:
    """Move the draft to another site; its place goes, since places belong to a site."""
    draft = _own_draft(db, author, report)
    rights.require(author, Act.REPORT, site=site)
    if site not in vocabulary.load(db).sites:
        raise Stale
    if site != draft.site:
        _change(db, draft, now=now, site=site, place=None, place_skipped=False, screen=None)
    else:
        _change(db, draft, now=now, screen=None)


def choose_category(db: Db, author: Person, *, report: int, category: str, now: datetime) -> None:
    """Set the category, and the severity that goes with it unless the author chose one that differs from the usual."""
    draft = _own_draft(db, author, report)
    words = vocabulary.load(db)
    if category not in words.categories:
        raise Stale
    severity = _severity_for(draft, category, words)
    _change(db, draft, now=now, category=category, severity=severity, screen=None)


def choose_place(db: Db, author: Person, *, report: int, place: str | None, now: datetime) -> None:
    """Set the place; None says that it is elsewhere at the site."""
    draft = _own_draft(db, author, report)
    if place is not None and place not in _place_keys(db, draft.site):
        raise Stale
    _change(db, draft, now=now, place=place, place_skipped=place is None, screen=None)


def choose_severity(db: Db, author: Person, *, report: int, severity: Severity, now: datetime) -> None:
    _change(db, _own_draft(db, author, report), now=now, severity=severity, screen=None)


def choose_count(db: Db, author: Person, *, report: int, count: str | None, now: datetime) -> None:
    if count is not None and count not in COUNTS:
        raise Stale
    _change(db, _own_draft(db, author, report), now=now, how_many=count, screen=None)


def choose_when(db: Db, author: Person, *, report: int, when: When, zone: ZoneInfo, now: datetime) -> None:
    """Set when it happened; what is not happening now is not ongoing."""
    draft = _own_draft(db, author, report)
    ongoing = draft.ongoing if when is When.NOW else False
    _change(db, draft, now=now, happened_at=moment_of(when, now=now, zone=zone), ongoing=ongoing, screen=None)


def choose_ongoing(db: Db, author: Person, *, report: int, ongoing: bool, now: datetime) -> None:
    """Say whether it goes on; what goes on happens now."""
    draft = _own_draft(db, author, report)
    happened_at = None if ongoing else draft.happened_at
    _change(db, draft, now=now, ongoing=ongoing, happened_at=happened_at, screen=None)


def ask(db: Db, author: Person, *, report: int, screen: Screen | None, now: datetime) -> None:
    """Turn the draft's card to one of its questions, or back."""
    _change(db, _own_draft(db, author, report), now=now, screen=screen)


def add_text(db: Db, author: Person, *, text: str, report: int | None, now: datetime) -> int:
    """Attach a text to the report named, to the one at hand, or to a new card. Returns the report."""
    target = _target(db, author, report=report, now=now)
    joined = f"{target.text}\n{text}" if target.text else text
    if len(joined) > TEXT_LENGTH:
        raise Refusal("refusal-text-too-long", limit=TEXT_LENGTH)
    _change(db, target, now=now, text=joined)
    return target.id


def take_next(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Make this the report at hand: the author's next text, photo or position attaches to it."""
    own = _own(db, author, report)
    if not own.takes_additions(now):
        raise Stale("refusal-report-closed-for-additions")
    _change(db, own, now=now)


def clear_text(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Throw away the draft's text so that it can be written anew."""
    _change(db, _own_draft(db, author, report), now=now, text=None, screen=None)
    people.change(db, author.id, expects=Expectation(Question.REPORT_TEXT, report).encode())


def add_position(db: Db, author: Person, *, position: Position, report: int | None, now: datetime) -> int:
    """Attach a position; a draft without a place gets the nearest one, at a site where the author may report."""
    target = _target(db, author, report=report, now=now)
    columns: dict[str, object] = {"latitude": position.latitude, "longitude": position.longitude}
    if target.is_draft and target.place is None:
        columns |= _nearest(db, author, position)
    _change(db, target, now=now, **columns)
    return target.id


def add_photo(
    db: Db,
    author: Person,
    *,
    file_id: str,
    file_unique_id: str,
    album: str | None,
    caption: str | None,
    report: int | None,
    now: datetime,
) -> int:
    """Attach a photo, its album's other pictures and its caption to the same report, whenever they come."""
    held = store.report_of_album(db, album, author=author.id) if album else None
    target = held if held and held.takes_additions(now) else _target(db, author, report=report, now=now)
    if len(target.photos) >= PHOTOS:
        raise Refusal("refusal-too-many-photos", limit=PHOTOS)
    store.add_photo(db, target.id, file_id=file_id, file_unique_id=file_unique_id, album=album, now=now)
    if caption:
        add_text(db, author, text=caption, report=target.id, now=now)
    else:
        _change(db, target, now=now)
    return target.id


def discard(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Throw the draft away."""
    draft = _own_draft(db, author, report)
    _change(db, draft, now=now, discarded_at=now, screen=None)


def file(db: Db, author: Person, *, report: int, now: datetime) -> int:
    """Send the report: it gets its number, and those who are told at once are owed their message. Returns the number.

    Sent again, it stays what it is: one report.
    """
    draft = _own(db, author, report)
    if draft.number is not None:
        return draft.number
    rights.require(author, Act.REPORT, site=draft.site)
    _require_complete(draft)
    number = store.next_number(db)
    happened_at = draft.happened_at or now
    _change(db, draft, now=now, number=number, filed_at=now, happened_at=happened_at, screen=None)
    _tell(db, author, draft, now=now)
    return number


def undo(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Take a report back within its 60 seconds; every copy that went out is edited to say so."""
    own = _own(db, author, report)
    if own.undone_at:
        return
    if own.undo_until is None:
        raise Stale
    if now > own.undo_until:
        raise Stale("refusal-undo-too-late")
    _change(db, own, now=now, undone_at=now)


def at_hand(db: Db, author: Person, *, now: datetime) -> Report | None:
    """The report that takes in what the author sends out of the blue."""
    latest = store.latest_of(db, author.id)
    return latest if latest and latest.takes_additions(now) else None


@dataclass(frozen=True, slots=True)
class OwnPage:
    reports: tuple[Report, ...]
    page: int
    pages: int


def own(db: Db, author: Person, report: int) -> Report:
    """The author's own draft or report. Raises NotAllowed for anybody else's, and for those who were revoked."""
    rights.require(author, Act.OWN_SETTINGS)
    return _own(db, author, report)


def show_mine(db: Db, author: Person, *, now: datetime, page: int = 0, card: int | None = None) -> None:
    rights.require(author, Act.REPORT)
    acts.turn(db, author, MyReports(page), card=card, now=now)


def mine(db: Db, author: Person, page: int) -> OwnPage:
    """A page of what the author has sent, newest first."""
    rights.require(author, Act.REPORT)
    pages = max(1, -(-store.count_filed_by(db, author.id) // PAGE))
    page = min(max(page, 0), pages - 1)
    return OwnPage(tuple(store.filed_by(db, author.id, limit=PAGE, offset=page * PAGE)), page, pages)


def is_author(db: Db, person: Person, report: int) -> bool:
    found = store.by_id(db, report)
    return found is not None and found.author == person.id


def moment_of(when: When, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment that a button means; None for now, which is settled when the report is sent.

    "Earlier" is six hours ago and "during the night" the last 02:00 of the zone's clocks: a shift's precision, no more.
    """
    if when is When.NIGHT:
        local = now.astimezone(zone)
        night = local.replace(hour=2, minute=0, second=0, microsecond=0)
        return (night if night <= local else night - timedelta(days=1)).astimezone(now.tzinfo)
    ago = {When.JUST_NOW: timedelta(minutes=15), When.HOUR_AGO: timedelta(hours=1), When.EARLIER: timedelta(hours=6)}
    return None if when is When.NOW else now - ago[when]


def reporting_sites(person: Person, words: Vocabulary) -> list[str]:
    """The sites that the person can report from, in the vocabulary's order; neighbours are no sites of ours."""
    ours = [site.key for site in words.sites.values() if not site.is_neighbour]
    return [site for site in ours if rights.may(person, Act.REPORT, site=site)]


def _open(db: Db, author: Person, *, site: str, now: datetime, **columns: object) -> int:
    organisation = people.organisation_of(db, author.id)
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
    for draft in store.open_drafts_of(db, author.id):
        if draft.empty:
            store.change(db, draft.id, discarded_at=now)
            outbox.erase(db, subject("report", draft.id), kind=OwnReport, now=now)


def _own(db: Db, author: Person, report: int) -> Report:
    found = store.by_id(db, report)
    if found is None or found.author != author.id:
        raise NotAllowed
    return found


def _own_draft(db: Db, author: Person, report: int) -> Report:
    draft = _own(db, author, report)
    rights.require(author, Act.REPORT, site=draft.site)
    if not draft.is_draft:
        raise Stale
    return draft


def _target(db: Db, author: Person, *, report: int | None, now: datetime) -> Report:
    """The report that takes in an addition: the one replied to, the one at hand, or a new card."""
    rights.require(author, Act.REPORT)
    named = _own(db, author, report) if report is not None else at_hand(db, author, now=now)
    if named and not named.takes_additions(now):
        raise Refusal("refusal-report-closed-for-additions")
    if named:
        rights.require(author, Act.REPORT, site=named.site)
        return named
    opened = store.by_id(db, begin(db, author, now=now))
    if opened is None:
        raise LookupError("the report just opened")
    return opened


def _change(db: Db, report: Report, *, now: datetime, **columns: object) -> None:
    store.change(db, report.id, touched_at=now, **columns)
    outbox.touch(db, subject("report", report.id), now=now)


def _severity_for(draft: Report, category: str, words: Vocabulary) -> Severity:
    before = words.categories.get(draft.category or "")
    if draft.severity is not None and (before is None or draft.severity is not before.severity):
        return draft.severity
    return words.category(category).severity


def _place_keys(db: Db, site: str) -> set[str]:
    return {place.key for place in vocabulary.load(db).site(site).places}


def _nearest(db: Db, author: Person, position: Position) -> dict[str, object]:
    words = vocabulary.load(db)
    found = words.nearest_place(position.latitude, position.longitude)
    if found is None or found[0].key not in reporting_sites(author, words):
        return {}
    return {"site": found[0].key, "place": found[1].key, "place_skipped": False}


def _require_complete(draft: Report) -> None:
    if draft.discarded_at or draft.category is None or draft.needs_place:
        raise Stale("refusal-incomplete")


def _tell(db: Db, author: Person, report: Report, *, now: datetime) -> None:
    """Owe a push to everybody whose phone rings for such a report at its site, but not to the one who wrote it."""
    for reader in people.members(db, roles_held=rights.rings_for(report)):
        if reader.id != author.id and reader.role_at(report.site) in rights.rings_for(report):
            outbox.owe(
                db,
                ReportPush(report.id),
                chat_id=reader.chat_id,
                person=reader.id,
                priority=Priority.URGENT,
                now=now,
            )
