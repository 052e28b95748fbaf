"""Alerts: written, ordered, sent, answered, counted, ended."""

from datetime import timedelta

from domain.alerts import TEXT_LENGTH, Halt, Level, News, Recall, Screen, Template
from domain.audience import OFFERED_ROLES
from domain.deputies import Start
from domain.exports import Form
from domain.goals import Goal, Whose
from domain.ledger import HELP_LENGTH, Answer, Entry
from domain.people import Language, Role
from domain.sending import State
from domain.views import (
    AlertCard,
    AlertExport,
    AlertFile,
    AlertHalted,
    AlertHelp,
    AlertMessage,
    AlertMissed,
    AlertNames,
    AlertNews,
    AlertPhoto,
    Alerts,
    Settings,
    Templates,
    subject,
)
from domain.vocabulary import CHOICE_LIMIT
from handlers.cards.alert_draft import NAMED
from services import alert_drafts, alerts, answers, deputies, reach, templates
from storage import alerts as store
from storage import delivery, outbox
from storage.delivery import Settled
from tests.cards.case import case
from tests.cards.stage import Stage
from tests.town import YUSUF, Member


@case
def an_alert_is_written_question_by_question(stage: Stage) -> None:
    alert = stage.act(alert_drafts.compose, stage.maria)
    stage.look(AlertCard(alert))
    stage.act(alert_drafts.write_text, stage.maria, alert=alert, text=stage.written.text[:TEXT_LENGTH])
    _look_at_every_question(stage, alert)
    _address(stage, alert, *OFFERED_ROLES)
    _look_at_every_question(stage, alert)


@case
def an_alert_of_each_level_arrives_and_is_counted(stage: Stage) -> None:
    reach.lost(stage.db, stage.karin.chat, now=stage.now)
    for level in Level:
        alert = _written(stage, level, *OFFERED_ROLES)
        stage.look(AlertCard(alert))
        _order(stage, alert)
        stage.look(AlertCard(alert))
        _leave(stage, alert)
        _look_from_both_sides(stage, alert)
        _settle(stage, alert)
        _look_from_both_sides(stage, alert)
        for answer in Answer:
            stage.act(answers.give, stage.anna, alert=alert, edition=_edition(stage, alert), answer=answer, card=None)
            _look_from_both_sides(stage, alert)
        stage.later(days=4)
        stage.act(answers.give, stage.anna, alert=alert, edition=_edition(stage, alert), answer=Answer.SEEN, card=None)
        _look_from_both_sides(stage, alert)
        for entry in (*Entry, None):
            stage.look(AlertNames(alert, entry))
        for halt in Halt:
            stage.look(AlertHalted(alert, halt))
    for page in range(2):
        stage.look(Alerts(page))


@case
def an_alert_is_corrected_called_off_and_taken_back(stage: Stage) -> None:
    alert = _sent(stage, Level.WARNING, *OFFERED_ROLES)
    stage.act(answers.give, stage.anna, alert=alert, edition=_edition(stage, alert), answer=Answer.SEEN, card=None)
    stage.act(alerts.write_correction, stage.maria, alert=alert, text=f"!{stage.written.text}"[:TEXT_LENGTH])
    stage.look(AlertCard(alert))
    stage.act(alerts.correct, stage.maria, alert=alert, version=_version(stage, alert))
    _look_from_both_sides(stage, alert)
    for recall in Recall:
        stage.look(AlertCard(alert, recall))
    stage.act(alerts.call_off, stage.maria, alert=alert, card=None)
    _look_from_both_sides(stage, alert)
    stage.act(alerts.withdraw, stage.maria, alert=alert, card=None)
    stage.look(AlertCard(alert))
    late = _sent(stage, Level.INFORMATION, Role.GUARD)
    stage.later(days=2)
    stage.act(alerts.withdraw, stage.maria, alert=late, card=None)
    stage.look(AlertMessage(late))


@case
def an_alert_is_taken_out_as_a_file(stage: Stage) -> None:
    alert = _sent(stage, Level.WARNING, *OFFERED_ROLES)
    stage.act(answers.give, stage.anna, alert=alert, edition=_edition(stage, alert), answer=Answer.HELP, card=None)
    stage.act(answers.write_need, stage.anna, alert=alert, text=stage.written.text[:HELP_LENGTH])
    stage.look(AlertExport(alert))
    for form in Form:
        stage.look(AlertExport(alert, form))
        stage.look(AlertFile(alert, form))
    stage.later(days=4)
    stage.act(answers.give, stage.anna, alert=alert, edition=1, answer=Answer.SEEN, card=None)
    stage.look(AlertFile(alert, Form.TABLE))


@case
def somebody_needs_help_and_says_what_for(stage: Stage) -> None:
    alert = _sent(stage, Level.ACUTE, Role.GUARD)
    person = stage.anna.id
    stage.act(answers.give, stage.anna, alert=alert, edition=_edition(stage, alert), answer=Answer.HELP, card=None)
    stage.look(AlertHelp(alert, person))
    stage.act(answers.write_need, stage.anna, alert=alert, text=stage.written.text[:HELP_LENGTH])
    for opened in (False, True):
        stage.look(AlertHelp(alert, person, opened))
    stage.look(AlertNames(alert, Entry.HELP))
    stage.act(answers.give, stage.anna, alert=alert, edition=_edition(stage, alert), answer=Answer.ACTING, card=None)
    stage.look(AlertHelp(alert, person))


@case
def an_alert_has_a_goal_that_is_missed_and_met(stage: Stage) -> None:
    for whose in Whose:
        alert = _written(stage, Level.WARNING, *OFFERED_ROLES)
        store.set_goal(stage.db, alert, Goal(whose, 15))
        stage.look(AlertCard(alert))
        _order(stage, alert)
        _leave(stage, alert)
        for view in (AlertCard(alert), AlertMissed(alert)):
            stage.look(view)
        store.change(stage.db, alert, goal_met_at=stage.now)
        for view in (AlertCard(alert), AlertMissed(alert)):
            stage.look(view)


@case
def an_alert_has_a_photo_is_a_drill_and_leaves_later(stage: Stage) -> None:
    alert = _written(stage, Level.WARNING, *OFFERED_ROLES)
    store.change(stage.db, alert, photo="photo", is_drill=True, later=stage.now + timedelta(hours=3))
    stage.look(AlertCard(alert))
    stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=Screen.MORE)
    stage.look(AlertCard(alert))
    stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=None)
    _order(stage, alert)
    stage.look(AlertCard(alert))
    stage.look(Alerts())
    stage.later(hours=3)
    _leave(stage, alert)
    _look_from_both_sides(stage, alert)
    assert stage.look_as(AlertPhoto(alert), stage.anna)


@case
def an_alert_waits_for_the_morning_or_comes_too_late(stage: Stage) -> None:
    stage.later(hours=9)
    for level in Level:
        alert = _written(stage, level, *OFFERED_ROLES)
        stage.look(AlertCard(alert))
        store.change(stage.db, alert, lasts=2)
        stage.look(AlertCard(alert))
    held = _written(stage, Level.INFORMATION, Role.GUARD, Role.CENTRE_MANAGER)
    for _ in range(2):
        _order(stage, held)
        _leave(stage, held)
        assert stage.look_as(Settings(), stage.karin)
        stage.look(AlertCard(held))
        held = _written(stage, Level.INFORMATION, Role.CENTRE_MANAGER)


@case
def an_alert_would_reach_nobody_one_or_two(stage: Stage) -> None:
    for role in (Role.CENTRE_MANAGER, Role.GUARD):
        stage.look(AlertCard(_written(stage, Level.ACUTE, role)))
    reach.lost(stage.db, stage.karin.chat, now=stage.now)
    stage.look(AlertCard(_written(stage, Level.ACUTE, Role.CENTRE_MANAGER)))
    stage.look(AlertCard(_written(stage, Level.ACUTE, Role.GUARD, site="resecentrum")))
    reach.lost(stage.db, stage.anna.chat, now=stage.now)
    alert = _written(stage, Level.ACUTE, Role.GUARD, Role.CENTRE_MANAGER)
    stage.look(AlertCard(alert))
    stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=Screen.UNREACHABLE)
    stage.look(AlertCard(alert))


@case
def some_cannot_be_reached_and_one_has_a_deputy(stage: Stage) -> None:
    for number in range(NAMED + 2):
        stage.joins(Member(id=4000 + number, name="Kim Berg", role=Role.GUARD))
        reach.lost(stage.db, 4000 + number, now=stage.now)
        alert = _written(stage, Level.WARNING, Role.GUARD)
        stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=Screen.UNREACHABLE)
        stage.look(AlertCard(alert))
    reach.lost(stage.db, stage.anna.chat, now=stage.now)
    deputy = {"deputy": stage.person(YUSUF).id, "start": Start.NOW, "days": 1}
    stage.act(deputies.name, stage.anna, card=None, **deputy)
    alert = _written(stage, Level.WARNING, Role.GUARD)
    stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=Screen.UNREACHABLE)
    stage.look(AlertCard(alert))


@case
def an_alert_is_for_single_people_and_some_organisations(stage: Stage) -> None:
    alert = _written(stage, Level.WARNING, *OFFERED_ROLES)
    for screen, within in (
        (Screen.ORGANISATIONS, None),
        (Screen.PEOPLE, None),
        (Screen.PEOPLE, stage.anna.organisation_id),
    ):
        stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=screen, within=within)
        stage.look(AlertCard(alert))
    organisation, person = stage.anna.organisation_id, stage.anna.id
    stage.act(alert_drafts.pick_person, stage.maria, alert=alert, person=person, wanted=True)
    stage.look(AlertCard(alert))
    stage.act(alert_drafts.pick_organisation, stage.maria, alert=alert, organisation=organisation, wanted=True)
    turns: list[Screen | None] = [Screen.ORGANISATIONS, Screen.AUDIENCE, None]
    for turn in turns:
        stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=turn)
        stage.look(AlertCard(alert))


@case
def an_alert_for_more_sites_than_a_line_names(stage: Stage) -> None:
    for sites in (3, 4, CHOICE_LIMIT - 5):
        stage.add_sites(sites)
        alert = _written(stage, Level.WARNING, *OFFERED_ROLES[:-1])
        stage.look(AlertCard(alert))
        stage.act(alert_drafts.pick_site, stage.maria, alert=alert, site="resecentrum", wanted=False)
        stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=None)
        stage.look(AlertCard(alert))
        stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=Screen.SITES)
        stage.look(AlertCard(alert))


@case
def an_alert_is_thrown_away_and_none_was_sent(stage: Stage) -> None:
    stage.look(Alerts())
    alert = _written(stage, Level.WARNING, Role.GUARD)
    stage.act(alert_drafts.discard, stage.maria, alert=alert)
    stage.look(AlertCard(alert))


@case
def templates_are_used_rewritten_and_restored(stage: Stage) -> None:
    alert = stage.act(alert_drafts.compose, stage.maria)
    stage.look(Templates(alert))
    for template in Template:
        stage.look(Templates(alert, template))
        stage.act(alert_drafts.use_template, stage.maria, alert=alert, template=template)
        stage.look(AlertCard(alert))
        for about in range(list(Template).index(template) * 2, list(Template).index(template) * 2 + len(Language)):
            stage.act(templates.write_text, stage.maria, about=about, text=stage.written.text[:TEXT_LENGTH])
        stage.look(Templates(0, template))
        stage.act(templates.restore, stage.maria, template=template, card=None)


def _look_at_every_question(stage: Stage, alert: int) -> None:
    for screen in Screen:
        if screen is not Screen.HOUR:
            within = stage.anna.organisation_id if screen is Screen.PEOPLE else None
            stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=screen, within=within)
            stage.look(AlertCard(alert))
    store.change(stage.db, alert, day=(stage.now + timedelta(days=1)).toordinal(), screen=Screen.HOUR)
    stage.look(AlertCard(alert))
    store.change(stage.db, alert, screen=None)


def _look_from_both_sides(stage: Stage, alert: int) -> None:
    stage.look(AlertCard(alert))
    stage.look(AlertMessage(alert))
    for news in News:
        stage.look(AlertNews(alert, news, 1))


def _address(stage: Stage, alert: int, *roles: Role, site: str | None = None) -> None:
    stage.act(alert_drafts.pick_site, stage.maria, alert=alert, site=site, wanted=True)
    for role in roles:
        stage.act(alert_drafts.pick_role, stage.maria, alert=alert, role=role, wanted=True)


def _written(stage: Stage, level: Level, *roles: Role, site: str | None = None) -> int:
    """An alert that can be sent."""
    alert: int = stage.act(alert_drafts.compose, stage.maria)
    stage.act(alert_drafts.write_text, stage.maria, alert=alert, text=stage.written.text[:TEXT_LENGTH])
    stage.act(alert_drafts.choose_level, stage.maria, alert=alert, level=level)
    _address(stage, alert, *roles, site=site)
    stage.act(alert_drafts.ask, stage.maria, alert=alert, screen=None)
    return alert


def _order(stage: Stage, alert: int) -> None:
    stage.act(alert_drafts.order, stage.maria, alert=alert, version=_version(stage, alert))


def _version(stage: Stage, alert: int) -> int:
    found = store.by_id(stage.db, alert)
    assert found is not None
    return found.version


def _edition(stage: Stage, alert: int) -> int:
    found = store.by_id(stage.db, alert)
    assert found is not None
    return found.edition


def _leave(stage: Stage, alert: int) -> None:
    alerts.leave(stage.db, alert, due=stage.now, now=stage.now)


def _sent(stage: Stage, level: Level, *roles: Role) -> int:
    """An alert that has reached everybody."""
    alert = _written(stage, level, *roles)
    _order(stage, alert)
    _leave(stage, alert)
    rows = outbox.rows_about(stage.db, subject("alert", alert), kind=AlertMessage)
    settled = [Settled(row=row, wanted=1, state=State.SENT, shown=True, message_id=row) for row in rows]
    delivery.settle(stage.db, settled, now=stage.now)
    return alert


def _settle(stage: Stage, alert: int) -> None:
    """Telegram has answered, for each recipient something else."""
    fates = [State.SENT, State.UNKNOWN, State.UNREACHABLE, State.EXPIRED, State.WITHDRAWN, State.FAILED]
    rows = outbox.rows_about(stage.db, subject("alert", alert), kind=AlertMessage)
    settled = [Settled(row=row, wanted=1, state=fate, shown=True) for row, fate in zip(rows, fates, strict=False)]
    delivery.settle(stage.db, settled, now=stage.now)
