"""Rules of the roll call, asked of the services directly: who is asked, who is told of whom, and when."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, select

from domain.people import EVERY_SITE, Person, Role
from domain.reach import Unreachable
from domain.refusals import NotAllowed
from domain.views import KINDS, Probe, ReachNews
from services import membership, places, reach, roll_call, schedules
from services import people as members
from storage import Db, people
from storage.tables import messages, metadata
from tests.town import ANNA, KARIN, LARS, MARIA, VOCABULARY, YUSUF, Member, join, vocabulary

STOCKHOLM = ZoneInfo("Europe/Stockholm")
FOUR = datetime(2026, 11, 28, 4, tzinfo=STOCKHOLM).astimezone(UTC)
MORNING = datetime(2026, 11, 28, 7, 30, tzinfo=STOCKHOLM).astimezone(UTC)
DAY = timedelta(days=1)
ELIN = Member(id=110, name="Elin Nord", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad")


@pytest.fixture
def db() -> Iterator[Db]:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        places.take_over(connection, vocabulary(), file=VOCABULARY.name)
        schedules.prepare(connection, zone=STOCKHOLM, now=FOUR - DAY)
        for member in (ANNA, YUSUF, KARIN, LARS, MARIA):
            join(connection, member, now=FOUR - DAY)
        yield connection
    engine.dispose()


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def lose(db: Db, *lost: Member) -> None:
    for each in lost:
        reach.lost(db, each.id, why=Unreachable.BLOCKED, now=FOUR)


def find(db: Db, *found: Member) -> None:
    for each in found:
        reach.found(db, of(db, each), now=FOUR)


def morning(db: Db, *, day: int = 0) -> None:
    roll_call.tell(db, 0, due=MORNING + day * DAY, now=MORNING + day * DAY)


def ids(db: Db, *named: Member) -> list[int]:
    return [of(db, each).id for each in named]


def news(db: Db, reader: Member = MARIA) -> list[tuple[list[int], list[int]]]:
    """Who was lost and who is back, in each message to the reader."""
    theirs = (messages.c.person_id == of(db, reader).id, messages.c.kind == ReachNews.__name__)
    bodies = db.execute(select(messages.c.body).where(*theirs).order_by(messages.c.id)).scalars()
    return [(told["lost"], told["back"]) for told in map(json.loads, bodies)]


def asked(db: Db) -> list[int]:
    return sorted(db.execute(select(messages.c.person_id).where(messages.c.kind == Probe.__name__)).scalars())


def test_every_member_is_asked_and_nobody_else(db: Db) -> None:
    members.revoke(db, of(db, MARIA), person=of(db, LARS).id, page=0, now=FOUR, card=None)
    membership.leave_phone(db, of(db, YUSUF), now=FOUR)
    lose(db, KARIN)
    roll_call.hold(db, 0, due=FOUR, now=FOUR)
    assert asked(db) == ids(db, ANNA, KARIN, MARIA)


def test_a_night_that_is_over_is_not_made_up_for_by_day(db: Db) -> None:
    roll_call.hold(db, 0, due=FOUR, now=FOUR + roll_call.NIGHT_LEFT)
    assert asked(db) == []


def test_the_morning_keeps_no_trace_of_who_was_asked(db: Db) -> None:
    roll_call.hold(db, 0, due=FOUR, now=FOUR)
    morning(db)
    assert asked(db) == []


def test_nothing_is_told_of_a_night_in_which_nothing_changed(db: Db) -> None:
    morning(db)
    assert news(db) == []


def test_who_was_lost_is_told_once_and_who_is_back_once(db: Db) -> None:
    lose(db, KARIN)
    morning(db)
    lose(db, ANNA)
    morning(db, day=1)
    morning(db, day=2)
    find(db, KARIN, ANNA)
    morning(db, day=3)
    morning(db, day=4)
    assert news(db) == [(ids(db, KARIN), []), (ids(db, ANNA), []), ([], ids(db, ANNA, KARIN))]


def test_who_was_lost_and_back_between_two_mornings_is_no_news(db: Db) -> None:
    lose(db, KARIN)
    find(db, KARIN)
    morning(db)
    assert news(db) == []


def test_who_has_left_is_neither_lost_nor_back(db: Db) -> None:
    lose(db, KARIN)
    morning(db)
    members.revoke(db, of(db, MARIA), person=of(db, KARIN).id, page=0, now=MORNING, card=None)
    morning(db, day=1)
    assert len(news(db)) == 1


def test_a_new_strategist_is_told_of_everybody_and_the_other_of_nobody_twice(db: Db) -> None:
    lose(db, KARIN)
    morning(db)
    join(db, ELIN, now=MORNING)
    morning(db, day=1)
    assert (len(news(db)), news(db, ELIN)) == (1, [(ids(db, KARIN), [])])


def test_a_strategist_who_is_lost_too_is_told_when_back(db: Db) -> None:
    join(db, ELIN, now=FOUR)
    lose(db, KARIN, MARIA)
    morning(db)
    assert (news(db), news(db, ELIN)) == ([], [(ids(db, KARIN, MARIA), [])])
    find(db, MARIA)
    morning(db, day=1)
    assert news(db) == [(ids(db, KARIN), [])]


def test_it_waits_for_the_end_of_quiet_hours(db: Db) -> None:
    people.change(db, of(db, MARIA).id, quiet_from=22, quiet_to=9)
    lose(db, KARIN)
    morning(db)
    leaves_at = db.scalar(select(messages.c.next_at).where(messages.c.kind == ReachNews.__name__))
    assert leaves_at == MORNING + timedelta(minutes=90)


def test_what_is_told_is_what_holds_as_it_is_read(db: Db) -> None:
    lose(db, KARIN, ANNA)
    told = ReachNews(lost=(*ids(db, KARIN, ANNA),))
    find(db, ANNA)
    members.revoke(db, of(db, MARIA), person=of(db, KARIN).id, page=0, now=MORNING, card=None)
    seen = roll_call.see(db, of(db, MARIA), told)
    assert ([each.id for each in seen.lost], [each.id for each in seen.back]) == ([], ids(db, ANNA))


@pytest.mark.parametrize("reader", [ANNA, KARIN, LARS])
def test_who_does_not_answer_for_people_is_told_nothing(db: Db, reader: Member) -> None:
    lose(db, YUSUF)
    with pytest.raises(NotAllowed):
        roll_call.see(db, of(db, reader), ReachNews(lost=(*ids(db, YUSUF),)))


def test_who_is_a_contact_by_now_sees_their_own_only(db: Db) -> None:
    people.change(db, of(db, ANNA).id, is_contact=True)
    lose(db, YUSUF, KARIN)
    seen = roll_call.see(db, of(db, ANNA), ReachNews(lost=(*ids(db, YUSUF, KARIN),)))
    assert [each.name for each in seen.lost] == [YUSUF.name]


def test_a_probe_is_for_members_only() -> None:
    assert KINDS[Probe.__name__].for_members
