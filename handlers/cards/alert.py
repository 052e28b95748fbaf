"""An alert as its recipients have it: the message, its photo, what becomes of it, and the call for help."""

from datetime import datetime

from domain.alerts import TEXT_LENGTH, Alert, News
from domain.ledger import Answer, Recipient
from domain.people import Person
from domain.sending import DELETABLE
from domain.views import AlertHelp, AlertMessage, AlertNews, AlertPhoto
from handlers.buttons import alert as tap
from handlers.card import Button, Card, Rows, Scene, columns_for, grid, words_of
from handlers.cards import facts
from handlers.words import Html, Words, join_lines
from services import alerts, answers
from storage import Db, people
from storage.snapshot import asked_once

ORDER = (Answer.SEEN, Answer.ACTING, Answer.HELP, Answer.NOT_US)
"""From what most say to what few do."""
EXCERPT = 40
"""Characters of a text where a line has to say which alert it is."""


@words_of(AlertMessage)
def alert_message(view: AlertMessage, scene: Scene) -> Card | None:
    """The alert with its four answers, as long as it holds; taken back, it is deleted or says so."""
    received = alerts.received(scene.db, scene.person, view.alert)
    alert, recipient = received.alert, received.recipient
    if alert.is_recalled and scene.is_first:
        return None
    if alert.withdrawn_at:
        return _withdrawn(alert, recipient, scene)
    text = join_lines(_shared(scene.db, alert, scene.words, scene.now), _answered(alert, recipient, scene))
    rows = [] if alert.called_off_at else _answers(alert, recipient, scene)
    return Card(text=text, buttons=rows, silent=alert.level is not None and alert.level.is_silent)


@words_of(AlertPhoto)
def alert_photo(view: AlertPhoto, scene: Scene) -> Card | None:
    """The photo, ahead of the message and without a sound."""
    alert = alerts.received(scene.db, scene.person, view.alert).alert
    if alert.withdrawn_at or alert.photo is None or (alert.is_recalled and scene.is_first):
        return None
    return Card(text=_title(alert, scene.words), photo=alert.photo, silent=True)


@words_of(AlertNews)
def alert_news(view: AlertNews, scene: Scene) -> Card | None:
    """What has become of it, in answer to the message itself; what is overtaken before it was sent is not sent."""
    received = alerts.received(scene.db, scene.person, view.alert)
    alert, recipient = received.alert, received.recipient
    if alert.withdrawn_at or (scene.is_first and _is_overtaken(view, alert, recipient, now=scene.now)):
        return None
    told = scene.words.html(f"alert-news-{News(view.news).value}")
    # Of whose message nobody knows whether it arrived, nobody can edit it: they get the text here.
    head = _title(alert, scene.words) if recipient.message else message(alert, received.author, scene.words)
    text = join_lines(head, told)
    is_asked = view.news != News.CALLED_OFF and recipient.message is None
    rows = _answers(alert, recipient, scene) if is_asked and not alert.is_over(scene.now) else []
    return Card(
        text=text, buttons=rows, answers=recipient.message, silent=alert.level is not None and alert.level.is_silent
    )


@words_of(AlertHelp)
def alert_help(view: AlertHelp, scene: Scene) -> Card:
    """Who needs help; their own words come with a tap, since a push holds none."""
    need = answers.need(scene.db, scene.person, alert=view.alert, person=view.person)
    words = scene.words
    stands = "alert-help" if need.stands else "alert-help-no-more"
    lines = [
        words.html(stands, name=need.person.name or "?", organisation=need.person.organisation),
        words.html("alert-help-about", text=excerpt(need.alert, words)),
        facts.quote(need.recipient.need, words) if view.opened and need.recipient.need else None,
    ]
    rows: list[list[Button]] = [[Button(words.plain("button-to-alert"), tap.ShowAlert(view.alert))]]
    if need.recipient.need and not view.opened:
        rows.insert(
            0, [Button(words.plain("button-open-help"), tap.OpenHelp(view.alert, view.person), style="primary")]
        )
    return Card(text=join_lines(*lines), buttons=rows, protected=True)


def message(alert: Alert, author: Person, words: Words) -> Html:
    """What every reader reads: level, text, sender."""
    return join_lines(
        _title(alert, words),
        facts.quote(alert.text_for(words.language), words, limit=TEXT_LENGTH),
        words.html("alert-from", name=author.name or "", organisation=author.organisation),
        words.html("alert-drill") if alert.is_drill else None,
    )


@asked_once
def _shared(db: Db, alert: Alert, words: Words, now: datetime) -> Html:
    """The message and what has become of it: the same for all readers of a language, so it is worded once a round."""
    return join_lines(message(alert, people.by_id(db, alert.author), words), *_ending(alert, words, now=now))


def excerpt(alert: Alert, words: Words) -> str:
    """The beginning of its text, on one line; a drill's says so."""
    text = " ".join(alert.text_for(words.language).split())
    short = text if len(text) <= EXCERPT else f"{text[:EXCERPT].rstrip()}…"
    return words.plain("drill-of", text=short) if alert.is_drill else short


def _title(alert: Alert, words: Words) -> Html:
    if alert.level is None:
        raise LookupError("an alert is shown before its level was chosen")
    level = words.plain(f"level-{alert.level.value}")
    return words.html("alert-title-drill" if alert.is_drill else "alert-title", level=level)


def _ending(alert: Alert, words: Words, *, now: datetime) -> list[Html]:
    """What has changed since it was sent, and until when it holds."""
    lines = []
    if alert.corrected_at:
        lines.append(words.html("alert-corrected", time=words.when(alert.corrected_at, now=now)))
    if alert.called_off_at:
        lines.append(words.html("alert-called-off", time=words.when(alert.called_off_at, now=now)))
    return [*lines, *lasts_line(alert, words, now=now)]


def lasts_line(alert: Alert, words: Words, *, now: datetime) -> list[Html]:
    """Until when it holds, or held; nothing once it was called off or taken back."""
    if alert.expires_at is None or alert.is_recalled:
        return []
    which = "alert-expired" if now >= alert.expires_at else "alert-lasts-until"
    return [words.html(which, time=words.when(alert.expires_at, now=now))]


def _answered(alert: Alert, recipient: Recipient, scene: Scene) -> Html | None:
    """What the reader said, and whether it was to this text."""
    if recipient.answer is None or recipient.answered_at is None:
        return None
    words = scene.words
    which = "alert-answered" if recipient.edition == alert.edition else "alert-answered-before"
    said, time = words.plain(f"answer-{recipient.answer.value}"), words.when(recipient.answered_at, now=scene.now)
    return words.html(which, answer=said, time=time)


def _answers(alert: Alert, recipient: Recipient, scene: Scene) -> Rows:
    chosen = recipient.answer if recipient.edition == alert.edition else None
    return _choices(scene.db, alert.id, alert.edition, chosen, scene.words)


@asked_once
def _choices(_db: Db, alert: int, edition: int, chosen: Answer | None, words: Words) -> Rows:
    """The same for all who have chosen the same, so they are worded once a round."""
    buttons = []
    for each in ORDER:
        name = words.plain(f"answer-{each.value}")
        label = words.plain("audience-picked", name=name) if each is chosen else name
        buttons.append(
            Button(label, tap.AnswerAlert(alert, edition, each), style="primary" if each is chosen else None)
        )
    return grid(buttons, columns_for(words.plain("audience-picked", name=each.text) for each in buttons))


def _is_overtaken(view: AlertNews, alert: Alert, recipient: Recipient, *, now: datetime) -> bool:
    """Whether there is nothing left to tell: they have answered, or it is over, or was corrected once more."""
    if view.news == News.CALLED_OFF:
        return False
    has_answered = recipient.answer is not None and recipient.edition == alert.edition
    return has_answered or alert.is_over(now) or view.edition != alert.edition


def _withdrawn(alert: Alert, recipient: Recipient, scene: Scene) -> Card | None:
    """Nothing, which deletes the message; in its place a sentence where Telegram deletes it no longer."""
    if recipient.reached_at and alert.withdrawn_at and alert.withdrawn_at - recipient.reached_at < DELETABLE:
        return None
    time = scene.words.when(alert.withdrawn_at, now=scene.now) if alert.withdrawn_at else ""
    return Card(text=scene.words.html("alert-withdrawn", time=time))
