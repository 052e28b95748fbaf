"""From an invite to having said yes: language, name, what this is and is not, accepted."""

from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.invites import FOR_EVERY_SITE, Invite
from domain.people import EVERY_SITE, Language, Person, tidy_name
from domain.refusals import InviteRefused, NotAllowed, Refusal, Stale, Stranger
from domain.rights import Act
from domain.views import Joining, Notice, subject
from services import acts, membership, phones, questions, reading
from services.acts import Origin
from storage import Db, invites, outbox, people


def start(db: Db, origin: Origin, *, token: str | None, now: datetime, telegram_name: str = "") -> None:
    """What /start does: take up an invite, go on with joining, or greet a member. Raises Stranger and Refusal."""
    person = people.by_chat(db, origin.chat_id)
    if token:
        _take_up(db, origin, _usable(db, token, person, now=now), telegram_name=telegram_name, now=now)
    elif person and person.is_member:
        membership.greet(db, person, now=now)
    elif person and not person.revoked_at:
        acts.reply(db, person, Joining(person.id), now=now)
    else:
        raise Stranger


def choose_language(db: Db, origin: Origin, *, language: Language, now: datetime) -> None:
    """Speak this language from now on; menu and keyboard of a member follow."""
    person = _known(db, origin)
    people.change(db, person.id, language=language)
    if person.is_member:
        membership.greet(db, people.by_id(db, person.id), now=now)
        acts.redraw(db, origin.chat_id, origin.message_id or 0, now=now)
    else:
        _go_on(db, person, now=now)


def take_name(db: Db, origin: Origin, *, name: str, now: datetime) -> None:
    """Call the person this. Raises Refusal when nothing readable is left of it or personal data was taken out.

    Who waits keeps the name that the contact was shown.
    """
    person = _known(db, origin)
    tidy = tidy_name(name)
    if person.is_waiting:
        raise Stale
    if not tidy or origin.removed:
        raise Refusal("refusal-name")
    people.change(db, person.id, name=tidy, expects=None)
    if person.is_member:
        acts.reply(db, people.by_id(db, person.id), Notice("name-changed"), now=now)
    else:
        _go_on(db, person, now=now)


def accept(db: Db, origin: Origin, *, now: datetime) -> None:
    """Accept the terms: the invite's role is given and a seat of it used up. Accepted twice, it is still once.

    Whoever made a link for one person has vouched for them; who scanned a picture for many waits to be approved.
    """
    person = _known(db, origin)
    if person.is_member or person.is_waiting:
        return
    invite = _bound_invite(db, person, now=now)
    if not (person.name and person.language):
        raise Stale
    people.change(db, person.id, accepted_at=now, expects=None)
    _give(db, person, invite, now=now)
    if not invite.is_for_many:
        people.change(db, person.id, approved_at=now, approved_by=invite.invited_by)
    membership.activate(db, person.id, now=now)
    _go_on(db, person, now=now)


def decline(db: Db, origin: Origin, *, now: datetime) -> None:
    """Say no: the invite can be used by somebody else, and nothing is kept but that it was declined."""
    person = _known(db, origin)
    if person.is_member or person.is_waiting:
        raise Stale
    people.change(db, person.id, revoked_at=now, name=None, expects=None)
    invites.give_back(db, person.id)
    _go_on(db, person, now=now)


def ask_name(db: Db, person: Person, *, now: datetime) -> None:
    """Take the member's next text as their name."""
    questions.ask(db, person, Question.NAME, person.id, now=now)
    acts.reply(db, person, Notice("ask-name"), now=now)


def joining(db: Db, reader: Person, person: int) -> Person:
    """The person who is joining, for their own card only. Raises NotAllowed."""
    if reader.id != person:
        raise NotAllowed
    return people.by_id(db, person)


def _usable(db: Db, token: str, person: Person | None, *, now: datetime) -> Invite:
    invite = invites.by_token(db, token)
    if invite is None or not _stands(db, invite, now=now):
        raise InviteRefused
    has_a_seat = person is not None and person.id in invites.people_of(db, invite.id)
    if invite.is_full and not has_a_seat:
        raise InviteRefused
    if person and invite.invited_by == person.id:
        raise Refusal("refusal-own-invite")
    return invite


def _stands(db: Db, invite: Invite, *, now: datetime) -> bool:
    """Whether it can be used, and whoever made it might still make it; one from the command line is nobody's."""
    if not invite.usable(now):
        return False
    if invite.invited_by is None:
        return True
    inviter = people.by_id(db, invite.invited_by)
    if invite.role in FOR_EVERY_SITE:
        return rights.may(inviter, Act.MANAGE_ORGANISATIONS)
    return rights.may(inviter, Act.MANAGE_PEOPLE, organisation=invite.organisation_id)


def _take_up(db: Db, origin: Origin, invite: Invite, *, telegram_name: str, now: datetime) -> None:
    person = people.by_chat(db, origin.chat_id)
    if invite.person is not None:
        phones.claim(db, origin, invite, telegram_name=telegram_name, now=now)
    elif person and person.is_member:
        _add_post(db, person, invite, now=now)
    elif person and person.is_waiting:
        acts.reply(db, person, Joining(person.id), now=now)
    else:
        _begin(db, origin, person, invite, now=now)


def _add_post(db: Db, person: Person, invite: Invite, *, now: datetime) -> None:
    """A member gets one more role from their own organisation; nobody comes to another without leaving theirs."""
    if invite.organisation_id != person.organisation_id or invite.is_for_many or invite.duty_phone:
        raise Refusal("refusal-already-member")
    _give(db, person, invite, now=now)
    membership.let_strategist_read(db, person.id, now=now)
    reading.end_without_post(db, person.id, by=invite.invited_by or person.id, now=now)
    reading.redraw(db, person.id, now=now)
    membership.greet(db, people.by_id(db, person.id), now=now)


def _begin(db: Db, origin: Origin, person: Person | None, invite: Invite, *, now: datetime) -> None:
    if person and person.id in invites.joined_by(db, invite.id):  # was turned away, or was in and had to leave
        raise InviteRefused
    if invite.organisation_id is None:
        raise InviteRefused
    organisation = invite.organisation_id
    joining = person.id if person else people.add(db, chat_id=origin.chat_id, organisation=organisation, now=now)
    people.take_roles(db, joining)
    answers = ("accepted_at", "approved_at", "approved_by", "joined_at", "revoked_at")
    afresh = dict.fromkeys((*answers, "unreachable_since", "unreachable_why", "expects"))
    columns = {"organisation_id": organisation, "is_duty_phone": invite.duty_phone}
    people.change(db, joining, **columns, **afresh)
    invites.give_back(db, joining)  # one seat at a time: with two, one organisation's would let into the other
    invites.take(db, invite.id, person=joining, now=now)
    acts.reply(db, people.by_id(db, joining), Joining(joining), now=now)


def _bound_invite(db: Db, person: Person, *, now: datetime) -> Invite:
    invite = invites.begun_by(db, person.id)
    if invite is None or not _stands(db, invite, now=now):
        raise InviteRefused
    return invite


def _give(db: Db, person: Person, invite: Invite, *, now: datetime) -> None:
    if invite.role is None:
        raise InviteRefused
    people.give_role(db, person.id, site=invite.site or EVERY_SITE, role=invite.role)
    invites.use(db, invite.id, person=person.id, now=now)
    outbox.touch(db, subject("invite", invite.id), now=now)


def _known(db: Db, origin: Origin) -> Person:
    person = people.by_chat(db, origin.chat_id)
    if person is None or person.revoked_at:
        raise Stranger
    return person


def _go_on(db: Db, person: Person, *, now: datetime) -> None:
    """Turn the joining card to its next step; a name is asked for in words."""
    fresh = people.by_id(db, person.id)
    if fresh.language and not fresh.name:
        questions.ask(db, person, Question.NAME, person.id, now=now)
    outbox.touch(db, subject("person", person.id), now=now)
