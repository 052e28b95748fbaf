"""Reminders: made, rung, done."""

from datetime import datetime

from domain.audience import OFFERED_ROLES
from domain.people import Person
from domain.reminders import TEXT_LENGTH, Screen, days_offered
from domain.views import ReminderCard, ReminderMessage
from services import reminders
from storage import reminders as store
from tests.cards.case import case
from tests.cards.stage import ZONE, Stage


@case
def a_reminder_is_made_question_by_question(stage: Stage) -> None:
    for hour in (0, 12, 23):
        stage.now = stage.now.astimezone(ZONE).replace(hour=hour)
        reminder = stage.act(reminders.compose, stage.maria)
        stage.look(ReminderCard(reminder))
        stage.act(reminders.write_text, stage.maria, reminder=reminder, text=stage.written.text[:TEXT_LENGTH])
        _look_at_every_question(stage, reminder)
        _address(stage, reminder)
        _look_at_every_question(stage, reminder)
        _choose_day(stage, stage.maria, reminder)
        _look_at_every_question(stage, reminder)


@case
def a_reminder_rings_until_somebody_is_done(stage: Stage) -> None:
    reminder = _ready(stage, stage.maria)
    stage.look(ReminderCard(reminder))
    _set(stage, stage.maria, reminder)
    stage.look(ReminderCard(reminder))
    _ring(stage, reminder)
    _look_from_both_sides(stage, reminder)
    for _ in range(2):
        stage.act(reminders.finish, stage.anna, reminder=reminder, card=None)
        _look_from_both_sides(stage, reminder)
        stage.later(days=1)


@case
def a_reminder_for_its_maker_alone(stage: Stage) -> None:
    reminder = _ready(stage, stage.karin, alone=True)
    stage.look(ReminderCard(reminder))
    _set(stage, stage.karin, reminder)
    _ring(stage, reminder)
    _look_from_both_sides(stage, reminder)


@case
def a_reminder_is_thrown_away(stage: Stage) -> None:
    reminder = _ready(stage, stage.maria)
    stage.act(reminders.discard, stage.maria, reminder=reminder)
    stage.look(ReminderCard(reminder))


def _look_at_every_question(stage: Stage, reminder: int) -> None:
    for screen in (*Screen, None):
        stage.act(reminders.ask, stage.maria, reminder=reminder, screen=screen)
        stage.look(ReminderCard(reminder))


def _look_from_both_sides(stage: Stage, reminder: int) -> None:
    stage.look(ReminderCard(reminder))
    stage.look(ReminderMessage(reminder))


def _address(stage: Stage, reminder: int) -> None:
    stage.act(reminders.pick_site, stage.maria, reminder=reminder, site=None, wanted=True)
    for role in OFFERED_ROLES:
        stage.act(reminders.pick_role, stage.maria, reminder=reminder, role=role, wanted=True)


def _choose_day(stage: Stage, author: Person, reminder: int) -> None:
    local: datetime = stage.now.astimezone(ZONE)
    day = days_offered(local)[-1]
    stage.act(reminders.choose_day, author, reminder=reminder, day=day, zone=ZONE)


def _ready(stage: Stage, author: Person, *, alone: bool = False) -> int:
    """A reminder that can be set."""
    reminder: int = stage.act(reminders.compose, author)
    stage.act(reminders.write_text, author, reminder=reminder, text=stage.written.text[:TEXT_LENGTH])
    if alone:
        stage.act(reminders.only_me, author, reminder=reminder)
    else:
        _address(stage, reminder)
    _choose_day(stage, author, reminder)
    stage.act(reminders.choose_hour, author, reminder=reminder, hour=9, zone=ZONE)
    stage.act(reminders.ask, author, reminder=reminder, screen=None)
    return reminder


def _set(stage: Stage, author: Person, reminder: int) -> None:
    found = store.by_id(stage.db, reminder)
    assert found is not None
    stage.act(reminders.confirm, author, reminder=reminder, version=found.version, zone=ZONE)


def _ring(stage: Stage, reminder: int) -> None:
    reminders.ring(stage.db, reminder, due=stage.now, now=stage.now)
