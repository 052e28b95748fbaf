"""An alert as its sender makes and counts it, and as a recipient has it."""

from datetime import datetime

from domain.alerts import Alert, Level, Screen
from domain.people import Person
from domain.rights import Act
from domain.views import AlertCard, AlertMessage
from handlers.buttons import alert as tap
from handlers.card import Button, Card, Rows, Scene, grid, words_of
from handlers.cards import audience, facts
from handlers.words import BLANK, Html, join_lines
from services import alerts, audiences
from storage import vocabulary


@words_of(AlertCard)
def alert_card(view: AlertCard, scene: Scene) -> Card:
    """The sender's card: a question at a time, the preview, then the count."""
    alert = alerts.own(scene.db, scene.person, view.alert)
    if alert.discarded_at:
        return Card(text=scene.words.html("alert-discarded"))
    if alert.sent_at:
        return _sent(alert, alert.sent_at, scene)
    return _preview(alert, scene) if alert.question is None else _asking(alert, alert.question, scene)


@words_of(AlertMessage)
def alert_message(view: AlertMessage, scene: Scene) -> Card:
    """The alert with its one button, until it has been tapped."""
    received = alerts.received(scene.db, scene.person, view.alert)
    words, acknowledged_at = scene.words, received.recipient.acknowledged_at
    text = _message(received.alert, received.author, scene)
    silent = received.alert.level is not None and received.alert.level.is_silent
    if acknowledged_at:
        done = words.html("alert-acknowledged", time=words.when(acknowledged_at, now=scene.now))
        return Card(text=join_lines(text, done), silent=silent)
    button = Button(words.plain("button-acknowledge"), tap.AcknowledgeAlert(view.alert), style="primary")
    return Card(text=text, buttons=[[button]], silent=silent)


def _message(alert: Alert, author: Person, scene: Scene) -> Html:
    words = scene.words
    if alert.level is None:
        raise LookupError("an alert is shown before its level was chosen")
    return join_lines(
        words.html("alert-title", level=words.plain(f"level-{alert.level.value}")),
        facts.quote(alert.text or "", words),
        words.html("alert-from", name=author.name or "", organisation=author.organisation),
    )


def _asking(alert: Alert, question: Screen, scene: Scene) -> Card:
    """What is known so far and the question, with a way on, back and out."""
    lines = [
        scene.words.html("alert-draft"),
        facts.quote(alert.text, scene.words) if alert.text else None,
        BLANK,
        scene.words.html(f"ask-alert-{question.value}"),
    ]
    rows = [*_choices(alert, question, scene), *_ways_out(alert, question, scene)]
    return Card(text=join_lines(*lines), buttons=rows)


def _choices(alert: Alert, question: Screen, scene: Scene) -> Rows:
    words = scene.words
    match question:
        case Screen.TEXT:
            return []
        case Screen.LEVEL:
            levels = [
                Button(words.plain(f"choice-level-{each.value}"), tap.ChooseLevel(alert.id, each)) for each in Level
            ]
            return grid(levels, 1)
        case Screen.SITES:
            vocab = vocabulary.load(scene.db)
            offered = audiences.sites_offered(scene.person, Act.ALERT, vocab)
            return audience.site_rows(
                alert.audience, offered, lambda site, wanted: tap.PickAlertSite(alert.id, site, wanted), vocab, words
            )
        case Screen.ROLES:
            return audience.role_rows(
                alert.audience, lambda role, wanted: tap.PickAlertRole(alert.id, role, wanted), words
            )


def _ways_out(alert: Alert, question: Screen, scene: Scene) -> Rows:
    say = scene.words.plain
    picked = {Screen.SITES: alert.audience.sites, Screen.ROLES: alert.audience.roles}.get(question)
    after = Screen.ROLES if question is Screen.SITES else None
    rows = [[Button(say("button-go-on"), tap.AskAlert(alert.id, after), style="primary")]] if picked else []
    if question is Screen.TEXT and alert.text:
        rows.append([Button(say("button-back"), tap.AskAlert(alert.id, None))])
    if question is Screen.ROLES:
        rows.append([Button(say("button-back"), tap.AskAlert(alert.id, Screen.SITES))])
    return [*rows, [_discard_button(alert, scene)]]


def _preview(alert: Alert, scene: Scene) -> Card:
    """The message as it will look, whom it reaches, and Send alone on its row."""
    words, say = scene.words, scene.words.plain
    reach = alerts.reach(scene.db, alert)
    lines = [
        words.html("alert-preview"),
        _message(alert, scene.person, scene),
        audience.described(alert.audience, vocabulary.load(scene.db), words),
        words.html("alert-reach", people=reach.people),
        words.html("alert-cannot-reach", people=reach.unreachable) if reach.unreachable else None,
    ]
    changes = [
        Button(say("button-alert-text"), tap.AskAlert(alert.id, Screen.TEXT)),
        Button(say("button-alert-level"), tap.AskAlert(alert.id, Screen.LEVEL)),
        Button(say("button-alert-audience"), tap.AskAlert(alert.id, Screen.SITES)),
        _discard_button(alert, scene),
    ]
    send = Button(say("button-send"), tap.SendAlert(alert.id, alert.version), style="primary")
    return Card(text=join_lines(*lines), buttons=[*grid(changes), *([[send]] if reach.people else [])])


def _sent(alert: Alert, sent_at: datetime, scene: Scene) -> Card:
    """What was sent and what has become of it; counted again while something is under way."""
    words, ledger = scene.words, alerts.ledger(scene.db, alert.id)
    rest = [
        words.html(f"ledger-{name}", people=number)
        for name, number in (
            ("pending", ledger.pending),
            ("unknown", ledger.unknown),
            ("unreachable", ledger.unreachable),
            ("expired", ledger.expired),
            ("withdrawn", ledger.withdrawn),
        )
        if number
    ]
    counted = words.html("ledger", sent=ledger.sent, intended=ledger.intended, acknowledged=ledger.acknowledged)
    text = join_lines(
        _message(alert, scene.person, scene),
        audience.described(alert.audience, vocabulary.load(scene.db), words),
        words.html("alert-sent", time=words.when(sent_at, now=scene.now)),
        Html(f"<b>{' – '.join([counted, *rest])}</b>"),
    )
    return Card(text=text, fresh_until=ledger.recounted_at(sent_at=sent_at, now=scene.now))


def _discard_button(alert: Alert, scene: Scene) -> Button:
    return Button(scene.words.plain("button-discard"), tap.DiscardAlert(alert.id), style="danger")
