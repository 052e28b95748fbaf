"""Coming, being and going: joining, settings, what a role can do, people and invites."""

from domain.people import EVERY_SITE, Role
from domain.reach import Unreachable
from domain.redaction import PersonalData
from domain.views import (
    Farewell,
    Help,
    Joining,
    Menu,
    NoContact,
    Notice,
    People,
    PersonCard,
    PostsCard,
    Privacy,
    Probe,
    ReachNews,
    Removed,
    Settings,
    Welcome,
)
from handlers.cards.reach import NAMED
from services import joining, posts, reach
from services import people as members
from storage import people
from tests.cards.case import case
from tests.cards.newcomer import arrives, steps
from tests.cards.stage import Stage
from tests.town import Member


@case
def somebody_joins_step_by_step(stage: Stage) -> None:
    origin, newcomer = arrives(stage)
    stage.look_as(Joining(newcomer), people.by_id(stage.db, newcomer))
    for step in steps(stage, origin):
        step()
        assert stage.look_as(Joining(newcomer), people.by_id(stage.db, newcomer))


@case
def somebody_declines(stage: Stage) -> None:
    origin, newcomer = arrives(stage)
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
    reach.lost(stage.db, stage.anna.chat, why=Unreachable.DEACTIVATED, now=stage.now)
    for page in range(4):
        stage.look(People(page))


@case
def who_cannot_be_reached_is_told_in_the_morning(stage: Stage) -> None:
    assert stage.look_as(Probe(), stage.anna)
    crowd = [Member(id=2000 + number, name="Kim Berg", role=Role.GUARD) for number in range(2 * NAMED)]
    for member in crowd:
        stage.joins(member)
    everybody = tuple(stage.person(member).id for member in crowd)
    for lost in (1, NAMED, NAMED + 1, 2 * NAMED):
        for member in crowd[:lost]:
            reach.lost(stage.db, member.id, why=Unreachable.DEACTIVATED, now=stage.now)
        stage.look(ReachNews(lost=everybody[:lost]))
        stage.look(ReachNews(lost=everybody[:lost], back=everybody[lost:]))
    for member in crowd:
        reach.found(stage.db, stage.person(member), now=stage.now)
        stage.look(ReachNews(back=everybody[: 1 + crowd.index(member)]))
    assert stage.look_as(ReachNews(back=everybody), stage.anna) == []


@case
def a_persons_card_goes_on_to_the_end(stage: Stage) -> None:
    person = stage.anna.id
    for revoking in (False, True):
        stage.look(PersonCard(person, revoking=revoking))
    for why in Unreachable:
        reach.lost(stage.db, stage.anna.chat, why=why, now=stage.now)
        stage.look(PersonCard(person))
    stage.act(members.revoke, stage.maria, person=person, page=0, card=None)
    stage.look(PersonCard(person))
    assert stage.look_as(PersonCard(stage.karin.id), stage.maria)


@case
def what_a_person_has_where_is_changed(stage: Stage) -> None:
    person = stage.anna.id
    for view in (PostsCard(person), PostsCard(person, adding=True), PostsCard(person, "overby")):
        stage.look(view)
    last = stage.refused(posts.take, stage.maria, post=PostsCard(person, "overby"))
    assert last
    stage.look(Notice(last.text_id))
    stage.act(posts.give, stage.maria, post=PostsCard(person, "kungsgatan"), role=Role.PARTNER)
    stage.look(PostsCard(person))
    stage.look(PostsCard(person, "kungsgatan"))
    stage.act(members.revoke, stage.maria, person=person, page=0, card=None)
    stage.look(PostsCard(person))


@case
def a_contact_lists_their_own(stage: Stage) -> None:
    people.change(stage.db, stage.anna.id, is_contact=True)
    stage.look(People())


@case
def an_organisations_last_contact_leaves(stage: Stage) -> None:
    people.change(stage.db, stage.anna.id, is_contact=True)
    stage.act(members.revoke, stage.maria, person=stage.anna.id, page=0, card=None)
    stage.look(NoContact(stage.anna.organisation_id))


@case
def what_is_answered_about_people(stage: Stage) -> None:
    for answer in ("answer-revoked", "answer-posts-changed"):
        stage.look(Notice(answer))
