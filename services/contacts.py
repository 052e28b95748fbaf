"""Contacts: who answers for the people of an organisation; and those of its people who have no Telegram."""

from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.pages import nearest
from domain.people import NAME_LENGTH, Person, tidy
from domain.redaction import MARKS
from domain.refusals import NotAllowed, Refusal
from domain.rights import Act
from domain.sending import Priority
from domain.views import ContactChoice, ContactNews, Menu, NamedPeople, subject
from services import acts, invites, organisations, questions, reading
from services.organisations import PAGE
from storage import Db, audit, outbox, people


@dataclass(frozen=True, slots=True)
class Colleagues:
    """A page of people by name."""

    people: tuple[Person, ...]
    page: int
    pages: int


def show_members(db: Db, strategist: Person, *, organisation: int, page: int, card: int | None, now: datetime) -> None:
    """Show the members that can be contacts."""
    organisations.managed(db, strategist, organisation)
    acts.turn(db, strategist, ContactChoice(organisation, page), card=card, now=now)


def members(db: Db, strategist: Person, organisation: int, page: int) -> Colleagues:
    """A page of the members that can be contacts. A duty phone is nobody, so it is none."""
    organisations.managed(db, strategist, organisation)
    return _page([each for each in people.members(db, organisation=organisation) if not each.is_duty_phone], page)


def appoint(db: Db, strategist: Person, *, person: int, wanted: bool, now: datetime) -> None:
    """Make a member the contact of their organisation, or end that. Said twice, it is still once."""
    rights.require(strategist, Act.MANAGE_ORGANISATIONS)
    found = people.by_ids(db, [person]).get(person)
    if found is None or not found.is_member or found.is_duty_phone:
        raise NotAllowed
    if found.is_contact is wanted:
        return
    people.change(db, person, is_contact=wanted)
    act = "contact_appointed" if wanted else "contact_ended"
    audit.note(db, person=strategist.id, act=act, subject=subject("person", person), now=now)
    organisations.changed(db, strategist, found.organisation_id, act=act, now=now)
    _equip(db, people.by_id(db, person), now=now)


def show_named(
    db: Db,
    reader: Person,
    *,
    organisation: int,
    page: int,
    card: int | None,
    now: datetime,
    removing: int | None = None,
) -> None:
    """Show the people without Telegram; with `removing` it asks whether that one is to go."""
    if removing is not None:
        _named(db, reader, removing)
    organisations.one(db, reader, organisation)
    questions.drop(db, reader, Question.NAMED_PERSON, organisation)
    acts.turn(db, reader, NamedPeople(organisation, page, removing), card=card, now=now)


def named(db: Db, reader: Person, organisation: int, page: int) -> Colleagues:
    """A page of the people without Telegram."""
    return _page(list(organisations.staff(db, reader, organisation).without_telegram), page)


def ask_name(db: Db, reader: Person, *, organisation: int, now: datetime) -> None:
    """Take the reader's next text as the name of somebody without Telegram."""
    organisations.one(db, reader, organisation)
    questions.ask(db, reader, Question.NAMED_PERSON, organisation, now=now)


def add_named(db: Db, reader: Person, *, organisation: int, name: str, now: datetime) -> None:
    """Add somebody without Telegram. Written twice, it is still one. Raises Refusal for what is no name."""
    organisations.one(db, reader, organisation)
    tidied = tidy(name)
    if not tidied or len(tidied) > NAME_LENGTH or any(mark in tidied for mark in MARKS.values()):
        raise Refusal("refusal-named-person", limit=NAME_LENGTH)
    known = organisations.staff(db, reader, organisation).without_telegram
    if tidied.casefold() not in {(each.name or "").casefold() for each in known}:
        added = people.add(db, chat_id=None, organisation=organisation, now=now, name=tidied)
        _changed(db, reader, added, organisation, act="person_named", now=now)
    organisations.show_below(db, reader, NamedPeople(organisation), now=now)


def remove_named(db: Db, reader: Person, *, person: int, card: int | None, now: datetime) -> None:
    """Take somebody without Telegram off the list. Removed twice, it is still once."""
    found = _named(db, reader, person)
    if found.revoked_at is None:
        people.change(db, person, revoked_at=now)
        _changed(db, reader, person, found.organisation_id, act="person_removed", now=now)
    acts.turn(db, reader, NamedPeople(found.organisation_id), card=card, now=now)


def _named(db: Db, reader: Person, person: int) -> Person:
    found = people.by_ids(db, [person]).get(person)
    if found is None or not found.is_only_named:
        raise NotAllowed
    organisations.one(db, reader, found.organisation_id)
    return found


def _changed(db: Db, reader: Person, person: int, organisation: int, *, act: str, now: datetime) -> None:
    audit.note(db, person=reader.id, act=act, subject=subject("person", person), now=now)
    outbox.touch(db, subject("organisation", organisation), now=now)


def _equip(db: Db, person: Person, *, now: datetime) -> None:
    """Menu and cards follow; links of somebody who may not invite any longer are worthless."""
    if not rights.may(person, Act.MANAGE_PEOPLE):
        invites.cancel_all_of(db, person, now=now)
    acts.tell(db, person, Menu(), priority=Priority.REPORT, now=now)
    acts.tell(db, person, ContactNews(person.organisation_id), priority=Priority.REPORT, now=now)
    reading.redraw(db, person.id, now=now + reading.AFTER_THE_NEWS)


def _page(found: list[Person], page: int) -> Colleagues:
    page, pages = nearest(page, len(found), size=PAGE)
    return Colleagues(tuple(found[page * PAGE : (page + 1) * PAGE]), page, pages)
