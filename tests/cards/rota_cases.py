"""The rota, and what the phones show that ring by it."""

from datetime import UTC, datetime, timedelta

from domain.people import Person, Role
from domain.quiet import OFFERED
from domain.reports import FOREWARNING
from domain.rota import NIGHTS_AHEAD, WEEK, night_of, slot_of
from domain.severity import Severity
from domain.views import OwnReport, ReportPush, Rota, RotaNews, RotaNights, Rotas, RotaSlot, Settings
from handlers.cards.push import REPEATS
from services import quiet, reports, rota, triage
from storage import reports as store
from storage import rota as kept
from tests.cards.case import case
from tests.cards.stage import ZONE, Stage
from tests.town import KARIN, LARS, YUSUF, Member

NIGHT = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
FRIDAY = 4


@case
def a_rota_is_filled_and_emptied(stage: Stage) -> None:
    for slot in (FRIDAY, slot_of(night_of(stage.now, ZONE))):
        stage.look(RotaSlot("overby", slot))
        for member in (LARS, YUSUF, KARIN):
            _put(stage, stage.person(member), slot)
            stage.look(RotaSlot("overby", slot))
        assert stage.look_as(RotaNews("overby", slot), stage.person(LARS))
        for view in (Rotas(), Rota("overby"), RotaNights("overby")):
            stage.look(view)
        stage.act(rota.clear, stage.maria, site="overby", slot=slot, card=None)
        assert stage.look_as(RotaNews("overby", slot), stage.person(LARS))
    stage.look(RotaSlot("overby", FRIDAY))


@case
def a_rota_has_many_to_choose_from(stage: Stage) -> None:
    for number in range(2 * rota.PAGE):
        stage.joins(Member(id=4000 + number, name="Kim Berg", role=Role.GUARD))
    stage.add_sites(2 * rota.PAGE)
    for page in range(3):
        stage.look(RotaSlot("overby", FRIDAY, page))
        stage.look(Rotas(page))


@case
def a_rota_has_three_on_each_day_and_others_on_each_night(stage: Stage) -> None:
    three = [stage.person(member).id for member in (LARS, YUSUF, KARIN)]
    for weekday in range(WEEK):
        kept.set_pattern(stage.db, "overby", weekday, three)
    for ahead in range(NIGHTS_AHEAD):
        kept.set_exception(stage.db, "overby", night_of(stage.now, ZONE) + timedelta(days=ahead), three[::-1])
    stage.look(Rota("overby"))


@case
def everybody_chooses_quiet_hours(stage: Stage) -> None:
    for hours in OFFERED:
        stage.act(quiet.choose, stage.karin, hours=hours, card=None)
        assert stage.look_as(Settings(), stage.karin)


@case
def a_report_at_night_is_called_along_the_rota(stage: Stage) -> None:
    stage.now = NIGHT
    kept.set_pattern(stage.db, "overby", FRIDAY, [stage.karin.id])
    report = _reported(stage, stage.anna)
    stage.look(OwnReport(report))
    for push in (ReportPush(report, 15), ReportPush(report, 30, breaks_quiet=True)):
        stage.look(push)
    stage.act(triage.open_report, stage.karin, report=report, card=None)
    stage.look(OwnReport(report))
    stage.look(ReportPush(report, 15))


@case
def a_strategist_opens_what_she_may_not_read(stage: Stage) -> None:
    stage.now = NIGHT
    report = _reported(stage, stage.anna)
    store.change(stage.db, report, taken_at=stage.now, taken_by=stage.maria.id)
    stage.look(OwnReport(report))


@case
def a_push_tells_of_more_and_more_from_there(stage: Stage) -> None:
    lead = _reported(stage, stage.anna)
    for _ in range(REPEATS + 2):
        stage.later(minutes=5)
        _reported(stage, stage.person(YUSUF))
        stage.look(ReportPush(lead))
    stage.act(reports.undo, stage.anna, report=_reported(stage, stage.anna))
    stage.look(ReportPush(lead))


@case
def a_heads_up_is_unconfirmed_until_it_is_approved(stage: Stage) -> None:
    report = _reported(stage, stage.anna, category=FOREWARNING)
    stage.look(ReportPush(report))
    store.change(stage.db, report, approved_at=stage.now, approved_by=stage.maria.id)
    stage.look(ReportPush(report))


def _put(stage: Stage, person: Person, slot: int) -> None:
    stage.act(rota.add, stage.maria, site="overby", slot=slot, person=person.id, card=None)


def _reported(stage: Stage, author: Person, *, category: str = "threat") -> int:
    """A report from the northern car park, of which its author knows that it is another one."""
    told = {"category": category, "place": "norra_p", "severity": Severity.ORANGE, "is_another": True}
    organisation = author.organisation_id
    draft = store.add(stage.db, author=author.id, organisation=organisation, site="overby", now=stage.now, **told)
    stage.act(reports.file, author, report=draft)
    return draft
