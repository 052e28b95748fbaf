"""Approval: who scanned a picture for many and said yes is let in, or not, by who answers for the organisation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.people import Person
from domain.refusals import NotAllowed, Stale
from domain.views import Notice, View, WaitingPeople, subject
from services import acts, invites, membership
from storage import Db, audit, outbox, people
from storage import invites as invited

PAGE = 8
"""Names on one page: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits; `place` is their place among all who said yes to the invite, the first being 1."""

    place: int
    person: Person


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """Those who wait after some place; `shown` are all who wait up to the page's end."""

    people: tuple[Waiting, ...]
    shown: int
    total: int

    @property
    def last(self) -> int:
        """The place that the page ends with."""
        return self.people[-1].place if self.people else 0


def waiting_of(db: Db, invite: int) -> list[Waiting]:
    """Who said yes to the invite and is neither let in nor turned away, the first to come first.

    Somebody who was turned away may by now wait for another organisation, where it is nobody's here to know.
    """
    joined, organisation = invited.joined_by(db, invite), invited.by_id(db, invite).organisation_id
    found = people.by_ids(db, joined)
    places = (Waiting(place, found[person]) for place, person in enumerate(joined, start=1))
    return [each for each in places if _waits(each.person) and each.person.organisation_id == organisation]


def page(db: Db, reader: Person, *, invite: int, after: int) -> WaitingPage:
    """The page of those who wait that comes after a place. Raises NotAllowed."""
    invites.own(db, reader, invite)
    waiting = waiting_of(db, invite)
    shown = [each for each in waiting if each.place > after][:PAGE]
    last = shown[-1].place if shown else 0
    return WaitingPage(tuple(shown), sum(each.place <= last for each in waiting), len(waiting))


def show(db: Db, reader: Person, *, invite: int, after: int, now: datetime, card: int | None = None) -> None:
    invites.own(db, reader, invite)
    acts.turn(db, reader, WaitingPeople(invite, after), card=card, now=now)


def approve(db: Db, reader: Person, *, person: int, view: View, now: datetime, card: int | None = None) -> str:
    """Let somebody in, as soon as their organisation has an agreement. Returns what to answer; twice is once."""
    found = _theirs(db, reader, person)
    acts.turn(db, reader, view, card=card, now=now)
    return _let_in(db, reader, [found], now=now)


def approve_all(
    db: Db, reader: Person, *, invite: int, after: int, last: int, now: datetime, card: int | None = None
) -> str:
    """Let in all who wait up to a place, which is that of the last one shown: nobody comes in unseen."""
    invites.own(db, reader, invite)
    shown = [each.person for each in waiting_of(db, invite) if each.place <= last]
    acts.turn(db, reader, WaitingPeople(invite, after), card=card, now=now)
    return _let_in(db, reader, shown, now=now)


def deny(db: Db, reader: Person, *, person: int, view: View, now: datetime, card: int | None = None) -> None:
    """Turn somebody away; their name is not kept. Twice is once. Raises Stale for who was approved before."""
    found = _theirs(db, reader, person)
    if found.approved_at:
        raise Stale
    if found.is_waiting:
        people.change(db, person, revoked_at=now, name=None, expects=None)
        people.take_roles(db, person)
        acts.reply(db, found, Notice("joining-denied"), now=now)
        _decided(db, reader, found, "person_denied", now=now)
    acts.turn(db, reader, view, card=card, now=now)


def _let_in(db: Db, reader: Person, waiting: Iterable[Person], *, now: datetime) -> str:
    missing = False
    for person in waiting:
        rights.require_over(reader, person)
        if _waits(person):
            people.change(db, person.id, approved_at=now, approved_by=reader.id)
            _decided(db, reader, person, "person_approved", now=now)
            membership.activate(db, person.id, now=now)
        missing = missing or not membership.has_agreement(db, person)
    return "answer-agreement-missing" if missing else "answer-let-in"


def _decided(db: Db, reader: Person, person: Person, act: str, *, now: datetime) -> None:
    audit.note(db, person=reader.id, act=act, subject=subject("person", person.id), now=now)
    outbox.touch(db, subject("person", person.id), now=now)
    for invite in invited.taken_by(db, person.id):
        outbox.touch(db, subject("invite", invite.id), now=now)


def _theirs(db: Db, reader: Person, person: int) -> Person:
    """Somebody who said yes, whom the reader may let in or turn away. Raises NotAllowed and Stale."""
    found = people.by_ids(db, [person]).get(person)
    if found is None or found.accepted_at is None:
        raise NotAllowed
    rights.require_over(reader, found)
    if found.revoked_at and found.joined_at:
        raise Stale
    return found


def _waits(person: Person) -> bool:
    return person.is_waiting and person.approved_at is None
