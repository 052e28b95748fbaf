"""Reminders: made on a card, rung once at their hour to those whom they are for then, closed for all by one of them."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain import rights
from domain.audience import NOBODY, Audience
from domain.expectations import Question
from domain.people import Person, Role
from domain.recurrence import LatePolicy
from domain.refusals import NotAllowed, Refusal, Stale
from domain.reminders import ONCE, TEXT_LENGTH, Reminder, Screen, days_offered, hours_offered
from domain.rights import Act
from domain.sending import Priority
from domain.views import ReminderCard, ReminderMessage, subject
from services import acts, audiences, questions, timetable
from services.timetable import Task
from storage import Db, outbox, people, schedules
from storage import reminders as store


@dataclass(frozen=True, slots=True)
class Done:
    """Who closed a reminder; `first` is False when it was closed before."""

    name: str
    first: bool


def compose(db: Db, author: Person, *, now: datetime) -> int:
    """Open a card for a new reminder and ask for its text. Cards without a text make way for it."""
    rights.require(author, Act.REMIND)
    _clear_empty_drafts(db, author, now=now)
    reminder = store.add(db, author=author.id, organisation=people.organisation_of(db, author.id), now=now)
    questions.ask(db, author, Question.REMINDER_TEXT, reminder, now=now)
    acts.reply(db, author, ReminderCard(reminder), now=now)
    return reminder


def write_text(db: Db, author: Person, *, reminder: int, text: str, now: datetime) -> None:
    """Take the text in place of the one before. Raises Refusal when it is too long or too late."""
    draft = own(db, author, reminder)
    if not draft.is_draft:
        raise Stale("refusal-reminder-closed")
    if len(text) > TEXT_LENGTH:
        raise Refusal("refusal-reminder-too-long", limit=TEXT_LENGTH)
    _change(db, draft, now=now, text=text, screen=None)


def ask(db: Db, author: Person, *, reminder: int, screen: Screen | None, now: datetime) -> None:
    """Turn the card to one of its questions, or on to the next that is open."""
    draft = _own_draft(db, author, reminder)
    if screen is Screen.TEXT:
        questions.ask(db, author, Question.REMINDER_TEXT, reminder, now=now)
    else:
        questions.drop(db, author, Question.REMINDER_TEXT, reminder)
    _change(db, draft, now=now, screen=screen)


def pick_site(db: Db, author: Person, *, reminder: int, site: str | None, wanted: bool, now: datetime) -> None:
    """Add a site where the author may remind to the audience or take it away; None stands for all of those."""
    draft = _own_draft(db, author, reminder)
    chosen = audiences.pick_site(db, author, Act.REMIND, audience=draft.audience, site=site, wanted=wanted)
    _change_audience(db, draft, chosen, screen=Screen.SITES, now=now)


def pick_role(db: Db, author: Person, *, reminder: int, role: Role, wanted: bool, now: datetime) -> None:
    draft = _own_draft(db, author, reminder)
    chosen = audiences.pick_role(audience=draft.audience, role=role, wanted=wanted)
    _change_audience(db, draft, chosen, screen=Screen.ROLES, now=now)


def only_me(db: Db, author: Person, *, reminder: int, now: datetime) -> None:
    """Make it a reminder for its author alone."""
    draft = _own_draft(db, author, reminder)
    store.change_audience(db, draft.id, NOBODY)
    _change(db, draft, now=now, only_author=True, screen=None)


def choose_day(db: Db, author: Person, *, reminder: int, day: date, zone: ZoneInfo, now: datetime) -> None:
    """Choose the day, and the hour anew. Raises Stale for one that is not offered (any more)."""
    draft = _own_draft(db, author, reminder)
    if day not in days_offered(now.astimezone(zone)):
        raise Stale("refusal-past")
    _change(db, draft, now=now, day=day, hour=None, screen=None)


def choose_hour(db: Db, author: Person, *, reminder: int, hour: int, zone: ZoneInfo, now: datetime) -> None:
    """Choose the hour by the zone's clocks. Raises Stale for one that has passed."""
    draft = _own_draft(db, author, reminder)
    if draft.day is None or hour not in hours_offered(draft.day, now.astimezone(zone)):
        raise Stale("refusal-past")
    _change(db, draft, now=now, hour=hour, screen=None)


def confirm(db: Db, author: Person, *, reminder: int, version: int, zone: ZoneInfo, now: datetime) -> None:
    """Set the reminder as the card showed it; set again, it stays one. Raises Stale when it was changed or is past."""
    draft = own(db, author, reminder)
    if draft.set_at and not draft.discarded_at:
        outbox.revive(db, subject("reminder", reminder), now=now)
        return
    if draft.version != version or draft.question or draft.starts_on is None or draft.discarded_at:
        raise Stale
    audiences.require_address(db, author, Act.REMIND, draft.audience)
    if _schedule(db, reminder, starts_on=draft.starts_on, zone=zone, now=now) is None:
        raise Stale("refusal-past")
    questions.drop(db, author, Question.REMINDER_TEXT, reminder)
    _change(db, draft, now=now, set_at=now)


def discard(db: Db, author: Person, *, reminder: int, now: datetime) -> None:
    """Throw the reminder away, set or not. Raises Stale once it has rung."""
    found = own(db, author, reminder)
    if found.rung_at:
        raise Stale
    questions.drop(db, author, Question.REMINDER_TEXT, reminder)
    schedules.remove(db, task=Task.REMINDER, about=reminder)
    _change(db, found, now=now, discarded_at=found.discarded_at or now)


def ring(db: Db, about: int, *, due: datetime, now: datetime) -> None:
    """Owe the reminder to everybody whom it is for at this moment, however long after `due` that is."""
    found = store.by_id(db, about)
    if found is None or found.set_at is None or not found.can_be_discarded:
        return
    _change(db, found, now=now, rung_at=now)
    for person in _readers(db, found):
        acts.tell(db, person, ReminderMessage(about), priority=Priority.REMINDER, now=now)


def finish(db: Db, person: Person, *, reminder: int, card: int | None, now: datetime) -> Done:
    """Close the reminder for everybody, with who and when. Returns who did, which may be somebody earlier."""
    found = received(db, person, reminder)
    if found.done_by is not None:
        acts.redraw(db, person.chat, card or 0, now=now)
        return Done(name_of(db, found.done_by), first=False)
    _change(db, found, now=now, done_at=now, done_by=person.id)
    return Done(person.name or "", first=True)


def own(db: Db, author: Person, reminder: int) -> Reminder:
    """The author's own reminder, whatever its state. Raises NotAllowed for anybody else's."""
    rights.require(author, Act.REMIND)
    found = store.by_id(db, reminder)
    if found is None or found.author != author.id:
        raise NotAllowed
    return found


def received(db: Db, person: Person, reminder: int) -> Reminder:
    """The reminder for one of those whom it is for, once it has rung. Raises NotAllowed."""
    rights.require(person, Act.OWN_SETTINGS)
    found = store.by_id(db, reminder)
    if found is None or found.rung_at is None or not found.is_for(person):
        raise NotAllowed
    return found


def name_of(db: Db, person: int) -> str:
    return people.by_id(db, person).name or ""


def _readers(db: Db, reminder: Reminder) -> list[Person]:
    return [person for person in people.members(db) if reminder.is_for(person)]


def _schedule(db: Db, reminder: int, *, starts_on: datetime, zone: ZoneInfo, now: datetime) -> datetime | None:
    """A single reminder rings however late it is: nothing comes after it that could stand for it."""
    return timetable.put(
        db,
        Task.REMINDER,
        about=reminder,
        rule=ONCE,
        zone=zone,
        starts_on=starts_on,
        now=now,
        late_policy=LatePolicy.MERGE,
    )


def _own_draft(db: Db, author: Person, reminder: int) -> Reminder:
    draft = own(db, author, reminder)
    if not draft.is_draft:
        raise Stale
    return draft


def _clear_empty_drafts(db: Db, author: Person, *, now: datetime) -> None:
    for draft in store.open_drafts_of(db, author.id):
        if not draft.text:
            store.change(db, draft.id, discarded_at=now)
            outbox.erase(db, subject("reminder", draft.id), kind=ReminderCard, now=now)


def _change(db: Db, reminder: Reminder, *, now: datetime, **columns: object) -> None:
    store.change(db, reminder.id, **columns)
    outbox.touch(db, subject("reminder", reminder.id), now=now)


def _change_audience(db: Db, draft: Reminder, audience: Audience, *, screen: Screen, now: datetime) -> None:
    store.change_audience(db, draft.id, audience, only_author=False, screen=screen)
    outbox.touch(db, subject("reminder", draft.id), now=now)
