"""The clock that can be wound: the machine's time plus an offset that only grows."""

import asyncio
import time
from collections.abc import Callable

from sandbox.bell import Bell
from sandbox.refusals import Impossible, Json

QUARTER = 15 * 60


class Clock:
    """All times are epoch seconds. `on_change` is called after each move, to store and tell it."""

    def __init__(self, *, offset: float = 0.0, on_change: Callable[[], None] = lambda: None) -> None:
        self.offset = offset
        self.seq = 0
        self.winding_to: float | None = None
        self.next_due: float | None = None
        self.on_change = on_change
        self._raised = Bell()
        self._idle = Bell()
        self._idle_seq = -1
        self._followed = False
        self._followers = 0

    def now(self) -> float:
        return time.time() + self.offset

    def date(self) -> int:
        """Now in whole seconds, as messages are dated."""
        return int(self.now())

    def reading(self) -> Json:
        return {"seq": self.seq, "offset": self.offset, "now": self.now(), "winding_to": self.winding_to}

    async def follow(self, after: int, *, timeout: float) -> Json:
        """Waits until the clock was touched after `after`, or for `timeout` real seconds.

        A follower whose connection is gone, which cancels this, is not waited for unless another has come since.
        """
        self._followed = True
        self._followers += 1
        follower = self._followers
        try:
            await self._reach(after, timeout=timeout)
        except asyncio.CancelledError:
            if follower == self._followers:
                self._followed = False
                self._idle.ring()
            raise
        return self.reading()

    def idle(self, seq: int, *, next_due: float | None) -> None:
        """The bot has done all that was due when it saw `seq`; it has nothing more before `next_due`."""
        self._followed = True
        self._idle_seq = max(self._idle_seq, seq)
        self.next_due = next_due
        self._idle.ring()

    async def wind(self, to: float, *, stop_timeout: float = 30.0) -> Json:
        """Winds forward to `to`, stopping at each time something is due; tells where it stopped."""
        if self.winding_to is not None:
            raise Impossible("the clock is being wound already", status=409)
        if to < self.now():
            raise Impossible("the clock only goes forward")
        self.winding_to = to
        try:
            stops = await self._wind(to, stop_timeout=stop_timeout)
        finally:
            self.winding_to = None
            self._touch()
        return {"now": self.now(), "stops": stops}

    async def _reach(self, after: int, *, timeout: float) -> None:
        deadline = time.monotonic() + timeout
        while self.seq <= after and (left := deadline - time.monotonic()) > 0:
            await self._raised.wait(left)

    async def _wind(self, to: float, *, stop_timeout: float) -> list[Json]:
        stops: list[Json] = []
        waits = await self._ask(stop_timeout)
        while self.now() < to:
            stop = self._next_stop(to, stops) if waits else to
            self._move(stop)
            waits = await self._ask(stop_timeout) if waits else False
            stops.append({"at": stop, "idle": waits})
        return stops

    def _next_stop(self, to: float, stops: list[Json]) -> float:
        """What stays due after a stop at it hides what is due next: then winding stops at each quarter of an hour."""
        if self.next_due is None:
            return to
        stuck = bool(stops) and self.next_due <= float(stops[-1]["at"])
        return min((self.now() // QUARTER + 1) * QUARTER if stuck else self.next_due, to)

    def _move(self, to: float) -> None:
        self.offset = max(self.offset, to - time.time())
        self.on_change()

    async def _ask(self, timeout: float) -> bool:
        """Raises seq and waits for the bot, if there is one, to be idle with it."""
        self._touch()
        deadline = time.monotonic() + timeout
        while self._followed and self._idle_seq < self.seq and (left := deadline - time.monotonic()) > 0:
            await self._idle.wait(left)
        return self._idle_seq >= self.seq

    def _touch(self) -> None:
        self.seq += 1
        self._raised.ring()
