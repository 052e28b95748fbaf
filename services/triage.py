"""What readers do with reports: open, answer, close. Opening one is logged, and its author sees that it was read."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.people import Person
from domain.refusals import NotAllowed, Refusal, Stale
from domain.releases import Release
from domain.reports import NOTE_LENGTH, CloseReason, Report
from domain.rights import Act, Case
from domain.sending import Priority
from domain.views import Inbox, ReporterNote, ReportOpened, ReportPhoto, ReportPosition, subject
from services import acts, cases, duplicates, escalation, inbox, questions
from storage import Db, audit, outbox, people
from storage import reports as store
from storage.reports import Note


@dataclass(frozen=True, slots=True)
class Seen:
    """A report as one reader may see it: `text_allowed` says whether text, photos and notes are theirs to read.

    `release` is what was released to them of a text that is not. `releases` are those that stand, for who triages.
    """

    report: Report
    text_allowed: bool
    notes: tuple[Note, ...]
    release: Release | None = None
    releases: tuple[Release, ...] = ()
    is_triaged: bool = False
    """Whether the reader answers for what becomes of it."""


def see(db: Db, reader: Person, report: int, *, now: datetime) -> Seen:
    """The report for this reader. Raises NotAllowed when they may not know of it."""
    case = cases.known(db, reader, report, now=now)
    text_allowed = rights.may_read(reader, case)
    notes = tuple(store.notes_of(db, report)) if text_allowed else ()
    release = None if text_allowed else rights.released_to(reader, case)
    triaged = rights.may(reader, Act.TRIAGE, site=case.report.site)
    standing = tuple(each for each in case.releases if triaged and not each.revoked_at)
    return Seen(case.report, text_allowed, notes, release, standing, triaged)


def turn_inbox(db: Db, reader: Person, *, now: datetime, page: int = 0, card: int | None = None) -> None:
    rights.require(reader, Act.TRIAGE)
    questions.drop(db, reader, Question.SEARCH, 0)
    acts.turn(db, reader, Inbox(page), card=card, now=now)


def turned(db: Db, reader: Person, report: int, *, card: int | None) -> ReportOpened:
    """The report as the tapped card has it, with the way back that leads from there, whatever the card asks now."""
    shown = acts.shown(db, reader, card=card)
    same = getattr(shown, "report", None) == report
    page, found = (getattr(shown, name, None) for name in ("page", "found")) if same else (None, None)
    release = shown.release if same and isinstance(shown, ReportOpened) else None
    return ReportOpened(report, page, found=found, release=release)


def open_report(
    db: Db,
    reader: Person,
    *,
    report: int,
    now: datetime,
    card: int | None,
    page: int | None = None,
    found: int | None = None,
    closed: int | None = None,
) -> None:
    """Show the report with what this reader may see. Once opened by who answers for it, it is read."""
    case = cases.known(db, reader, report, now=now)
    release = None if rights.may_read(reader, case) else rights.released_to(reader, case)
    if release:
        audit.note(db, person=reader.id, act="text_opened", subject=subject("report", report), now=now)
    view = ReportOpened(report, page, found=found, closed=closed, release=release.id if release else None)
    acts.turn(db, reader, view, card=card, now=now)
    look(db, reader, case, now=now)


def show_more(db: Db, reader: Person, *, report: int, more: bool, now: datetime, card: int | None) -> None:
    """Turn the card to what is rarely done with a report, or back."""
    found = cases.known(db, reader, report, now=now).report
    rights.require(reader, Act.TRIAGE, site=found.site)
    acts.turn(db, reader, replace(turned(db, reader, report, card=card), more=more), card=card, now=now)


def show_attachments(db: Db, reader: Person, *, report: int, now: datetime) -> None:
    """Send the reader the report's photos and position as messages of their own."""
    found = _readable(db, reader, report, now=now)
    audit.note(db, person=reader.id, act="attachments_opened", subject=subject("report", report), now=now)
    for photo in found.photos:
        acts.reply(db, reader, ReportPhoto(report, photo), now=now)
    if found.position:
        acts.reply(db, reader, ReportPosition(report), now=now)


def open_next(db: Db, reader: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Open the next unread report on the same card. Tapped twice, it goes on once: the card shows another by then."""
    found = cases.known(db, reader, report, now=now).report
    rights.require(reader, Act.TRIAGE, site=found.site)
    shown = acts.shown(db, reader, card=card)
    if isinstance(shown, ReportOpened | Inbox) and getattr(shown, "report", None) != report:
        _redraw(db, reader, card, now=now)
    else:
        _go_on(db, reader, found, now=now, card=card)


def ask_note(db: Db, reader: Person, *, report: int, now: datetime) -> None:
    """Take the reader's next text as a note to the reporter."""
    _triaged(db, reader, report, now=now)
    questions.ask(db, reader, Question.NOTE, report, now=now)


def write_note(db: Db, reader: Person, *, report: int, text: str, now: datetime) -> None:
    """Send the reporter a note about their report. Raises Refusal when it is too long."""
    found = _triaged(db, reader, report, now=now)
    if len(text) > NOTE_LENGTH:
        raise Refusal("refusal-note-too-long", limit=NOTE_LENGTH)
    note = store.add_note(db, report, author=reader.id, text=text, now=now)
    author = people.by_id(db, found.author)
    view = ReporterNote(report, note)
    acts.tell(db, author, view, priority=Priority.REPORT, now=now)
    audit.note(db, person=reader.id, act="note_written", subject=subject("report", report), now=now)
    outbox.touch(db, subject("report", report), now=now)


def ask_reason(db: Db, reader: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Turn the card to the reasons for closing."""
    _triaged(db, reader, report, now=now)
    acts.turn(db, reader, replace(turned(db, reader, report, card=card), closing=True), card=card, now=now)


def close(db: Db, reader: Person, *, report: int, reason: CloseReason, now: datetime, card: int | None) -> None:
    """Close the report with a reason, and open the next unread on the same card; from a search, stay there.

    Closed once, it stays closed, and a second tap closes nothing else.
    """
    found = _triaged(db, reader, report, now=now)
    if not shut(db, reader, found, reason=reason, now=now):
        _redraw(db, reader, card, now=now)
        return
    here = turned(db, reader, report, card=card)
    if here.found is None:
        _go_on(db, reader, found, closed=report, now=now, card=card)
    else:
        acts.turn(db, reader, here, card=card, now=now)


def reopen(db: Db, reader: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Open a closed report again; its author's card says no more that it was closed. Done twice, it is once."""
    found = _triaged(db, reader, report, now=now)
    if found.closed_at:
        store.change(db, report, closed_at=None, closed_by=None, close_reason=None)
        audit.note(db, person=reader.id, act="report_reopened", subject=subject("report", report), now=now)
        cases.redraw(db, found, now=now)
    shown = acts.shown(db, reader, card=card)
    page, at = (getattr(shown, name, None) for name in ("page", "found"))
    acts.turn(db, reader, ReportOpened(report, page, found=at), card=card, now=now)


def shut(db: Db, reader: Person, report: Report, *, reason: CloseReason, now: datetime) -> bool:
    """Close a report that is open. Returns whether it was."""
    questions.drop(db, reader, Question.NOTE, report.id)
    if report.closed_at:
        return False
    store.change(db, report.id, closed_at=now, closed_by=reader.id, close_reason=reason)
    audit.note(db, person=reader.id, act="report_closed", subject=subject("report", report.id), now=now)
    cases.redraw(db, report, now=now)
    return True


def look(db: Db, reader: Person, case: Case, *, now: datetime) -> None:
    """Somebody has opened the report: it is logged, nobody else is called, and it is read if they answer for it.

    Whoever else opens it, its author waits for the one who does.
    """
    report = case.report
    audit.note(db, person=reader.id, act="report_opened", subject=subject("report", report.id), now=now)
    escalation.take(db, reader, case, now=now)
    for each in (report, *duplicates.silent_ones_of(db, report.id)):
        _mark_read(db, reader, each, now=now)


def _mark_read(db: Db, reader: Person, report: Report, *, now: datetime) -> None:
    if report.stands and report.read_at is None and rights.may(reader, Act.TRIAGE, site=report.site):
        store.change(db, report.id, read_at=now, read_by=reader.id)
        cases.redraw(db, report, now=now)


def _go_on(
    db: Db, reader: Person, after: Report, *, now: datetime, card: int | None, closed: int | None = None
) -> None:
    """Open the next unread report on the card; when all are read the card turns to the inbox and says so."""
    page = turned(db, reader, after.id, card=card).page or 0
    following = inbox.next_unread(db, reader, after)
    if following is None:
        acts.turn(db, reader, Inbox(page, closed=closed, finished=True), card=card, now=now)
    else:
        open_report(db, reader, report=following, page=page, closed=closed, now=now, card=card)


def _redraw(db: Db, reader: Person, card: int | None, *, now: datetime) -> None:
    if card is not None:
        acts.redraw(db, reader.chat, card, now=now)


def _readable(db: Db, reader: Person, report: int, *, now: datetime) -> Report:
    case = cases.known(db, reader, report, now=now)
    if not rights.may_read(reader, case):
        raise NotAllowed
    return case.report


def _triaged(db: Db, reader: Person, report: int, *, now: datetime) -> Report:
    found = cases.known(db, reader, report, now=now).report
    rights.require(reader, Act.TRIAGE, site=found.site)
    if not found.counts:
        raise Stale
    return found
