"""A report that was sent, as its author has it: filed, undone, listed. What readers do with it stands in `triage`."""

from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.people import Person
from domain.refusals import Stale
from domain.reports import Report
from domain.rights import Act
from domain.views import MyReports, subject
from services import acts, drafts, questions, ringing
from services.drafts import change
from storage import Db, outbox
from storage import reports as store

PAGE = 8
"""Reports on one page of one's own: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True)
class OwnPage:
    reports: tuple[Report, ...]
    page: int
    pages: int


def file(db: Db, author: Person, *, report: int, now: datetime) -> int:
    """Send the report: it gets its number, and those who are told at once are owed their message. Returns the number.

    Sent again, it stays what it is: one report.
    """
    draft = drafts.own(db, author, report)
    if draft.number is not None:
        _show_again(db, report, now=now)
        return draft.number
    rights.require(author, Act.REPORT, site=draft.site)
    _require_complete(draft)
    number = store.next_number(db)
    happened_at = draft.happened_at or now
    change(db, draft, now=now, number=number, filed_at=now, happened_at=happened_at, screen=None)
    questions.drop(db, author, Question.REPORT_TEXT, report)
    ringing.ring(db, report, now=now)
    return number


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
    change(db, own, now=now, withdrawn_at=now, withdrawn_by=author.id)


def own(db: Db, author: Person, report: int) -> Report:
    """The author's own draft or report. Raises NotAllowed for anybody else's, and for those who were revoked."""
    rights.require(author, Act.OWN_SETTINGS)
    return drafts.own(db, author, report)


def show_mine(db: Db, author: Person, *, now: datetime, page: int = 0, card: int | None = None) -> None:
    rights.require(author, Act.REPORT)
    acts.turn(db, author, MyReports(page), card=card, now=now)


def mine(db: Db, author: Person, page: int) -> OwnPage:
    """A page of what the author has sent, newest first."""
    rights.require(author, Act.REPORT)
    pages = max(1, -(-store.count_filed_by(db, author.id) // PAGE))
    page = min(max(page, 0), pages - 1)
    return OwnPage(tuple(store.filed_by(db, author.id, limit=PAGE, offset=page * PAGE)), page, pages)


def _show_again(db: Db, report: int, *, now: datetime) -> None:
    """Who presses again may never have seen what came of it: a card that was lost is sent anew, no other changes."""
    outbox.touch(db, subject("report", report), now=now)


def _require_complete(draft: Report) -> None:
    if draft.discarded_at or draft.category is None or draft.needs_place:
        raise Stale("refusal-incomplete")
