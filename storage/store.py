"""The database, and the unit: one synchronous function that runs in one transaction.

A unit can await nothing but the database, so no network call hides in a transaction. It is never cancelled half-way:
with cancelled units left behind, the ones that followed found the database locked.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage import migrate

P = ParamSpec("P")
T = TypeVar("T")

Unavailable = OperationalError
"""The database cannot be read or written now."""

READERS = 2
PRAGMAS = ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "busy_timeout=10000")


class Store:
    """A write connection that takes units one at a time, and a few that can only read."""

    def __init__(self, url: str) -> None:
        self.url: URL = make_url(url).set(drivername="sqlite+aiosqlite")
        self._writer_engine = _engine(self.url, begin="BEGIN IMMEDIATE")
        self._reader_engine = _engine(self.url, begin="BEGIN", query_only=True)
        self._writer: AsyncConnection | None = None
        self._writing = asyncio.Lock()
        self._readers: asyncio.Queue[AsyncConnection] = asyncio.Queue()
        self.committed: Callable[[], None] = _nobody_waits
        """Called after every commit: something may be owed now."""

    async def open(self) -> None:
        """Bring the schema up to date and connect. Raises `migrate.NewerDatabase` for a file of a later version."""
        await asyncio.to_thread(migrate.to_newest, self.url)
        self._writer = await self._writer_engine.connect()
        for _ in range(READERS):
            self._readers.put_nowait(await self._reader_engine.connect())

    async def close(self) -> None:
        """Wait for the units under way, then disconnect."""
        async with self._writing:
            if self._writer is None:
                return
            await self._writer.close()
            for _ in range(READERS):
                await (await self._readers.get()).close()
            await self._writer_engine.dispose()
            await self._reader_engine.dispose()

    async def write(self, unit: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run the unit in a transaction of its own and commit; an exception rolls all of it back.

        The commit is on disk when this returns. Cancelling the caller does not cancel the unit.
        """
        return await asyncio.shield(self._write(lambda db: unit(db, *args, **kwargs)))

    async def read(self, unit: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a unit that only reads, beside the writer, on one consistent state of the database."""
        return await asyncio.shield(self._read(lambda db: unit(db, *args, **kwargs)))

    async def _write(self, unit: Callable[[Connection], T]) -> T:
        async with self._writing:
            if self._writer is None:
                raise RuntimeError("the store is not open")
            async with self._writer.begin():
                result = await self._writer.run_sync(unit)
        self.committed()
        return result

    async def _read(self, unit: Callable[[Connection], T]) -> T:
        reader = await self._readers.get()
        try:
            async with reader.begin():
                return await reader.run_sync(unit)
        finally:
            self._readers.put_nowait(reader)


def _nobody_waits() -> None:
    return None


def database_file(url: str) -> Path | None:
    """The file of an SQLite address, or None for one in memory."""
    name = make_url(url).database
    return Path(name) if name and name != ":memory:" else None


def _engine(url: URL, *, begin: str, query_only: bool = False) -> AsyncEngine:
    engine = create_async_engine(url, connect_args={"isolation_level": None}, hide_parameters=True)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        if query_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
