"""The inbox: a night in groups, one report after the other, a group at once, and the quiet shifts."""

from datetime import timedelta

from domain.reports import CloseReason
from domain.severity import Severity
from domain.views import Inbox, ReportGroup, ReportOpened
from services import drafts, groups, inbox, reports, triage
from storage import reports as store
from tests.cards.case import case
from tests.cards.stage import Stage


@case
def the_inbox_lists_groups(stage: Stage) -> None:
    stage.look(Inbox())
    for number in range(2 * inbox.PAGE + 1):
        _happened(stage, number)
        if number <= 1:
            stage.look(Inbox())
    for page in range(4):
        stage.look(Inbox(page))


@case
def a_night_is_gone_through(stage: Stage) -> None:
    night = [_happened(stage, number % 2) for number in range(4)]
    for report in night:
        stage.act(triage.open_report, stage.maria, report=report, page=0, card=None)
        stage.look(ReportOpened(report, 0))
        stage.look(ReportOpened(report, 0, more=True))
        stage.look(ReportOpened(report, 0, closing=True))
        stage.look(ReportOpened(report, found=0))
        stage.look(Inbox())
    stage.act(triage.close, stage.maria, report=night[0], reason=CloseReason.NOTED, card=None)
    stage.look(ReportOpened(night[1], 0, closed=night[0]))
    stage.look(ReportOpened(night[0], 0))
    stage.look(Inbox(closed=night[0], finished=True))
    for report in night[1:3]:
        stage.act(triage.close, stage.maria, report=report, reason=CloseReason.NOTED, card=None)
        stage.look(Inbox(finished=True))
    stage.act(triage.close, stage.maria, report=night[3], reason=CloseReason.NOTED, card=None)
    stage.look(Inbox(closed=night[3], finished=True))


@case
def what_happened_a_while_ago_has_its_date(stage: Stage) -> None:
    report = _happened(stage, 0)
    stage.later(days=8)
    stage.look(Inbox())
    stage.look(ReportOpened(report, 0))


@case
def a_group_is_read_at_once(stage: Stage) -> None:
    night = [_happened(stage, 0, text=stage.written.text) for _ in range(groups.PART)]
    silent = _happened(stage, 0)
    stage.look(ReportGroup(tuple(night)))
    stage.look(ReportGroup((silent,), part=1))
    store.change(stage.db, night[1], withdrawn_at=stage.now, withdrawn_by=stage.anna.id)
    stage.act(triage.close, stage.maria, report=night[2], reason=CloseReason.NOTED, card=None)
    stage.look(ReportGroup(tuple(night)))
    for report in (night[0], *night[3:]):
        stage.act(triage.close, stage.maria, report=report, reason=CloseReason.NOTED, card=None)
    stage.look(ReportGroup(tuple(night)))


@case
def quiet_shifts_stand_last(stage: Stage) -> None:
    for _ in range(2):
        draft = stage.act(drafts.begin_calm, stage.anna)
        stage.act(reports.file, stage.anna, report=draft)
        stage.look(Inbox())
        stage.look(ReportGroup((draft,)))


def _happened(stage: Stage, hours: int, *, text: str | None = None) -> int:
    """A report of what happened some hours ago."""
    draft: int = stage.act(drafts.begin, stage.anna)
    stage.act(drafts.choose_category, stage.anna, report=draft, category="car_meet")
    stage.act(drafts.choose_place, stage.anna, report=draft, place="norra_p")
    stage.act(drafts.choose_severity, stage.anna, report=draft, severity=Severity(1 + hours % 4))
    store.change(stage.db, draft, text=text)
    stage.act(reports.file, stage.anna, report=draft)
    store.change(stage.db, draft, happened_at=stage.now - timedelta(hours=hours))
    return draft
