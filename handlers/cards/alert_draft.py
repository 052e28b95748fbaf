"""An alert in the making: a question at a time, then the preview with Send alone on its row."""

from collections.abc import Mapping

from domain.alerts import Alert, Screen
from domain.goals import Goal
from handlers.buttons import alert as tap
from handlers.card import Button, Card, Rows, Scene, grid
from handlers.cards import alert_choices, audience, facts
from handlers.cards.alert import message
from handlers.cards.reach import why_unreachable
from handlers.words import BLANK, Html, Words, join_lines
from services import alert_drafts
from services.alert_drafts import Reach

NAMED = 5
"""How many of those who cannot be reached a card names before it counts the rest."""


def card(alert: Alert, scene: Scene) -> Card:
    question = alert.question
    return _preview(alert, scene) if question is None else _asking(alert, question, scene)


def goal(wanted: Goal, words: Words) -> str:
    """Such as "En från varje organisation svarar inom 15 min"."""
    return words.plain("goal", whose=words.plain(f"goal-{wanted.whose.value}"), minutes=wanted.minutes)


def _asking(alert: Alert, question: Screen, scene: Scene) -> Card:
    """What is known so far and the question, with a way on, back and out."""
    language = scene.words.language
    lines = [
        scene.words.html("alert-draft"),
        facts.quote(alert.text_for(language), scene.words) if alert.text else None,
        BLANK,
        *_asked(alert, question, scene),
    ]
    rows = [*alert_choices.CHOICES[question](alert, scene), *_ways_out(alert, question, scene)]
    return Card(text=join_lines(*lines), buttons=rows)


def _asked(alert: Alert, question: Screen, scene: Scene) -> list[Html]:
    if question is Screen.UNREACHABLE:
        reach = alert_drafts.reach(scene.db, alert, now=scene.now)
        return [scene.words.html("ask-alert-unreachable"), *_unreachable(reach, scene)]
    return [scene.words.html(f"ask-alert-{question.value}")]


_PARENTS: Mapping[Screen, Screen] = {
    Screen.LASTS: Screen.MORE,
    Screen.GOAL: Screen.MORE,
    Screen.WAIT: Screen.GOAL,
    Screen.DAY: Screen.MORE,
    Screen.HOUR: Screen.DAY,
    Screen.ROLES: Screen.SITES,
    Screen.ORGANISATIONS: Screen.AUDIENCE,
    Screen.PEOPLE: Screen.AUDIENCE,
}
"""Where Back leads from a question."""


def _ways_out(alert: Alert, question: Screen, scene: Scene) -> Rows:
    """On where something is picked, back to where one came from, and out."""
    say, picked = scene.words.plain, alert.audience
    goes_on = {Screen.SITES: picked.sites, Screen.ROLES: picked.roles, Screen.ORGANISATIONS: True, Screen.PEOPLE: True}
    after = Screen.ROLES if question is Screen.SITES else None
    rows = []
    if goes_on.get(question):
        rows.append([Button(say("button-go-on"), tap.AskAlert(alert.id, after, 0, None), style="primary")])
    if back := _back(alert, question):
        rows.append([Button(say("button-back"), back)])
    return [*rows, [_discard_button(alert, scene)]]


def _back(alert: Alert, question: Screen) -> tap.AskAlert | None:
    if question is Screen.PEOPLE and alert.within is not None:
        return tap.AskAlert(alert.id, Screen.PEOPLE, 0, None)
    if question in _PARENTS:
        return tap.AskAlert(alert.id, _PARENTS[question], 0, None)
    has_preview = alert.text and alert.level and alert.audience.is_chosen
    return tap.AskAlert(alert.id, None, 0, None) if has_preview else None


def _preview(alert: Alert, scene: Scene) -> Card:
    """The message as it will look, whom it reaches and whom not, and Send alone on its row."""
    words, say = scene.words, scene.words.plain
    reach = alert_drafts.reach(scene.db, alert, now=scene.now)
    lines = [
        words.html("alert-preview"),
        message(alert, scene.person, scene.words),
        words.html("alert-with-photo") if alert.photo else None,
        audience.described(alert.audience, scene),
        *_reached(alert, reach, scene),
        words.html("alert-goal", goal=goal(alert.goal, words)) if alert.goal else None,
        words.html("alert-later", time=words.when(alert.later, now=scene.now)) if alert.later else None,
    ]
    changes = [
        Button(say("button-alert-text"), tap.AskAlert(alert.id, Screen.TEXT, 0, None)),
        Button(say("button-alert-level"), tap.AskAlert(alert.id, Screen.LEVEL, 0, None)),
        Button(say("button-alert-audience"), tap.AskAlert(alert.id, Screen.AUDIENCE, 0, None)),
        Button(say("button-rare"), tap.AskAlert(alert.id, Screen.MORE, 0, None)),
    ]
    who = [[Button(say("button-unreachable"), tap.AskAlert(alert.id, Screen.UNREACHABLE, 0, None))]]
    rows = [*grid(changes), *(who if reach.unreachable else []), [_discard_button(alert, scene)]]
    send = [Button(say("button-send"), tap.OrderAlert(alert.id, alert.version), style="primary")]
    return Card(text=join_lines(*lines), buttons=[*rows, *([send] if reach.people else [])])


def _reached(alert: Alert, reach: Reach, scene: Scene) -> list[Html]:
    words = scene.words
    lines = [words.html("alert-reach", people=reach.people)]
    if reach.unreachable:
        lines.append(words.html("alert-cannot-reach", people=len(reach.unreachable)))
    if alert.level and alert.level.breaks_quiet:
        lines.append(words.html("alert-breaks-quiet"))
    elif reach.held and reach.held_until:
        until = words.when(reach.held_until, now=scene.now)
        lines.append(words.html("alert-held", people=reach.held, time=until))
    if reach.too_late:
        lines.append(words.html("alert-too-late", people=reach.too_late, hours=alert.hours))
    return lines


def _unreachable(reach: Reach, scene: Scene) -> list[Html]:
    """Who they are, and whether somebody stands in for them."""
    words = scene.words
    lines = []
    for person in reach.unreachable[:NAMED]:
        deputy = alert_drafts.deputy_of(scene.db, person)
        told = {"name": person.name or "?", "organisation": person.organisation, "why": why_unreachable(person, words)}
        lines.append(
            words.html("unreachable-with-deputy", deputy=deputy.name or "?", **told)
            if deputy
            else words.html("unreachable-alone", **told)
        )
    if rest := len(reach.unreachable) - NAMED:
        lines += [words.html("unreachable-more", people=rest)] if rest > 0 else []
    return lines


def _discard_button(alert: Alert, scene: Scene) -> Button:
    return Button(scene.words.plain("button-discard"), tap.DiscardAlert(alert.id), style="danger")
