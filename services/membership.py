"""Membership: it begins when nothing is waited for any longer, and ends in the same minute as it is revoked."""

from datetime import datetime, timedelta

from domain.people import EVERY_SITE, Person, Role
from domain.reach import Unreachable
from domain.sending import Priority
from domain.views import KINDS, Farewell, Menu, NoContact, PhoneLeft, View, Welcome, subject
from services import acts, deputies, invites, reach
from services.acts import Origin
from storage import Db, chats, organisations, outbox, people, reports, rota, shifts

AFTER_FAREWELL = timedelta(milliseconds=1)
"""The person is told first; only then the cards in their chat are drawn again, one a second."""


def activate(db: Db, person: int, *, now: datetime) -> None:
    """Let in who waits for nothing any longer: they said yes, were approved, and their organisation has an agreement.

    Those who answer for every site need none. Anybody else is left as they are, members too.
    """
    waiting = people.by_id(db, person)
    if waiting.is_waiting and waiting.approved_at and has_agreement(db, waiting):
        let_in(db, person, now=now)
        outbox.touch(db, subject("person", person), now=now)
        greet(db, people.by_id(db, person), now=now)


def has_agreement(db: Db, person: Person) -> bool:
    """Whether the person's organisation has signed one, or they answer for every site and need none."""
    return EVERY_SITE in person.roles or organisations.by_id(db, person.organisation_id).agreed_on is not None


def let_in(db: Db, person: int, *, now: datetime) -> None:
    """Make a member of somebody who has said yes."""
    approved_at = people.by_id(db, person).approved_at or now
    people.change(db, person, approved_at=approved_at, joined_at=now)
    let_strategist_read(db, person, now=now)


def let_strategist_read(db: Db, person: int, *, now: datetime) -> None:
    """Somebody who is strategist in their own name may read the texts of all organisations."""
    if Role.STRATEGIST in people.by_id(db, person).roles.values():
        people.add_text_right(db, person, organisation=None, given_by=None, now=now)


def greet(db: Db, person: Person, *, now: datetime) -> None:
    """Menu and keyboard of what somebody holds now; nothing for those without a phone."""
    acts.tell(db, person, Menu(), priority=Priority.REPLY, now=now)
    acts.tell(db, person, Welcome(), priority=Priority.REPLY, now=now)


def end(db: Db, leaving: Person, *, now: datetime) -> None:
    """End a membership with all that hangs on it.

    Nothing that is queued needs withdrawing here: rights are checked again where it is sent.
    """
    marks = {"is_contact": False, "is_police": False}
    people.change(db, leaving.id, revoked_at=now, expects=None, **marks)
    people.take_text_rights(db, leaving.id)
    rota.forget(db, leaving.id)
    deputies.end_all_of(db, leaving, now=now)
    _end_shift(db, leaving, now=now)
    invites.cancel_phones_of(db, leaving.id, now=now)
    _empty_chat(db, leaving, Farewell(), now=now)
    if leaving.is_contact:
        _tell_of_no_contact(db, leaving.organisation_id, now=now)


def suspend(db: Db, member: Person, *, now: datetime) -> None:
    """Let them take part no longer than their organisation's agreement; `activate` lets them in again as they were."""
    people.change(db, member.id, joined_at=None, expects=None)
    deputies.end_all_of(db, member, now=now)
    _end_shift(db, member, now=now)
    _empty_chat(db, member, Farewell(), now=now)


def leave_phone(db: Db, person: Person, *, now: datetime) -> None:
    """Cut the person's phone off: who has it is a stranger from now on, and nothing is left to read in it.

    What was lent to the person goes back: whoever confirms their next phone must not come by it. The shift of a duty
    phone is over.
    """
    deputies.stand_down(db, person, now=now)
    if person.is_duty_phone:
        _end_shift(db, person, now=now)
    _empty_chat(db, person, PhoneLeft(), now=now)
    people.change(db, person.id, chat_id=None, expects=None)
    outbox.touch(db, subject("person", person.id), now=now)


def reachable(db: Db, origin: Origin, *, blocked: bool, now: datetime) -> None:
    """The person blocked the bot, or let it write again."""
    if blocked:
        reach.lost(db, origin.chat_id, why=Unreachable.BLOCKED, now=now)
    elif person := people.by_chat(db, origin.chat_id):
        reach.found(db, person, now=now)


def _end_shift(db: Db, person: Person, *, now: datetime) -> None:
    if person.shift is not None:
        shifts.end(db, person.shift, now=now)


def _empty_chat(db: Db, person: Person, word: View, *, now: datetime) -> None:
    """The menu and the keyboard go with a last word, then every card; what was begun on them is thrown away."""
    for draft in reports.open_drafts_of(db, person.id):
        reports.change(db, draft.id, discarded_at=now)
    invites.cancel_all_of(db, person, now=now)
    for view in (Menu(), word):
        acts.tell(db, person, view, priority=Priority.REPLY, now=now)
    harmless = [kind for kind in KINDS.values() if not kind.for_members]
    # Telegram edits no message that brought a keyboard.
    chats.take_back(db, person.id, but=[*harmless, Welcome], now=now + AFTER_FAREWELL)
    outbox.touch(db, subject("person", person.id), now=now)


def _tell_of_no_contact(db: Db, organisation: int, *, now: datetime) -> None:
    if any(member.is_contact for member in people.members(db, organisation=organisation)):
        return
    for strategist in people.members(db, roles_held=[Role.STRATEGIST]):
        acts.tell(db, strategist, NoContact(organisation), priority=Priority.REPORT, now=now)
