"""Invites: for whom, step by step on the inviter's card, then a link for one person, or one picture for many."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.expectations import Expectation, Question
from domain.invites import FOR_A_SITE, FOR_EVERY_SITE, GROUP_SIZES, TOKEN_BYTES, VALID_FOR, Invite
from domain.pages import nearest
from domain.people import EVERY_SITE, ORGANISATION_LENGTH, Person, Role, tidy
from domain.redaction import MARKS
from domain.refusals import NotAllowed, Refusal, Stale
from domain.rights import Act
from domain.views import InviteCard, InvitePicture, Inviting, subject
from domain.vocabulary import Site
from services import acts, questions
from storage import Db, audit, organisations, outbox, people, vocabulary
from storage import invites as store

PAGE = 8
"""Organisations on one page to choose from."""


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """Organisations by id."""

    names: dict[int, str]
    page: int
    pages: int


def issue(db: Db, *, role: Role, site: str | None, organisation: str, invited_by: int | None, now: datetime) -> str:
    """Make an invite in one go, without a card. Returns its token; raises Refusal for a site or name that won't do."""
    if role not in FOR_EVERY_SITE and site not in {each.key for each in our_sites(db)}:
        raise Refusal("refusal-invite-site", site=site or "-")
    if role in FOR_EVERY_SITE and site not in (None, EVERY_SITE):
        raise Refusal("refusal-invite-every-site", role=role.value)
    named = organisations.id_of(db, _organisation_name(organisation))
    where = EVERY_SITE if role in FOR_EVERY_SITE else site
    expires_at = now + VALID_FOR
    number = store.add(db, invited_by=invited_by, created_at=now, expires_at=expires_at, role=role, site=where)
    return _complete(db, store.by_id(db, number), organisation=named, now=now)


def waits_for_agreement(db: Db, token: str) -> str | None:
    """The organisation whose agreement whoever takes up the invite will have to wait for, or None."""
    invite = store.by_token(db, token)
    if invite is None or invite.role in FOR_EVERY_SITE or invite.organisation_id is None:
        return None
    found = organisations.by_id(db, invite.organisation_id)
    return found.name if found.agreed_on is None else None


def own(db: Db, reader: Person, invite: int) -> Invite:
    """The reader's own invite: its link is shown to nobody else. Raises NotAllowed."""
    rights.require(reader, Act.MANAGE_PEOPLE)
    found = store.find(db, invite)
    if found is None or found.invited_by != reader.id:
        raise NotAllowed
    rights.require(reader, Act.MANAGE_PEOPLE, organisation=found.organisation_id)
    return found


def our_sites(db: Db) -> list[Site]:
    """The sites that somebody can be invited to; neighbours without places are no sites of ours."""
    return vocabulary.load(db).own_sites


def roles_for(inviter: Person, invite: Invite) -> tuple[Role, ...]:
    """The roles that the inviter can choose from."""
    return tuple(Role) if _oversees(inviter) and not invite.is_for_many else FOR_A_SITE


def organisation_page(db: Db, inviter: Person, page: int, *, now: datetime) -> OrganisationPage:
    """A page of the organisations that the inviter can invite to, by name."""
    known = [
        (each.id, each.name)
        for each in organisations.in_use(db, now)
        if rights.may(inviter, Act.MANAGE_PEOPLE, organisation=each.id)
    ]
    page, pages = nearest(page, len(known), size=PAGE)
    return OrganisationPage(dict(known[page * PAGE : (page + 1) * PAGE]), page, pages)


def ask_for_whom(db: Db, inviter: Person, *, how_many: bool = False, now: datetime, card: int | None = None) -> None:
    """Ask whom to invite, or how many; nothing is begun yet."""
    rights.require(inviter, Act.MANAGE_PEOPLE)
    acts.turn(db, inviter, Inviting(how_many), card=card, now=now)


def begin(
    db: Db, inviter: Person, *, seats: int = 1, duty_phone: bool = False, now: datetime, card: int | None = None
) -> None:
    """Open a card for a new invite. One that was begun and not finished makes way for it."""
    rights.require(inviter, Act.MANAGE_PEOPLE)
    if seats not in (1, *GROUP_SIZES) or (duty_phone and seats != 1):
        raise Stale
    for unfinished in store.pending_of(db, inviter.id):
        if unfinished.token is None:
            store.change(db, unfinished.id, cancelled_at=now)
            outbox.erase(db, subject("invite", unfinished.id), kind=InviteCard, now=now)
    _stop_asking(db, inviter)
    number = store.add(
        db,
        invited_by=inviter.id,
        created_at=now,
        expires_at=now + VALID_FOR,
        seats=seats,
        duty_phone=duty_phone,
        role=Role.GUARD if duty_phone else None,
        organisation_id=_only_organisation(inviter),
    )
    acts.turn(db, inviter, InviteCard(number), card=card, now=now)


def show(db: Db, inviter: Person, *, invite: int, now: datetime, card: int | None = None) -> None:
    own(db, inviter, invite)
    acts.turn(db, inviter, InviteCard(invite), card=card, now=now)


def choose_role(db: Db, inviter: Person, *, invite: int, role: Role, now: datetime) -> None:
    """Set the role; one that is held for every site is asked for no site."""
    found = _unfinished(db, inviter, invite)
    if role not in roles_for(inviter, found):
        raise NotAllowed
    if found.duty_phone:
        raise Stale
    _change(db, invite, now=now, role=role, site=EVERY_SITE if role in FOR_EVERY_SITE else None)


def choose_site(db: Db, inviter: Person, *, invite: int, site: str, now: datetime) -> None:
    """Set the site, which completes the invite of a contact, who invites to one organisation only."""
    if _is_done(own(db, inviter, invite), site=site):
        return
    found = _unfinished(db, inviter, invite)
    if found.role is None or found.role in FOR_EVERY_SITE or site not in {each.key for each in our_sites(db)}:
        raise Stale
    _change(db, invite, now=now, site=site)
    if found.organisation_id is not None:
        _finish(db, inviter, invite, organisation=found.organisation_id, now=now)


def choose_organisation(db: Db, inviter: Person, *, invite: int, organisation: int, now: datetime) -> None:
    """Set the organisation, which completes the invite: from now on its link works."""
    if _is_done(own(db, inviter, invite), organisation_id=organisation):
        return
    rights.require(inviter, Act.MANAGE_PEOPLE, organisation=organisation)
    if organisation not in {each.id for each in organisations.everyone(db)}:
        raise Stale
    _finish(db, inviter, invite, organisation=organisation, now=now)


def turn_organisations(db: Db, inviter: Person, *, invite: int, page: int, now: datetime, card: int | None) -> None:
    _unfinished(db, inviter, invite)
    acts.turn(db, inviter, InviteCard(invite, page), card=card, now=now)


def ask_organisation(db: Db, inviter: Person, *, invite: int, now: datetime) -> None:
    """Take the inviter's next text as the name of a new organisation."""
    rights.require(inviter, Act.MANAGE_ORGANISATIONS)
    _placed(_unfinished(db, inviter, invite))
    questions.ask(db, inviter, Question.ORGANISATION, invite, now=now)


def name_organisation(db: Db, inviter: Person, *, invite: int, name: str, now: datetime) -> None:
    """Complete the invite with an organisation of that name. Raises Refusal for an empty or too long one."""
    rights.require(inviter, Act.MANAGE_ORGANISATIONS)
    _unfinished(db, inviter, invite)
    organisation = organisations.id_of(db, _organisation_name(name))
    _finish(db, inviter, invite, organisation=organisation, now=now)


def step_back(db: Db, inviter: Person, *, invite: int, now: datetime) -> None:
    """Ask the question before once more."""
    found = _unfinished(db, inviter, invite)
    keeps_role = found.duty_phone or (found.site is not None and found.role not in FOR_EVERY_SITE)
    _change(db, invite, now=now, role=found.role if keeps_role else None, site=None)
    _stop_asking(db, inviter)


def show_picture(db: Db, inviter: Person, *, invite: int, now: datetime) -> None:
    """Send the link as a QR picture, below everything else in the chat."""
    if not own(db, inviter, invite).token:
        raise Stale
    outbox.erase(db, subject("invite", invite), kind=InvitePicture, now=now)
    acts.reply(db, inviter, InvitePicture(invite), now=now)


def cancel(db: Db, inviter: Person, *, invite: int, now: datetime) -> None:
    """Make the link worthless. Cancelled twice, it is still once; one that was used stays used."""
    found = own(db, inviter, invite)
    if found.is_used_up:
        raise Stale
    if found.cancelled_at is None:
        _change(db, invite, now=now, cancelled_at=now, token=None, claimed_chat=None, claimed_name=None)
        _stop_asking(db, inviter)


def cancel_all_of(db: Db, inviter: Person, *, now: datetime) -> None:
    """Make all links of somebody worthless who may not invite any longer."""
    for pending in store.pending_of(db, inviter.id):
        _change(db, pending.id, now=now, cancelled_at=now, token=None, claimed_chat=None, claimed_name=None)


def cancel_phones_of(db: Db, person: int, *, now: datetime) -> None:
    """Make all links for a new phone of the person worthless, whoever made them, and drop what was claimed by one."""
    for pending in store.bringing_phone_of(db, person):
        _change(db, pending.id, now=now, cancelled_at=now, token=None, claimed_chat=None, claimed_name=None)


def _oversees(inviter: Person) -> bool:
    return rights.may(inviter, Act.MANAGE_ORGANISATIONS)


def _only_organisation(inviter: Person) -> int | None:
    """The organisation of a contact, who is not asked for it; who can choose from several is."""
    theirs = tuple(inviter.contact_for)
    return theirs[0] if len(theirs) == 1 and not _oversees(inviter) else None


def _unfinished(db: Db, inviter: Person, invite: int) -> Invite:
    found = own(db, inviter, invite)
    if found.token or found.is_used_up or found.cancelled_at:
        raise Stale
    return found


def _placed(invite: Invite) -> None:
    if invite.role is None or invite.site is None:
        raise Stale


def _is_done(invite: Invite, **chosen: object) -> bool:
    """Whether the invite was completed with just that choice: a button tapped twice."""
    return invite.token is not None and all(getattr(invite, name) == value for name, value in chosen.items())


def _finish(db: Db, inviter: Person, invite: int, *, organisation: int, now: datetime) -> None:
    found = _unfinished(db, inviter, invite)
    _placed(found)
    if found.role not in roles_for(inviter, found):  # chosen while they stood in for a strategist
        raise NotAllowed
    _complete(db, found, organisation=organisation, now=now)
    if found.is_for_many:
        acts.reply(db, inviter, InvitePicture(invite), now=now)
    _stop_asking(db, inviter)
    audit.note(db, person=inviter.id, act="person_invited", subject=subject("invite", invite), now=now)
    outbox.touch(db, subject("invite", invite), now=now)


def _complete(db: Db, invite: Invite, *, organisation: int, now: datetime) -> str:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    store.change(db, invite.id, token=token, organisation_id=organisation, expires_at=now + invite.valid_for)
    return token


def _change(db: Db, invite: int, *, now: datetime, **columns: object) -> None:
    store.change(db, invite, **columns)
    outbox.touch(db, subject("invite", invite), now=now)


def _stop_asking(db: Db, inviter: Person) -> None:
    asked = Expectation.decode(people.by_id(db, inviter.id).expects)
    if asked and asked.question is Question.ORGANISATION:
        people.change(db, inviter.id, expects=None)


def _organisation_name(raw: str) -> str:
    """The name as it is kept. Raises Refusal when it is empty, too long or lost personal data on its way in."""
    name = tidy(raw)
    if not name or len(name) > ORGANISATION_LENGTH or any(mark in name for mark in MARKS.values()):
        raise Refusal("refusal-organisation", limit=ORGANISATION_LENGTH)
    return name
