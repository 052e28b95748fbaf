"""Invites: from the first question to who came, and those who wait to be let in."""

from datetime import datetime, timedelta

from domain.invites import GROUP_VALID_FOR, VALID_FOR
from domain.people import Language, Person, Role
from domain.views import InviteCard, InvitePicture, Inviting, Joining, Notice, People, PersonCard, WaitingPeople
from services import approval, invites, joining
from storage import Db, organisations, people
from storage import invites as kept
from tests.cards.case import case
from tests.cards.newcomer import NEWCOMER, arriving, begun, invite_for_a_guard, steps
from tests.cards.stage import Stage
from tests.town import Member


@case
def it_begins_with_whom(stage: Stage) -> None:
    stage.look(Inviting())
    stage.look(Inviting(how_many=True))


@case
def an_invite_is_made_and_used(stage: Stage) -> None:
    invite = invite_for_a_guard(stage)
    stage.look(InviteCard(invite))
    stage.look(InvitePicture(invite))
    token = kept.by_id(stage.db, invite).token
    origin = arriving()
    joining.start(stage.db, origin, token=token, now=stage.now)
    for step in steps(stage, origin):
        step()
    stage.look(InviteCard(invite))


@case
def an_invite_is_withdrawn(stage: Stage) -> None:
    invite = invite_for_a_guard(stage)
    stage.act(invites.cancel, stage.maria, invite=invite)
    stage.look(InviteCard(invite))


@case
def an_invite_expires(stage: Stage) -> None:
    invite = invite_for_a_guard(stage)
    stage.now += VALID_FOR + timedelta(seconds=1)
    stage.look(InviteCard(invite))


@case
def there_are_many_organisations_to_choose_from(stage: Stage) -> None:
    for number in range(2 * invites.PAGE):
        stage.joins(Member(id=3000 + number, name="Kim Berg", role=Role.BUSINESS, organisation=f"Butik {number}"))
    invite = begun(stage)
    stage.act(invites.choose_role, stage.maria, invite=invite, role=Role.AUDITOR)
    for page in range(3):
        stage.look(InviteCard(invite, page))


@case
def a_duty_phone_is_invited(stage: Stage) -> None:
    stage.act(invites.begin, stage.maria, duty_phone=True)
    invite = kept.pending_of(stage.db, stage.maria.id)[-1].id
    stage.look(InviteCard(invite))
    stage.act(invites.choose_site, stage.maria, invite=invite, site="overby")
    stage.look(InviteCard(invite))
    organisation = stage.anna.organisation_id
    stage.act(invites.choose_organisation, stage.maria, invite=invite, organisation=organisation)
    stage.look(InviteCard(invite))
    _begins(stage, invite, NEWCOMER)
    joining.choose_language(stage.db, arriving(), language=Language.SV, now=stage.now)
    _looks_at_own_way_in(stage, NEWCOMER)


@case
def many_come_by_one_picture(stage: Stage) -> None:
    invite = _for_many(stage)
    stage.look(InviteCard(invite))
    stage.look(InvitePicture(invite))
    stage.look(WaitingPeople(invite))
    for number in range(1, approval.PAGE + 3):
        _says_yes(stage, invite, NEWCOMER + number)
        if number in (1, 2, approval.PAGE + 2):
            stage.look(InviteCard(invite))
            stage.look(WaitingPeople(invite))
    stage.look(WaitingPeople(invite, approval.PAGE))
    stage.look(WaitingPeople(invite, 2 * approval.PAGE))
    stage.look(People())
    last = approval.page(stage.db, stage.maria, invite=invite, after=0).last
    stage.act(approval.approve_all, stage.maria, invite=invite, after=0, last=last)
    stage.look(WaitingPeople(invite))
    stage.now += GROUP_VALID_FOR
    stage.look(InviteCard(invite))


@case
def one_who_waits_is_let_in_or_turned_away(stage: Stage) -> None:
    invite = _for_many(stage)
    organisations.change(stage.db, stage.anna.organisation_id, agreed_on=None)
    stage.look(InviteCard(invite))
    _says_yes(stage, invite, NEWCOMER)
    _looks_at_own_way_in(stage, NEWCOMER)
    newcomer = people.by_chat(stage.db, NEWCOMER)
    assert newcomer
    card = PersonCard(newcomer.id)
    stage.look(card)
    stage.act(approval.approve, stage.maria, person=newcomer.id, view=card)
    _looks_at_own_way_in(stage, NEWCOMER)
    stage.look(card)
    _says_yes(stage, invite, NEWCOMER + 1)
    other = people.by_chat(stage.db, NEWCOMER + 1)
    assert other
    stage.act(approval.deny, stage.maria, person=other.id, view=PersonCard(other.id))
    stage.look(PersonCard(other.id))
    for said in ("joining-denied", "answer-let-in", "answer-agreement-missing", "answer-denied"):
        stage.look(Notice(said))


@case
def a_single_one_waits_for_the_agreement(stage: Stage) -> None:
    invite = invite_for_a_guard(stage)
    organisations.change(stage.db, stage.anna.organisation_id, agreed_on=None)
    _says_yes(stage, invite, NEWCOMER)
    stage.look(InviteCard(invite))


@case
def a_member_needs_no_picture(stage: Stage) -> None:
    token = kept.by_id(stage.db, _for_many(stage)).token
    refused = stage.refused(_starts, stage.karin, token=token)
    assert refused
    stage.look(Notice(refused.text_id))


def _starts(db: Db, member: Person, *, token: str, now: datetime) -> None:
    joining.start(db, arriving(member.chat), token=token, now=now)


def _for_many(stage: Stage) -> int:
    stage.act(invites.begin, stage.maria, seats=20)
    invite = kept.pending_of(stage.db, stage.maria.id)[-1].id
    stage.look(InviteCard(invite))
    stage.act(invites.choose_role, stage.maria, invite=invite, role=Role.GUARD)
    stage.act(invites.choose_site, stage.maria, invite=invite, site="overby")
    organisation = stage.anna.organisation_id
    stage.act(invites.choose_organisation, stage.maria, invite=invite, organisation=organisation)
    return invite


def _begins(stage: Stage, invite: int, chat: int) -> None:
    joining.start(stage.db, arriving(chat), token=kept.by_id(stage.db, invite).token, now=stage.now)


def _says_yes(stage: Stage, invite: int, chat: int) -> None:
    _begins(stage, invite, chat)
    for step in steps(stage, arriving(chat)):
        step()


def _looks_at_own_way_in(stage: Stage, chat: int) -> None:
    newcomer = people.by_chat(stage.db, chat)
    assert newcomer
    assert stage.look_as(Joining(newcomer.id), newcomer)
