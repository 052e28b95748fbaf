"""Phones: one that is lost is cut off at once, and a new one is claimed by a link and confirmed by the contact."""

import secrets
from datetime import datetime, timedelta

from domain import rights
from domain.invites import TOKEN_BYTES, VALID_FOR, Invite
from domain.people import Person, tidy_name
from domain.refusals import InviteRefused, NotAllowed, Refusal, Stale
from domain.sending import Priority
from domain.views import (
    AlertMessage,
    AlertPhoto,
    InviteCard,
    Notice,
    PersonCard,
    PhoneClaim,
    ReminderMessage,
    ReportPush,
    subject,
)
from services import acts, invites, membership, reach
from services.acts import Origin
from storage import Db, audit, chats, outbox, people
from storage import invites as store

FOLLOWS = (AlertPhoto, AlertMessage, ReminderMessage, ReportPush)
"""What came by itself goes on to the new phone; everything else one finds in the menu."""
FOLLOWS_FOR = timedelta(hours=24)


def lose(db: Db, reader: Person, *, person: int, page: int, now: datetime, card: int | None = None) -> None:
    """The person's phone is gone: cut it off, and make the way in for a new one. Lost twice, it is still once."""
    found = _theirs(db, reader, person)
    if found.id == reader.id:
        raise Refusal("refusal-own-phone")
    if found.chat_id is not None:
        membership.leave_phone(db, found, now=now)
        audit.note(db, person=reader.id, act="phone_lost", subject=subject("person", person), now=now)
    _invite(db, reader, found, now=now)
    acts.turn(db, reader, PersonCard(person, page), card=card, now=now)


def change(db: Db, reader: Person, *, person: int, now: datetime) -> None:
    """Make the way in for a new phone; the old one works until the new one is confirmed."""
    _invite(db, reader, _theirs(db, reader, person), now=now)


def claim(db: Db, origin: Origin, invite: Invite, *, telegram_name: str, now: datetime) -> None:
    """Somebody opened the link: ask those who can tell whether it is the person. Raises Refusal for another member."""
    if invite.claimed_chat not in (None, origin.chat_id):
        raise InviteRefused
    _require_unknown(db, origin.chat_id, owner=invite.person)
    if invite.claimed_chat is None:
        store.change(db, invite.id, claimed_chat=origin.chat_id, claimed_name=tidy_name(telegram_name))
        outbox.touch(db, subject("invite", invite.id), now=now)
        for reader in _who_can_tell(db, invite):
            acts.tell(db, reader, PhoneClaim(invite.id), priority=Priority.URGENT, now=now)
    acts.say(db, origin.chat_id, Notice("phone-claimed"), now=now)


def confirm(db: Db, reader: Person, *, invite: int, now: datetime) -> None:
    """It is them: everything that is the person's goes on in the new phone. Confirmed twice, it is still once."""
    found, owner = claimed(db, reader, invite)
    if found.is_used_up:
        return
    if found.claimed_chat is None or not owner.joined_at or owner.revoked_at or not found.usable(now):
        raise Stale
    _make_room(db, found.claimed_chat, owner=owner.id)
    if owner.chat_id is not None:
        membership.leave_phone(db, owner, now=now)
    store.change(db, invite, claimed_chat=None, claimed_name=None)
    store.use(db, invite, person=owner.id, now=now)
    _move(db, owner, found.claimed_chat, now=now)
    _decided(db, reader, found, "phone_confirmed", now=now)


def deny(db: Db, reader: Person, *, invite: int, now: datetime) -> None:
    """It is somebody else: the claim is dropped, and the link with it. Denied twice, it is still once."""
    found, _ = claimed(db, reader, invite)
    if found.is_used_up:
        raise Stale
    if found.claimed_chat is not None:
        acts.say(db, found.claimed_chat, Notice("phone-denied"), now=now)
        store.change(db, invite, cancelled_at=now, token=None, claimed_chat=None, claimed_name=None)
        _decided(db, reader, found, "phone_denied", now=now)


def claimed(db: Db, reader: Person, invite: int) -> tuple[Invite, Person]:
    """An invite for a new phone, and whose it is to be, for who may decide about it. Raises NotAllowed."""
    found = store.find(db, invite)
    if found is None or found.person is None:
        raise NotAllowed
    owner = people.by_id(db, found.person)
    rights.require_over(reader, owner)
    return found, owner


def _theirs(db: Db, reader: Person, person: int) -> Person:
    found = people.by_ids(db, [person]).get(person)
    if found is None:
        raise NotAllowed
    rights.require_over(reader, found)
    if found.joined_at is None or found.revoked_at:
        raise Stale
    return found


def _invite(db: Db, reader: Person, owner: Person, *, now: datetime) -> None:
    """The reader's link for the person's new phone: the one that stands, or a new one in place of all others."""
    for pending in store.bringing_phone_of(db, owner.id):
        if pending.invited_by == reader.id and pending.usable(now):
            acts.reply(db, reader, InviteCard(pending.id), now=now)
            return
    invites.cancel_phones_of(db, owner.id, now=now)
    number = store.add(
        db,
        invited_by=reader.id,
        created_at=now,
        expires_at=now + VALID_FOR,
        token=secrets.token_urlsafe(TOKEN_BYTES),
        person_id=owner.id,
        organisation_id=owner.organisation_id,
    )
    audit.note(db, person=reader.id, act="phone_invited", subject=subject("person", owner.id), now=now)
    acts.reply(db, reader, InviteCard(number), now=now)


def _who_can_tell(db: Db, invite: Invite) -> list[Person]:
    """Whoever made the link, and the organisation's contacts."""
    return [
        member
        for member in people.members(db)
        if member.id == invite.invited_by or invite.organisation_id in member.contact_for
    ]


def _require_unknown(db: Db, chat: int, *, owner: int | None) -> None:
    """Raise Refusal for a chat that is somebody's already; one who declined or was turned away is nobody."""
    sitting = people.by_chat(db, chat)
    if sitting and sitting.id == owner:
        raise Refusal("refusal-same-phone")
    if sitting and (sitting.joined_at or not sitting.revoked_at):
        raise Refusal("refusal-phone-taken")


def _make_room(db: Db, chat: int, *, owner: int) -> None:
    _require_unknown(db, chat, owner=owner)
    sitting = people.by_chat(db, chat)
    if sitting:
        people.change(db, sitting.id, chat_id=None)


def _move(db: Db, owner: Person, chat: int, *, now: datetime) -> None:
    people.change(db, owner.id, chat_id=chat)
    reach.found(db, owner, now=now)
    membership.greet(db, people.by_id(db, owner.id), now=now)
    chats.move(db, owner.id, kinds=FOLLOWS, to=chat, since=now - FOLLOWS_FOR, now=now)


def _decided(db: Db, reader: Person, invite: Invite, act: str, *, now: datetime) -> None:
    about = subject("person", invite.person or 0)
    audit.note(db, person=reader.id, act=act, subject=about, now=now)
    outbox.touch(db, about, now=now)
    outbox.touch(db, subject("invite", invite.id), now=now)
