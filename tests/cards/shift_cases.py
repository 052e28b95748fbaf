"""Shifts: the briefing, the duty phone that changes hands, and tonight's focus."""

from datetime import timedelta

from domain.expectations import Expectation
from domain.focuses import TEXT_LENGTH
from domain.people import Person, Role
from domain.reports import CALM, FOREWARNING, CloseReason
from domain.severity import Severity
from domain.shifts import NO_SHIFT, SIGNATURE_LENGTH
from domain.views import Briefing, FocusCard, FocusSites, MyReports, NewShift, Notice, OwnReport
from services import additions, drafts, focuses, reports, shifts
from storage import people
from storage import reports as store
from tests.cards.case import case
from tests.cards.stage import Stage
from tests.town import Member

DUTY_PHONE = Member(id=120, name="Tjänstetelefon Överby", role=Role.GUARD)


@case
def there_is_nothing_to_tell(stage: Stage) -> None:
    stage.look(Briefing())


@case
def a_shift_begins_and_ends(stage: Stage) -> None:
    stage.act(shifts.start, stage.anna, former=NO_SHIFT)
    shift = stage.anna.shift
    assert shift is not None
    stage.look(Briefing(shift))
    stage.act(shifts.end, stage.anna, shift=shift, card=None)
    stage.look(Briefing(shift))


@case
def a_night_with_everything_is_told(stage: Stage) -> None:
    for number in range(12):
        _sent(stage, "violence" if number % 2 else "car_meet")
    for approved in (None, stage.now):
        store.change(stage.db, _sent(stage, FOREWARNING), approved_at=approved)
    read, answered, *closed = [_sent(stage, "noise") for _ in range(5)]
    for report in (read, answered):
        store.change(stage.db, report, read_at=stage.now)
    store.add_note(stage.db, answered, author=stage.maria.id, text=stage.written.text[:100], now=stage.now)
    for report in closed:
        store.change(stage.db, report, closed_at=stage.now, close_reason=CloseReason.HANDLED)
    for site in ("overby", "kungsgatan", "resecentrum"):
        stage.act(focuses.write, stage.maria, focus=_focus(stage, site), text=stage.written.text[:TEXT_LENGTH])
    stage.act(shifts.start, stage.anna, former=NO_SHIFT)
    stage.look(Briefing())


@case
def a_duty_phone_changes_hands(stage: Stage) -> None:
    _duty_phone(stage)
    stage.act(shifts.open_up, _holder(stage))
    stage.look_as(NewShift(_holder(stage).id, NO_SHIFT), _holder(stage))
    stage.look_as(NewShift(_holder(stage).id, NO_SHIFT), stage.anna)
    stage.act(shifts.sign, _holder(stage), former=NO_SHIFT, signature=("Erik " + "W" * 40)[:SIGNATURE_LENGTH])
    former = _holder(stage).shift
    assert former is not None
    stage.look_as(Briefing(former), _holder(stage))
    stage.look_as(NewShift(_holder(stage).id, former), _holder(stage))
    stage.act(shifts.start, _holder(stage), former=former)
    nameless = _holder(stage).shift
    assert nameless is not None
    stage.look_as(NewShift(_holder(stage).id, nameless), _holder(stage))
    left = [_draft_on(stage, "theft"), _draft_on(stage, "theft")]
    stage.act(drafts.discard, _holder(stage), report=left[0])
    sent = [_draft_on(stage, "theft"), _draft_on(stage, "drugs")]
    for report in sent:
        stage.act(reports.file, _holder(stage), report=report)

    stage.act(shifts.start, _holder(stage), former=nameless)

    for report in (*left, *sent):
        for card in stage.look_as(OwnReport(report), _holder(stage)):
            assert "blockquote" not in card.text
            assert not card.buttons
    stage.look_as(MyReports(), _holder(stage))
    stage.look_as(Briefing(former), _holder(stage))


@case
def what_is_no_answer_to_who_takes_over(stage: Stage) -> None:
    _duty_phone(stage)
    refused = [stage.refused(shifts.sign, _holder(stage), former=NO_SHIFT, signature="W" * 99)]
    shift = _draft_on(stage, "theft")
    stage.act(shifts.start, _holder(stage), former=_holder(stage).shift or NO_SHIFT)
    refused.append(stage.refused(drafts.discard, _holder(stage), report=shift))
    refused.append(stage.refused(focuses.write, stage.maria, focus=_focus(stage, "overby"), text="W" * 999))
    for refusal in refused:
        assert refusal is not None
        stage.look(Notice(refusal.text_id, dict(refusal.details)))
    stage.look(Notice("answer-write-focus"))


@case
def a_quiet_shift_has_its_notes(stage: Stage) -> None:
    draft = stage.act(drafts.begin_calm, stage.anna)
    stage.look(OwnReport(draft))
    stage.act(additions.add_text, stage.anna, report=draft, text=stage.written.text[:500])
    stage.look(OwnReport(draft))
    found = store.by_id(stage.db, draft)
    assert found is not None
    assert (found.category, found.severity) == (CALM, Severity.CALM)


@case
def a_focus_is_written_stands_and_is_over(stage: Stage) -> None:
    stage.look(FocusSites())
    focus = _focus(stage, "overby")
    stage.look(FocusCard(focus))
    stage.act(focuses.write, stage.maria, focus=focus, text=stage.written.text[:TEXT_LENGTH])
    stage.look(FocusCard(focus))
    stage.now += timedelta(days=1)
    stage.look(FocusCard(focus))


@case
def a_focus_can_be_set_for_as_many_sites_as_there_are(stage: Stage) -> None:
    stage.add_sites(16)
    stage.look(FocusSites())


def _focus(stage: Stage, site: str) -> int:
    stage.act(focuses.open_site, stage.maria, site=site, card=None)
    asked = Expectation.decode(stage.maria.expects)
    assert asked is not None
    return asked.about


def _sent(stage: Stage, category: str) -> int:
    draft: int = stage.act(drafts.begin, stage.anna)
    stage.act(drafts.choose_category, stage.anna, report=draft, category=category)
    stage.act(drafts.choose_place, stage.anna, report=draft, place="norra_p")
    stage.act(reports.file, stage.anna, report=draft)
    return draft


def _duty_phone(stage: Stage) -> None:
    stage.joins(DUTY_PHONE)
    people.change(stage.db, _holder(stage).id, is_duty_phone=True)


def _holder(stage: Stage) -> Person:
    return stage.person(DUTY_PHONE)


def _draft_on(stage: Stage, category: str) -> int:
    draft: int = stage.act(drafts.begin, _holder(stage))
    stage.act(drafts.choose_category, _holder(stage), report=draft, category=category)
    stage.act(drafts.choose_place, _holder(stage), report=draft, place="norra_p")
    stage.act(additions.add_text, _holder(stage), report=draft, text=stage.written.text[:500])
    return draft
