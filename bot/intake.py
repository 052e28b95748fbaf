"""Takes updates in: cleaned and stored before Telegram hears that we have them, then handled in order, chat by chat.

Nothing waits inside a lane for anything but its own update; lanes run side by side.
"""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import logs
from bot.cleaning import cleaned
from bot.clock import Clock
from bot.courier import TokenRefused, seconds_of
from handlers.talk import House
from handlers.updates import ALLOWED, OURS
from storage import inbox
from storage.inbox import Incoming, Waiting
from storage.store import Unavailable, passes

log = logging.getLogger(__name__)

POLL_TIME = 25
"""Seconds that one question for updates waits at Telegram."""
MOST_WAITING = 500
"""With so many updates waiting no more are fetched; Telegram keeps them for 24 hours."""
FAILURES = 3
"""Exceptions after which an update is set aside."""
DEATHS = 10
"""Process deaths after which an update is run alone, nothing else beside it."""
DEATHS_ALONE = 3
"""Deaths while it was alone after which it is set aside: one of them may still have been somebody else's doing."""
FETCH_PAUSE = 1.0
"""Seconds between tries while no updates can be fetched or stored."""
RETRY_AFTER = 0.5
"""Seconds between tries of an update that failed."""

Handle = Callable[[Update], Any]


class Intake:
    """The durable inbox and its lanes."""

    def __init__(self, house: House, bot: Bot, clock: Clock, handle: Handle) -> None:
        self._house, self._bot, self._clock, self._handle = house, bot, clock, handle
        self._lanes: dict[int, deque[Waiting]] = {}
        self._group: asyncio.TaskGroup | None = None
        self._offset = 0
        self._room = asyncio.Event()
        self._room.set()
        self.open = asyncio.Event()
        """Set once what was left from last time is in its lanes: what is new comes after it."""

    @property
    def idle(self) -> bool:
        return not self._lanes

    async def run(self, fetch: Callable[[], Awaitable[None]]) -> None:
        """Go on with what is left from last time, then take in what `fetch` brings, until cancelled."""
        async with asyncio.TaskGroup() as lanes:
            self._group = lanes
            await self._recover()
            self.open.set()
            await fetch()

    async def _recover(self) -> None:
        """At start: go on with what was taken in and not finished; suspects of killing the process run alone first."""
        await self._house.store.write(inbox.count_deaths, limit=DEATHS)
        waiting = await self._house.store.read(inbox.waiting)
        suspects = [each for each in waiting if each.deaths > DEATHS]
        for each in suspects:
            await self._run_alone(each)
        self._enqueue([each for each in waiting if each not in suspects])

    async def take(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store a batch of raw updates, each once, and start on the new ones. They are on disk when this returns."""
        await self.open.wait()
        batch = [incoming for raw in updates if (incoming := _cleaned(raw)) is not None]
        self._enqueue(await self._house.store.write(inbox.take_in, batch, now=self._clock.now()))

    async def poll(self) -> None:
        """Fetch updates until cancelled. A batch is confirmed by asking for the next one, after it was stored.

        Raises Conflict when somebody else fetches them too, and TokenRefused.
        """
        while True:
            await self._room.wait()
            try:
                await self._fetch()
            except InvalidToken:
                raise TokenRefused from None
            except Conflict:
                raise
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except TelegramError as error:
                log.warning("no updates: %s", type(error).__name__)
                await asyncio.sleep(FETCH_PAUSE)
            except Unavailable as error:  # unconfirmed, so Telegram still has them
                log.error("updates cannot be stored: %s", error.orig)
                await asyncio.sleep(FETCH_PAUSE)

    async def _fetch(self) -> None:
        asked = {"offset": self._offset, "timeout": POLL_TIME, "allowed_updates": json.dumps(ALLOWED)}
        address = f"{self._bot.base_url}/getUpdates?{urlencode(asked)}"
        updates: Any = await self._bot.request.post(address, read_timeout=POLL_TIME + 10)
        await self.take(updates)
        if updates:
            self._offset = updates[-1]["update_id"] + 1

    def _enqueue(self, fresh: Sequence[Waiting]) -> None:
        group = self._group
        if group is None:
            raise RuntimeError("intake does not run")
        for each in fresh:
            lane = self._lanes.get(each.lane)
            if lane is not None:
                lane.append(each)
                continue
            self._lanes[each.lane] = deque([each])
            group.create_task(self._run_lane(each.lane))
        self._make_room()

    def _make_room(self) -> None:
        waiting = sum(len(lane) for lane in self._lanes.values())
        self._room.set() if waiting < MOST_WAITING else self._room.clear()

    async def _run_lane(self, number: int) -> None:
        lane = self._lanes[number]
        while lane:
            await self._run(lane[0])
            lane.popleft()
        del self._lanes[number]
        self._make_room()

    async def _run(self, waiting: Waiting) -> None:
        """Handle one update; tried again after an exception, set aside after the third."""
        with logs.about(update=waiting.seq):
            await self._run_until_settled(waiting)

    async def _run_until_settled(self, waiting: Waiting) -> None:
        while (error := await self._try(waiting)) is not None:
            log.error("an update failed", exc_info=error)
            with suppress(Unavailable):  # the database's failure, not the update's
                if not passes(error) and await self._is_given_up(waiting, error):
                    return
            await asyncio.sleep(RETRY_AFTER)

    async def _is_given_up(self, waiting: Waiting, error: BaseException) -> bool:
        name, now = type(error).__name__, self._clock.now()
        return await self._house.store.write(inbox.failed, waiting.seq, error=name, limit=FAILURES, now=now)

    async def _try(self, waiting: Waiting) -> BaseException | None:
        try:
            data = json.loads(waiting.payload) | {OURS: {"seq": waiting.seq, "removed": waiting.removed}}
            update = Update.de_json(data, self._bot)
            await self._handle(update)
        except Exception as error:  # noqa: BLE001  # whatever it is: tried again, then set aside and shown
            return error
        return self._house.failures.pop(waiting.seq, None)

    async def _run_alone(self, waiting: Waiting) -> None:
        if waiting.deaths > DEATHS + DEATHS_ALONE:
            await self._house.store.write(inbox.set_aside, waiting.seq, now=self._clock.now())
            return
        await self._house.store.write(inbox.suspect, waiting.seq)
        await self._run(waiting)


def _cleaned(raw: dict[str, Any]) -> Incoming | None:
    """One of a shape that Telegram does not document is passed over: fetched for ever, it would stop all others."""
    try:
        return cleaned(raw)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        log.exception("an update could not be read: %s", type(error).__name__)
        return None
