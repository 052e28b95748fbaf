"""Pays what is owed: words each message as it leaves, under Telegram's limits, and writes down what came of it.

Three steps, none inside another: claim (a short transaction), send (no transaction open), settle (a short transaction).
"""

import asyncio
import logging
import random
from collections.abc import Sequence
from contextlib import suppress

from bot.caller import Caller
from bot.clock import Clock
from bot.courier import Outcome, TokenRefused, attempt
from bot.settlement import recover, write_down
from bot.wording import Worded, put_into_words
from domain.pacing import Pacer
from domain.sending import Owed, Result, back_off
from handlers.talk import House
from storage import Db, delivery, snapshot
from storage.store import Unavailable

log = logging.getLogger(__name__)

IN_FLIGHT = 192
"""How many calls to Telegram may be under way at once: a thousand a second, each of which takes a fifth of one."""
A_ROUND = 64
"""So many are looked at in one round: about what can be worded in its time, and what is left over is read anew."""
WORDING_TIME = 0.02
"""Seconds after which a round goes out with what has been worded: whose phone rings can wait for who has tapped."""
NOT_CALLED = 20
"""So many are looked at beyond those that may leave: what stands as it should, or is withdrawn, needs no call."""
LONGEST_REST = 5.0
"""Seconds without a wake-up after which the outbox is looked at anyway."""
DATABASE_PAUSE = 1.0
"""Seconds between two tries while the database cannot be used: a full disk, a lock that somebody holds."""
LANDING = 3.0
"""Seconds that calls under way get when the bot stops: cut off, nobody would know whether their messages arrived."""
SHORTEST_REST = 0.005
"""Seconds between two looks at an outbox from which nothing may leave yet."""


class Delivery:
    """Runs until cancelled, or until TokenRefused; `wake` after every commit that may have owed something."""

    def __init__(self, house: House, bot: Caller, clock: Clock, pacer: Pacer) -> None:
        self._house, self._bot, self._clock, self._pacer = house, bot, clock, pacer
        self._wake = asyncio.Event()
        self._flying: dict[int, int] = {}
        self._held: dict[int, float] = {}
        self._outcomes: list[tuple[Worded, Outcome]] = []
        self._settling = asyncio.Event()
        self._looked_at = 0.0

    def wake(self) -> None:
        self._wake.set()

    async def recover(self) -> None:
        """At start, before `run`: settle what a crash interrupted."""
        await self._house.store.write(recover, now=self._clock.now())

    async def run(self) -> None:
        async with asyncio.TaskGroup() as flights:
            settling = flights.create_task(self._settle())
            try:
                await self._go_on(flights)
            except asyncio.CancelledError:
                await self._land(settling)
                raise

    async def _go_on(self, flights: asyncio.TaskGroup) -> None:
        while True:
            try:
                self._wake.clear()
                if not await self._round(flights):
                    await self._rest()
            except Unavailable as error:
                log.error("the outbox cannot be used: %s", error.orig)
                await asyncio.sleep(DATABASE_PAUSE)

    async def _land(self, settling: "asyncio.Task[None]") -> None:
        """Let what is under way arrive and be written down, unless that is what failed."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LANDING):
                while self._flying and not settling.done():  # noqa: ASYNC110  # both tell it, and neither is an event
                    await asyncio.sleep(SHORTEST_REST)

    async def idle(self) -> bool:
        """Whether nothing is due, under way or unsettled."""
        if self._flying:
            return False
        due = await self._house.store.read(delivery.next_due)
        return not self._flying and (due is None or due > self._clock.now())

    async def _round(self, flights: asyncio.TaskGroup) -> bool:
        """Send what may leave now. Returns whether anything did."""
        free = IN_FLIGHT - len(self._flying)
        elapsed = self._looked_at = self._clock.elapsed()
        room = self._pacer.room(elapsed)
        if free <= 0 or not room:
            return False
        self._held = {row: until for row, until in self._held.items() if until > elapsed}
        rows, chats = [*self._flying, *self._held], {*self._flying.values(), *self._pacer.waiting(elapsed)}
        looked_at = int(min(free, room + NOT_CALLED, A_ROUND))
        worded = await self._house.store.read(
            self._word_due, limit=looked_at, calls=room, not_rows=rows, not_chats=chats
        )
        leaving = [each for each in worded if self._take(each)]
        if leaving:
            await asyncio.shield(self._launch(leaving, flights))  # claimed and not sent would look like sent
        return bool(leaving)

    async def _launch(self, leaving: Sequence[Worded], flights: asyncio.TaskGroup) -> None:
        new = [each.owed.id for each in leaving if each.is_new_message]
        if new:
            await self._claim(new, leaving)
        for each in leaving:
            flights.create_task(self._deliver(each))

    async def _claim(self, new: Sequence[int], leaving: Sequence[Worded]) -> None:
        """Mark new messages as under way. Raises Unavailable, and then nothing leaves."""
        try:
            await self._house.store.write(delivery.claim, new)
        except Unavailable:
            for each in leaving:
                del self._flying[each.owed.id]
            raise

    def _word_due(
        self, db: Db, *, limit: int, calls: float, not_rows: Sequence[int], not_chats: set[int]
    ) -> list[Worded]:
        """Read what is due, one message a chat, and put it into words: all in one state of the database.

        At most `calls` of them need one. What a long round would keep waiting is the reply to a tap, so it ends after
        `WORDING_TIME`.
        """
        now = self._clock.now()
        due = delivery.due(db, now=now, limit=limit, not_rows=not_rows, not_chats=not_chats)
        first_of_chat: dict[int, Owed] = {}
        for owed in due:
            first_of_chat.setdefault(owed.chat_id, owed)
        snapshot.expect(db, (owed.person for owed in first_of_chat.values() if owed.person))
        worded: list[Worded] = []
        until = self._clock.elapsed() + WORDING_TIME
        for owed in first_of_chat.values():
            worded.append(put_into_words(db, owed, house=self._house, bot_username=self._bot.username, now=now))
            calls -= worded[-1].needs_call
            if calls <= 0 or self._clock.elapsed() >= until:
                break
        return worded

    def _take(self, worded: Worded) -> bool:
        """Let it leave, if the limits allow."""
        owed, elapsed = worded.owed, self._clock.elapsed()
        if worded.needs_call:
            if self._pacer.ready_at(owed.chat_id, elapsed, edits=not worded.is_new_message) > elapsed:
                return False
            self._pacer.take(owed.chat_id, elapsed, edits=not worded.is_new_message)
        self._flying[owed.id] = owed.chat_id
        return True

    async def _deliver(self, worded: Worded) -> None:
        outcome = await self._outcome(worded)
        self._hold_back(worded.owed, outcome)
        self._outcomes.append((worded, outcome))
        self._settling.set()

    async def _outcome(self, worded: Worded) -> Outcome:
        if not worded.needs_call:
            return without_call(worded)
        try:
            return await attempt(self._bot, worded.owed, worded.card)
        except TokenRefused:
            raise
        except Exception:  # one message that cannot be sent must not stop all others
            log.exception("a message of kind %s could not be sent", worded.owed.kind)
            return Outcome(result=Result.REFUSED, error="internal error")

    def _hold_back(self, owed: Owed, outcome: Outcome) -> None:
        """Wait as long as Telegram says, or longer from try to try, on the clock that is never wound."""
        elapsed = self._clock.elapsed()
        if outcome.pause is not None:
            self._pacer.pause(owed.chat_id, elapsed + outcome.pause, elapsed)
        elif outcome.result in (Result.NOT_SENT, Result.UNKNOWN):
            jitter = random.random()  # noqa: S311  # spreads retries, keeps no secret
            self._held[owed.id] = elapsed + back_off(owed.attempts + 1, jitter).total_seconds()

    async def _settle(self) -> None:
        """Write outcomes down, as many in one transaction as have gathered."""
        while True:
            await self._settling.wait()
            self._settling.clear()
            batch, self._outcomes = self._outcomes, []
            await self._write_down(batch)
            for worded, _ in batch:
                del self._flying[worded.owed.id]
            self.wake()

    async def _write_down(self, batch: list[tuple[Worded, Outcome]]) -> None:
        """Until it is written: an outcome that is forgotten would be found out by sending twice."""
        while True:
            try:
                await self._house.store.write(write_down, batch, now=self._clock.now())
            except Unavailable as error:
                log.error("%d outcomes cannot be written down yet: %s", len(batch), error.orig)
                await asyncio.sleep(DATABASE_PAUSE)
            else:
                return

    async def _rest(self) -> None:
        """Wait for a wake-up, or until the next thing may leave."""
        longest = await self._until_next()
        with suppress(TimeoutError):
            async with asyncio.timeout(longest):
                await self._wake.wait()

    async def _until_next(self) -> float:
        due = await self._house.store.read(delivery.next_due)
        wait = (due - self._clock.now()).total_seconds() if due else LONGEST_REST
        if wait <= 0:  # due already: something holds it back
            # What became ready since the last look is no change that is still to come, and nobody would wake us for it.
            change = min([self._pacer.next_change(self._looked_at), *self._held.values()])
            wait = change - self._clock.elapsed()
        return min(max(wait, SHORTEST_REST), LONGEST_REST)


def without_call(worded: Worded) -> Outcome:
    if worded.fault:
        return Outcome(result=Result.REFUSED, error=worded.fault)
    if not worded.owed.is_first:
        return Outcome(result=Result.DONE, message_id=worded.owed.message_id)
    if worded.owed.repeat:  # whether the first arrived nobody knows still
        return Outcome(result=Result.UNKNOWN)
    return Outcome(result=Result.EXPIRED if worded.owed.expired else Result.WITHDRAWN)
