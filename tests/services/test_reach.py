"""Since when somebody cannot be reached is the first time that it was noticed, why is the last that was said."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.people import Person
from domain.reach import Unreachable
from services import reach
from storage import people
from storage.store import Store
from tests.town import ANNA, join

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'reach.db'}")
    await opened.open()
    await opened.write(join, ANNA, now=NOW)
    yield opened
    await opened.close()


async def anna(store: Store) -> Person:
    [found] = await store.read(people.members)
    return found


async def test_a_second_message_that_does_not_reach_them_changes_nothing(store: Store) -> None:
    for later in (timedelta(), timedelta(days=1)):
        await store.write(reach.lost, ANNA.id, why=Unreachable.BLOCKED, now=NOW + later)
    assert (await anna(store)).unreachable_since == NOW


async def test_who_blocked_the_bot_and_then_left_telegram_has_left_telegram(store: Store) -> None:
    await store.write(reach.lost, ANNA.id, why=Unreachable.BLOCKED, now=NOW)
    await store.write(reach.lost, ANNA.id, why=Unreachable.DEACTIVATED, now=NOW + timedelta(days=1))
    lost = await anna(store)
    assert (lost.unreachable_since, lost.unreachable_why) == (NOW, Unreachable.DEACTIVATED)


async def test_who_is_found_is_not_lost_for_any_reason(store: Store) -> None:
    await store.write(reach.lost, ANNA.id, why=Unreachable.BLOCKED, now=NOW)
    await store.write(reach.found, await anna(store), now=NOW)
    found = await anna(store)
    assert (found.unreachable_since, found.unreachable_why) == (None, None)
