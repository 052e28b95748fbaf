"""The metronome: a task that fails is given up; a database that cannot be used is no fault of the task."""

import sqlite3
from datetime import UTC, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.scheduler import TRIES, Scheduler
from domain.people import Language
from handlers.talk import House
from services import schedules
from storage.store import Unavailable

NOW = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)


class Clock:
    def now(self) -> datetime:
        return NOW


class Store:
    """One schedule is due; carrying it out fails in a given way."""

    def __init__(self, failure: Exception) -> None:
        self.failure, self.skipped = failure, False

    async def read(self, _unit: object, **_: Any) -> list[int]:
        return [1]

    async def write(self, unit: object, *_: Any, **__: Any) -> None:
        if unit is not schedules.skip:
            raise self.failure
        self.skipped = True


async def beats(store: Store) -> None:
    zone = ZoneInfo("Europe/Stockholm")
    scheduler = Scheduler(House(store=cast("Any", store), clock=Clock(), zone=zone, language=Language.SV))
    for _ in range(TRIES):
        await scheduler.tick()


async def test_a_task_that_fails_is_skipped() -> None:
    store = Store(ValueError())
    await beats(store)
    assert store.skipped


async def test_a_locked_database_skips_nothing() -> None:
    store = Store(Unavailable(None, None, sqlite3.OperationalError("database is locked")))
    await beats(store)
    assert not store.skipped
