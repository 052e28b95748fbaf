"""Coming, being and going: joining, settings, what a role can do, people and invites."""

from collections.abc import Callable
from datetime import timedelta

from domain.invites import VALID_FOR
from domain.people import EVERY_SITE, Language, Role
from domain.redaction import PersonalData
from domain.views import (
    Farewell,
    Help,
    InviteCard,
    InvitePicture,
    Joining,
    Menu,
    People,
    PersonCard,
    Privacy,
    Removed,
    Settings,
    Welcome,
)
from services import invites, joining, reach
from services import people as members
from services.acts import Origin
from storage import invites as invites_kept
from storage import people
from tests.cards.case import case
from tests.cards.stage import Stage
from tests.town import MARIA, Member

NEWCOMER = 900


@case
def somebody_joins_step_by_step(stage: Stage) -> None:
    origin, newcomer = _arrives(stage)
    stage.look_as(Joining(newcomer), people.by_id(stage.db, newcomer))
    for step in _steps(stage, origin):
        step()
        assert stage.look_as(Joining(newcomer), people.by_id(stage.db, newcomer))


@case
def somebody_declines(stage: Stage) -> None:
    origin, newcomer = _arrives(stage)
    joining.decline(stage.db, origin, now=stage.now)
    assert stage.look_as(Joining(newcomer), people.by_id(stage.db, newcomer))


@case
def every_role_finds_what_it_can_do(stage: Stage) -> None:
    for view in (Welcome(), Menu(), Help(), Privacy(), Settings()):
        stage.look(view)


@case
def a_strangers_menu_is_empty(stage: Stage) -> None:
    leaving = stage.anna
    stage.act(members.revoke, stage.maria, person=leaving.id, page=0, card=None)
    assert stage.look_as(Menu(), stage.anna)
    assert stage.look_as(Farewell(), stage.anna)


@case
def somebody_who_is_at_many_sites(stage: Stage) -> None:
    stage.add_sites(15)
    for site in ("kungsgatan", "resecentrum", *(f"overby_{each}" for each in range(15)), EVERY_SITE):
        people.give_role(stage.db, stage.karin.id, site=site, role=Role.PROPERTY_OWNER)
        stage.look(People())
    stage.look(Welcome())
    stage.look(Settings())
    stage.look(People())
    stage.look(PersonCard(stage.karin.id))


@case
def personal_data_was_removed(stage: Stage) -> None:
    for kind in PersonalData:
        for count in (1, 2):
            stage.look(Removed((kind.value,) * count))
    stage.look(Removed(tuple(kind.value for kind in PersonalData) * 40))
    stage.look(Removed(tuple(kind.value for kind in PersonalData), kept=False))


@case
def people_are_listed(stage: Stage) -> None:
    for number in range(2 * members.PAGE):
        stage.joins(Member(id=2000 + number, name="Kim Berg", role=Role.GUARD))
    reach.lost(stage.db, stage.anna.chat, now=stage.now)
    for page in range(4):
        stage.look(People(page))


@case
def a_persons_card_goes_on_to_the_end(stage: Stage) -> None:
    person = stage.anna.id
    for revoking in (False, True):
        stage.look(PersonCard(person, revoking=revoking))
    reach.lost(stage.db, stage.anna.chat, now=stage.now)
    stage.look(PersonCard(person))
    stage.act(members.revoke, stage.maria, person=person, page=0, card=None)
    stage.look(PersonCard(person))
    assert stage.look_as(PersonCard(stage.karin.id), stage.maria)


@case
def an_invite_is_made_and_used(stage: Stage) -> None:
    invite = _invite_for_a_guard(stage)
    stage.look(InviteCard(invite))
    stage.look(InvitePicture(invite))
    token = invites_kept.by_id(stage.db, invite).token
    origin = Origin(seq=1, chat_id=NEWCOMER, message_id=None, is_tap=False)
    joining.start(stage.db, origin, token=token, now=stage.now)
    for step in _steps(stage, origin):
        step()
    stage.look(InviteCard(invite))


@case
def an_invite_is_withdrawn(stage: Stage) -> None:
    invite = _invite_for_a_guard(stage)
    stage.act(invites.cancel, stage.maria, invite=invite)
    stage.look(InviteCard(invite))


@case
def an_invite_expires(stage: Stage) -> None:
    invite = _invite_for_a_guard(stage)
    stage.now += VALID_FOR + timedelta(seconds=1)
    stage.look(InviteCard(invite))


@case
def there_are_many_organisations_to_choose_from(stage: Stage) -> None:
    for number in range(2 * invites.PAGE):
        stage.joins(Member(id=3000 + number, name="Kim Berg", role=Role.BUSINESS, organisation=f"Butik {number}"))
    invite = _begun(stage)
    stage.act(invites.choose_role, stage.maria, invite=invite, role=Role.AUDITOR)
    for page in range(3):
        stage.look(InviteCard(invite, page))


def _begun(stage: Stage) -> int:
    stage.act(invites.begin, stage.maria)
    return invites_kept.pending_of(stage.db, stage.maria.id)[-1].id


def _invite_for_a_guard(stage: Stage) -> int:
    """An invite whose link works, looked at on the way there."""
    invite = _begun(stage)
    stage.look(InviteCard(invite))
    stage.act(invites.choose_role, stage.maria, invite=invite, role=Role.GUARD)
    stage.look(InviteCard(invite))
    stage.act(invites.choose_site, stage.maria, invite=invite, site="overby")
    stage.look(InviteCard(invite))
    organisation = people.organisation_of(stage.db, stage.anna.id)
    stage.act(invites.choose_organisation, stage.maria, invite=invite, organisation=organisation)
    return invite


def _arrives(stage: Stage) -> tuple[Origin, int]:
    """Somebody has opened the link of an invite."""
    token = invites_kept.by_id(stage.db, _invite_for_a_guard(stage)).token
    origin = Origin(seq=1, chat_id=NEWCOMER, message_id=None, is_tap=False)
    joining.start(stage.db, origin, token=token, now=stage.now)
    newcomer = people.by_chat(stage.db, NEWCOMER)
    assert newcomer is not None
    return origin, newcomer.id


def _steps(stage: Stage, origin: Origin) -> list[Callable[[], None]]:
    """Language, name, terms."""
    name = stage.person(MARIA).name or "Kim Berg"
    return [
        lambda: joining.choose_language(stage.db, origin, language=Language.SV, now=stage.now),
        lambda: joining.take_name(stage.db, origin, name=name, now=stage.now),
        lambda: joining.accept(stage.db, origin, now=stage.now),
    ]
