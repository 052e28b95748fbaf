"""Many phones at once, as cheap as they can be: one stream of events for all, one request for each thing they do."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

from handlers.buttons.report import ChooseCategory, ChoosePlace, SendReport
from handlers.callback_data import Tap, decode

CATEGORY = "littering"
"""What nobody's phone rings for."""
UPDATES_A_REPORT = 4
RECENT = 50
"""Events in which a card that was just asked for is looked for: others' cards change meanwhile."""
PATIENCE = 30.0
"""Seconds after which something is wrong with the measurement or the bot."""
OWN_AND_ANSWER = 2
"""A person's own message is an event of the chat too."""

Awaited = tuple[int, str, int | None]
"""A phone, a kind of event and, when one is waited for, the message that it is about."""
Happened = tuple[int, float]
"""An event's number, and its moment by the sandbox's monotonic clock, which is this process's too."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """Seconds from the tap to its answer, and to the card's new state."""

    at: float
    answered: float
    drawn: float


class Crowd:
    """`done` counts updates that were followed by what they were to bring about, `filed` the reports among them."""

    def __init__(self, url: str, phones: Sequence[int]) -> None:
        self.phones = phones
        self.done = 0
        self.filed = 0
        self.taps: list[Tapped] = []
        self.arrivals: dict[tuple[int, int], float] = {}
        """When each message came, by phone and number."""
        self.edits: dict[tuple[int, int], list[float]] = defaultdict(list)
        """When each was edited."""
        self._url = url
        self._awaited: dict[Awaited, list[tuple[int, asyncio.Future[Happened]]]] = {}
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        self._open = asyncio.Event()
        self._listening = asyncio.create_task(self._listen())

    async def close(self) -> None:
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        await self._session.close()

    async def opened(self) -> None:
        await self._open.wait()

    async def file_report(self, phone: int, pause: Callable[[], Awaitable[object]]) -> None:
        """/rapport, category, place, Skicka: four updates, each followed by the card; before each, `pause`.

        The place is another one, so that nobody is asked whether it is what others saw.
        """
        await pause()
        card, report = await self.begin_report(phone)
        for tap in (ChooseCategory(report, CATEGORY), ChoosePlace(report, None), SendReport(report)):
            await pause()
            await self.tap(phone, card, tap)
        self.filed += 1

    async def begin_report(self, phone: int) -> tuple[int, int]:
        """/rapport: the number of the card's message, and the report's."""
        event, _ = await self.say(phone, "/rapport")
        while True:  # what came may have been a push
            for card in await self._messages(phone, after=event - RECENT):
                if first := next((each for each in _taps(card) if isinstance(each, ChooseCategory)), None):
                    return card["message_id"], first.report
            event, _ = await self._next(phone, "message")

    async def taps_on(self, phone: int, message_id: int) -> list[Tap]:
        """What the buttons of a message stand for now."""
        messages = await self._messages(phone, after=0)
        return [tap for each in messages if each["message_id"] == message_id for tap in _taps(each)]

    async def texts(self, phone: int) -> list[str]:
        """What stands in the chat, the newest first."""
        return [each.get("text", "") for each in await self._messages(phone, after=0)]

    async def say(self, phone: int, text: str) -> Happened:
        """Write, and wait for the bot's message."""
        answer = self._next(phone, "message", OWN_AND_ANSWER)
        await self._post(f"/phones/{phone}/text", {"text": text})
        happened = await answer
        self.done += 1
        return happened

    async def tap(self, phone: int, message_id: int, tap: Tap) -> None:
        """Tap, and wait for the card's new state; the answer comes before or after it."""
        answer, edit = self._next(phone, "answer"), self._next(phone, "edit", message=message_id)
        at = time.monotonic()
        await self._post(f"/phones/{phone}/tap", {"message_id": message_id, "data": tap.encode()})
        try:
            async with asyncio.timeout(PATIENCE):
                (_, answered), (_, drawn) = await answer, await edit
        except TimeoutError:
            raise RuntimeError(f"{tap} was followed by nothing in {PATIENCE} s") from None
        self.done += 1
        self.taps.append(Tapped(at, answered - at, drawn - at))

    async def tap_unanswered(self, phone: int, message_id: int) -> "asyncio.Future[Happened]":
        """Tap while no bot runs; returns when the answer will have come."""
        answer = self._next(phone, "answer")
        await self._post(f"/phones/{phone}/tap", {"message_id": message_id, "data": "nothing"})
        return answer

    async def _messages(self, phone: int, *, after: int) -> list[dict[str, Any]]:
        """What came or changed after an event, the newest first."""
        async with self._session.get(f"{self._url}/phones/{phone}/chat?after={after}") as answer:
            found: list[dict[str, Any]] = (await answer.json())["messages"]
        return found[::-1]

    async def _post(self, path: str, body: dict[str, Any]) -> None:
        async with self._session.post(self._url + path, json=body) as answer:
            answer.raise_for_status()

    def _next(self, phone: int, kind: str, count: int = 1, *, message: int | None = None) -> "asyncio.Future[Happened]":
        """What the next event of the phone and kind (about the message) will tell, or the one after that."""
        future: asyncio.Future[Happened] = asyncio.get_running_loop().create_future()
        self._awaited.setdefault((phone, kind, message), []).append((count, future))
        return future

    async def _listen(self) -> None:
        async with self._session.get(f"{self._url}/events", timeout=aiohttp.ClientTimeout(total=None)) as stream:
            async for line in stream.content:
                self._open.set()
                if line.startswith(b"data: "):
                    self._hear(json.loads(line[6:]))

    def _hear(self, event: dict[str, Any]) -> None:
        if event["kind"] == "message":
            self.arrivals[event["phone"], event["message"]] = event["at"]
        elif event["kind"] == "edit":
            self.edits[event["phone"], event["message"]].append(event["at"])
        for message in {None, event.get("message")}:
            self._count_down((event["phone"], event["kind"], message), (event["event"], event["at"]))

    def _count_down(self, key: Awaited, happened: Happened) -> None:
        still: list[tuple[int, asyncio.Future[Happened]]] = []
        for count, future in self._awaited.pop(key, ()):
            if count > 1:
                still.append((count - 1, future))
            elif not future.done():
                future.set_result(happened)
        if still:
            self._awaited[key] = still


def _taps(card: dict[str, Any]) -> list[Tap]:
    rows = card.get("reply_markup", {}).get("inline_keyboard", [])
    return [decode(button["callback_data"]) for row in rows for button in row if "callback_data" in button]
