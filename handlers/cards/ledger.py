"""The sender's card of an alert from Send on: what waits to leave, the ledger, its names, and the alerts before it."""

from dataclasses import replace
from datetime import datetime

from domain.alerts import Alert, Halt, Level, Recall
from domain.ledger import COUNTED_EVERY, Entry
from domain.views import AlertCard, AlertHalted, AlertMissed, AlertNames, Alerts
from handlers.buttons import alert as tap
from handlers.card import Button, Card, Rows, Scene, columns_for, grid, words_of
from handlers.cards import alert_draft, audience, facts
from handlers.cards.alert import excerpt, lasts_line, message
from handlers.cards.reach import why_unreachable
from handlers.words import BLANK, Html, join_lines
from services import alerts, goals, ledgers
from services.ledgers import Named
from storage import people

REST = (Entry.PENDING, Entry.UNKNOWN, Entry.UNREACHABLE, Entry.EXPIRED, Entry.WITHDRAWN)
"""What the line of the ledger counts besides those who have it."""


NEVER_HAD_IT = (Entry.PENDING, Entry.UNREACHABLE, Entry.EXPIRED)


@words_of(AlertCard)
def alert_card(view: AlertCard, scene: Scene) -> Card:
    """A question at a time, the preview, the minute to undo it, then the ledger."""
    alert = alerts.overseen(scene.db, scene.person, view.alert)
    if alert.discarded_at:
        return Card(text=scene.words.html("alert-discarded"))
    if alert.sent_at and view.asking:
        return _sure(alert, Recall(view.asking), scene)
    if alert.sent_at and alert.correction and not alert.is_over(scene.now):
        return _correcting(alert, alert.correction, scene)
    if alert.sent_at:
        return _sent(alert, alert.sent_at, scene)
    if alert.sends_at:
        return _ordered(alert, alert.sends_at, scene)
    return alert_draft.card(alert, scene)


@words_of(AlertNames)
def alert_names(view: AlertNames, scene: Scene) -> Card:
    """Who stands in one place of the ledger, or is waited for, by organisation; what help is needed is a tap away."""
    entry, words = Entry(view.entry) if view.entry else None, scene.words
    page = ledgers.names(scene.db, scene.person, view.alert, entry, view.page)
    title = words.html("names-title", entry=words.plain(f"entry-{entry.value}" if entry else "entry-awaited"))
    edition = alerts.overseen(scene.db, scene.person, view.alert).edition
    lines = [_name(each, entry, edition, scene) for each in page.entries] or [words.html("names-nobody")]
    needs = [[_need(view.alert, each)] for each in page.entries if entry is Entry.HELP and each.recipient.need]
    pages = facts.pager(page.number, page.total, lambda number: tap.ShowNames(view.alert, entry, number), words)
    back = [Button(words.plain("button-to-alert"), tap.ShowAlert(view.alert))]
    return Card(text=join_lines(title, *lines), buttons=[*needs, *pages, back], protected=True)


@words_of(AlertMissed)
def alert_missed(view: AlertMissed, scene: Scene) -> Card | None:
    """That the goal was missed, and whose answers it waits for; met before it was sent, it is not."""
    alert = alerts.overseen(scene.db, scene.person, view.alert)
    if scene.is_first and (alert.goal_met_at or alert.is_over(scene.now)):
        return None
    words = scene.words
    lines = [
        words.html("alert-missed", text=excerpt(alert, words)),
        _goal_line(alert, scene),
    ]
    rows = [
        [Button(words.plain("button-silent"), tap.ShowNames(alert.id, None, 0), style="primary")],
        [Button(words.plain("button-to-alert"), tap.ShowAlert(alert.id))],
    ]
    return Card(text=join_lines(*lines), buttons=rows)


@words_of(AlertHalted)
def alert_halted(view: AlertHalted, scene: Scene) -> Card:
    """That an alert did not leave, and why."""
    alert, author = alerts.halted(scene.db, scene.person, view.alert)
    words, told = scene.words, {"text": excerpt(alert, scene.words), "name": author.name or "?"}
    new = [Button(words.plain("button-new-alert"), tap.ComposeAlert(), style="primary")]
    return Card(text=words.html(f"alert-halted-{Halt(view.halt).value}", **told), buttons=[new])


@words_of(Alerts)
def recent(view: Alerts, scene: Scene) -> Card:
    """The last alerts, each with its sum."""
    page, words = ledgers.recent(scene.db, scene.person, view.page), scene.words
    lines = [line for each in page.entries for line in (BLANK, *_summary(each, scene))]
    rows = [[Button(_line(each, scene), tap.ShowAlert(each.id))] for each in page.entries]
    pages = facts.pager(page.number, page.total, tap.ShowAlerts, words)
    new = [Button(words.plain("button-new-alert"), tap.ComposeAlert(), style="primary")]
    title = words.html("alerts-title" if page.entries else "alerts-none")
    return Card(text=join_lines(title, *lines), buttons=[*rows, *pages, new])


def _ordered(alert: Alert, sends_at: datetime, scene: Scene) -> Card:
    """What is about to leave, and the way back."""
    words, author = scene.words, people.by_id(scene.db, alert.author)
    text = join_lines(
        message(alert, author, scene.words),
        _audience(alert, scene),
        words.html("alert-ordered", time=words.when(sends_at, now=scene.now)),
    )
    back = [Button(words.plain("button-call-back"), tap.CallBackAlert(alert.id), style="danger")]
    hurry = [Button(words.plain("button-hurry"), tap.HurryAlert(alert.id), style="primary")]
    return Card(text=text, buttons=[back, *([hurry] if alert.level is Level.ACUTE else [])])


def _sent(alert: Alert, sent_at: datetime, scene: Scene) -> Card:
    """What was sent and what has become of it; counted again while something is under way."""
    author = people.by_id(scene.db, alert.author)
    lines = [
        message(alert, author, scene.words),
        _audience(alert, scene),
        *_times(alert, sent_at, scene),
        _goal_line(alert, scene) if alert.goal else None,
        BLANK,
        _sum(alert, scene),
        _left_behind(alert, scene),
    ]
    rows = [*_numbers(alert, scene), *_ends(alert, scene)]
    fresh_until = ledgers.recounted_at(scene.db, alert, now=scene.now)
    return Card(text=join_lines(*lines), buttons=rows, fresh_until=fresh_until, rest=COUNTED_EVERY)


def _sure(alert: Alert, recall: Recall, scene: Scene) -> Card:
    words, ledger = scene.words, ledgers.of(scene.db, alert)
    author = people.by_id(scene.db, alert.author)
    asked = words.html(f"ask-recall-{recall.value}", people=ledger.sent)
    yes = [Button(words.plain(f"button-sure-{recall.value}"), tap.RecallAlert(alert.id, recall), style="danger")]
    back = [Button(words.plain("button-back"), tap.ShowAlert(alert.id))]
    return Card(text=join_lines(message(alert, author, scene.words), BLANK, asked), buttons=[yes, back])


def _correcting(alert: Alert, text: str, scene: Scene) -> Card:
    """What the alert would say, and Send alone on its row."""
    words, say = scene.words, scene.words.plain
    author = people.by_id(scene.db, alert.author)
    shown = message(replace(alert, text=text, translation=None), author, scene.words)
    asked = words.html("ask-correction", people=ledgers.of(scene.db, alert).sent)
    rows = [
        [
            Button(say("button-rewrite"), tap.AskAlertCorrection(alert.id)),
            Button(say("button-drop-correction"), tap.DropAlertCorrection(alert.id)),
        ],
        [Button(say("button-send-correction"), tap.CorrectAlert(alert.id, alert.version), style="primary")],
    ]
    return Card(text=join_lines(words.html("alert-preview"), shown, BLANK, asked), buttons=rows)


def _audience(alert: Alert, scene: Scene) -> Html:
    return audience.described(alert.audience, scene)


def _times(alert: Alert, sent_at: datetime, scene: Scene) -> list[Html]:
    words, now = scene.words, scene.now
    happened = {
        "alert-sent": sent_at,
        "alert-corrected": alert.corrected_at,
        "alert-called-off": alert.called_off_at,
        "alert-withdrawn": alert.withdrawn_at,
    }
    lines = [words.html(text_id, time=words.when(at, now=now)) for text_id, at in happened.items() if at]
    return [*lines, *lasts_line(alert, words, now=now)]


def _goal_line(alert: Alert, scene: Scene) -> Html | None:
    """What is aimed at, and how it stands."""
    if alert.goal is None:
        return None
    words = scene.words
    goal = alert_draft.goal(alert.goal, words)
    if alert.goal_met_at:
        return words.html("goal-met", goal=goal, time=words.when(alert.goal_met_at, now=scene.now))
    whose, missing = alert.goal.whose.value, goals.missing_of(scene.db, alert)
    return words.html("goal-open", goal=goal, missing=words.html(f"goal-missing-{whose}", count=missing))


def _sum(alert: Alert, scene: Scene) -> Html:
    """Such as "Skickat till 14 av 16 – 9 har svarat – 2 nås inte (har blockerat boten)"."""
    words, ledger = scene.words, ledgers.of(scene.db, alert)
    counted = words.html("ledger", sent=ledger.sent, intended=ledger.intended, answered=ledger.answered)
    rest = [_rest(entry, ledger.of(entry), alert, scene) for entry in REST if ledger.of(entry)]
    return Html(f"<b>{' – '.join([counted, *rest])}</b>")


def _left_behind(alert: Alert, scene: Scene) -> Html | None:
    """How many copies could not be deleted when it was taken back, so far."""
    ledger = ledgers.of(scene.db, alert)
    left = ledger.intended - sum(ledger.of(entry) for entry in NEVER_HAD_IT) - ledger.of(Entry.WITHDRAWN)
    return scene.words.html("ledger-left-behind", people=left) if alert.withdrawn_at and left else None


def _rest(entry: Entry, count: int, alert: Alert, scene: Scene) -> Html:
    words = scene.words
    if entry is Entry.PENDING:
        return _pending(count, alert, scene)
    line = words.html(f"ledger-{entry.value}", people=count)
    why = ledgers.reason(scene.db, alert) if entry is Entry.UNREACHABLE else None
    return Html(f"{line} ({words.html(f'unreachable-{why.value}')})") if why else line


def _pending(count: int, alert: Alert, scene: Scene) -> Html:
    """On the way, or held until quiet hours are over."""
    words = scene.words
    held, until = ledgers.held(scene.db, alert, now=scene.now)
    lines = [words.html("ledger-held", people=held, time=words.when(until, now=scene.now))] if until else []
    under_way = count - held
    return Html(" – ".join([*([words.html("ledger-pending", people=under_way)] if under_way > 0 else []), *lines]))


def _numbers(alert: Alert, scene: Scene) -> Rows:
    """Each number opens its names."""
    words, ledger = scene.words, ledgers.of(scene.db, alert)
    buttons = [
        Button(
            words.plain("entry-count", entry=words.plain(f"entry-{entry.value}"), people=ledger.of(entry)),
            tap.ShowNames(alert.id, entry, 0),
        )
        for entry in Entry
        if ledger.of(entry)
    ]
    return grid(buttons, columns_for(each.label for each in buttons))


def _ends(alert: Alert, scene: Scene) -> Rows:
    """What can be done about it still."""
    say = scene.words.plain
    others = [
        Button(say("button-alerts"), tap.ShowAlerts(0)),
        Button(say("button-export"), tap.AskExport(alert.id, None)),
    ]
    withdraw = Button(say("button-withdraw-alert"), tap.AskRecall(alert.id, Recall.WITHDRAW), style="danger")
    if alert.withdrawn_at:
        return [others]
    if alert.is_over(scene.now):
        return [[withdraw], others]
    correct = Button(say("button-correct-alert"), tap.AskAlertCorrection(alert.id))
    call_off = Button(say("button-call-off"), tap.AskRecall(alert.id, Recall.CALL_OFF))
    return [[correct, call_off], [withdraw], others]


def _name(named: Named, entry: Entry | None, edition: int, scene: Scene) -> Html:
    """Such as "Lars Ek, Ek Fastigheter · 19:07", and what became of it where that is not in the title."""
    words, person, recipient = scene.words, named.person, named.recipient
    stands = recipient.standing(edition).entry
    at = recipient.answered_at if stands.is_answer else recipient.reached_at
    why = why_unreachable(person, words) if stands is Entry.UNREACHABLE and person.unreachable_why else None
    details = [
        words.html("names-line", name=person.name or "?", organisation=person.organisation),
        Html(f"· {words.when(at, now=scene.now)}") if at else None,
        words.html("names-late") if stands.is_answer and recipient.is_late else None,
        Html(f"– {words.html(f'entry-{stands.value}')}") if entry is None else None,
        Html(f"– {why}") if why else None,
    ]
    return Html(" ".join(filter(None, details)))


def _need(alert: int, named: Named) -> Button:
    return Button(named.person.name or "?", tap.OpenHelp(alert, named.person.id))


def _summary(alert: Alert, scene: Scene) -> list[Html]:
    words = scene.words
    if alert.sent_at is None and alert.sends_at:
        state = words.html("alert-ordered", time=words.when(alert.sends_at, now=scene.now))
    else:
        state = _sum(alert, scene)
    return [words.html("alerts-line", line=_line(alert, scene)), state]


def _line(alert: Alert, scene: Scene) -> str:
    """Such as "Varning · fre 27 nov. 19:06 · Bilträff väntas"."""
    words, at = scene.words, alert.sent_at or alert.sends_at
    return words.plain(
        "alerts-button",
        level=words.plain(f"level-{alert.level.value}") if alert.level else "",
        time=words.when(at, now=scene.now) if at else "",
        text=excerpt(alert, words),
    )
