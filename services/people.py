"""Who takes part: lists and cards of people, and the word that ends a membership. It ends in `membership`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.pages import nearest
from domain.people import Person, Role
from domain.refusals import NotAllowed, Refusal
from domain.rights import Act
from domain.views import People, PersonCard, subject
from services import acts, membership
from storage import Db, audit
from storage import people as store

PAGE = 8
"""People on one page: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Those who wait come first; `members` counts who takes part, `waiting` who would like to."""

    people: Sequence[Person]
    members: int
    waiting: int
    page: int
    pages: int


def people_page(db: Db, reader: Person, page: int) -> PeoplePage:
    """One page of the people whom the reader answers for, by name: a contact's are those of the own organisation.

    Raises NotAllowed.
    """
    rights.require(reader, Act.MANAGE_PEOPLE)
    oversees = reader.has(*rights.MAY[Act.MANAGE_PEOPLE])
    present = store.present(db, organisations=None if oversees else reader.contact_for)
    ordered = sorted(present, key=lambda person: not person.is_waiting)
    page, pages = nearest(page, len(ordered), size=PAGE)
    return PeoplePage(
        people=ordered[page * PAGE : (page + 1) * PAGE],
        members=sum(person.is_member for person in present),
        waiting=sum(person.is_waiting for person in present),
        page=page,
        pages=pages,
    )


def one(db: Db, reader: Person, person: int) -> Person:
    """Somebody of the reader's who takes or took part, or waits to. Raises NotAllowed, also for who never said yes."""
    found = store.by_ids(db, [person]).get(person)
    if found is None:
        raise NotAllowed
    rights.require(reader, Act.MANAGE_PEOPLE, organisation=found.organisation_id)
    if found.accepted_at is None and found.chat_id is not None:
        raise NotAllowed
    return found


def may_change(reader: Person, person: Person) -> bool:
    """Whether the reader may do more with the person than look."""
    try:
        rights.require_over(reader, person)
    except Refusal:
        return False
    return True


def show(db: Db, reader: Person, *, now: datetime, page: int = 0, card: int | None = None) -> None:
    rights.require(reader, Act.MANAGE_PEOPLE)
    acts.turn(db, reader, People(page), card=card, now=now)


def open_card(db: Db, reader: Person, *, view: PersonCard, now: datetime, card: int | None = None) -> None:
    """Show a person's card, or the question on it whether something is really to be done."""
    one(db, reader, view.person)
    acts.turn(db, reader, view, card=card, now=now)


def revoke(db: Db, reader: Person, *, person: int, page: int, now: datetime, card: int | None) -> None:
    """End a membership at once. Revoked twice, it is still once. Raises Refusal for the last strategist."""
    leaving = one(db, reader, person)
    rights.require_over(reader, leaving)
    if leaving.revoked_at is None:
        _keep_a_strategist(db, leaving)
        membership.end(db, leaving, now=now)
        audit.note(db, person=reader.id, act="person_revoked", subject=subject("person", person), now=now)
    acts.turn(db, reader, PersonCard(person, page), card=card, now=now)


def _keep_a_strategist(db: Db, leaving: Person) -> None:
    strategists = {person.id for person in store.members(db) if Role.STRATEGIST in person.roles.values()}
    if strategists == {leaving.id}:
        raise Refusal("refusal-last-strategist")
