"""Since when somebody cannot be reached is the first time that it was noticed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from services import reach
from storage import people
from storage.store import Store
from tests.town import ANNA, join

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)


async def test_a_second_message_that_does_not_reach_them_changes_nothing(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'reach.db'}")
    await store.open()
    await store.write(join, ANNA, now=NOW)
    [anna] = await store.read(people.members)
    for later in (timedelta(), timedelta(days=1)):
        await store.write(reach.lost, anna.chat, now=NOW + later)
    assert (await store.read(people.by_id, anna.id)).unreachable_since == NOW
    await store.close()
