"""A reminder rings once, at its hour by the clocks on the wall, for those whom it is for then; one closes it."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.people import Person, Role
from domain.refusals import NotAllowed, Stale
from domain.reminders import DAYS_OFFERED, HOURS, Reminder, days_offered, hours_offered
from domain.views import ReminderMessage
from services import places, reminders, schedules
from storage import Db, delivery, people
from storage import reminders as stored
from storage.store import Store
from tests.town import ANNA, KARIN, LARS, MARIA, VOCABULARY, YUSUF, Member, join, vocabulary

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
SATURDAY_NINE = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Stockholm")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'reminders.db'}")
    await opened.open()
    await opened.write(places.take_over, vocabulary(), file=VOCABULARY.name)
    for member in (ANNA, YUSUF, KARIN, LARS, MARIA):
        await opened.write(join, member, now=NOW)
    yield opened
    await opened.close()


async def person(store: Store, member: Member) -> Person:
    found = await store.read(people.by_chat, member.id)
    assert found
    return found


async def reminder(store: Store, number: int) -> Reminder:
    found = await store.read(stored.by_id, number)
    assert found
    return found


async def composed(
    store: Store, *, by: Member = KARIN, day: date = date(2026, 11, 28), hour: int = 9, now: datetime = NOW
) -> Reminder:
    """A reminder for the guards at Överby, chosen but not set."""
    maker = await person(store, by)
    number = await store.write(reminders.compose, maker, now=now)
    await store.write(reminders.write_text, maker, reminder=number, text="Ställ ut bommarna.", now=now)
    await store.write(reminders.pick_site, maker, reminder=number, site="overby", wanted=True, now=now)
    await store.write(reminders.pick_role, maker, reminder=number, role=Role.GUARD, wanted=True, now=now)
    await store.write(reminders.choose_day, maker, reminder=number, day=day, zone=ZONE, now=now)
    await store.write(reminders.choose_hour, maker, reminder=number, hour=hour, zone=ZONE, now=now)
    return await reminder(store, number)


async def confirmed(store: Store, **choices: object) -> int:
    draft = await composed(store, **choices)  # type: ignore[arg-type]  # passed on as they are
    maker = await person(store, KARIN)
    await store.write(reminders.confirm, maker, reminder=draft.id, version=draft.version, zone=ZONE, now=NOW)
    return draft.id


async def comes_to(store: Store, now: datetime) -> list[int]:
    """Do what is due by now; the chats that are owed a reminder."""
    for schedule in await store.read(schedules.due, now=now):
        await store.write(schedules.run, schedule, now=now)
    return await store.read(owed, now)


def leaves(db: Db, number: int) -> None:
    people.change(db, number, revoked_at=NOW)


def owed(db: Db, now: datetime) -> list[int]:
    due = delivery.due(db, now=now, limit=99, not_rows=(), not_chats=())
    return sorted(each.chat_id for each in due if each.kind == ReminderMessage.__name__)


async def test_it_rings_at_its_hour_and_once(store: Store) -> None:
    await confirmed(store)
    assert await comes_to(store, SATURDAY_NINE - timedelta(seconds=1)) == []
    assert await comes_to(store, SATURDAY_NINE) == [ANNA.id, YUSUF.id]
    assert await comes_to(store, SATURDAY_NINE + timedelta(days=2)) == [ANNA.id, YUSUF.id]


async def test_it_rings_for_the_audience_of_that_moment(store: Store) -> None:
    await confirmed(store)
    await store.write(leaves, (await person(store, ANNA)).id)
    await store.write(people.give_role, (await person(store, LARS)).id, site="overby", role=Role.GUARD)
    assert await comes_to(store, SATURDAY_NINE) == [YUSUF.id, LARS.id]


async def test_it_rings_also_when_its_maker_has_left(store: Store) -> None:
    await confirmed(store)
    await store.write(leaves, (await person(store, KARIN)).id)
    assert await comes_to(store, SATURDAY_NINE) == [ANNA.id, YUSUF.id]


async def test_after_a_long_silence_it_rings_late_rather_than_never(store: Store) -> None:
    await confirmed(store)
    assert await comes_to(store, SATURDAY_NINE + timedelta(hours=20)) == [ANNA.id, YUSUF.id]


async def test_set_twice_it_is_one(store: Store) -> None:
    number = await confirmed(store)
    draft = await reminder(store, number)
    maker = await person(store, KARIN)
    await store.write(reminders.confirm, maker, reminder=number, version=draft.version - 1, zone=ZONE, now=NOW)
    assert await comes_to(store, SATURDAY_NINE) == [ANNA.id, YUSUF.id]


async def test_what_was_set_too_late_is_refused(store: Store) -> None:
    draft = await composed(store)
    maker = await person(store, KARIN)
    with pytest.raises(Stale, match="refusal-past"):
        await store.write(
            reminders.confirm, maker, reminder=draft.id, version=draft.version, zone=ZONE, now=SATURDAY_NINE
        )


@pytest.mark.parametrize(("day", "hour"), [(date(2026, 11, 27), 15), (date(2026, 11, 27), 7), (date(2026, 11, 28), 6)])
async def test_hours_that_are_not_offered_are_refused(store: Store, day: date, hour: int) -> None:
    with pytest.raises(Stale, match="refusal-past"):
        await composed(store, day=day, hour=hour)


@pytest.mark.parametrize("day", [date(2026, 11, 26), date(2026, 12, 6)])
async def test_days_that_are_not_offered_are_refused(store: Store, day: date) -> None:
    with pytest.raises(Stale):
        await composed(store, day=day)


async def test_one_closes_it_for_all_and_the_second_hears_who(store: Store) -> None:
    number = await confirmed(store)
    await comes_to(store, SATURDAY_NINE)
    anna, yusuf = await person(store, ANNA), await person(store, YUSUF)
    first = await store.write(reminders.finish, anna, reminder=number, card=None, now=SATURDAY_NINE)
    second = await store.write(reminders.finish, yusuf, reminder=number, card=None, now=SATURDAY_NINE)
    assert (first.name, first.first) == (ANNA.name, True)
    assert (second.name, second.first) == (ANNA.name, False)
    assert (await reminder(store, number)).done_by == anna.id


async def test_nobody_else_and_nobody_too_early_closes_it(store: Store) -> None:
    number = await confirmed(store)
    with pytest.raises(NotAllowed):
        await store.write(reminders.finish, await person(store, ANNA), reminder=number, card=None, now=NOW)
    await comes_to(store, SATURDAY_NINE)
    with pytest.raises(NotAllowed):
        await store.write(reminders.finish, await person(store, LARS), reminder=number, card=None, now=SATURDAY_NINE)


async def test_discarded_it_does_not_ring_and_after_ringing_it_stays(store: Store) -> None:
    number, maker = await confirmed(store), await person(store, KARIN)
    await store.write(reminders.discard, maker, reminder=number, now=NOW)
    assert await comes_to(store, SATURDAY_NINE) == []
    kept = await confirmed(store)
    await comes_to(store, SATURDAY_NINE)
    with pytest.raises(Stale):
        await store.write(reminders.discard, maker, reminder=kept, now=SATURDAY_NINE)


async def test_a_manager_reminds_at_her_own_sites_only(store: Store) -> None:
    maker = await person(store, KARIN)
    number = await store.write(reminders.compose, maker, now=NOW)
    with pytest.raises(NotAllowed):
        await store.write(reminders.pick_site, maker, reminder=number, site="kungsgatan", wanted=True, now=NOW)
    await store.write(reminders.pick_site, maker, reminder=number, site=None, wanted=True, now=NOW)
    assert (await reminder(store, number)).audience.sites == ("overby",)


@given(some.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2040, 1, 1)))
def test_everything_offered_is_still_to_come(local: datetime) -> None:
    days = days_offered(local)
    assert DAYS_OFFERED - 1 <= len(days) <= DAYS_OFFERED
    for day in days:
        hours = hours_offered(day, local)
        assert hours
        assert set(hours) <= set(HOURS)
        assert all(datetime(day.year, day.month, day.day, hour) > local for hour in hours)
