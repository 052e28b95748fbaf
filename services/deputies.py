"""Deputies: named for a period; what was somebody's goes to them while it lasts, and comes back by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.deputies import DAYS_OFFERED, Deputyship, Start, period
from domain.pages import nearest
from domain.people import Person
from domain.refusals import NotAllowed, Stale
from domain.rights import Act
from domain.sending import Priority
from domain.views import DeputyCard, DeputyNews, Menu, Welcome, subject
from services import acts, timetable
from services.timetable import Task
from storage import Db, audit, outbox, people
from storage import deputies as store

PAGE = 8
"""Colleagues on one page to choose from."""


@dataclass(frozen=True, slots=True)
class Colleagues:
    people: Sequence[Person]
    page: int
    pages: int


def show(db: Db, person: Person, *, now: datetime, page: int = 0, card: int | None = None) -> None:
    """Show whom the person has named, or the colleagues to choose from."""
    _require(person)
    acts.turn(db, person, DeputyCard(page), card=card, now=now)


def choose(db: Db, person: Person, *, deputy: int, start: Start | None, now: datetime, card: int | None) -> None:
    """Turn the card to the next question about somebody who is to stand in."""
    colleague(db, person, deputy)
    acts.turn(db, person, DeputyCard(0, deputy, start), card=card, now=now)


def name(db: Db, person: Person, *, deputy: int, start: Start, days: int, now: datetime, card: int | None) -> None:
    """Name a colleague as deputy, in place of the one before. Said twice, it is still one."""
    chosen = colleague(db, person, deputy)
    if days not in DAYS_OFFERED:
        raise Stale
    starts_at, ends_at = period(start, days, now=now, zone=timetable.zone(db))
    before = store.of(db, person.id)
    if before is None or not before.is_for(deputy, starts_at=starts_at, ends_at=ends_at, now=now):
        if before:
            _end(db, before, now=now)
        _begin(db, person, chosen, starts_at=starts_at, ends_at=ends_at, now=now)
    acts.turn(db, person, DeputyCard(), card=card, now=now)


def end(db: Db, person: Person, *, deputyship: int, now: datetime, card: int | None) -> None:
    """End it before its time: either of the two may. Ended twice, it is still once."""
    found = see(db, person, deputyship)
    if found.stands:
        _end(db, found, now=now)
    if person.id == found.person:
        acts.turn(db, person, DeputyCard(), card=card, now=now)


def end_all_of(db: Db, person: Person, *, now: datetime) -> None:
    """End all in which the person is either of the two: they leave."""
    for deputyship in store.involving(db, person.id):
        _end(db, deputyship, now=now)


def stand_down(db: Db, deputy: Person, *, now: datetime) -> None:
    """End all in which the person stands in for somebody."""
    for deputyship in store.involving(db, deputy.id):
        if deputyship.deputy == deputy.id:
            _end(db, deputyship, now=now)


def starts(db: Db, about: int, *, due: datetime, now: datetime) -> None:
    """The period has begun: from now on the deputy holds what the other holds."""
    deputyship = store.by_id(db, about)
    if deputyship is None or not deputyship.stands or deputyship.active:
        return
    store.change(db, about, active=True)
    deputy = people.by_id(db, deputyship.deputy)
    _tell(db, deputy, deputyship, now=now)
    _equip(db, deputy, now=now)


def ends(db: Db, about: int, *, due: datetime, now: datetime) -> None:
    """The period is over, and everything comes back."""
    deputyship = store.by_id(db, about)
    if deputyship and deputyship.stands:
        _end(db, deputyship, now=now)


def see(db: Db, reader: Person, deputyship: int) -> Deputyship:
    """For one of the two. Raises NotAllowed for everybody else."""
    found = store.by_id(db, deputyship)
    if found is None or reader.id not in (found.person, found.deputy):
        raise NotAllowed
    return found


def standing(db: Db, person: Person) -> Deputyship | None:
    """The one that the person has named. Raises NotAllowed."""
    _require(person)
    return store.of(db, person.id)


def colleague(db: Db, person: Person, deputy: int) -> Person:
    """Somebody who can stand in for the person. Raises NotAllowed for all others."""
    _require(person)
    found = next((each for each in _colleagues(db, person) if each.id == deputy), None)
    if found is None:
        raise NotAllowed
    return found


def colleagues(db: Db, person: Person, page: int) -> Colleagues:
    """A page of those who can stand in: members of the same organisation, by name."""
    _require(person)
    found = _colleagues(db, person)
    page, pages = nearest(page, len(found), size=PAGE)
    return Colleagues(found[page * PAGE : (page + 1) * PAGE], page, pages)


def _require(person: Person) -> None:
    """A duty phone is nobody, so nobody can stand in for it."""
    rights.require(person, Act.NAME_DEPUTY)
    if person.is_duty_phone:
        raise NotAllowed


def _colleagues(db: Db, person: Person) -> list[Person]:
    members = people.members(db, organisation=person.organisation_id)
    return [each for each in members if each.id != person.id and not each.is_duty_phone]


def _begin(db: Db, person: Person, deputy: Person, *, starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    number = store.add(db, person=person.id, deputy=deputy.id, starts_at=starts_at, ends_at=ends_at, now=now)
    audit.note(db, person=person.id, act="deputy_named", subject=subject("person", deputy.id), now=now)
    timetable.once(db, Task.DEPUTY_ENDS, about=number, at=ends_at, now=now)
    if starts_at <= now:
        starts(db, number, due=starts_at, now=now)
        return
    timetable.once(db, Task.DEPUTY_STARTS, about=number, at=starts_at, now=now)
    found = store.by_id(db, number)
    if found:
        _tell(db, deputy, found, now=now)


def _end(db: Db, deputyship: Deputyship, *, now: datetime) -> None:
    store.change(db, deputyship.id, active=False, ended_at=now)
    for task in (Task.DEPUTY_STARTS, Task.DEPUTY_ENDS):
        timetable.once(db, task, about=deputyship.id, at=None, now=now)
    about = subject("deputyship", deputyship.id)
    audit.note(db, person=deputyship.person, act="deputy_ended", subject=about, now=now)
    owner, deputy = people.by_id(db, deputyship.person), people.by_id(db, deputyship.deputy)
    outbox.touch(db, about, now=now)
    if not deputyship.active:
        return
    if owner.is_member:
        _tell(db, owner, deputyship, now=now)
    if deputy.is_member:
        _equip(db, deputy, now=now)
        outbox.touch_all_of(db, deputy.id, but=[Menu, Welcome], now=now)  # an older card may show what was lent, too


def _tell(db: Db, reader: Person, deputyship: Deputyship, *, now: datetime) -> None:
    acts.tell(db, reader, DeputyNews(deputyship.id), priority=Priority.REPORT, now=now)


def _equip(db: Db, deputy: Person, *, now: datetime) -> None:
    """Menu and keyboard follow what somebody holds."""
    acts.tell(db, deputy, Menu(), priority=Priority.REPORT, now=now)
    acts.tell(db, deputy, Welcome(), priority=Priority.REPORT, now=now)
