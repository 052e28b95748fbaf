"""Nobody comes in by mixing invites, by an old list, or by what an inviter may give no longer."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from domain.deputies import Start
from domain.people import EVERY_ORGANISATION, EVERY_SITE, Language, Person, Role
from domain.refusals import InviteRefused, NotAllowed
from domain.views import PostsCard, WaitingPeople
from services import approval, contacts, deputies, invites, joining, posts, reading
from services import people as members
from services.acts import Origin
from storage import Db, people
from storage import deputies as deputyships
from storage import invites as kept
from tests.town import ANNA, KARIN, MARIA, Member, town_of

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
TOVE = Member(id=110, name="Tove Berg", role=Role.GUARD)
OSKAR = Member(id=108, name="Oskar Lund", role=Role.PARTNER, organisation="Trollhättans Stad")
PER = Member(id=106, name="Per Ahlgren", role=Role.PARTNER, organisation="Polisen")
EVA = 900


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of((ANNA, KARIN, MARIA, TOVE, OSKAR, PER), now=NOW) as connection:
        for contact in (TOVE, KARIN, OSKAR):
            people.change(connection, of(connection, contact.id).id, is_contact=True)
        yield connection


def of(db: Db, chat: int) -> Person:
    found = people.by_chat(db, chat)
    assert found is not None
    return found


def invites_to(db: Db, inviter: Member, role: Role = Role.GUARD, *, seats: int = 1) -> tuple[int, str]:
    """The number and the token of an invite that the inviter made to Överby or every site, for their organisation."""
    who = of(db, inviter.id)
    invites.begin(db, who, seats=seats, now=NOW)
    number = kept.pending_of(db, who.id)[-1].id
    invites.choose_role(db, who, invite=number, role=role, now=NOW)
    if role is not Role.STRATEGIST:
        invites.choose_site(db, who, invite=number, site="overby", now=NOW)
    if kept.by_id(db, number).token is None:
        invites.choose_organisation(db, who, invite=number, organisation=who.organisation_id, now=NOW)
    token = kept.by_id(db, number).token
    assert token
    return number, token


def opens(db: Db, token: str, *, chat: int = EVA) -> None:
    joining.start(db, origin(chat), token=token, now=NOW)


def accepts(db: Db, *, name: str = "Eva Ek") -> Person:
    """Eva takes the steps from the language to having said yes."""
    joining.choose_language(db, origin(EVA), language=Language.SV, now=NOW)
    joining.take_name(db, origin(EVA), name=name, now=NOW)
    joining.accept(db, origin(EVA), now=NOW)
    return of(db, EVA)


def origin(chat: int) -> Origin:
    return Origin(seq=1, chat_id=chat, message_id=None, is_tap=False)


def test_a_link_to_one_organisation_lets_nobody_into_another(db: Db) -> None:
    many, picture = invites_to(db, TOVE, seats=5)
    _, link = invites_to(db, KARIN, Role.CENTRE_MANAGER)
    opens(db, link)
    opens(db, picture)
    eva = accepts(db)
    assert (eva.organisation, eva.is_waiting, dict(eva.roles)) == (TOVE.organisation, True, {"overby": Role.GUARD})
    assert kept.by_id(db, many).used == 1
    opens(db, link, chat=901)  # she keeps no seat of the link


def test_who_comes_back_by_a_link_uses_the_link(db: Db) -> None:
    single, link = invites_to(db, TOVE)
    many, picture = invites_to(db, TOVE, seats=5)
    opens(db, picture)
    eva = accepts(db)
    approval.approve(db, of(db, TOVE.id), person=eva.id, view=WaitingPeople(many, 0), now=NOW)
    members.revoke(db, of(db, TOVE.id), person=eva.id, page=0, now=NOW, card=None)
    opens(db, link)
    assert accepts(db).is_member
    assert kept.by_id(db, single).used == 1


def test_who_was_turned_away_is_not_listed_when_they_wait_elsewhere(db: Db) -> None:
    ours, picture = invites_to(db, TOVE, seats=5)
    theirs, another = invites_to(db, KARIN, seats=5)
    opens(db, picture)
    eva = accepts(db)
    approval.deny(db, of(db, TOVE.id), person=eva.id, view=WaitingPeople(ours, 0), now=NOW)
    opens(db, another)
    accepts(db, name="Eva Hemlig")
    assert not approval.page(db, of(db, TOVE.id), invite=ours, after=0).people
    assert [each.person.name for each in approval.waiting_of(db, theirs)] == ["Eva Hemlig"]


def test_a_deputys_invite_to_strategist_ends_with_the_deputyship(db: Db) -> None:
    deputies.name(db, of(db, MARIA.id), deputy=of(db, OSKAR.id).id, start=Start.NOW, days=1, now=NOW, card=None)
    _, link = invites_to(db, OSKAR, Role.STRATEGIST)
    oskar = of(db, OSKAR.id)
    invites.begin(db, oskar, now=NOW)
    unfinished = kept.pending_of(db, oskar.id)[-1].id
    invites.choose_role(db, oskar, invite=unfinished, role=Role.STRATEGIST, now=NOW)
    standing = deputyships.of(db, of(db, MARIA.id).id)
    assert standing
    deputies.end(db, of(db, MARIA.id), deputyship=standing.id, now=NOW, card=None)
    with pytest.raises(InviteRefused):
        opens(db, link)
    oskar = of(db, OSKAR.id)
    with pytest.raises(NotAllowed):
        invites.choose_organisation(db, oskar, invite=unfinished, organisation=oskar.organisation_id, now=NOW)


def test_a_deputy_named_for_now_does_not_wait_until_tomorrow(db: Db) -> None:
    anna, tove = of(db, ANNA.id), of(db, TOVE.id)
    for start, days in ((Start.TOMORROW, 1), (Start.NOW, 2), (Start.NOW, 2)):
        deputies.name(db, anna, deputy=tove.id, start=start, days=days, now=NOW, card=None)
    standing = deputyships.of(db, anna.id)
    assert standing
    assert standing.active
    assert standing.id == 2


def test_a_member_who_becomes_strategist_reads_all_texts_and_a_deputy_of_one_does_not(db: Db) -> None:
    deputies.name(db, of(db, MARIA.id), deputy=of(db, OSKAR.id).id, start=Start.NOW, days=1, now=NOW, card=None)
    _, partners = invites_to(db, MARIA, Role.PARTNER)
    opens(db, partners, chat=OSKAR.id)
    assert not of(db, OSKAR.id).reads
    _, strategists = invites_to(db, MARIA, Role.STRATEGIST)
    opens(db, strategists, chat=OSKAR.id)
    assert of(db, OSKAR.id).reads == {EVERY_ORGANISATION}
    assert EVERY_SITE in of(db, OSKAR.id).roles


def test_who_has_not_said_yes_is_given_no_post(db: Db) -> None:
    _, picture = invites_to(db, TOVE, seats=5)
    opens(db, picture)
    tove = of(db, TOVE.id)
    contacts.add_named(db, tove, organisation=tove.organisation_id, name="Bo Ek", now=NOW)
    named = next(each for each in people.of_organisation(db, tove.organisation_id) if each.is_only_named)
    for person in (of(db, EVA), named):
        with pytest.raises(NotAllowed):
            posts.give(db, tove, post=PostsCard(person.id, "overby"), role=Role.PARTNER, now=NOW)


def test_rights_to_read_end_with_the_last_post_they_are_given_with(db: Db) -> None:
    per = of(db, PER.id)
    reading.name_police(db, of(db, MARIA.id), person=per.id, wanted=True, now=NOW)
    posts.give(db, of(db, MARIA.id), post=PostsCard(per.id, "kungsgatan"), role=Role.GUARD, now=NOW)
    assert of(db, PER.id).is_police
    posts.give(db, of(db, MARIA.id), post=PostsCard(per.id, "overby"), role=Role.BUSINESS, now=NOW)
    assert (of(db, PER.id).reads, of(db, PER.id).is_police) == (frozenset(), False)
