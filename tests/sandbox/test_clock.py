"""Winding: forward only, with a stop at every due time of a bot that follows the clock."""

import asyncio
import time
from typing import Any

import pytest

from sandbox.clock import Clock
from sandbox.refusals import Impossible
from tests.phones import Sandbox
from tests.sandbox.bot import TheBot


class Follower:
    """A bot that follows the clock as docs/sandbox.md says, and has something due every so often."""

    def __init__(self, sandbox: Sandbox, *, due: list[float]) -> None:
        self._line = sandbox.line
        self._due = due
        self.done: list[float] = []

    async def follow(self) -> None:
        seq = -1
        while True:
            clock = await self._line.get(f"/clock?after={seq}&timeout=5")
            seq = clock["seq"]
            while self._due and self._due[0] <= clock["now"]:
                self.done.append(round(clock["now"] - self._due.pop(0)))
            await self._line.post("/clock/idle", {"seq": seq, "next_due": self._due[0] if self._due else None})


async def test_it_stops_at_every_due_time(sandbox: Sandbox) -> None:
    start = await sandbox.now()
    follower = Follower(sandbox, due=[start + hours * 3600 for hours in (1, 2, 24, 48, 100)])
    following = asyncio.create_task(follower.follow())
    await asyncio.sleep(0.05)
    wound = await sandbox.wind(by=72 * 3600)
    following.cancel()
    assert [(round((stop["at"] - start) / 3600), stop["idle"]) for stop in wound["stops"]] == [
        (1, True),
        (2, True),
        (24, True),
        (48, True),
        (72, True),
    ]
    assert follower.done == [0, 0, 0, 0]
    assert wound["now"] == pytest.approx(start + 72 * 3600, abs=2)


async def test_a_bot_that_hangs_is_not_waited_for(sandbox: Sandbox) -> None:
    await sandbox.line.get("/clock?after=-1")
    wound = await sandbox.wind(by=3600, stop_timeout=0.05)
    assert [stop["idle"] for stop in wound["stops"]] == [False]


async def test_a_bot_that_was_killed_is_not_waited_for(sandbox: Sandbox) -> None:
    killed = asyncio.create_task(sandbox.line.get("/clock?after=0&timeout=60"))
    await asyncio.sleep(0.05)
    killed.cancel()
    await asyncio.sleep(0.05)
    async with asyncio.timeout(1):
        wound = await sandbox.wind(by=3600)
    assert [stop["idle"] for stop in wound["stops"]] == [False]


async def test_forward_only_and_one_at_a_time(sandbox: Sandbox) -> None:
    with pytest.raises(AssertionError, match=r"400.*only goes forward"):
        await sandbox.wind(by=-1)
    await sandbox.line.get("/clock?after=-1")
    first = asyncio.create_task(sandbox.wind(by=60, stop_timeout=0.3))
    await asyncio.sleep(0.1)
    with pytest.raises(AssertionError, match=r"409.*wound already"):
        await sandbox.wind(by=60)
    assert (await sandbox.line.get("/clock"))["winding_to"] is not None
    await first


async def test_message_dates_follow_the_clock(bot: TheBot, sandbox: Sandbox, anna: Any) -> None:
    await sandbox.wind(by=3 * 24 * 3600)
    await bot.asks("sendMessage", chat_id=anna.id, text="Monday")
    assert (await anna.sees("Monday")).date == pytest.approx(time.time() + 3 * 24 * 3600, abs=3)


async def test_a_due_time_that_stays_due_does_not_hold_the_clock() -> None:
    clock = Clock()
    stuck = clock.now() + 60

    async def bot() -> None:
        seq = -1
        while True:
            seq = (await clock.follow(seq, timeout=5))["seq"]
            clock.idle(seq, next_due=stuck)

    following = asyncio.create_task(bot())
    await asyncio.sleep(0)
    wound = await clock.wind(stuck + 2 * 3600)
    following.cancel()
    quarters = [stop["at"] for stop in wound["stops"][1:-1]]
    assert len(quarters) == 8
    assert not any(at % 900 for at in quarters)
    with pytest.raises(Impossible):
        await clock.wind(stuck)
