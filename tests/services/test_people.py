"""Rules of invites and memberships, asked of the services directly."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.invites import VALID_FOR
from domain.people import EVERY_SITE, Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.sending import Priority, State
from domain.views import InviteCard, ReportPush
from services import drafts, invites
from services import people as members
from storage import Db, delivery, outbox, people
from storage import invites as invites_kept
from storage import reports as report_store
from storage.tables import audit, messages
from tests.town import ANNA, KARIN, MARIA, Member, join, town_of

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
ELIN = Member(id=106, name="Elin Nord", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad")


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of((ANNA, KARIN, MARIA), now=NOW) as connection:
        yield connection


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def begun_by(db: Db, inviter: Person) -> int:
    invites.begin(db, inviter, now=NOW)
    return invites_kept.pending_of(db, inviter.id)[-1].id


def invited_by(db: Db, inviter: Person, *, organisation: str = "Trygg Bevakning") -> int:
    number = begun_by(db, inviter)
    invites.choose_role(db, inviter, invite=number, role=Role.GUARD, now=NOW)
    invites.choose_site(db, inviter, invite=number, site="overby", now=NOW)
    invites.name_organisation(db, inviter, invite=number, name=organisation, now=NOW)
    return number


def revoke(db: Db, by: Member, whom: Member) -> None:
    members.revoke(db, of(db, by), person=of(db, whom).id, page=0, now=NOW, card=None)


def test_an_invite_from_the_command_line_holds_what_was_asked_for(db: Db) -> None:
    token = invites.issue(db, role=Role.GUARD, site="overby", organisation=" Nya  AB ", invited_by=None, now=NOW)
    found = invites_kept.by_token(db, token)
    assert found is not None
    assert (found.role, found.site, found.organisation) == (Role.GUARD, "overby", "Nya AB")
    assert found.usable(NOW + VALID_FOR - timedelta(seconds=1))
    assert not found.usable(NOW + VALID_FOR)
    assert len(token) == 32


@pytest.mark.parametrize("site", [None, EVERY_SITE])
def test_a_strategist_is_invited_to_every_site(db: Db, site: str | None) -> None:
    token = invites.issue(db, role=Role.STRATEGIST, site=site, organisation="Staden", invited_by=None, now=NOW)
    found = invites_kept.by_token(db, token)
    assert found is not None
    assert found.site == EVERY_SITE


@pytest.mark.parametrize(
    ("role", "site", "organisation", "refusal"),
    [
        (Role.GUARD, None, "Trygg", "refusal-invite-site"),
        (Role.GUARD, "nowhere", "Trygg", "refusal-invite-site"),
        (Role.GUARD, "torp", "Trygg", "refusal-invite-site"),
        (Role.GUARD, EVERY_SITE, "Trygg", "refusal-invite-site"),
        (Role.AUDITOR, "overby", "Staden", "refusal-invite-every-site"),
        (Role.GUARD, "overby", " \u202e ", "refusal-organisation"),
        (Role.GUARD, "overby", "x" * 81, "refusal-organisation"),
        (Role.GUARD, "overby", "Väktare ⟦name⟧", "refusal-organisation"),
    ],
)
def test_what_cannot_be_invited_is_refused(
    db: Db, role: Role, site: str | None, organisation: str, refusal: str
) -> None:
    with pytest.raises(Refusal) as refused:
        invites.issue(db, role=role, site=site, organisation=organisation, invited_by=None, now=NOW)
    assert refused.value.text_id == refusal


def test_an_invite_has_no_token_until_it_is_complete(db: Db) -> None:
    maria = of(db, MARIA)
    number = begun_by(db, maria)
    invites.choose_role(db, maria, invite=number, role=Role.GUARD, now=NOW)
    assert invites_kept.by_id(db, number).token is None
    with pytest.raises(Stale):
        invites.ask_organisation(db, maria, invite=number, now=NOW)
    invites.choose_site(db, maria, invite=number, site="overby", now=NOW)
    invites.name_organisation(db, maria, invite=number, name="Trygg Bevakning", now=NOW)
    assert invites_kept.by_id(db, number).token


def test_tapped_twice_it_is_one_invite(db: Db) -> None:
    maria = of(db, MARIA)
    number = begun_by(db, maria)
    invites.choose_role(db, maria, invite=number, role=Role.AUDITOR, now=NOW)
    staden = people.organisation_of(db, maria.id)
    invites.choose_organisation(db, maria, invite=number, organisation=staden, now=NOW)
    token = invites_kept.by_id(db, number).token
    invites.choose_organisation(db, maria, invite=number, organisation=staden, now=NOW)
    assert invites_kept.by_id(db, number).token == token


def test_an_invite_begun_anew_makes_the_unfinished_one_go(db: Db) -> None:
    maria = of(db, MARIA)
    finished, unfinished = invited_by(db, maria), begun_by(db, maria)
    begun_by(db, maria)
    assert invites_kept.by_id(db, finished).cancelled_at is None
    assert invites_kept.by_id(db, unfinished).cancelled_at == NOW


def test_only_the_one_who_made_it_may_have_the_link(db: Db) -> None:
    number = invited_by(db, of(db, MARIA))
    join(db, ELIN, now=NOW)
    for other in (ELIN, ANNA):
        with pytest.raises(NotAllowed):
            invites.own(db, of(db, other), number)


def test_organisations_to_choose_from_are_those_in_use(db: Db) -> None:
    maria = of(db, MARIA)
    invited_by(db, maria, organisation="Nya AB")
    misspelt = invited_by(db, maria, organisation="Trygg Bevaning")
    invites.cancel(db, maria, invite=misspelt, now=NOW)
    names = invites.organisation_page(db, maria, 0, now=NOW).names.values()
    assert list(names) == ["Nya AB", "Trollhättans Stad", "Trygg Bevakning", "Överby köpcentrum"]


def test_revoking_ends_drafts_invites_and_expectations_and_is_written_down(db: Db) -> None:
    join(db, ELIN, now=NOW)
    elin = of(db, ELIN)
    draft = drafts.begin(db, elin, now=NOW)
    number = invited_by(db, elin)
    people.change(db, elin.id, expects="note:1")

    revoke(db, MARIA, ELIN)

    gone = of(db, ELIN)
    assert gone.revoked_at == NOW
    assert gone.expects is None
    assert gone.roles == elin.roles
    found = report_store.by_id(db, draft)
    assert found is not None
    assert found.discarded_at == NOW
    assert invites_kept.by_id(db, number).token is None
    assert db.scalars(select(audit.c.subject).where(audit.c.act == "person_revoked")).all() == [f"person:{elin.id}"]


def test_revoking_twice_tells_once(db: Db) -> None:
    revoke(db, MARIA, ANNA)
    revoke(db, MARIA, ANNA)
    farewells = select(messages.c.id).where(messages.c.kind == "Farewell")
    assert len(db.scalars(farewells).all()) == 1


def test_the_cards_in_the_chat_are_drawn_again_after_the_farewell(db: Db) -> None:
    karin = of(db, KARIN)
    row = outbox.owe(db, ReportPush(1), chat_id=karin.chat, person=karin.id, priority=Priority.URGENT, now=NOW)
    db.execute(messages.update().where(messages.c.id == row).values(state=State.SENT, message_id=7, next_at=None))
    revoke(db, MARIA, KARIN)
    due = delivery.due(db, now=NOW + timedelta(seconds=1), limit=10, not_rows=[], not_chats=[])
    theirs = [owed.kind for owed in due if owed.chat_id == karin.chat_id]
    assert theirs == ["Menu", "Farewell", "ReportPush"]


def test_the_last_strategist_stays(db: Db) -> None:
    with pytest.raises(Refusal, match="refusal-last-strategist"):
        revoke(db, MARIA, MARIA)
    join(db, ELIN, now=NOW)
    revoke(db, MARIA, MARIA)
    with pytest.raises(Refusal, match="refusal-last-strategist"):
        revoke(db, ELIN, ELIN)


def test_the_list_comes_in_pages(db: Db) -> None:
    for number in range(20):
        join(db, Member(id=300 + number, name=f"Guard {number:02}", role=Role.GUARD), now=NOW)
    maria = of(db, MARIA)
    first, beyond = members.people_page(db, maria, 0), members.people_page(db, maria, 99)
    assert (len(first.people), first.members, first.pages) == (members.PAGE, 23, 3)
    assert beyond.page == 2
    with pytest.raises(NotAllowed):
        members.people_page(db, of(db, ANNA), 0)


def test_the_invites_card_is_owed_again_when_it_changes(db: Db) -> None:
    maria = of(db, MARIA)
    number = invited_by(db, maria)
    [row] = outbox.rows_about(db, f"invite:{number}", kind=InviteCard)
    db.execute(messages.update().where(messages.c.id == row).values(state=State.SENT, message_id=7, next_at=None))
    invites.cancel(db, maria, invite=number, now=NOW)
    assert db.scalar(select(messages.c.next_at).where(messages.c.id == row)) == NOW
