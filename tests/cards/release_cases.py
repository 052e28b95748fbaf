"""Releasing a text: whom it is for, as its readers get it, reworded and ended; and approving what is guarded."""

from domain.people import Role
from domain.releases import Among, Whom
from domain.reports import DRUGS, FOREWARNING
from domain.views import OwnReport, ReleaseCard, ReportOpened, ReportPush
from services import additions, drafts, releases, reports
from storage import releases as store
from tests.cards.case import case
from tests.cards.stage import Stage
from tests.town import YUSUF


@case
def readers_are_chosen_one_question_after_the_other(stage: Stage) -> None:
    report = _sent(stage, "car_meet")
    for among in (None, *Among):
        stage.look(ReleaseCard(report, 0, among=among))
    for role in (Role.GUARD, Role.CENTRE_MANAGER, Role.PROPERTY_OWNER, Role.PARTNER):
        stage.look(ReleaseCard(report, 0, among=Among.ROLE, key=role))
    yusuf = stage.person(YUSUF)
    stage.look(ReleaseCard(report, 0, among=Among.PERSON, key=str(yusuf.id)))
    stage.look(ReleaseCard(report, 0, among=Among.ORGANISATION, key=str(yusuf.organisation_id)))


@case
def a_text_is_released_and_taken_back(stage: Stage) -> None:
    report = _sent(stage, "car_meet")
    chosen = [(Among.EVERYBODY, None), (Among.ROLE, Role.GUARD.value)]
    yusuf = stage.person(YUSUF)
    chosen += [(Among.ORGANISATION, str(yusuf.organisation_id)), (Among.PERSON, str(yusuf.id))]
    for among, key in chosen:
        stage.act(releases.release, stage.maria, report=report, among=among, key=key, card=None)
        _look(stage, report)
    stage.act(releases.stop, stage.maria, report=report, card=None)
    _look(stage, report)


@case
def a_text_is_reworded(stage: Stage) -> None:
    report = _sent(stage, "car_meet")
    too_long = stage.refused(releases.reword, stage.maria, report=report, text="x" * 1001)
    assert too_long
    wording = store.word(stage.db, report, text=stage.written.text[:1000], written_by=stage.maria.id, now=stage.now)
    stage.look(ReleaseCard(report, 0, wording))
    stage.look(ReleaseCard(report, 0, wording, among=Among.EVERYBODY))
    text, maria = stage.written.text[:1000], stage.maria
    store.add(stage.db, report, text=f"Kort: {text}"[:1000], whom=Whom(), released_by=maria.id, now=stage.now)
    _look(stage, report)


@case
def what_is_guarded_is_approved(stage: Stage) -> None:
    for category in (DRUGS, FOREWARNING):
        report = _sent(stage, category)
        _look(stage, report)
        stage.act(releases.approve, stage.maria, report=report, card=None)
        _look(stage, report)
        stage.act(releases.disapprove, stage.maria, report=report, card=None)
        _look(stage, report)


def _look(stage: Stage, report: int) -> None:
    """From all sides, before and after the text was read."""
    stage.look(OwnReport(report))
    stage.look(ReportPush(report))
    stage.look(ReportOpened(report, 0))
    stage.look(ReportOpened(report, 0, more=True))
    for release in store.of(stage.db, report):
        stage.look(ReportOpened(report, release=release.id))


def _sent(stage: Stage, category: str) -> int:
    draft: int = stage.act(drafts.begin, stage.anna)
    stage.act(drafts.choose_category, stage.anna, report=draft, category=category)
    stage.act(drafts.choose_place, stage.anna, report=draft, place="norra_p")
    stage.act(additions.add_text, stage.anna, report=draft, text=stage.written.text[:2000])
    stage.act(reports.file, stage.anna, report=draft)
    return draft
