"""What is measured: throughput against the stock bot, latency at a steady pace, start-up, memory."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.crowd import UPDATES_A_REPORT, Crowd, Tapped
from benchmarks.night import Night, Shift
from benchmarks.process import Process
from domain.people import EVERY_SITE, Role
from services import places
from storage.store import Store
from tests.phones import Sandbox
from tests.town import VOCABULARY, Member, join, vocabulary

PEOPLE = 200
FIRST_PHONE = 1001
STRATEGIST = 1000
WARM_UP, ROUND = 2.0, 6.0
"""Seconds of full load before and while it is measured."""
TAPS_A_SECOND = 20
STEADY_PEOPLE = 40
STEADY = 20.0
"""Seconds at a steady pace that are measured, after one whole report of everybody."""
CYCLE = STEADY_PEOPLE * (UPDATES_A_REPORT - 1) / TAPS_A_SECOND
"""Seconds that one person's report takes at the steady pace: the first of its updates is no tap."""


@dataclass(frozen=True, slots=True)
class Round:
    """`busy` is the share of its core that the bot used."""

    updates: float
    cpu: float
    busy: float


@dataclass(frozen=True, slots=True)
class Bench:
    """A sandbox with people, and the ways to start a bot against it, one at a time."""

    sandbox: Sandbox
    crowd: Crowd
    folder: Path

    @asynccontextmanager
    async def ours(self, database: str = "bench.db", *, rates: float = 0, **settings: str) -> AsyncIterator[Process]:
        """Our bot; `rates` is its own pace, as the setting, and `settings` are others."""
        environment = {
            "BOT_TOKEN": self.sandbox.token,
            "BOT_API_URL": self.sandbox.url,
            "DATABASE_URL": f"sqlite:///{self.folder / database}",
            "RATES": str(rates),
            "LOG_LEVEL": "WARNING",
            **settings,
        }
        async with _running(await Process.start("bot", "run", environment=environment, folder=self.folder)) as bot:
            yield bot

    @asynccontextmanager
    async def stock(self, concurrent: int) -> AsyncIterator[Process]:
        arguments = ("benchmarks.stock", self.sandbox.url, self.sandbox.token, str(concurrent))
        async with _running(await Process.start(*arguments, environment={}, folder=self.folder)) as bot:
            yield bot

    async def throughput_of_reports(self, bot: Process) -> Round:
        """Everybody files one report after the other, each as fast as the bot answers."""
        return await self._round(bot, partial(self.crowd.file_report, pause=_at_once))

    async def throughput_of_echoes(self, bot: Process) -> Round:
        """Everybody writes one message after the other."""
        return await self._round(bot, partial(self.crowd.say, text="hej"))

    async def _round(self, bot: Process, act: Callable[[int], Awaitable[object]]) -> Round:
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as people:
            for phone in self.crowd.phones:
                people.create_task(_until(stop, partial(act, phone)))
            await asyncio.sleep(WARM_UP)
            before = time.monotonic(), bot.cpu(), self.crowd.done
            await asyncio.sleep(ROUND)
            after = time.monotonic(), bot.cpu(), self.crowd.done
            stop.set()
        seconds, cpu, updates = (now - then for now, then in zip(after, before, strict=True))
        return Round(updates / seconds, cpu / updates, cpu / seconds)

    async def taps_at_a_steady_pace(self) -> Sequence[Tapped]:
        """Taps of people who do not wait for each other, at moments as random as people's."""
        chance = random.Random(1)
        stop = asyncio.Event()
        start = time.monotonic() + 0.5
        self.crowd.taps.clear()
        async with asyncio.TaskGroup() as people:
            for phone in self.crowd.phones[:STEADY_PEOPLE]:
                pace = _Pace(start + chance.random() * CYCLE, CYCLE / UPDATES_A_REPORT)
                people.create_task(_until(stop, partial(self.crowd.file_report, phone, pause=pace.beat)))
            await asyncio.sleep(CYCLE + STEADY)
            stop.set()
        return [tap for tap in self.crowd.taps if start + CYCLE <= tap.at < start + CYCLE + STEADY]

    async def night(self) -> Night:
        return await Shift(self.crowd).work()

    async def inboxes(self, times: int) -> Sequence[float]:
        """Seconds from /inkorg to the card, as the strategist sees it."""
        return [await self._inbox() for _ in range(times)]

    async def _inbox(self) -> float:
        started = time.monotonic()
        _, seen = await self.crowd.say(STRATEGIST, "/inkorg")
        return seen - started

    async def many_reports(self, bot: Process, number: int) -> float:
        """Resident MB when so many more reports have been filed."""
        end = self.crowd.filed + number
        async with asyncio.TaskGroup() as people:
            for phone in self.crowd.phones:
                people.create_task(self._until_filed(phone, end))
        return bot.resident()

    async def _until_filed(self, phone: int, end: int) -> None:
        while self.crowd.filed < end:
            await self.crowd.file_report(phone, _at_once)

    async def time_to_first_answer(self, database: str) -> float:
        """Seconds from starting the process to the answer of a tap that was waiting for it."""
        phone = self.crowd.phones[0]
        answer = await self.crowd.tap_unanswered(phone, await self._message_to(phone))
        started = time.monotonic()
        async with self.ours(database):
            _, answered = await answer
        return answered - started

    async def _message_to(self, phone: int) -> int:
        """Send a message that can be tapped, in the bot's name and past it."""
        sent = await self.call("sendMessage", chat_id=phone, text="?")
        return int(sent["message_id"])

    async def call(self, method: str, **parameters: object) -> Any:
        url = f"{self.sandbox.url}/bot{self.sandbox.token}/{method}"
        async with aiohttp.ClientSession() as session, session.post(url, json=parameters) as answer:
            return (await answer.json())["result"]


@dataclass(slots=True)
class _Pace:
    """One person's moments: every `period` seconds, however long the bot took."""

    next_at: float
    period: float

    async def beat(self) -> None:
        await asyncio.sleep(self.next_at - time.monotonic())
        self.next_at += self.period


@asynccontextmanager
async def founded(folder: Path) -> AsyncIterator[Bench]:
    """A sandbox without flood limits and a database with its vocabulary and people, who have all pressed Start."""
    sandbox = await Sandbox.start(rates=0)
    phones = [FIRST_PHONE + number for number in range(PEOPLE)]
    crowd = Crowd(sandbox.url, phones)
    try:
        await crowd.opened()
        store = Store(f"sqlite:///{folder / 'bench.db'}")
        await store.open()
        await store.write(places.take_over, vocabulary(), file=VOCABULARY.name)
        guards = [Member(id=phone, name=f"Guard {phone}", role=Role.GUARD) for phone in phones]
        for member in (*guards, Member(id=STRATEGIST, name="Maria", role=Role.STRATEGIST, sites=(EVERY_SITE,))):
            phone = {"id": member.id, "first_name": member.name, "language_code": "sv"}
            await sandbox.line.post("/phones", phone)
            await sandbox.line.post(f"/phones/{member.id}/start", {})
            await store.write(join, member, now=datetime.now(UTC))
        await store.close()
        bench = Bench(sandbox, crowd, folder)
        await bench.call("deleteWebhook", drop_pending_updates=True)
        yield bench
    finally:
        await crowd.close()
        await sandbox.stop()


@asynccontextmanager
async def _running(bot: Process) -> AsyncIterator[Process]:
    try:
        yield bot
    finally:
        await bot.stop()


async def _until(stop: asyncio.Event, act: Callable[[], Awaitable[object]]) -> None:
    while not stop.is_set():
        await act()


async def _at_once() -> None:
    return None
