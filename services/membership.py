"""From invite to membership: language, name, what this is and is not, accepted."""

from datetime import datetime

from domain.expectations import Question
from domain.invites import Invite
from domain.people import EVERY_SITE, Language, Person, Role, tidy_name
from domain.refusals import InviteRefused, NotAllowed, Refusal, Stale, Stranger
from domain.views import Joining, Menu, Notice, Welcome, subject
from services import acts, questions
from services.acts import Origin
from storage import Db, invites, organisations, outbox, people


def start(db: Db, origin: Origin, *, token: str | None, now: datetime) -> None:
    """What /start does: take up an invite, go on with joining, or greet a member. Raises Stranger and Refusal."""
    person = people.by_chat(db, origin.chat_id)
    if token:
        _take_up(db, origin, person, _usable(db, token, person, now=now), now=now)
    elif person and person.is_member:
        _greet(db, person, now=now)
    elif person and not person.revoked_at:
        acts.reply(db, person, Joining(person.id), now=now)
    else:
        raise Stranger


def choose_language(db: Db, origin: Origin, *, language: Language, now: datetime) -> None:
    """Speak this language from now on; menu and keyboard of a member follow."""
    person = _known(db, origin)
    people.change(db, person.id, language=language)
    if person.is_member:
        _greet(db, people.by_id(db, person.id), now=now)
        acts.redraw(db, origin.chat_id, origin.message_id or 0, now=now)
    else:
        _go_on(db, person, now=now)


def take_name(db: Db, origin: Origin, *, name: str, now: datetime) -> None:
    """Call the person this. Raises Refusal when nothing readable is left of it or personal data was taken out."""
    person = _known(db, origin)
    tidy = tidy_name(name)
    if not tidy or origin.removed:
        raise Refusal("refusal-name")
    people.change(db, person.id, name=tidy, expects=None)
    if person.is_member:
        acts.reply(db, people.by_id(db, person.id), Notice("name-changed"), now=now)
    else:
        _go_on(db, person, now=now)


def accept(db: Db, origin: Origin, *, now: datetime) -> None:
    """Accept the terms: the invite's role is given and the invite is used up. Accepted twice, it is still once."""
    person = _known(db, origin)
    if person.is_member:
        return
    invite = _bound_invite(db, person, now=now)
    if not (person.name and person.language):
        raise Stale
    people.change(db, person.id, accepted_at=now, expects=None)
    _give(db, person, invite, now=now)
    let_in(db, person.id, now=now)
    _go_on(db, person, now=now)
    _greet(db, people.by_id(db, person.id), now=now)


def activate(db: Db, person: int, *, now: datetime) -> None:
    """Let in who waits for nothing any longer: they said yes, were approved, and their organisation has an agreement.

    Those who answer for every site need none. Anybody else is left as they are, members too.
    """
    waiting = people.by_id(db, person)
    if waiting.is_waiting and waiting.approved_at and has_agreement(db, waiting):
        let_in(db, person, now=now)
        outbox.touch(db, subject("person", person), now=now)
        _greet(db, people.by_id(db, person), now=now)


def has_agreement(db: Db, person: Person) -> bool:
    """Whether the person's organisation has signed one, or they answer for every site and need none."""
    return EVERY_SITE in person.roles or organisations.by_id(db, person.organisation_id).agreed_on is not None


def let_in(db: Db, person: int, *, now: datetime) -> None:
    """Make a member of somebody who has said yes; a strategist may read the texts of all organisations."""
    people.change(db, person, approved_at=now, joined_at=now)
    if people.by_id(db, person).has(Role.STRATEGIST):
        people.add_text_right(db, person, organisation=None, given_by=None, now=now)


def decline(db: Db, origin: Origin, *, now: datetime) -> None:
    """Say no: the invite can be used by somebody else, and nothing is kept but that it was declined."""
    person = _known(db, origin)
    if person.is_member:
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


def reachable(db: Db, origin: Origin, *, blocked: bool, now: datetime) -> None:
    """The person blocked the bot, or let it write again."""
    person = people.by_chat(db, origin.chat_id)
    if person:
        people.change(db, person.id, unreachable_since=now if blocked else None)


def _usable(db: Db, token: str, person: Person | None, *, now: datetime) -> Invite:
    invite = invites.by_token(db, token)
    if invite is None or not invite.usable(now):
        raise InviteRefused
    has_a_seat = person is not None and person.id in invites.people_of(db, invite.id)
    if invite.taken >= invite.seats and not has_a_seat:
        raise InviteRefused
    if person and invite.invited_by == person.id:
        raise Refusal("refusal-own-invite")
    return invite


def _take_up(db: Db, origin: Origin, person: Person | None, invite: Invite, *, now: datetime) -> None:
    if person and person.is_member:
        _give(db, person, invite, now=now)
        _greet(db, people.by_id(db, person.id), now=now)
        return
    joining = person.id if person else _add(db, origin, invite, now=now)
    people.take_roles(db, joining)
    columns = {"organisation_id": invite.organisation_id, "accepted_at": None, "joined_at": None, "revoked_at": None}
    people.change(db, joining, unreachable_since=None, expects=None, **columns)
    invites.take(db, invite.id, person=joining, now=now)
    acts.reply(db, people.by_id(db, joining), Joining(joining), now=now)


def _add(db: Db, origin: Origin, invite: Invite, *, now: datetime) -> int:
    if invite.organisation_id is None:
        raise InviteRefused
    return people.add(db, chat_id=origin.chat_id, organisation=invite.organisation_id, now=now)


def _bound_invite(db: Db, person: Person, *, now: datetime) -> Invite:
    usable = [invite for invite in invites.taken_by(db, person.id) if invite.usable(now)]
    if not usable:
        raise InviteRefused
    return usable[-1]


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


def _greet(db: Db, person: Person, *, now: datetime) -> None:
    acts.reply(db, person, Menu(), now=now)
    acts.reply(db, person, Welcome(), now=now)
