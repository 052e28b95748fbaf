"""The metronome: asks every second what is due. All it knows is in rows; a missed beat is made up by the next."""

import asyncio
import logging
from collections import Counter
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from handlers.talk import House
from services import schedules
from storage.store import passes

log = logging.getLogger(__name__)

BEAT = 1.0
"""Seconds between two questions."""
TRIES = 3
"""Failures after which an occurrence is skipped, so that it holds up nothing else."""


class Scheduler:
    def __init__(self, house: House) -> None:
        self._house = house
        self._ticking = asyncio.Lock()
        self._failures: Counter[int] = Counter()

    async def prepare(self) -> None:
        """Set up the standing schedules."""
        house = self._house
        wait, now = house.escalate_after, house.clock.now()
        await house.store.write(schedules.prepare, zone=house.zone, escalate_after=wait, now=now)

    async def run(self) -> None:
        """Beat until cancelled."""
        metronome = AsyncIOScheduler()
        metronome.add_job(self.tick, "interval", seconds=BEAT, coalesce=True, misfire_grace_time=None, max_instances=1)
        metronome.start()
        try:
            await asyncio.Event().wait()
        finally:
            metronome.shutdown(wait=False)

    async def tick(self) -> None:
        """Do everything that is due by now, one transaction each."""
        async with self._ticking:
            for schedule in await self._house.store.read(schedules.due, now=self._house.clock.now()):
                await self._carry_out(schedule)

    async def next_due(self) -> datetime | None:
        return await self._house.store.read(schedules.next_due_at)

    async def _carry_out(self, schedule: int) -> None:
        now = self._house.clock.now()
        try:
            await self._house.store.write(schedules.run, schedule, now=now)
            del self._failures[schedule]
        except Exception as error:  # one task that fails must not stop the others
            log.exception("schedule %s could not be carried out", schedule)
            if passes(error):  # the database's failure, not the task's: it stays due
                return
            self._failures[schedule] += 1
            if self._failures[schedule] >= TRIES:
                del self._failures[schedule]
                await self._house.store.write(schedules.skip, schedule, now=now)
