"""Shifts: begun, taken over and ended. On a duty phone, what was the former shift's is gone when the next begins."""

from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.people import Person
from domain.refusals import NotAllowed
from domain.reports import CALM, Report
from domain.rights import Act
from domain.shifts import LONGEST, NO_SHIFT, Shift, tidy_signature
from domain.views import Briefing, NewShift, Welcome, subject
from services import acts, questions, timetable
from services.timetable import Task
from storage import Db, outbox, people, reports
from storage import shifts as store


def open_up(db: Db, person: Person, *, now: datetime) -> None:
    """Show the briefing; on a duty phone ask who takes it over first."""
    if person.is_duty_phone:
        _ask_who(db, person, card=None, now=now)
    else:
        show(db, person, card=None, now=now)


def show(db: Db, person: Person, *, card: int | None, now: datetime) -> None:
    """Turn the card to the briefing: on a duty phone somebody has to be on shift."""
    require_briefing(person)
    if person.is_duty_phone and person.shift is None:
        _ask_who(db, person, card=card, now=now)
        return
    questions.drop(db, person, Question.SIGNATURE, person.shift or NO_SHIFT)
    acts.turn(db, person, Briefing(person.shift), card=card, now=now)


def start(
    db: Db, person: Person, *, former: int, now: datetime, card: int | None = None, signature: str | None = None
) -> None:
    """Begin a shift after the former one, which ends with it. Begun twice, it is once."""
    _require_shifts(person)
    if (person.shift or NO_SHIFT) <= former:
        questions.drop(db, person, Question.SIGNATURE, former)
        _begin(db, person, signature=signature, now=now)
    begun = store.open_of(db, person.id)
    acts.turn(db, person, Briefing(begun.id if begun else None), card=card, now=now)


def sign(db: Db, person: Person, *, former: int, signature: str, now: datetime) -> None:
    """Begin a shift in that name. Raises Refusal for what is no first name or signature."""
    start(db, person, former=former, signature=tidy_signature(signature), now=now)


def end(db: Db, person: Person, *, shift: int, card: int | None, now: datetime) -> None:
    """Ended twice, it is once."""
    found = own(db, person, shift)
    if found.ended_at is None:
        _end(db, found, now=now)
    acts.turn(db, person, Briefing(shift), card=card, now=now)


def run_out(db: Db, shift: int, *, due: datetime, now: datetime) -> None:
    """End a shift that somebody forgot."""
    found = store.by_id(db, shift)
    if found and found.ended_at is None:
        _end(db, found, now=now)


def of_report(db: Db, author: Person, *, now: datetime) -> int | None:
    """The shift that a new report belongs to. It begins in silence: nothing may stand in the way of a report."""
    under_way = store.open_of(db, author.id)
    if under_way or not rights.works_shifts(author):
        return under_way.id if under_way else None
    return _begin(db, author, signature=None, now=now)


def end_quiet(db: Db, author: Person, sent: Report, *, now: datetime) -> None:
    """End what began only so that a quiet shift could be told of: who goes home is not on duty for hours to come."""
    under_way = store.open_of(db, author.id)
    silent = under_way is not None and under_way.started_at == sent.created_at
    if under_way and silent and sent.category == CALM and not author.is_duty_phone:
        _end(db, under_way, now=now)


def require_briefing(person: Person) -> None:
    """Raises NotAllowed for who neither gets a briefing nor works in shifts: on a duty phone a shift is begun there."""
    if not rights.works_shifts(person):
        rights.require(person, Act.SEE_BRIEFING)


def own(db: Db, person: Person, shift: int) -> Shift:
    """Raises NotAllowed for somebody else's, and for one that never was."""
    found = store.by_id(db, shift)
    if found is None or found.person != person.id:
        raise NotAllowed
    return found


def ended_with(db: Db, shift: int | None, at: datetime | None) -> bool:
    """Whether something ended because the shift did."""
    found = store.by_id(db, shift) if shift is not None else None
    return found is not None and at is not None and found.ended_at == at


def _require_shifts(person: Person) -> None:
    rights.require(person, Act.REPORT)
    if not rights.works_shifts(person):
        raise NotAllowed


def _ask_who(db: Db, person: Person, *, card: int | None, now: datetime) -> None:
    _require_shifts(person)
    former = person.shift or NO_SHIFT
    questions.ask(db, person, Question.SIGNATURE, former, now=now)
    acts.turn(db, person, NewShift(person.id, former), card=card, now=now)


def _begin(db: Db, person: Person, *, signature: str | None, now: datetime) -> int:
    former = store.open_of(db, person.id)
    if former:
        _end(db, former, now=now)
    shift = store.add(db, person.id, signature=signature, now=now, ends_at=now + LONGEST)
    timetable.once(db, Task.END_SHIFT, about=shift, at=now + LONGEST, now=now)
    outbox.erase(db, subject("person", person.id), kind=NewShift, now=now)  # nobody needs to answer it any more
    return shift


def _end(db: Db, shift: Shift, *, now: datetime) -> None:
    store.end(db, shift.id, now=now)
    timetable.once(db, Task.END_SHIFT, about=shift.id, at=None, now=now)
    holder = people.by_id(db, shift.person)
    if holder.is_duty_phone:
        _clear_away(db, holder, shift, now=now)
    outbox.touch(db, subject("shift", shift.id), now=now)


def _clear_away(db: Db, holder: Person, shift: Shift, *, now: datetime) -> None:
    """The next one to hold the phone gets no unsent words, no question to answer, and no card that tells the former's.

    All is drawn again, since an older card may have been turned in the shift; a draft that was not sent says so.
    """
    people.change(db, holder.id, expects=None)
    for draft in reports.open_drafts_of(db, holder.id, shift=shift.id):
        reports.change(db, draft.id, discarded_at=now)
    outbox.touch_all_of(db, holder.id, but=[Welcome], now=now)
