"""Reports of one incident, what comes late, and what was told by phone."""

from datetime import timedelta

from domain.people import Person
from domain.severity import Severity
from domain.views import Corroborations, MergeChoice, Notice, OwnReport, ReportOpened, ReportPush, ViaPhone
from services import additions, behalf, drafts, duplicates, reports
from storage import organisations, people
from tests.cards.case import case
from tests.cards.stage import Stage
from tests.town import ANNA, LARS, YUSUF

MANY = 12


@case
def others_saw_it_too(stage: Stage) -> None:
    main = _sent(stage, stage.anna)
    _look_at_incident(stage, main)
    asked = _draft(stage, stage.person(YUSUF))
    stage.look(OwnReport(asked))
    for member in (YUSUF, LARS):
        _look_at_incident(stage, _confirmed(stage, stage.person(member), main))
    stage.look(OwnReport(_draft(stage, stage.per)))
    _look_at_incident(stage, main)
    worst = _confirmed(stage, stage.karin, main, severity=Severity.RED)
    _look_at_incident(stage, worst)
    _look_at_incident(stage, main)
    stage.act(reports.undo, stage.anna, report=main)
    _look_at_incident(stage, worst)


@case
def what_became_of_a_plus_one_is_said(stage: Stage) -> None:
    main = _sent(stage, stage.anna)
    draft = _draft(stage, stage.person(YUSUF))
    stage.act(reports.undo, stage.anna, report=main)
    alone = stage.act(reports.corroborate, stage.person(YUSUF), report=draft, main=main)
    stage.look(Notice("answer-sent-alone", {"number": str(alone.number)}))
    second = stage.act(reports.corroborate, stage.karin, report=_draft(stage, stage.karin), main=draft)
    stage.look(Notice("answer-corroborated", {"number": str(second.number), "main": str(second.main)}))


@case
def what_is_still_to_be_asked_is_said(stage: Stage) -> None:
    early = _draft(stage, stage.person(YUSUF))
    _sent(stage, stage.anna)
    for draft in (early, _late(stage)):
        refusal = stage.refused(reports.file, stage.person(YUSUF), report=draft)
        assert refusal
        stage.look(Notice(refusal.text_id))


@case
def many_confirm_and_some_are_split_off(stage: Stage) -> None:
    main = _sent(stage, stage.anna)
    draft = 0
    for number in range(MANY):
        caller = people.add(
            stage.db,
            chat_id=None,
            organisation=stage.anna.organisation_id,
            now=stage.now,
            name=stage.written.name or f"Vakt {number}",
        )
        draft = _draft(stage, stage.maria)
        told = {"organisation": stage.anna.organisation_id, "person": caller, "card": None}
        stage.act(behalf.choose, stage.maria, report=draft, **told)
        stage.act(reports.corroborate, stage.maria, report=draft, main=main)
    _look_at_incident(stage, main)
    stage.look(Corroborations(main))
    stage.look(Corroborations(main, page=0, part=1))
    stage.act(duplicates.split, stage.maria, report=draft)
    _look_at_incident(stage, draft)


@case
def reports_are_merged(stage: Stage) -> None:
    main, other = _sent(stage, stage.anna), _sent(stage, stage.person(YUSUF), category="violence")
    stage.look(MergeChoice(other, page=0))
    stage.act(duplicates.merge, stage.maria, report=other, into=main, page=0, card=None)
    stage.look(MergeChoice(other))
    _look_at_incident(stage, other)
    stage.act(reports.undo, stage.person(YUSUF), report=other)
    stage.look(MergeChoice(other))


@case
def what_comes_late_is_asked_when(stage: Stage) -> None:
    draft = _late(stage)
    stage.look(OwnReport(draft))
    stage.act(drafts.ask, stage.person(YUSUF), report=draft, screen=None)
    stage.act(drafts.choose_category, stage.person(YUSUF), report=draft, category="theft")
    stage.act(drafts.choose_place, stage.person(YUSUF), report=draft, place="norra_p")
    stage.look(OwnReport(draft))
    stage.act(reports.file, stage.person(YUSUF), report=draft)
    _look_at_incident(stage, draft)
    left = _draft(stage, stage.anna)
    stage.later(minutes=31)
    stage.look(OwnReport(left))


@case
def somebody_calls_and_it_is_written_down(stage: Stage) -> None:
    draft = _draft(stage, stage.maria)
    stage.look(OwnReport(draft))
    for number in range(9):
        employer = organisations.id_of(stage.db, f"Bolaget {number}")
        people.add(stage.db, chat_id=None, organisation=employer, now=stage.now)
    stage.look(ViaPhone(draft))
    stage.look(ViaPhone(draft, page=1))
    trygg = stage.person(ANNA).organisation_id
    name = stage.written.name or "Stina Berg"
    caller = people.add(stage.db, chat_id=None, organisation=trygg, now=stage.now, name=name)
    stage.look(ViaPhone(draft, organisation=trygg))
    for person in (None, caller):
        stage.act(behalf.choose, stage.maria, report=draft, organisation=trygg, person=person, card=None)
        stage.look(OwnReport(draft))
    stage.act(reports.file, stage.maria, report=draft)
    stage.look(ViaPhone(draft))
    _look_at_incident(stage, draft)


def _draft(stage: Stage, author: Person, *, category: str = "car_meet") -> int:
    draft: int = stage.act(drafts.begin, author)
    stage.act(drafts.choose_category, author, report=draft, category=category)
    stage.act(drafts.choose_place, author, report=draft, place="norra_p")
    return draft


def _late(stage: Stage) -> int:
    draft: int = stage.act(drafts.begin, stage.person(YUSUF), written_at=stage.now - timedelta(minutes=40))
    stage.act(additions.add_text, stage.person(YUSUF), report=draft, text=stage.written.text[:200])
    return draft


def _sent(stage: Stage, author: Person, *, category: str = "car_meet") -> int:
    draft = _draft(stage, author, category=category)
    stage.act(drafts.choose_severity, author, report=draft, severity=Severity.ORANGE)
    stage.act(reports.file, author, report=draft)
    return draft


def _confirmed(stage: Stage, author: Person, main: int, *, severity: Severity = Severity.YELLOW) -> int:
    draft = _draft(stage, author)
    stage.act(drafts.choose_severity, author, report=draft, severity=severity)
    stage.act(reports.corroborate, author, report=draft, main=main)
    return draft


def _look_at_incident(stage: Stage, report: int) -> None:
    for view in (OwnReport(report), ReportPush(report), ReportOpened(report, page=0), ReportOpened(report, more=True)):
        stage.look(view)
