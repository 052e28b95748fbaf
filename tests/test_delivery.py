"""A stop in good order leaves no message of which nobody knows whether it arrived."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from bot import settlement
from bot.clock import Clock
from bot.delivery import SHORTEST_REST, Delivery, without_call
from bot.wording import Worded
from domain.pacing import Pacer
from domain.people import Language
from domain.sending import Priority, State
from domain.views import Notice
from handlers.talk import House
from storage import Db, delivery, outbox
from storage.store import Store
from tests.test_courier import OWED

LONG_AGO = datetime(2026, 1, 2, 14, 0, tzinfo=UTC)


class SlowTelegram:
    username = "overblick"

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    pays = False

    async def send_text(self, **_: Any) -> int:
        self.asked.set()
        await asyncio.sleep(0.2)
        return 11


def owe(db: Db) -> None:
    outbox.owe(db, Notice("cancelled"), chat_id=7, priority=Priority.DIGEST, now=LONG_AGO)


@pytest.mark.parametrize("rest", [None, 0.0, 0.002])
async def test_what_is_under_way_is_settled_before_the_bot_stops(tmp_path: Path, rest: float | None) -> None:
    store, telegram = Store(f"sqlite:///{tmp_path / 'stop.db'}"), SlowTelegram()
    await store.open()
    await store.write(owe)
    house = House(store=store, clock=Clock(), zone=ZoneInfo("Europe/Stockholm"), language=Language.SV)
    paying = Delivery(house, cast("Any", telegram), Clock(), Pacer(factor=0))
    running = asyncio.create_task(paying.run())
    await (telegram.asked.wait() if rest is None else asyncio.sleep(rest))
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    assert State.SENDING not in await store.read(delivery.states)
    await store.close()


async def test_what_became_ready_since_the_last_look_is_not_rested_over(tmp_path: Path) -> None:
    """With nothing under way nobody would wake the delivery: at Telegram's pace it once lost five seconds so."""
    store = Store(f"sqlite:///{tmp_path / 'rest.db'}")
    await store.open()
    await store.write(owe)
    house = House(store=store, clock=Clock(), zone=ZoneInfo("Europe/Stockholm"), language=Language.SV)
    pacer, looked_at = Pacer(), Clock.elapsed()
    for chat in range(100, 110 + int(pacer.room(looked_at))):  # a third of a second too many
        pacer.take(chat, looked_at)
    paying = Delivery(house, cast("Any", SlowTelegram()), Clock(), pacer)
    async with asyncio.TaskGroup() as flights:
        assert not await paying._round(flights)
    await asyncio.sleep(0.5)
    assert await paying._until_next() == SHORTEST_REST
    await store.close()


def test_a_repeat_that_is_taken_back_is_settled_though_nobody_knows_of_its_first_copy() -> None:
    owed = replace(OWED, kind="Gone", wanted=2, repeat=True)
    gone = Worded(owed, None, "gone")
    settled = settlement.settled(gone, without_call(gone))
    assert (settled.state, settled.retry) == (State.UNKNOWN, False)
