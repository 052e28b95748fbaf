"""An alert in the making: written on a card, checked in a preview, ordered, and called back within a minute."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from domain import rights
from domain.alerts import LASTS_OFFERED, Alert, Level, Screen, Template
from domain.expectations import Question
from domain.goals import GOAL_MINUTES, Goal, Whose
from domain.pages import Page, cut
from domain.people import Language, Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.reminders import days_offered, hours_offered
from domain.rights import Act
from domain.views import AlertCard, Templates, subject
from services import acts, alerts, audiences, questions, templates, timetable
from services.alerts import own
from services.timetable import Task
from storage import Db, audit, deputies, outbox, people
from storage import alerts as store

PAGE = 8
"""Organisations or people on one page to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Whom an alert would be for if it were sent now.

    `unreachable` have no phone that Telegram can reach. `held` wait for the end of their quiet hours, the first of
    them until `held_until`; for `too_late` the alert has expired by then.
    """

    people: int
    unreachable: tuple[Person, ...]
    held: int
    held_until: datetime | None
    too_late: int


def compose(db: Db, author: Person, *, now: datetime) -> int:
    """Open a card for a new alert and ask for its text. Cards without a text make way for it."""
    rights.require(author, Act.ALERT)
    _clear_empty_drafts(db, author, now=now)
    alert = store.add(db, author=author.id, language=author.language or Language.SV, now=now)
    questions.ask(db, author, Question.ALERT_TEXT, alert, now=now)
    acts.reply(db, author, AlertCard(alert), now=now)
    return alert


def write_text(db: Db, author: Person, *, alert: int, text: str, now: datetime) -> None:
    """Take the text in place of the one before. Raises Refusal when it is too long or too late."""
    draft = own(db, author, alert)
    if not draft.is_draft:
        raise Stale("refusal-alert-closed")
    alerts.check_length(text)
    _change(db, draft, now=now, text=text, translation=None, screen=None)


def add_photo(db: Db, author: Person, *, alert: int, file_id: str, caption: str | None, now: datetime) -> None:
    """Take a photo in place of the one before, and its caption as the text. Raises Stale when it is too late."""
    draft = own(db, author, alert)
    if not draft.is_draft:
        raise Stale("refusal-alert-closed")
    text = caption or draft.text
    if not text:
        questions.ask(db, author, Question.ALERT_TEXT, alert, now=now)
    _change(db, draft, now=now, photo=file_id, text=text, screen=None)


def remove_photo(db: Db, author: Person, *, alert: int, now: datetime) -> None:
    _change(db, _own_draft(db, author, alert), now=now, photo=None, screen=Screen.MORE)


def use_template(db: Db, author: Person, *, alert: int, template: Template, now: datetime) -> None:
    """Take a template's text, in both languages, and its level if none was chosen."""
    draft = _own_draft(db, author, alert)
    questions.drop(db, author, Question.ALERT_TEXT, alert)
    texts = templates.texts(db, template)
    other = next(each for each in Language if each is not draft.language)
    said = {"text": texts[draft.language], "translation": texts[other], "level": draft.level or template.level}
    _change(db, draft, now=now, screen=None, **said)


def ask(
    db: Db,
    author: Person,
    *,
    alert: int,
    screen: Screen | None,
    now: datetime,
    page: int = 0,
    within: int | None = None,
    card: int | None = None,
) -> None:
    """Turn the card to one of its questions, or on to the next that is open; `within` an organisation's people.

    A card that shows something else by then, the templates, is turned back to the draft.
    """
    draft = _own_draft(db, author, alert)
    if screen is Screen.TEXT:
        questions.ask(db, author, Question.ALERT_TEXT, alert, now=now)
    else:
        questions.drop(db, author, Question.ALERT_TEXT, alert)
    _change(db, draft, now=now, screen=screen, page=page, within=within)
    if isinstance(acts.shown(db, author, card=card), Templates):
        acts.turn(db, author, AlertCard(alert), card=card, now=now)


def choose_level(db: Db, author: Person, *, alert: int, level: Level, now: datetime) -> None:
    _change(db, _own_draft(db, author, alert), now=now, level=level, screen=None)


def choose_lasts(db: Db, author: Person, *, alert: int, hours: int, now: datetime) -> None:
    """Choose for how many hours it holds. Raises Stale for a number that is not offered."""
    if hours not in LASTS_OFFERED:
        raise Stale
    _change(db, _own_draft(db, author, alert), now=now, lasts=hours, screen=Screen.MORE)


def choose_goal(db: Db, author: Person, *, alert: int, whose: Whose | None, minutes: int | None, now: datetime) -> None:
    """Choose who is to answer, then within how many minutes; without the first there is no goal."""
    draft = _own_draft(db, author, alert)
    if whose is None:
        store.set_goal(db, alert, None, screen=Screen.MORE)
    elif minutes is None:
        store.set_goal(db, alert, Goal(whose, GOAL_MINUTES[0]), screen=Screen.WAIT)
    elif minutes in GOAL_MINUTES:
        store.set_goal(db, alert, Goal(whose, minutes), screen=Screen.MORE)
    else:
        raise Stale
    outbox.touch(db, subject("alert", draft.id), now=now)


def mark_drill(db: Db, author: Person, *, alert: int, wanted: bool, now: datetime) -> None:
    """Make it a drill: every message says so, and it stays out of the statistics."""
    _change(db, _own_draft(db, author, alert), now=now, is_drill=wanted, screen=Screen.MORE)


def choose_day(db: Db, author: Person, *, alert: int, day: date | None, zone: ZoneInfo, now: datetime) -> None:
    """Choose the day on which it is to leave; without one it leaves at once. Raises Stale for one not offered."""
    draft = _own_draft(db, author, alert)
    if day is None:
        _change(db, draft, now=now, day=None, later=None, screen=Screen.MORE)
        return
    if day not in days_offered(now.astimezone(zone)):
        raise Stale("refusal-past")
    _change(db, draft, now=now, day=day.toordinal(), screen=Screen.HOUR)


def choose_hour(db: Db, author: Person, *, alert: int, hour: int, zone: ZoneInfo, now: datetime) -> None:
    """Choose the hour by the zone's clocks. Raises Stale for one that has passed."""
    draft = _own_draft(db, author, alert)
    day = date.fromordinal(draft.day) if draft.day else None
    if day is None or hour not in hours_offered(day, now.astimezone(zone)):
        raise Stale("refusal-past")
    later = datetime.combine(day, time(hour), tzinfo=zone).astimezone(now.tzinfo)
    _change(db, draft, now=now, later=later, screen=None)


def pick_site(db: Db, author: Person, *, alert: int, site: str | None, wanted: bool, now: datetime) -> None:
    """Add a site to the audience or take it away; None stands for all."""
    draft = _own_draft(db, author, alert)
    chosen = audiences.pick_site(db, author, Act.ALERT, audience=draft.audience, site=site, wanted=wanted)
    _change(db, draft, now=now, audience=chosen, screen=Screen.SITES)


def pick_role(db: Db, author: Person, *, alert: int, role: Role, wanted: bool, now: datetime) -> None:
    draft = _own_draft(db, author, alert)
    chosen = audiences.pick_role(audience=draft.audience, role=role, wanted=wanted)
    _change(db, draft, now=now, audience=chosen, screen=Screen.ROLES)


def pick_organisation(db: Db, author: Person, *, alert: int, organisation: int, wanted: bool, now: datetime) -> None:
    """Have it go to some organisations only. Raises NotAllowed for one that has no members."""
    draft = _own_draft(db, author, alert)
    if organisation not in {each.organisation_id for each in people.members(db)}:
        raise NotAllowed
    chosen = draft.audience.with_organisation(organisation, wanted=wanted)
    _change(db, draft, now=now, audience=chosen, screen=Screen.ORGANISATIONS)


def pick_person(db: Db, author: Person, *, alert: int, person: int, wanted: bool, now: datetime) -> None:
    """Add a member to the audience, whatever their role, or take them away."""
    draft = _own_draft(db, author, alert)
    if person not in {each.id for each in people.members(db)}:
        raise NotAllowed
    chosen = draft.audience.with_person(person, wanted=wanted)
    audiences.require_address(db, author, Act.ALERT, chosen)
    _change(db, draft, now=now, audience=chosen, screen=Screen.PEOPLE)


def discard(db: Db, author: Person, *, alert: int, now: datetime) -> None:
    """Throw the draft away. Raises Stale once it is on its way."""
    draft = own(db, author, alert)
    if draft.sends_at:
        raise Stale
    questions.drop(db, author, Question.ALERT_TEXT, alert)
    _change(db, draft, now=now, discarded_at=draft.discarded_at or now)


def order(db: Db, author: Person, *, alert: int, version: int, now: datetime) -> datetime:
    """Have what the preview showed leave in a minute, or at the hour that was chosen. Returns when.

    Ordered again, it stays one alert. Raises Stale when it was changed since, and Refusal when it would be for nobody.
    """
    draft = own(db, author, alert)
    if draft.sends_at and not draft.discarded_at:
        outbox.revive(db, subject("alert", alert), now=now)
        return draft.sends_at
    if draft.version != version or draft.question or draft.level is None or draft.discarded_at:
        raise Stale
    audiences.require_address(db, author, Act.ALERT, draft.audience)
    if draft.later and draft.later <= now:
        raise Stale("refusal-past")
    if not alerts.readers_of(db, draft):
        raise Refusal("refusal-alert-for-nobody")
    questions.drop(db, author, Question.ALERT_TEXT, alert)
    sends_at = draft.leaves_at(now)
    timetable.once(db, Task.ALERT, about=alert, at=sends_at, now=now)
    _change(db, draft, now=now, sends_at=sends_at)
    audit.note(db, person=author.id, act="alert_ordered", subject=subject("alert", alert), now=now)
    return sends_at


def reach(db: Db, draft: Alert, *, now: datetime) -> Reach:
    """Whom it would be for if it were sent now, and when they would get it."""
    readers, level, leaves_at = alerts.readers_of(db, draft), draft.level or Level.INFORMATION, draft.leaves_at(now)
    without_phone = audiences.without_phone(db, draft.audience)
    held = [at for _, at in alerts.when_it_rings(db, readers, level, now=leaves_at) if at > leaves_at]
    expires_at = alerts.expiry(draft, now=leaves_at)
    return Reach(
        people=len(readers) + len(without_phone),
        unreachable=(*(reader for reader in readers if reader.unreachable_since), *without_phone),
        held=len(held),
        held_until=min(held, default=None),
        too_late=sum(at >= expires_at for at in held),
    )


def deputy_of(db: Db, person: Person) -> Person | None:
    """Whoever stands in for somebody at present, and gets what is sent to them."""
    named = deputies.of(db, person.id)
    return people.by_id(db, named.deputy) if named and named.active else None


def organisations(db: Db, draft: Alert) -> Page[tuple[int, str]]:
    """A page of the organisations that have members, by name."""
    named = {(each.organisation, each.organisation_id) for each in people.members(db)}
    return cut([(number, name) for name, number in sorted(named)], draft.page, size=PAGE)


def people_within(db: Db, draft: Alert) -> Page[Person]:
    """A page of the members of the organisation that the card shows."""
    if draft.within is None:
        raise LookupError("no organisation was chosen")
    return cut(people.members(db, organisation=draft.within), draft.page, size=PAGE)


def _own_draft(db: Db, author: Person, alert: int) -> Alert:
    draft = own(db, author, alert)
    if not draft.is_draft:
        raise Stale
    return draft


def _clear_empty_drafts(db: Db, author: Person, *, now: datetime) -> None:
    for draft in store.open_drafts_of(db, author.id):
        if not draft.text:
            store.change(db, draft.id, discarded_at=now)
            outbox.erase(db, subject("alert", draft.id), kind=AlertCard, now=now)


def _change(db: Db, draft: Alert, *, now: datetime, **columns: Any) -> None:
    store.change(db, draft.id, **columns)
    outbox.touch(db, subject("alert", draft.id), now=now)
    _draw_anew(db, draft, now=now)


def _draw_anew(db: Db, draft: Alert, *, now: datetime) -> None:
    """A draft whose card was turned to something else gets a new one: its author must see what they write."""
    author = people.by_id(db, draft.author)
    if not outbox.rows_about(db, subject("alert", draft.id), kind=AlertCard, person=author.id):
        acts.reply(db, author, AlertCard(draft.id), now=now)
