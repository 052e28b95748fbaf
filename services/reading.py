"""Reading: who may see the texts and photos of which organisations, given and taken one reader at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import rights
from domain.pages import nearest
from domain.people import EVERY_ORGANISATION, Person, Role
from domain.refusals import NotAllowed, Refusal
from domain.rights import Act
from domain.sending import Priority
from domain.views import KINDS, TextRights, TextRightsNews, Welcome, subject
from services import acts
from storage import Db, audit, deputies, organisations, outbox, people
from storage.organisations import Organisation

PAGE = 6
"""Organisations on one page."""
READERS = frozenset({Role.PARTNER, Role.STRATEGIST})
"""Who can be given the right; others read what is released to them."""

AFTER_THE_NEWS = timedelta(milliseconds=1)
"""The person is told first; only then the cards in their chat are drawn again, one a second."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of organisations whose texts somebody may be let read."""

    organisations: tuple[Organisation, ...]
    page: int
    pages: int


def show(db: Db, strategist: Person, *, person: int, page: int, card: int | None, now: datetime) -> None:
    """Show what a reader may read."""
    reader(db, strategist, person)
    acts.turn(db, strategist, TextRights(person, page), card=card, now=now)


def reader(db: Db, strategist: Person, person: int) -> Person:
    """Somebody whose right to read is decided on. Raises NotAllowed for those who can have none."""
    rights.require(strategist, Act.MANAGE_ORGANISATIONS)
    found = people.by_ids(db, [person]).get(person)
    if found is None or not is_reader(found):
        raise NotAllowed
    return found


def is_reader(person: Person) -> bool:
    """Whether somebody can be given the right, by what they hold themselves."""
    return person.is_member and not READERS.isdisjoint(person.roles.values())


def shelf(db: Db, strategist: Person, page: int, *, now: datetime) -> Shelf:
    """A page of the organisations whose reports have texts, by name."""
    rights.require(strategist, Act.MANAGE_ORGANISATIONS)
    found = [each for each in organisations.in_use(db, now) if not each.structured_only]
    page, pages = nearest(page, len(found), size=PAGE)
    return Shelf(tuple(found[page * PAGE : (page + 1) * PAGE]), page, pages)


def own_right(db: Db, person: Person) -> frozenset[int]:
    """The organisations that the person may read of in their own name."""
    return people.text_rights_of(db, person.id)


def readable(db: Db, person: Person) -> list[str]:
    """The names of the organisations that somebody may read of, if it is not all of them."""
    return [each.name for each in organisations.everyone(db) if each.id in person.reads]


def let_read(db: Db, strategist: Person, *, person: int, organisation: int, wanted: bool, now: datetime) -> None:
    """Give or take the right to the texts of an organisation, or of all. Raises Refusal if nobody would read all."""
    found = reader(db, strategist, person)
    named = None if organisation == EVERY_ORGANISATION else _known(db, organisation)
    if wanted is (organisation in own_right(db, found)):
        return
    if wanted:
        people.add_text_right(db, person, organisation=named, given_by=strategist.id, now=now)
    else:
        _keep_somebody_who_reads_all(db, found, organisation)
        people.take_text_rights(db, person, organisation=named)
    act = "text_right_given" if wanted else "text_right_taken"
    about = [subject("person", person), *([subject("organisation", named)] if named else [])]
    for each in about:
        audit.note(db, person=strategist.id, act=act, subject=each, now=now)
    _tell(db, found, now=now)


def name_police(db: Db, strategist: Person, *, person: int, wanted: bool, now: datetime) -> None:
    """Make a partner a police contact, who reads all texts and gets drugs reports; or end that, texts included."""
    found = reader(db, strategist, person)
    if Role.PARTNER not in found.roles.values():
        raise NotAllowed
    if people.is_police(db, person) is wanted:
        return
    people.change(db, person, is_police=wanted)
    if wanted:
        people.add_text_right(db, person, organisation=None, given_by=strategist.id, now=now)
    else:
        people.take_text_rights(db, person)
    act = "police_named" if wanted else "police_ended"
    audit.note(db, person=strategist.id, act=act, subject=subject("person", person), now=now)
    _tell(db, found, now=now)


def end_without_post(db: Db, person: int, *, by: int, now: datetime) -> None:
    """Take every right to read from somebody who has no post left that it is given with: it could be ended no more."""
    found = people.by_id(db, person)
    if is_reader(found) or not (found.is_police or own_right(db, found)):
        return
    people.take_text_rights(db, person)
    people.change(db, person, is_police=False)
    audit.note(db, person=by, act="text_right_taken", subject=subject("person", person), now=now)


def redraw(db: Db, person: int, *, now: datetime) -> None:
    """What the person may see has changed: all their cards are owed anew, and those of who stands in for them."""
    harmless = [kind for kind in KINDS.values() if not kind.for_members]
    standing = deputies.of(db, person)
    for each in (person, standing.deputy) if standing and standing.active else (person,):
        # Telegram edits no message that brought a keyboard.
        outbox.touch_all_of(db, each, but=[*harmless, Welcome], now=now)


def _tell(db: Db, person: Person, *, now: datetime) -> None:
    acts.tell(db, person, TextRightsNews(), priority=Priority.REPORT, now=now)
    redraw(db, person.id, now=now + AFTER_THE_NEWS)
    outbox.touch(db, subject("person", person.id), now=now)


def _known(db: Db, organisation: int) -> int:
    try:
        return organisations.by_id(db, organisation).id
    except LookupError:
        raise NotAllowed from None


def _keep_somebody_who_reads_all(db: Db, person: Person, organisation: int) -> None:
    if organisation != EVERY_ORGANISATION or Role.STRATEGIST not in person.roles.values():
        return
    others = (each for each in people.members(db) if each.id != person.id)
    strategists = (each for each in others if Role.STRATEGIST in each.roles.values())
    if not any(EVERY_ORGANISATION in own_right(db, each) for each in strategists):
        raise Refusal("refusal-last-reader")
