"""The goal of an alert: while it is not met the silent are reminded, deputies are asked, and the strategists told."""

from collections.abc import Collection, Mapping
from datetime import datetime

from domain.alerts import Alert, News
from domain.goals import Step, Whose, missing
from domain.ledger import Recipient
from domain.people import Person
from domain.rights import STRATEGIST
from domain.sending import Priority, State
from domain.views import AlertCard, AlertMissed, AlertNews, subject
from services import acts, alerts, timetable
from services.timetable import Task
from storage import Db, deputies, outbox, people, recipients
from storage import alerts as store


def check(db: Db, alert: Alert, *, now: datetime) -> None:
    """Once the goal is met, nobody is reminded any more."""
    if alert.goal is None or alert.goal_met_at or not _is_met(db, alert):
        return
    timetable.once(db, Task.ALERT_GOAL, about=alert.id, at=None, now=now)
    store.change(db, alert.id, goal_met_at=now)


def pursue(db: Db, about: int, *, due: datetime, now: datetime) -> None:
    """The goal was not met in time: take the next step, and set when the one after it is due.

    While all whom it waits for sleep in their quiet hours, so does the goal.
    """
    alert = store.by_id(db, about)
    if alert is None or alert.goal is None or alert.is_over(now) or alert.goal_met_at or _is_met(db, alert):
        return
    awaited = awaited_of(db, alert)
    held, held_until = recipients.held(db, about, now=now)
    if held_until and held >= len(awaited):
        timetable.once(db, Task.ALERT_GOAL, about=about, at=held_until + alert.goal.wait, now=now)
        return
    _take_step(db, alert, awaited, now=now)
    if following := alert.step.following:
        store.change(db, about, step=following)
        timetable.once(db, Task.ALERT_GOAL, about=about, at=max(due, now) + alert.goal.wait, now=now)
    outbox.touch_kind(db, subject("alert", about), kind=AlertCard, now=now)


def awaited_of(db: Db, alert: Alert) -> dict[int, Recipient]:
    """Whose answers the goal still waits for, by person, whatever became of their message."""
    unanswered = {
        each.person: each for each in recipients.of(db, alert.id) if not each.standing(alert.edition).entry.is_answer
    }
    if alert.goal is None or alert.goal.whose is not Whose.EACH_ORGANISATION:
        return unanswered
    heard = recipients.answered_by_organisation(db, alert.id, edition=alert.edition)
    known = people.by_ids(db, unanswered)
    return {person: each for person, each in unanswered.items() if known[person].organisation_id not in heard}


def missing_of(db: Db, alert: Alert) -> int:
    """How many answers the goal still waits for, or of how many organisations."""
    if alert.goal is None:
        return 0
    answered = recipients.answered_by_organisation(db, alert.id, edition=alert.edition)
    return missing(alert.goal, answered=answered, intended=recipients.by_organisation(db, alert.id))


def _is_met(db: Db, alert: Alert) -> bool:
    return alert.goal is not None and missing_of(db, alert) == 0


def _take_step(db: Db, alert: Alert, awaited: Mapping[int, Recipient], *, now: datetime) -> None:
    match alert.step:
        case Step.REMIND:
            _remind(db, alert, [person for person, each in awaited.items() if each.state is State.SENT], now=now)
        case Step.DEPUTIES:
            alerts.send_to(db, alert, _deputies_of(db, alert, awaited), now=now)
        case Step.REPORT:
            _report(db, alert, now=now)


def _remind(db: Db, alert: Alert, silent: Collection[int], *, now: datetime) -> None:
    readers = [each for each in people.by_ids(db, silent).values() if each.is_member]
    alerts.tell(db, alert, AlertNews(alert.id, News.REMINDED, alert.edition), readers, now=now)


def _deputies_of(db: Db, alert: Alert, awaited: Collection[int]) -> list[Person]:
    """Whoever stands in at present for one of those who are waited for, and has not got the alert."""
    named = (deputies.of(db, each) for each in awaited)
    standing_in = {each.deputy for each in named if each and each.active}
    known = {each.person for each in recipients.of(db, alert.id)}
    found = people.by_ids(db, standing_in - known - {alert.author})
    return [each for each in found.values() if each.is_member]


def _report(db: Db, alert: Alert, *, now: datetime) -> None:
    for strategist in people.members(db, roles_held=STRATEGIST):
        acts.tell(db, strategist, AlertMissed(alert.id), priority=Priority.URGENT, now=now)
