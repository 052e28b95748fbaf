"""Who takes part: the members, and the end of a membership. How it begins stands in `invites` and `membership`."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import rights
from domain.people import Person, Role
from domain.refusals import NotAllowed, Refusal
from domain.rights import Act
from domain.views import KINDS, Farewell, Menu, People, PersonCard, Welcome, subject
from services import acts, invites
from storage import Db, audit, outbox, reports
from storage import people as store

PAGE = 8
"""People on one page: what a phone shows without scrolling."""

AFTER_FAREWELL = timedelta(milliseconds=1)
"""The person is told first; only then the cards in their chat are drawn again, one a second."""


@dataclass(frozen=True, slots=True)
class PeoplePage:
    people: tuple[Person, ...]
    total: int
    page: int
    pages: int


def people_page(db: Db, reader: Person, page: int) -> PeoplePage:
    """One page of the members by name. Raises NotAllowed."""
    rights.require(reader, Act.MANAGE_PEOPLE)
    members = store.members(db)
    pages = max(1, -(-len(members) // PAGE))
    page = min(max(page, 0), pages - 1)
    return PeoplePage(tuple(members[page * PAGE : (page + 1) * PAGE]), len(members), page, pages)


def one(db: Db, reader: Person, person: int) -> Person:
    """Somebody who is or was a member. Raises NotAllowed, also for somebody who never was."""
    rights.require(reader, Act.MANAGE_PEOPLE)
    found = store.by_ids(db, [person]).get(person)
    if found is None or found.accepted_at is None:
        raise NotAllowed
    return found


def show(db: Db, reader: Person, *, now: datetime, page: int = 0, card: int | None = None) -> None:
    rights.require(reader, Act.MANAGE_PEOPLE)
    acts.turn(db, reader, People(page), card=card, now=now)


def open_card(
    db: Db, reader: Person, *, person: int, page: int, now: datetime, card: int | None, revoking: bool = False
) -> None:
    """Show a person's card; with `revoking` it asks whether the membership is to end."""
    found = one(db, reader, person)
    acts.turn(db, reader, PersonCard(person, page, revoking and found.is_member), card=card, now=now)


def revoke(db: Db, reader: Person, *, person: int, page: int, now: datetime, card: int | None) -> None:
    """End a membership at once. Revoked twice, it is still once. Raises Refusal for the last strategist."""
    leaving = one(db, reader, person)
    if leaving.is_member:
        _keep_a_strategist(db, leaving)
        _end(db, leaving, now=now)
        audit.note(db, person=reader.id, act="person_revoked", subject=subject("person", person), now=now)
    acts.turn(db, reader, PersonCard(person, page), card=card, now=now)


def _keep_a_strategist(db: Db, leaving: Person) -> None:
    strategists = {person.id for person in store.members(db, roles_held=[Role.STRATEGIST])}
    if strategists == {leaving.id}:
        raise Refusal("refusal-last-strategist")


def _end(db: Db, leaving: Person, *, now: datetime) -> None:
    """Nothing that is queued needs withdrawing here: rights are checked again where it is sent."""
    store.change(db, leaving.id, revoked_at=now, expects=None)
    for draft in reports.open_drafts_of(db, leaving.id):
        reports.change(db, draft.id, discarded_at=now)
    invites.cancel_all_of(db, leaving, now=now)
    acts.reply(db, leaving, Menu(), now=now)
    acts.reply(db, leaving, Farewell(), now=now)
    _take_back(db, leaving, now=now + AFTER_FAREWELL)
    outbox.touch(db, subject("person", leaving.id), now=now)


def _take_back(db: Db, leaving: Person, *, now: datetime) -> None:
    """Owe every card in the person's chat in its newest state, which for a member's card is that it was erased."""
    harmless = [kind for kind in KINDS.values() if not kind.for_members]
    # Telegram edits no message that brought a keyboard.
    outbox.touch_all_of(db, leaving.id, but=[*harmless, Welcome], now=now)
