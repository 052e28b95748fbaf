"""The goal of an alert: while it is not met the silent are reminded, deputies are asked, and the strategists told."""

from collections.abc import Sequence
from datetime import datetime

from domain.alerts import Alert, News
from domain.goals import Step, Whose, is_met
from domain.ledger import COUNTED_EVERY, Entry
from domain.people import Person
from domain.rights import STRATEGIST
from domain.sending import Priority
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
    """The goal was not met in time: take the next step, and set when the one after it is due."""
    alert = store.by_id(db, about)
    if alert is None or alert.goal is None or alert.is_over(now) or alert.goal_met_at or _is_met(db, alert):
        return
    silent = silent_ones(db, alert)
    match alert.step:
        case Step.REMIND:
            _remind(db, alert, silent, now=now)
        case Step.DEPUTIES:
            alerts.send_to(db, alert, _deputies_of(db, alert, silent), now=now)
        case Step.REPORT:
            _report(db, alert, now=now)
    if following := alert.step.following:
        store.change(db, about, step=following)
        timetable.once(db, Task.ALERT_GOAL, about=about, at=max(due, now) + alert.goal.wait, now=now)
    outbox.touch_later(db, subject("alert", about), kind=AlertCard, at=now + COUNTED_EVERY)


def silent_ones(db: Db, alert: Alert) -> list[Person]:
    """Those who have it and have not answered, as far as the goal waits for them."""
    having = [
        each.person for each in recipients.of(db, alert.id) if each.standing(alert.edition).entry is Entry.DELIVERED
    ]
    found = [each for each in people.by_ids(db, having).values() if each.is_member]
    if alert.goal is None or alert.goal.whose is not Whose.EACH_ORGANISATION:
        return found
    heard = recipients.answered_by_organisation(db, alert.id, edition=alert.edition)
    return [each for each in found if each.organisation_id not in heard]


def silent_organisations(db: Db, alert: Alert) -> int:
    """How many organisations nobody has answered for."""
    heard = recipients.answered_by_organisation(db, alert.id, edition=alert.edition)
    return len(recipients.by_organisation(db, alert.id).keys() - heard.keys())


def _is_met(db: Db, alert: Alert) -> bool:
    if alert.goal is None:
        return False
    answered = recipients.answered_by_organisation(db, alert.id, edition=alert.edition)
    return is_met(alert.goal, answered=answered, intended=recipients.by_organisation(db, alert.id))


def _remind(db: Db, alert: Alert, silent: Sequence[Person], *, now: datetime) -> None:
    alerts.tell(db, alert, AlertNews(alert.id, News.REMINDED, alert.edition), silent, now=now)


def _deputies_of(db: Db, alert: Alert, silent: Sequence[Person]) -> list[Person]:
    """Whoever stands in for one of the silent at present and has not got the alert."""
    named = (deputies.of(db, each.id) for each in silent)
    standing_in = {each.deputy for each in named if each and each.active}
    known = {each.person for each in recipients.of(db, alert.id)}
    found = people.by_ids(db, standing_in - known - {alert.author})
    return [each for each in found.values() if each.is_member]


def _report(db: Db, alert: Alert, *, now: datetime) -> None:
    for strategist in people.members(db, roles_held=STRATEGIST):
        acts.tell(db, strategist, AlertMissed(alert.id), priority=Priority.URGENT, now=now)
