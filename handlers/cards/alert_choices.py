"""What can be chosen for an alert in the making: the buttons under each of its questions."""

from collections.abc import Callable, Mapping
from datetime import date

from domain.alerts import LASTS_OFFERED, Alert, Level, Screen, Template
from domain.goals import GOAL_MINUTES, Whose
from domain.people import Person
from domain.reminders import days_offered, hours_offered
from domain.rights import Act
from handlers.buttons import alert as tap
from handlers.card import Button, Rows, Scene, columns_for, grid
from handlers.cards import audience, facts, moments
from handlers.cards.templates import template_name
from services import alert_drafts, audiences
from storage import vocabulary


def _nothing(_alert: Alert, _scene: Scene) -> Rows:
    return []


def _texts(alert: Alert, scene: Scene) -> Rows:
    """What it can begin with, the changing of that, and what was sent before."""
    words, say = scene.words, scene.words.plain
    choices = [Button(template_name(each, words), tap.UseTemplate(alert.id, each)) for each in Template]
    change = Button(say("button-templates"), tap.ShowTemplates(alert.id, None))
    before = Button(say("button-alerts"), tap.ShowAlerts(0))
    return [*grid(choices, columns_for(each.label for each in choices)), [change], [before]]


def _levels(alert: Alert, scene: Scene) -> Rows:
    say = scene.words.plain
    return grid([Button(say(f"choice-level-{each.value}"), tap.ChooseLevel(alert.id, each)) for each in Level], 1)


def _sites(alert: Alert, scene: Scene) -> Rows:
    vocab = vocabulary.load(scene.db)
    offered = audiences.sites_offered(scene.person, Act.ALERT, vocab)
    return audience.site_rows(
        alert.audience,
        offered,
        lambda site, wanted: tap.PickAlertSite(alert.id, site, wanted),
        vocab,
        scene.words,
    )


def _roles(alert: Alert, scene: Scene) -> Rows:
    return audience.role_rows(
        alert.audience, lambda role, wanted: tap.PickAlertRole(alert.id, role, wanted), scene.words
    )


def _parts_of_audience(alert: Alert, scene: Scene) -> Rows:
    parts = (Screen.SITES, Screen.ROLES, Screen.ORGANISATIONS, Screen.PEOPLE)
    say = scene.words.plain
    buttons = [Button(say(f"button-alert-{each.value}"), tap.AskAlert(alert.id, each, 0, None)) for each in parts]
    return grid(buttons, columns_for(each.label for each in buttons))


def _organisations(alert: Alert, scene: Scene) -> Rows:
    """A page of them; none picked means all."""
    page, words = alert_drafts.organisations(scene.db, alert), scene.words
    picked = alert.audience.organisations
    rows = [
        [
            audience.choice(
                name,
                tap.PickAlertOrganisation(alert.id, number, number not in picked),
                words,
                picked=number in picked,
            )
        ]
        for number, name in page.entries
    ]
    return [*rows, *_pages(alert, Screen.ORGANISATIONS, page.number, page.total, scene)]


def _people(alert: Alert, scene: Scene) -> Rows:
    """The organisations, then the people of the one that was opened."""
    if alert.within is None:
        page = alert_drafts.organisations(scene.db, alert)
        rows = [[Button(name, tap.AskAlert(alert.id, Screen.PEOPLE, 0, number))] for number, name in page.entries]
        return [*rows, *_pages(alert, Screen.PEOPLE, page.number, page.total, scene)]
    found = alert_drafts.people_within(scene.db, alert)
    rows = [[_person(alert, each, scene)] for each in found.entries]
    return [*rows, *_pages(alert, Screen.PEOPLE, found.number, found.total, scene)]


def _person(alert: Alert, person: Person, scene: Scene) -> Button:
    is_picked = person.id in alert.audience.people
    picking = tap.PickAlertPerson(alert.id, person.id, not is_picked)
    return audience.choice(person.name or "?", picking, scene.words, picked=is_picked)


def _rare(alert: Alert, scene: Scene) -> Rows:
    """What has a default: how long it holds, a goal, a later hour, a drill."""
    say = scene.words.plain
    lasts = Button(say("button-alert-lasts", hours=alert.hours), tap.AskAlert(alert.id, Screen.LASTS, 0, None))
    aim = Button(say("button-alert-goal"), tap.AskAlert(alert.id, Screen.GOAL, 0, None))
    later = Button(say("button-alert-later"), tap.AskAlert(alert.id, Screen.DAY, 0, None))
    drill = Button(
        say("button-no-drill" if alert.is_drill else "button-drill"), tap.MarkDrill(alert.id, not alert.is_drill)
    )
    photo = [[Button(say("button-remove-photo"), tap.RemovePhoto(alert.id))]] if alert.photo else []
    return [[lasts], [aim], [later], [drill], *photo]


def _lasts(alert: Alert, scene: Scene) -> Rows:
    say = scene.words.plain
    return grid([Button(say("hours", hours=each), tap.ChooseLasts(alert.id, each)) for each in LASTS_OFFERED])


def _goals(alert: Alert, scene: Scene) -> Rows:
    say = scene.words.plain
    choices = [Button(say(f"goal-{each.value}"), tap.ChooseGoal(alert.id, each, None)) for each in Whose]
    return [*grid(choices, 1), [Button(say("button-no-goal"), tap.ChooseGoal(alert.id, None, None))]]


def _waits(alert: Alert, scene: Scene) -> Rows:
    whose = alert.goal.whose if alert.goal else None
    say = scene.words.plain
    choices = [Button(say("minutes", minutes=each), tap.ChooseGoal(alert.id, whose, each)) for each in GOAL_MINUTES]
    return grid(choices, 3)


def _days(alert: Alert, scene: Scene) -> Rows:
    offered = days_offered(scene.now.astimezone(scene.zone))
    days = moments.day_buttons(offered, lambda day: tap.ChooseAlertDay(alert.id, day), scene)
    return [[Button(scene.words.plain("button-at-once"), tap.ChooseAlertDay(alert.id, None))], *grid(days)]


def _hours(alert: Alert, scene: Scene) -> Rows:
    day = date.fromordinal(alert.day) if alert.day else None
    offered = hours_offered(day, scene.now.astimezone(scene.zone)) if day else []
    return moments.hour_rows(offered, lambda hour: tap.ChooseAlertHour(alert.id, hour))


def _pages(alert: Alert, screen: Screen, number: int, total: int, scene: Scene) -> Rows:
    return facts.pager(number, total, lambda page: tap.AskAlert(alert.id, screen, page, alert.within), scene.words)


CHOICES: Mapping[Screen, Callable[[Alert, Scene], Rows]] = {
    Screen.TEXT: _texts,
    Screen.LEVEL: _levels,
    Screen.SITES: _sites,
    Screen.ROLES: _roles,
    Screen.AUDIENCE: _parts_of_audience,
    Screen.ORGANISATIONS: _organisations,
    Screen.PEOPLE: _people,
    Screen.MORE: _rare,
    Screen.LASTS: _lasts,
    Screen.GOAL: _goals,
    Screen.WAIT: _waits,
    Screen.DAY: _days,
    Screen.HOUR: _hours,
    Screen.UNREACHABLE: _nothing,
}
