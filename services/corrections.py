"""A report that turns out to be wrong after it was sent: corrected field by field, or taken back.

Every choice takes effect at once: history keeps what was said before, and every copy is drawn again.
"""

from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.changes import (
    ASKED,
    ATTACHED,
    DECIDES_WHO_IS_TOLD,
    RINGING_TIME,
    Change,
    Field,
    differences,
    ends_releases,
)
from domain.expectations import Question
from domain.pages import nearest
from domain.people import Person
from domain.refusals import NotAllowed, Refusal, Stale
from domain.reports import TEXT_LENGTH, Report, Screen
from domain.ringing import severity
from domain.views import Correction, OwnReport, ReportHistory, ReportOpened, View, Withdrawal, subject
from services import acts, cases, duplicates, new_values, questions, ringing, triage
from storage import Db, audit, changes, releases
from storage import reports as store

PART = 4
"""Changes on one card of history: with the texts they quote, they must fit one message."""


@dataclass(frozen=True, slots=True)
class History:
    """Some of a report's changes, the newest first."""

    report: Report
    changes: tuple[Change, ...]
    part: int
    parts: int


def ask(db: Db, person: Person, *, report: int, question: Screen | None, now: datetime, card: int | None) -> None:
    """Turn the card to one question, or to all that can be corrected."""
    found = _correctable(db, person, report, now=now)
    if question is not None and question not in ASKED:
        raise Stale
    questions.drop(db, person, Question.CORRECTED_TEXT, report)
    _show(db, person, found, question=question, now=now, card=card)


def correct(
    db: Db, person: Person, *, report: int, field: Field, value: str | None, now: datetime, card: int | None
) -> None:
    """Make a field say something else. A new site asks for its place next, since places belong to a site."""
    found = _correctable(db, person, report, now=now)
    if field in ATTACHED:
        _require_readable(db, person, found, now=now)
    after = _change(db, person, found, new_values.of(db, person, found, field, value), now=now)
    _show(db, person, after, question=Screen.PLACE if after.needs_place else None, now=now, card=card)


def ask_text(db: Db, person: Person, *, report: int, now: datetime) -> None:
    """Take the person's next text in place of the report's."""
    found = _correctable(db, person, report, now=now)
    _require_readable(db, person, found, now=now)
    rights.require_texts(found)
    questions.ask(db, person, Question.CORRECTED_TEXT, report, now=now)


def write_text(db: Db, person: Person, *, report: int, text: str, now: datetime) -> None:
    """Put a text in place of the report's. Raises Refusal when it is too long."""
    found = _correctable(db, person, report, now=now)
    _require_readable(db, person, found, now=now)
    rights.require_texts(found)
    if len(text) > TEXT_LENGTH:
        raise Refusal("refusal-text-too-long", limit=TEXT_LENGTH)
    _change(db, person, found, {"text": text}, now=now)


def go_back(db: Db, person: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Turn the card back to the receipt, or to the report as it was opened."""
    found = cases.known(db, person, report, now=now).report
    questions.drop(db, person, Question.CORRECTED_TEXT, report)
    _turn_back(db, person, found, now=now, card=card)


def ask_withdrawal(db: Db, person: Person, *, report: int, now: datetime, card: int | None) -> None:
    _withdrawable(db, person, report, now=now)
    back = triage.turned(db, person, report, card=card)
    acts.turn(db, person, Withdrawal(report, back.page, back.found), card=card, now=now)


def withdraw(db: Db, person: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Take the report back: every copy says so, and it counts no longer. Taken back twice, it is still once."""
    found = _changeable(db, person, report, now=now)
    if found.stands:
        _withdrawable(db, person, report, now=now)
        questions.drop(db, person, Question.CORRECTED_TEXT, report)
        store.change(db, report, withdrawn_at=now, withdrawn_by=person.id)
        releases.revoke(db, report, now=now)
        audit.note(db, person=person.id, act="report_withdrawn", subject=subject("report", report), now=now)
        cases.redraw(db, found, now=now)
        duplicates.release_from(db, report, now=now)
    _turn_back(db, person, found, now=now, card=card)


def show_history(db: Db, reader: Person, *, report: int, part: int, now: datetime, card: int | None) -> None:
    """Show what the report said before. It is logged like the opening of its text."""
    found = cases.known(db, reader, report, now=now).report
    _require_readable(db, reader, found, now=now)
    audit.note(db, person=reader.id, act="history_opened", subject=subject("report", report), now=now)
    back = triage.turned(db, reader, report, card=card)
    acts.turn(db, reader, ReportHistory(report, back.page, back.found, part), card=card, now=now)


def history(db: Db, reader: Person, report: int, part: int, *, now: datetime) -> History:
    """A part of the report's history. Raises NotAllowed for those who may not read its text."""
    found = cases.known(db, reader, report, now=now).report
    _require_readable(db, reader, found, now=now)
    part, parts = nearest(part, changes.count(db, report), size=PART)
    return History(found, tuple(changes.of(db, report, limit=PART, offset=part * PART)), part, parts)


def card_of(person: Person, report: Report, back: Correction | Withdrawal | ReportOpened) -> View:
    """What the card showed before something was asked: who wrote it has the receipt, unless a list led there."""
    if back.page is None and back.found is None and rights.wrote(person, report):
        return OwnReport(report.id)
    return ReportOpened(report.id, back.page, found=back.found)


def _show(db: Db, person: Person, report: Report, *, question: Screen | None, now: datetime, card: int | None) -> None:
    """Turn the card to the correction, which shows the text: for all but who wrote it, that is logged."""
    if not rights.wrote(person, report):
        audit.note(db, person=person.id, act="report_opened", subject=subject("report", report.id), now=now)
    back = triage.turned(db, person, report.id, card=card)
    acts.turn(db, person, Correction(report.id, back.page, back.found, question), card=card, now=now)


def _turn_back(db: Db, person: Person, report: Report, *, now: datetime, card: int | None) -> None:
    back = triage.turned(db, person, report.id, card=card)
    if isinstance(view := card_of(person, report, back), OwnReport):
        acts.turn(db, person, view, card=card, now=now)
    else:
        triage.open_report(db, person, report=report.id, page=back.page, found=back.found, now=now, card=card)


def _change(db: Db, person: Person, found: Report, columns: dict[str, object], *, now: datetime) -> Report:
    """Write it down with its history, and tell whom it concerns. Returns the report as it is now."""
    store.change(db, found.id, **columns)
    after = _standing(db, found.id)
    changed = differences(found, after)
    if not changed:
        return after
    store.change(db, found.id, corrected_at=now)
    changes.add(db, found.id, changed, person=person.id, now=now)
    audit.note(db, person=person.id, act="report_corrected", subject=subject("report", found.id), now=now)
    if ends_releases(found, after):
        releases.revoke(db, found.id, now=now)
    cases.redraw(db, found, now=now)
    if after.filed_at and now <= after.filed_at + RINGING_TIME and not DECIDES_WHO_IS_TOLD.isdisjoint(changed):
        _ring(db, found, after, now=now)
    return after


def _ring(db: Db, before: Report, after: Report, *, now: datetime) -> None:
    """Tell those who should have been told, and all anew when it is worse than they were told.

    What was told in its push alone may ring on its own now.
    """
    if rights.is_pressing(before) and severity(after) > severity(before):
        ringing.ring_again(db, after.id, now=now)
    else:
        ringing.ring(db, after.id, now=now)
    for repeat in store.led_by(db, after.id):
        ringing.ring(db, repeat.id, now=now)


def _standing(db: Db, report: int) -> Report:
    found = store.by_id(db, report)
    if found is None:
        raise LookupError(report)
    return found


def _changeable(db: Db, person: Person, report: int, *, now: datetime) -> Report:
    found = cases.known(db, person, report, now=now).report
    if not rights.may_change(person, found):
        raise NotAllowed
    return found


def _correctable(db: Db, person: Person, report: int, *, now: datetime) -> Report:
    found = _changeable(db, person, report, now=now)
    if not found.counts:
        raise Stale
    if not rights.may_correct(person, found, now=now):
        raise Stale("refusal-closed-to-corrections" if found.closed_at else "refusal-too-late-to-correct")
    return found


def _withdrawable(db: Db, person: Person, report: int, *, now: datetime) -> None:
    found = _changeable(db, person, report, now=now)
    if not rights.may_withdraw(person, found):
        raise Stale("refusal-closed-to-corrections" if found.stands else "refusal-stale")


def _require_readable(db: Db, person: Person, report: Report, *, now: datetime) -> None:
    if not rights.may_read(person, cases.of(db, report, now=now)):
        raise NotAllowed
