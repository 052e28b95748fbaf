"""The two clocks, and the only place that asks what time it is.

`now` serves due times, reports and retention, and can be wound forward by the sandbox; `elapsed` serves pacing, flood
pauses and back-off, and follows real time always.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import aiohttp

log = logging.getLogger(__name__)

ASK_AGAIN = 25.0
"""Seconds that one question to the sandbox's clock may take before it is asked anew."""


class Clock:
    """Real time plus an offset that only grows, from whatever it is first set to: a sandbox may live in the past."""

    def __init__(self) -> None:
        self._offset: timedelta | None = None

    def now(self) -> datetime:
        """Aware UTC."""
        return datetime.now(UTC) + (self._offset or timedelta())

    @staticmethod
    def elapsed() -> float:
        """Seconds on a clock that is never wound; only differences mean something."""
        return time.monotonic()

    def wind(self, offset: timedelta) -> None:
        self._offset = offset if self._offset is None else max(self._offset, offset)


class SandboxClock:
    """Keeps a clock in step with the sandbox, and tells it when everything due has been done."""

    def __init__(self, url: str, clock: Clock, finish: Callable[[], Awaitable[datetime | None]]) -> None:
        """`finish` does all that is due by now and returns when the next thing falls due."""
        self._url = url
        self._clock = clock
        self._finish = finish

    async def read(self, session: aiohttp.ClientSession) -> int:
        """Take over the offset; before anything can fall due by the wrong time. Returns the clock's sequence number."""
        async with session.get(f"{self._url}/clock") as answer:
            return self._take(await answer.json())

    async def follow(self) -> None:
        """Follow the clock until cancelled; a sandbox that does not answer is asked again."""
        seq = -1
        async with aiohttp.ClientSession() as session:
            while True:
                try:
                    seq = await self._step(session, seq)
                except (aiohttp.ClientError, TimeoutError):
                    await asyncio.sleep(0.5)

    async def _step(self, session: aiohttp.ClientSession, seq: int) -> int:
        query = {"after": str(seq), "timeout": str(ASK_AGAIN)}
        async with session.get(f"{self._url}/clock", params=query) as answer:
            new = self._take(await answer.json())
        if new == seq:
            return seq
        next_due = await self._finish()
        body = {"seq": new, "next_due": next_due.timestamp() if next_due else None}
        async with session.post(f"{self._url}/clock/idle", json=body) as answer:
            await answer.read()
        return new

    def _take(self, state: dict[str, float]) -> int:
        self._clock.wind(timedelta(seconds=state["offset"]))
        return int(state["seq"])
