"""A report that was sent, as its author has it: filed, undone, listed. What readers do with it stands in `triage`."""

from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.pages import nearest
from domain.people import Person
from domain.refusals import NotAllowed, Stale
from domain.reports import Report
from domain.rights import Act
from domain.shifts import only_shift
from domain.views import MyReports, OwnReport, subject
from services import acts, drafts, duplicates, questions, ringing, shifts
from services.drafts import change
from storage import Db, outbox, releases
from storage import reports as store

PAGE = 8
"""Reports on one page of one's own: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True)
class OwnPage:
    reports: tuple[Report, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Corroboration:
    """A report that was sent as a +1: `main` is the number of the report it corroborates, if there still was one."""

    number: int
    main: int | None


def file(db: Db, author: Person, *, report: int, now: datetime) -> int:
    """Send the report: it gets its number, and those who are told at once are owed their message. Returns the number.

    Sent again, it stays what it is: one report. Raises Stale for what has still to be asked.
    """
    draft = drafts.own(db, author, report)
    if draft.number is not None:
        _show_again(db, report, now=now)
        return draft.number
    _require_complete(author, draft, now=now)
    if duplicates.asked_about(db, author, draft, now=now):
        raise Stale("refusal-seen-meanwhile")
    return _file(db, author, draft, now=now)


def corroborate(db: Db, author: Person, *, report: int, main: int, now: datetime) -> Corroboration:
    """Send the draft as a +1 for the incident that it asked about; it rings when it says worse.

    When nothing is left of that incident, it is an ordinary report. Sent again, it stays what it is.
    """
    draft = drafts.own(db, author, report)
    if draft.number is not None:
        _show_again(db, report, now=now)
        shown = duplicates.main_of(db, author, draft, now=now)
        return Corroboration(draft.number, shown.number if shown else None)
    _require_complete(author, draft, now=now)
    incident = duplicates.meant(db, author, draft, main, now=now)
    number = _file(db, author, draft, now=now, merged_into=incident.main.id if incident else None)
    if incident is None:
        return Corroboration(number, None)
    outbox.touch(db, subject("report", incident.main.id), now=now)
    return Corroboration(number, incident.main.number)


def undo(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Take a report back within its 60 seconds; every copy that went out is edited to say so."""
    own = drafts.own(db, author, report)
    if own.withdrawn_at:
        _show_again(db, report, now=now)
        return
    if own.undo_until is None:
        raise Stale
    if now > own.undo_until:
        raise Stale("refusal-undo-too-late")
    releases.revoke(db, report, now=now)
    change(db, own, now=now, withdrawn_at=now, withdrawn_by=author.id)
    duplicates.release_from(db, report, now=now)


def own(db: Db, author: Person, report: int) -> Report:
    """The author's own draft or report, to look at: `rights.wrote` says whether more than its structured part is.

    Raises NotAllowed for anybody else's, and for those who were revoked.
    """
    rights.require(author, Act.OWN_SETTINGS)
    found = store.by_id(db, report)
    if found is None or found.author != author.id:
        raise NotAllowed
    return found


def show_mine(db: Db, author: Person, *, now: datetime, page: int = 0, card: int | None = None) -> None:
    rights.require(author, Act.REPORT)
    acts.turn(db, author, MyReports(page), card=card, now=now)


def open_own(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Bring the card of a report anew to the author, whose older copies stay right as well."""
    found = own(db, author, report)
    if not rights.wrote(author, found):
        raise NotAllowed
    acts.reply(db, author, OwnReport(report), now=now)


def mine(db: Db, author: Person, page: int) -> OwnPage:
    """A page of what the author has sent, newest first; on a duty phone, of the shift that is open."""
    rights.require(author, Act.REPORT)
    shift = only_shift(author)
    page, pages = nearest(page, store.count_filed_by(db, author.id, shift=shift), size=PAGE)
    return OwnPage(tuple(store.filed_by(db, author.id, limit=PAGE, offset=page * PAGE, shift=shift)), page, pages)


def _show_again(db: Db, report: int, *, now: datetime) -> None:
    """Who presses again may never have seen what came of it: a card that was lost is sent anew, no other changes."""
    outbox.touch(db, subject("report", report), now=now)


def _require_complete(author: Person, draft: Report, *, now: datetime) -> None:
    rights.require(author, Act.REPORT, site=draft.site)
    if draft.via_phone:
        rights.require(author, Act.REPORT_FOR_OTHERS, organisation=draft.organisation_id)
    if draft.discarded_at or draft.category is None or draft.needs_place:
        raise Stale("refusal-incomplete")
    if draft.asks_when(now):
        raise Stale("refusal-when-first")


def _file(db: Db, author: Person, draft: Report, *, now: datetime, merged_into: int | None = None) -> int:
    number = store.next_number(db)
    filed = {"number": number, "filed_at": now, "happened_at": draft.happened_at or now, "merged_into": merged_into}
    shift = draft.shift or shifts.of_report(db, author, now=now)
    change(db, draft, now=now, shift_id=shift, screen=None, **filed)
    questions.drop(db, author, Question.REPORT_TEXT, draft.id)
    ringing.ring(db, draft.id, now=now)
    shifts.end_quiet(db, author, draft, now=now)
    return number
