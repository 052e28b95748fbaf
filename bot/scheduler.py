"""The metronome: asks every second what is due. All it knows is in rows; a missed beat is made up by the next."""

import asyncio
import logging
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from domain.refusals import Refusal
from handlers.talk import House
from services import schedules

log = logging.getLogger(__name__)

BEAT = 1.0
"""Seconds between two questions."""


class Scheduler:
    def __init__(self, house: House) -> None:
        self._house = house
        self._ticking = asyncio.Lock()

    async def prepare(self) -> None:
        """Set up the standing schedules."""
        await self._house.store.write(schedules.prepare, zone=self._house.zone, now=self._house.clock.now())

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
            if not await self._anything_due():
                return
            while await self._run_next():
                pass

    async def next_due(self) -> datetime | None:
        return await self._house.store.read(schedules.next_due_at)

    async def _anything_due(self) -> bool:
        due = await self._house.store.read(schedules.next_scheduled)
        return due is not None and due <= self._house.clock.now()

    async def _run_next(self) -> bool:
        try:
            return await self._house.store.write(schedules.run_next, now=self._house.clock.now())
        except Refusal as refusal:
            log.error("a task could not be carried out: %s", refusal.text_id)
            return False
