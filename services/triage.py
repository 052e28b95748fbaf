"""What readers do with reports: open, answer, close. Opening one is logged, and its author sees that it was read."""

from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.people import Person
from domain.refusals import NotAllowed, Refusal, Stale
from domain.reports import NOTE_LENGTH, CloseReason, Report
from domain.rights import Act
from domain.sending import Priority
from domain.views import Inbox, ReporterNote, ReportOpened, ReportPhoto, ReportPosition, subject
from services import acts, cases, escalation, questions
from storage import Db, audit, outbox, people
from storage import reports as store
from storage.reports import Note

PAGE = 8
"""Reports on one page of the inbox: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A report as one reader may see it: `text_allowed` says whether text, photos and notes are theirs to read."""

    report: Report
    text_allowed: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class InboxPage:
    reports: tuple[Report, ...]
    open: int
    unread: int
    page: int
    pages: int


def see(db: Db, reader: Person, report: int, *, now: datetime) -> Seen:
    """The report for this reader. Raises NotAllowed when they may not know of it."""
    case = cases.known(db, reader, report, now=now)
    text_allowed = rights.may_read(reader, case)
    notes = tuple(store.notes_of(db, report)) if text_allowed else ()
    return Seen(case.report, text_allowed, notes)


def inbox_page(db: Db, reader: Person, page: int) -> InboxPage:
    """One page of the open reports, unread first. Raises NotAllowed."""
    rights.require(reader, Act.TRIAGE)
    total, unread = store.inbox_size(db)
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 0), pages - 1)
    return InboxPage(tuple(store.for_inbox(db, limit=PAGE, offset=page * PAGE)), total, unread, page, pages)


def turn_inbox(db: Db, reader: Person, *, now: datetime, page: int = 0, card: int | None = None) -> None:
    rights.require(reader, Act.TRIAGE)
    acts.turn(db, reader, Inbox(page), card=card, now=now)


def open_report(
    db: Db, reader: Person, *, report: int, now: datetime, card: int | None, page: int | None = None
) -> None:
    """Show the report with what this reader may see; the first to read its text marks it as read."""
    case = cases.known(db, reader, report, now=now)
    found = case.report
    audit.note(db, person=reader.id, act="report_opened", subject=subject("report", report), now=now)
    acts.turn(db, reader, ReportOpened(report, page), card=card, now=now)
    escalation.take(db, reader, case, now=now)
    if rights.may_read(reader, case) and reader.id != found.author and found.counts:
        _mark_read(db, reader, found, now=now)


def show_attachments(db: Db, reader: Person, *, report: int, now: datetime) -> None:
    """Send the reader the report's photos and position as messages of their own."""
    found = _readable(db, reader, report, now=now)
    audit.note(db, person=reader.id, act="attachments_opened", subject=subject("report", report), now=now)
    for photo in found.photos:
        acts.reply(db, reader, ReportPhoto(report, photo), now=now)
    if found.position:
        acts.reply(db, reader, ReportPosition(report), now=now)


def open_next(db: Db, reader: Person, *, after: int, now: datetime, card: int | None) -> None:
    """Open the next unread report on the same card. Raises Refusal when all are read."""
    rights.require(reader, Act.TRIAGE)
    unread = [found for found in store.for_inbox(db, limit=2, offset=0) if not found.read_at and found.id != after]
    if not unread:
        raise Refusal("refusal-all-read")
    open_report(db, reader, report=unread[0].id, now=now, card=card, page=0)


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


def ask_reason(db: Db, reader: Person, *, report: int, page: int | None, now: datetime, card: int | None) -> None:
    """Turn the card to the reasons for closing."""
    _triaged(db, reader, report, now=now)
    acts.turn(db, reader, ReportOpened(report, page, closing=True), card=card, now=now)


def close(
    db: Db,
    reader: Person,
    *,
    report: int,
    reason: CloseReason,
    page: int | None,
    now: datetime,
    card: int | None,
) -> None:
    """Close the report with a reason; its author's card says so. Closed once, it stays closed."""
    found = _triaged(db, reader, report, now=now)
    questions.drop(db, reader, Question.NOTE, report)
    if found.closed_at is None:
        store.change(db, report, closed_at=now, closed_by=reader.id, close_reason=reason)
        audit.note(db, person=reader.id, act="report_closed", subject=subject("report", report), now=now)
        cases.redraw(db, found, now=now)
    acts.turn(db, reader, ReportOpened(report, page) if page is None else Inbox(page), card=card, now=now)


def _mark_read(db: Db, reader: Person, report: Report, *, now: datetime) -> None:
    if report.read_at is None:
        store.change(db, report.id, read_at=now, read_by=reader.id)
        cases.redraw(db, report, now=now)


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
