"""What the night throws away, and what it keeps."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from services import upkeep
from storage import inbox
from storage.inbox import Incoming
from storage.store import Store
from tests.town import FRIDAY


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'town.db'}")
    await store.open()
    yield store
    await store.close()


async def test_handled_updates_are_known_again_for_two_days_and_then_forgotten(store: Store) -> None:
    update = Incoming(update_id=7, lane=1, payload="{}")
    (taken,) = await store.write(inbox.take_in, [update], now=FRIDAY)
    await store.write(inbox.done, taken.seq, now=FRIDAY)

    await store.write(upkeep.nightly, 0, due=FRIDAY, now=FRIDAY + timedelta(hours=47))
    assert await store.write(inbox.take_in, [update], now=FRIDAY) == []

    await store.write(upkeep.nightly, 0, due=FRIDAY, now=FRIDAY + timedelta(hours=49))
    assert len(await store.write(inbox.take_in, [update], now=FRIDAY)) == 1


async def test_what_was_set_aside_stays_visible_without_what_it_said(store: Store) -> None:
    (taken,) = await store.write(inbox.take_in, [Incoming(update_id=7, lane=1, payload="{}")], now=FRIDAY)
    await store.write(inbox.set_aside, taken.seq, now=FRIDAY)

    await store.write(upkeep.nightly, 0, due=FRIDAY, now=FRIDAY + timedelta(days=31))

    assert (await store.read(inbox.counts))["aside"] == 1
    assert await store.read(inbox.waiting) == []
