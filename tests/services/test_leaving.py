"""What hangs on a membership or a phone ends with it, ahead of what can wait."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.deputies import Start
from domain.people import Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.sending import Priority, State
from domain.views import Digest, PersonCard, PostsCard, ReportPush, View, WaitingPeople
from services import approval, deputies, invites, joining, membership, phones, posts
from services import people as members
from services.acts import Origin
from storage import Db, delivery, organisations, outbox, people, rota, shifts
from storage import deputies as deputyships
from storage import invites as kept
from storage.tables import messages
from tests.town import ANNA, KARIN, MARIA, YUSUF, Member, town_of

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
TOVE = Member(id=110, name="Tove Berg", role=Role.GUARD)


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of((ANNA, YUSUF, KARIN, MARIA, TOVE), now=NOW) as connection:
        people.change(connection, of(connection, TOVE).id, is_contact=True)
        yield connection


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def revoke(db: Db, by: Member, whom: Member) -> None:
    members.revoke(db, of(db, by), person=of(db, whom).id, page=0, now=NOW, card=None)


def sent(db: Db, person: Person, view: View, *, priority: Priority, message: int) -> int:
    row = outbox.owe(db, view, chat_id=person.chat, person=person.id, priority=priority, now=NOW)
    stands = {"state": State.SENT, "message_id": message, "next_at": None}
    db.execute(messages.update().where(messages.c.id == row).values(stands))
    return row


def test_deputies_rota_shift_rights_and_marks_end(db: Db) -> None:
    anna, tove = of(db, ANNA), of(db, TOVE)
    for owner, deputy in ((anna, tove), (tove, anna)):
        deputyships.add(db, person=owner.id, deputy=deputy.id, now=NOW, starts_at=NOW, ends_at=NOW + timedelta(days=2))
    deputyships.change(db, 1, active=True)
    rota.set_pattern(db, "overby", 4, [anna.id, tove.id])
    shifts.add(db, anna.id, signature=None, now=NOW, ends_at=NOW + timedelta(hours=12))
    people.add_text_right(db, anna.id, organisation=anna.organisation_id, given_by=None, now=NOW)
    people.change(db, anna.id, is_police=True, is_contact=True)
    revoke(db, MARIA, ANNA)
    gone = of(db, ANNA)
    assert (gone.is_contact, gone.is_police, gone.shift, gone.reads) == (False, False, None, frozenset())
    assert rota.pattern(db, "overby", 4) == [tove.id]
    assert not deputyships.involving(db, anna.id)
    assert not of(db, TOVE).lent
    assert deputies.standing(db, of(db, TOVE)) is None


def test_what_was_delivered_is_taken_back_ahead_of_digests(db: Db) -> None:
    karin, anna = of(db, KARIN), of(db, ANNA)
    outbox.owe(db, Digest(1), chat_id=anna.chat, person=anna.id, priority=Priority.DIGEST, now=NOW - timedelta(hours=1))
    old = sent(db, karin, Digest(1), priority=Priority.DIGEST, message=7)
    push = sent(db, karin, ReportPush(1), priority=Priority.URGENT, message=8)
    revoke(db, MARIA, KARIN)
    due = delivery.due(db, now=NOW + timedelta(seconds=1), limit=20, not_rows=[], not_chats=[])
    order = [owed.id for owed in due]
    waits = next(owed.id for owed in due if owed.chat_id == anna.chat)
    assert order.index(old) < order.index(waits)
    assert order.index(push) < order.index(waits)


def test_a_lost_phone_ends_what_was_begun_but_not_the_membership(db: Db) -> None:
    tove, anna = of(db, TOVE), of(db, ANNA)
    phones.lose(db, tove, person=anna.id, page=0, now=NOW)
    phones.lose(db, tove, person=anna.id, page=0, now=NOW)
    cut_off = people.by_id(db, anna.id)
    assert cut_off.chat_id is None
    assert cut_off.roles == anna.roles
    assert cut_off.revoked_at is None
    assert not cut_off.is_member
    assert len(kept.bringing_phone_of(db, anna.id)) == 1


def test_what_was_lent_goes_back_with_a_lost_phone(db: Db) -> None:
    """The contact who confirms the next phone must not come by what a colleague was lent."""
    anna, yusuf = of(db, ANNA), of(db, YUSUF)
    deputies.name(db, yusuf, deputy=anna.id, start=Start.NOW, days=1, now=NOW, card=None)
    deputies.name(db, anna, deputy=yusuf.id, start=Start.NOW, days=1, now=NOW, card=None)
    phones.lose(db, of(db, TOVE), person=anna.id, page=0, now=NOW)
    assert deputyships.of(db, yusuf.id) is None
    assert deputyships.of(db, anna.id)


def test_the_shift_of_a_lost_duty_phone_is_over(db: Db) -> None:
    anna = of(db, ANNA)
    people.change(db, anna.id, is_duty_phone=True)
    began = shifts.add(db, anna.id, signature=None, now=NOW, ends_at=NOW + timedelta(hours=12))
    assert people.by_id(db, anna.id).shift == began
    phones.lose(db, of(db, TOVE), person=anna.id, page=0, now=NOW)
    assert people.by_id(db, anna.id).shift is None


def test_a_contact_who_lost_the_phone_invites_nobody(db: Db) -> None:
    tove = of(db, TOVE)
    invites.begin(db, tove, seats=20, now=NOW)
    number = kept.pending_of(db, tove.id)[-1].id
    invites.choose_role(db, tove, invite=number, role=Role.GUARD, now=NOW)
    invites.choose_site(db, tove, invite=number, site="overby", now=NOW)
    assert kept.by_id(db, number).token
    phones.lose(db, of(db, MARIA), person=tove.id, page=0, now=NOW)
    assert kept.by_id(db, number).token is None


def test_an_invite_holds_only_while_its_maker_may_invite(db: Db) -> None:
    tove = of(db, TOVE)
    number = invited(db, tove)
    token = kept.by_id(db, number).token
    people.change(db, tove.id, is_contact=False)
    with pytest.raises(Refusal, match="refusal-invite"):
        joining.start(db, origin(900), token=token, now=NOW)


def test_the_places_of_those_who_said_yes_grow_at_the_end_only(db: Db) -> None:
    tove = of(db, TOVE)
    number = invited(db, tove, seats=5)
    waiting = [waits(db, number, 900 + each, at=NOW - timedelta(seconds=each)) for each in range(3)]
    assert kept.joined_by(db, number) == waiting
    approval.deny(db, tove, person=waiting[1], view=WaitingPeople(number), now=NOW)
    assert [each.place for each in approval.waiting_of(db, number)] == [1, 3]
    approval.approve_all(db, tove, invite=number, after=0, last=2, now=NOW)
    assert [people.by_id(db, each).is_member for each in waiting] == [True, False, False]


def test_who_was_let_in_cannot_be_turned_away_and_twice_is_once(db: Db) -> None:
    tove = of(db, TOVE)
    number = invited(db, tove, seats=5)
    person, view = waits(db, number, 900), WaitingPeople(number)
    for _ in range(2):
        assert approval.approve(db, tove, person=person, view=view, now=NOW) == "answer-let-in"
    greetings = select(messages.c.id).where(messages.c.kind == "Welcome", messages.c.person_id == person)
    assert len(db.scalars(greetings).all()) == 1
    with pytest.raises(Stale):
        approval.deny(db, tove, person=person, view=view, now=NOW)


def test_who_waits_keeps_the_name_that_was_shown(db: Db) -> None:
    number = invited(db, of(db, TOVE), seats=5)
    waits(db, number, 900)
    with pytest.raises(Stale):
        joining.take_name(db, origin(900), name="Någon Annan", now=NOW)


def test_approved_ones_come_in_when_the_agreement_is_noted(db: Db) -> None:
    tove = of(db, TOVE)
    number = invited(db, tove, seats=5)
    person = waits(db, number, 900)
    organisations.change(db, tove.organisation_id, agreed_on=None)
    assert approval.approve(db, tove, person=person, view=PersonCard(person), now=NOW) == "answer-agreement-missing"
    assert not people.by_id(db, person).is_member
    organisations.change(db, tove.organisation_id, agreed_on=NOW.date())
    for _ in range(2):
        membership.activate(db, person, now=NOW)
    assert people.by_id(db, person).is_member


def test_posts_are_the_municipalitys_sites_and_never_the_last(db: Db) -> None:
    tove, anna = of(db, TOVE), of(db, ANNA)
    for site, role in (("torp", Role.GUARD), ("kungsgatan", Role.STRATEGIST)):
        with pytest.raises(Stale):
            posts.give(db, tove, post=PostsCard(anna.id, site), role=role, now=NOW)
    with pytest.raises(Refusal, match="refusal-last-site"):
        posts.take(db, tove, post=PostsCard(anna.id, "overby"), now=NOW)
    for other in (KARIN, MARIA):
        with pytest.raises(NotAllowed):
            posts.give(db, tove, post=PostsCard(of(db, other).id, "overby"), role=Role.GUARD, now=NOW)


def invited(db: Db, inviter: Person, *, seats: int = 1) -> int:
    """An invite of a contact, who is asked for role and site only."""
    invites.begin(db, inviter, seats=seats, now=NOW)
    number = kept.pending_of(db, inviter.id)[-1].id
    invites.choose_role(db, inviter, invite=number, role=Role.GUARD, now=NOW)
    invites.choose_site(db, inviter, invite=number, site="overby", now=NOW)
    return number


def origin(chat: int) -> Origin:
    return Origin(seq=1, chat_id=chat, message_id=None, is_tap=False)


def waits(db: Db, invite: int, chat: int, *, at: datetime = NOW) -> int:
    """Somebody who has said yes at that moment."""
    joining.start(db, origin(chat), token=kept.by_id(db, invite).token, now=at)
    person = of(db, Member(id=chat, name="", role=Role.GUARD))
    people.change(db, person.id, name=f"Vakt {chat}", language="sv")
    joining.accept(db, origin(chat), now=at)
    return person.id
