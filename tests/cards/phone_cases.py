"""A phone is lost, and the new one is claimed."""

from domain.people import Role
from domain.refusals import Refusal
from domain.views import InviteCard, InvitePicture, Notice, People, PersonCard, PhoneClaim, PhoneLeft
from services import joining, phones
from storage import invites as kept
from storage import people
from tests.cards.case import case
from tests.cards.newcomer import arriving
from tests.cards.stage import Stage
from tests.town import Member

NEW_PHONE = 901
KIM = Member(id=902, name="Kim Berg", role=Role.GUARD)


@case
def a_lost_phone_is_replaced(stage: Stage) -> None:
    invite = _lost(stage)
    stage.look(InviteCard(invite))
    stage.look(InvitePicture(invite))
    _claim(stage, invite)
    stage.look(InviteCard(invite))
    stage.look(PhoneClaim(invite))
    stage.act(phones.confirm, stage.maria, invite=invite)
    stage.look(PhoneClaim(invite))
    stage.look(InviteCard(invite))
    for said in ("phone-claimed", "answer-phone-lost", "answer-phone-confirmed"):
        stage.look(Notice(said))


@case
def a_claim_is_denied(stage: Stage) -> None:
    invite = _lost(stage)
    _claim(stage, invite)
    stage.act(phones.deny, stage.maria, invite=invite)
    stage.look(PhoneClaim(invite))
    stage.look(InviteCard(invite))
    for said in ("phone-denied", "answer-phone-denied"):
        stage.look(Notice(said))


@case
def a_new_phone_is_nobodys_yet(stage: Stage) -> None:
    own = stage.refused(phones.lose, stage.maria, person=stage.maria.id, page=0)
    stage.act(phones.change, stage.maria, person=stage.anna.id)
    invite = kept.bringing_phone_of(stage.db, stage.anna.id)[0].id
    same, taken = _refused_claim(stage, invite, stage.anna.chat), _refused_claim(stage, invite, stage.karin.chat)
    for refusal in (own, same, taken):
        assert refusal
        stage.look(Notice(refusal.text_id))


def _lost(stage: Stage) -> int:
    stage.joins(KIM)
    kim = stage.person(KIM).id
    stage.look(PersonCard(kim, losing=True))
    stage.act(phones.lose, stage.maria, person=kim, page=0)
    assert stage.look_as(PhoneLeft(), people.by_id(stage.db, kim))
    stage.look(PersonCard(kim))
    stage.look(People())
    return kept.bringing_phone_of(stage.db, kim)[0].id


def _claim(stage: Stage, invite: int, chat: int = NEW_PHONE) -> None:
    name, token = stage.written.name or "Anna L", kept.by_id(stage.db, invite).token
    joining.start(stage.db, arriving(chat), token=token, telegram_name=name, now=stage.now)


def _refused_claim(stage: Stage, invite: int, chat: int) -> Refusal | None:
    try:
        _claim(stage, invite, chat)
    except Refusal as refusal:
        return refusal
    return None
