"""Alerts: written, sent, answered, counted."""

from domain.alerts import TEXT_LENGTH, Level, Screen
from domain.audience import OFFERED_ROLES
from domain.people import Role
from domain.sending import State
from domain.views import AlertCard, AlertMessage, subject
from domain.vocabulary import CHOICE_LIMIT
from services import alerts, reach
from storage import alerts as store
from storage import delivery, outbox
from storage.delivery import Settled
from tests.cards.case import case
from tests.cards.stage import Stage


@case
def an_alert_is_written_question_by_question(stage: Stage) -> None:
    alert = stage.act(alerts.compose, stage.maria)
    stage.look(AlertCard(alert))
    stage.act(alerts.write_text, stage.maria, alert=alert, text=stage.written.text[:TEXT_LENGTH])
    _look_at_every_question(stage, alert)
    _address(stage, alert, *OFFERED_ROLES)
    _look_at_every_question(stage, alert)


@case
def an_alert_of_each_level_arrives_and_is_counted(stage: Stage) -> None:
    reach.lost(stage.db, stage.karin.chat, now=stage.now)
    for level in Level:
        alert = _written(stage, level, *OFFERED_ROLES)
        stage.look(AlertCard(alert))
        stage.act(alerts.send, stage.maria, alert=alert, version=_version(stage, alert))
        _look_from_both_sides(stage, alert)
        _settle(stage, alert)
        _look_from_both_sides(stage, alert)
        stage.act(alerts.acknowledge, stage.anna, alert=alert, card=None)
        _look_from_both_sides(stage, alert)
        stage.later(days=1)
        _look_from_both_sides(stage, alert)


@case
def an_alert_would_reach_nobody_one_or_two(stage: Stage) -> None:
    for role in (Role.CENTRE_MANAGER, Role.GUARD):
        stage.look(AlertCard(_written(stage, Level.ACUTE, role)))
    reach.lost(stage.db, stage.karin.chat, now=stage.now)
    stage.look(AlertCard(_written(stage, Level.ACUTE, Role.CENTRE_MANAGER)))
    stage.look(AlertCard(_written(stage, Level.ACUTE, Role.GUARD, site="resecentrum")))
    reach.lost(stage.db, stage.anna.chat, now=stage.now)
    stage.look(AlertCard(_written(stage, Level.ACUTE, Role.GUARD, Role.CENTRE_MANAGER)))


@case
def an_alert_for_more_sites_than_a_line_names(stage: Stage) -> None:
    for sites in (3, 4, CHOICE_LIMIT - 5):
        stage.add_sites(sites)
        alert = _written(stage, Level.WARNING, *OFFERED_ROLES[:-1])
        stage.look(AlertCard(alert))
        stage.act(alerts.pick_site, stage.maria, alert=alert, site="resecentrum", wanted=False)
        stage.act(alerts.ask, stage.maria, alert=alert, screen=None)
        stage.look(AlertCard(alert))
        stage.act(alerts.ask, stage.maria, alert=alert, screen=Screen.SITES)
        stage.look(AlertCard(alert))


@case
def an_alert_is_thrown_away(stage: Stage) -> None:
    alert = _written(stage, Level.WARNING, Role.GUARD)
    stage.act(alerts.discard, stage.maria, alert=alert)
    stage.look(AlertCard(alert))


def _look_at_every_question(stage: Stage, alert: int) -> None:
    for screen in (*Screen, None):
        stage.act(alerts.ask, stage.maria, alert=alert, screen=screen)
        stage.look(AlertCard(alert))


def _look_from_both_sides(stage: Stage, alert: int) -> None:
    stage.look(AlertCard(alert))
    stage.look(AlertMessage(alert))


def _address(stage: Stage, alert: int, *roles: Role, site: str | None = None) -> None:
    stage.act(alerts.pick_site, stage.maria, alert=alert, site=site, wanted=True)
    for role in roles:
        stage.act(alerts.pick_role, stage.maria, alert=alert, role=role, wanted=True)


def _written(stage: Stage, level: Level, *roles: Role, site: str | None = None) -> int:
    """An alert that can be sent."""
    alert: int = stage.act(alerts.compose, stage.maria)
    stage.act(alerts.write_text, stage.maria, alert=alert, text=stage.written.text[:TEXT_LENGTH])
    stage.act(alerts.choose_level, stage.maria, alert=alert, level=level)
    _address(stage, alert, *roles, site=site)
    stage.act(alerts.ask, stage.maria, alert=alert, screen=None)
    return alert


def _version(stage: Stage, alert: int) -> int:
    found = store.by_id(stage.db, alert)
    assert found is not None
    return found.version


def _settle(stage: Stage, alert: int) -> None:
    """Telegram has answered, for each recipient something else."""
    fates = [State.SENT, State.UNKNOWN, State.UNREACHABLE, State.EXPIRED, State.WITHDRAWN, State.FAILED]
    rows = outbox.rows_about(stage.db, subject("alert", alert), kind=AlertMessage)
    settled = [Settled(row=row, wanted=1, state=fate, shown=True) for row, fate in zip(rows, fates, strict=False)]
    delivery.settle(stage.db, settled, now=stage.now)
