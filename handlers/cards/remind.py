"""A reminder as its maker sets it, and as it rings."""

from datetime import datetime

from domain.reminders import Reminder, Screen, days_offered, hours_offered
from domain.rights import Act
from domain.views import ReminderCard, ReminderMessage
from handlers.buttons import remind as tap
from handlers.card import Button, Card, Rows, Scene, grid, words_of
from handlers.cards import audience, facts, moments
from handlers.words import BLANK, Html, join_lines
from services import audiences, reminders
from storage import vocabulary


@words_of(ReminderCard)
def reminder_card(view: ReminderCard, scene: Scene) -> Card:
    """The maker's card: a question at a time, what it came to, then what became of it."""
    reminder = reminders.own(scene.db, scene.person, view.reminder)
    if reminder.discarded_at:
        return Card(text=scene.words.html("reminder-discarded"))
    if reminder.set_at:
        return _set(reminder, scene)
    return _overview(reminder, scene) if reminder.question is None else _asking(reminder, reminder.question, scene)


@words_of(ReminderMessage)
def reminder_message(view: ReminderMessage, scene: Scene) -> Card:
    """The reminder with its one button, until somebody has done it."""
    reminder = reminders.received(scene.db, scene.person, view.reminder)
    quoted = facts.quote(reminder.text or "", scene.words)
    text = join_lines(scene.words.html("reminder-title"), quoted, *_time_line(reminder, scene))
    if reminder.done_at:
        return Card(text=join_lines(text, _done(reminder, reminder.done_at, scene)), silent=True)
    done = Button(scene.words.plain("button-done"), tap.FinishReminder(reminder.id), style="primary")
    return Card(text=join_lines(text, scene.words.html("reminder-one-for-all")), buttons=[[done]])


def _asking(reminder: Reminder, question: Screen, scene: Scene) -> Card:
    """What is known so far and the question, with a way on, back and out."""
    asked = scene.words.html(f"ask-reminder-{question.value}")
    text = join_lines(scene.words.html("reminder-draft"), *_known(reminder, scene), BLANK, asked)
    return Card(text=text, buttons=[*_choices(reminder, question, scene), *_ways_out(reminder, question, scene)])


def _choices(reminder: Reminder, question: Screen, scene: Scene) -> Rows:
    match question:
        case Screen.TEXT:
            return []
        case Screen.SITES:
            return _sites(reminder, scene)
        case Screen.ROLES:
            return audience.role_rows(
                reminder.audience, lambda role, wanted: tap.PickReminderRole(reminder.id, role, wanted), scene.words
            )
        case Screen.DAY:
            return _days(reminder, scene)
        case Screen.HOUR:
            return _hours(reminder, scene)


def _sites(reminder: Reminder, scene: Scene) -> Rows:
    vocab, words = vocabulary.load(scene.db), scene.words
    offered = audiences.sites_offered(scene.person, Act.REMIND, vocab)
    alone = Button(words.plain("button-only-me"), tap.RemindOnlyMe(reminder.id))
    sites = audience.site_rows(
        reminder.audience, offered, lambda site, wanted: tap.PickReminderSite(reminder.id, site, wanted), vocab, words
    )
    return [[alone], *sites]


def _days(reminder: Reminder, scene: Scene) -> Rows:
    offered = days_offered(scene.now.astimezone(scene.zone))
    return grid(moments.day_buttons(offered, lambda day: tap.ChooseDay(reminder.id, day), scene))


def _hours(reminder: Reminder, scene: Scene) -> Rows:
    hours = hours_offered(reminder.day, scene.now.astimezone(scene.zone)) if reminder.day else []
    return moments.hour_rows(hours, lambda hour: tap.ChooseHour(reminder.id, hour))


def _ways_out(reminder: Reminder, question: Screen, scene: Scene) -> Rows:
    say = scene.words.plain
    picked = {Screen.SITES: reminder.audience.sites, Screen.ROLES: reminder.audience.roles}.get(question)
    after = Screen.ROLES if question is Screen.SITES else None
    rows = [[Button(say("button-go-on"), tap.AskReminder(reminder.id, after), style="primary")]] if picked else []
    before = _BEFORE.get(question)
    if question is Screen.TEXT and reminder.text:
        rows.append([Button(say("button-back"), tap.AskReminder(reminder.id, None))])
    elif before:
        rows.append([Button(say("button-back"), tap.AskReminder(reminder.id, before))])
    return [*rows, [_discard_button(reminder, scene)]]


_BEFORE = {Screen.ROLES: Screen.SITES, Screen.DAY: Screen.SITES, Screen.HOUR: Screen.DAY}


def _overview(reminder: Reminder, scene: Scene) -> Card:
    """All that was chosen, and the button that sets it alone on its row."""
    say = scene.words.plain
    changes = [
        Button(say("button-reminder-text"), tap.AskReminder(reminder.id, Screen.TEXT)),
        Button(say("button-reminder-audience"), tap.AskReminder(reminder.id, Screen.SITES)),
        Button(say("button-reminder-day"), tap.AskReminder(reminder.id, Screen.DAY)),
        _discard_button(reminder, scene),
    ]
    confirm = Button(say("button-set-reminder"), tap.SetReminder(reminder.id, reminder.version), style="primary")
    text = join_lines(scene.words.html("reminder-draft"), *_known(reminder, scene))
    return Card(text=text, buttons=[*grid(changes), [confirm]])


def _set(reminder: Reminder, scene: Scene) -> Card:
    words = scene.words
    lines = [words.html("reminder-title"), *_known(reminder, scene)]
    if reminder.done_at:
        return Card(text=join_lines(*lines, _done(reminder, reminder.done_at, scene)))
    if reminder.rung_at:
        rung = words.html("reminder-rung", time=words.when(reminder.rung_at, now=scene.now))
        return Card(text=join_lines(*lines, rung))
    return Card(text=join_lines(*lines, words.html("reminder-set")), buttons=[[_discard_button(reminder, scene)]])


def _known(reminder: Reminder, scene: Scene) -> list[Html]:
    lines = [facts.quote(reminder.text, scene.words)] if reminder.text else []
    if reminder.only_author:
        lines.append(scene.words.html("reminder-only-author"))
    elif reminder.audience.is_chosen:
        lines.append(audience.described(reminder.audience, scene))
    return [*lines, *_time_line(reminder, scene)]


def _time_line(reminder: Reminder, scene: Scene) -> list[Html]:
    words = scene.words
    if reminder.starts_on is None:
        return [words.html("reminder-day", day=words.day(reminder.day))] if reminder.day else []
    starts = reminder.starts_on.replace(tzinfo=scene.zone)
    return [words.html("reminder-time", day=words.day(starts), time=words.time(starts))]


def _done(reminder: Reminder, done_at: datetime, scene: Scene) -> Html:
    """A line such as "Klar, Anna Lindqvist 09:12"."""
    if reminder.done_by is None:
        raise LookupError("a reminder is done by nobody")
    name = reminders.name_of(scene.db, reminder.done_by)
    return scene.words.html("reminder-done", name=name, time=scene.words.when(done_at, now=scene.now))


def _discard_button(reminder: Reminder, scene: Scene) -> Button:
    return Button(scene.words.plain("button-discard"), tap.DiscardReminder(reminder.id), style="danger")
