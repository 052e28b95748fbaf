"""An alert to thousands: how fast it leaves, what must not wait for it meanwhile, and a thousand who answer at once."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, pairwise
from typing import Any

from benchmarks import books
from benchmarks.bench import STRATEGIST, Bench
from benchmarks.books import Books
from benchmarks.crowd import Tapped
from benchmarks.process import Process
from benchmarks.recipients import REPORTERS
from domain.ledger import Answer
from handlers.buttons.alert import AnswerAlert
from handlers.buttons.report import ChooseCategory, ChoosePlace, SendReport

RED = "violence"
REPORTS_EVERY = 10.0
"""Seconds between two red reports, on average; each rings twenty people."""
ANSWERS_EVERY = 0.5
"""Seconds between two people who answer while the alert is still leaving, on average."""
TELEGRAMS_PACE = 30.0
"""Messages and edits a second that Telegram lets through."""
LOOK_EVERY = 0.25
COUNTED_LATEST = 0.15
"""The card is counted for the last time so much of the alert's own time after its end, at the latest: a tenth, and
what it takes to be drawn."""
COUNTED_SOONEST = 5.0
COUNTED = frozenset({"sendMessage", "editMessageText"})
"""What flood limits count, of what the bot calls."""
SUM = "Skickat till"


@dataclass(frozen=True, slots=True)
class Run:
    """One alert from its first message to its last.

    `counted` are the calls in that time that flood limits count, `refused` the 429s. `rung` are the seconds from a red
    report to each first attempt to tell somebody of it, `unrung` who was never told. `counts` are the moments at which
    the sender's card was edited, and `card` its line with the sum in the end.
    """

    recipients: int
    seconds: float
    counted: int
    refused: int
    cpu: float
    resident: float
    taps: Sequence[Tapped]
    rung: Sequence[float]
    unrung: int
    counts: Sequence[float]
    card: str

    @property
    def pace(self) -> float:
        return self.recipients / self.seconds

    @property
    def used(self) -> float:
        """The share of Telegram's pace that was used."""
        return self.counted / self.seconds / TELEGRAMS_PACE

    @property
    def counted_every(self) -> float:
        """The shortest time between two edits of the card, in seconds."""
        return min((after - before for before, after in pairwise(self.counts)), default=0.0)


@dataclass(frozen=True, slots=True)
class Answered:
    """So many answered within a second: the calls that answered their taps, and what was written down and shown."""

    people: int
    seconds: float
    calls: int
    written: int
    taps: Sequence[Tapped]
    card: str


@dataclass(frozen=True, slots=True)
class Sending:
    """An alert on its way, while the bot runs."""

    bench: Bench
    alert: int
    _spoken: set[int] = field(default_factory=set)
    _reporters: Iterator[int] = field(default_factory=lambda: cycle(REPORTERS))

    @property
    def books(self) -> Books:
        return Books(self.bench.folder / "bench.db")

    async def measured(self, bot: Process, *, busy: bool) -> Run:
        """From its first message to the last; `busy` is with people who answer and with red reports meanwhile."""
        self.bench.crowd.taps.clear()
        chance, stop = random.Random(3), asyncio.Event()
        await self._begins()
        cpu = bot.cpu()
        async with asyncio.TaskGroup() as others:
            if busy:
                others.create_task(_now_and_then(REPORTS_EVERY, self._report, stop, chance))
                others.create_task(_now_and_then(ANSWERS_EVERY, self._answer, stop, chance))
            await self._is_out()
            stop.set()
        cpu, calls = bot.cpu() - cpu, await self.bench.sandbox.calls()
        sent = self._moments(calls)
        await asyncio.sleep(COUNTED_SOONEST + COUNTED_LATEST * (sent[-1] - sent[0]))
        return await self._run(calls, sent, cpu=cpu, resident=bot.resident())

    async def answered_by(self, people: int) -> Answered:
        """So many of those who have it answer within a second."""
        crowd, copies = self.bench.crowd, self.books.copies()
        crowd.taps.clear()
        before, began = len(await self.bench.sandbox.calls("answerCallbackQuery")), time.monotonic()
        async with asyncio.TaskGroup() as group:
            for number, phone in enumerate(crowd.phones[:people]):
                group.create_task(self._answer_at(began + number / people, phone, copies[phone]))
        seconds = time.monotonic() - began
        await asyncio.sleep(COUNTED_SOONEST)
        calls = len(await self.bench.sandbox.calls("answerCallbackQuery")) - before
        written, card = self.books.number(books.ANSWERS), await self._card()
        return Answered(people, seconds, calls, written, list(crowd.taps), card)

    async def _begins(self) -> None:
        while not self.books.number(books.SENT):  # noqa: ASYNC110  # the database is asked
            await asyncio.sleep(LOOK_EVERY / 10)

    async def _is_out(self) -> None:
        """Returns when no recipient waits for it any more."""
        while self.books.number(books.WAITING):  # noqa: ASYNC110  # the database is asked
            await asyncio.sleep(LOOK_EVERY)

    async def _report(self, _chance: random.Random) -> None:
        """A red report, at no known place, so that none repeats another."""
        crowd, reporter = self.bench.crowd, next(self._reporters)
        card, report = await crowd.begin_report(reporter)
        for tap in (ChooseCategory(report, RED), ChoosePlace(report, None), SendReport(report)):
            await crowd.tap(reporter, card, tap)

    async def _answer(self, chance: random.Random) -> None:
        """Somebody who has it says that they have seen it."""
        copies = {phone: copy for phone, copy in self.books.copies().items() if phone not in self._spoken}
        if copies:
            phone = chance.choice(list(copies))
            self._spoken.add(phone)
            await self.bench.crowd.tap(phone, copies[phone], AnswerAlert(self.alert, 1, Answer.SEEN))

    async def _answer_at(self, moment: float, phone: int, copy: int) -> None:
        await asyncio.sleep(moment - time.monotonic())
        await self.bench.crowd.tap(phone, copy, AnswerAlert(self.alert, 1, Answer.ACTING))

    def _moments(self, calls: Sequence[Mapping[str, Any]]) -> list[float]:
        """When each copy came, the first to the last."""
        arrivals = self.bench.crowd.arrivals
        return sorted(arrivals[copy] for copy in self.books.copies().items())

    async def _run(
        self, calls: Sequence[Mapping[str, Any]], sent: Sequence[float], *, cpu: float, resident: float
    ) -> Run:
        meanwhile = [call for call in calls if sent[0] <= call["at"] <= sent[-1] and call["method"] in COUNTED]
        arrivals = self.bench.crowd.arrivals
        return Run(
            recipients=len(sent),
            seconds=sent[-1] - sent[0],
            counted=sum(call["status"] == 200 for call in meanwhile),  # HTTP's
            refused=sum(call["status"] == 429 for call in calls),
            cpu=cpu,
            resident=resident,
            taps=list(self.bench.crowd.taps),
            rung=[arrivals[push] - owed for push, owed in self.books.pushes().items()],
            unrung=self.books.number(books.UNSENT_PUSHES),
            counts=[at for at in self.bench.crowd.edits[self.books.card()] if at <= sent[-1]],
            card=await self._card(),
        )

    async def _card(self) -> str:
        """The line with the sum on the sender's card."""
        shown = await self.bench.crowd.texts(STRATEGIST)
        return next((line for text in shown for line in text.splitlines() if line.startswith(SUM)), "")


async def _now_and_then(
    seconds: float, act: Callable[[random.Random], Awaitable[None]], stop: asyncio.Event, chance: random.Random
) -> None:
    """At moments as random as people's, however long the act before takes."""
    async with asyncio.TaskGroup() as acts:
        while not stop.is_set():
            await asyncio.sleep(chance.expovariate(1 / seconds))
            acts.create_task(act(chance))  # type: ignore[arg-type]  # a coroutine
