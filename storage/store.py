"""The database, and the unit: one synchronous function that runs in one transaction.

A unit can await nothing, so no network call hides in a transaction; it runs in a thread and must touch only what it was
given. It is never cancelled half-way: cancelled units once left the database locked for the ones that followed.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import aiosqlite
from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError, OperationalError

from storage import migrate

P = ParamSpec("P")
T = TypeVar("T")

Unavailable = OperationalError
"""The database cannot be read or written now."""


class CannotOpen(Exception):
    """No database is to be had there: no such folder, no right to it, or something else is in the file."""


READERS = 2
PRAGMAS = ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "busy_timeout=10000")


class Store:
    """A write connection that takes units one at a time, and a few that can only read."""

    def __init__(self, url: str) -> None:
        self.url: URL = make_url(url)
        self._writer = _Thread(_engine(self.url, begin="BEGIN IMMEDIATE"))
        self._all_readers = [_Thread(_engine(self.url, begin="BEGIN", query_only=True)) for _ in range(READERS)]
        self._writing = asyncio.Lock()
        self._line = asyncio.Lock()
        self._readers: asyncio.Queue[_Thread] = asyncio.Queue()
        self.committed: Callable[[], None] = _nobody_waits
        """Called after every commit: something may be owed now."""

    async def open(self) -> None:
        """Bring the schema up to date and connect.

        Raises CannotOpen, and `migrate.NewerDatabase` for a file of a later version.
        """
        try:
            await asyncio.to_thread(migrate.to_newest, self.url)
            await self._writer.open()
        except DatabaseError as error:
            raise CannotOpen from error
        for reader in self._all_readers:
            await reader.open()
            self._readers.put_nowait(reader)

    async def close(self) -> None:
        """Wait for the units under way, then disconnect."""
        async with self._line, self._writing:
            await self._writer.close()
            for _ in self._all_readers:
                await (await self._readers.get()).close()

    async def write(self, unit: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run the unit in a transaction of its own and commit; an exception rolls all of it back.

        The commit is on disk when this returns. Cancelling the caller does not cancel the unit.
        """
        return await asyncio.shield(self._write_in_line(lambda db: unit(db, *args, **kwargs)))

    async def write_ahead(self, unit: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `write`, but before the units that stand in line: for short ones that everybody's messages wait for."""
        return await asyncio.shield(self._write(lambda db: unit(db, *args, **kwargs)))

    async def read(self, unit: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a unit that only reads, beside the writer, on one consistent state of the database."""
        return await asyncio.shield(self._read(lambda db: unit(db, *args, **kwargs)))

    async def _write_in_line(self, unit: Callable[[Connection], T]) -> T:
        """Only the first in line competes with those that go ahead."""
        async with self._line:
            return await self._write(unit)

    async def _write(self, unit: Callable[[Connection], T]) -> T:
        async with self._writing:
            result = await self._writer.run(unit)
        self.committed()
        return result

    async def _read(self, unit: Callable[[Connection], T]) -> T:
        reader = await self._readers.get()
        try:
            return await reader.run(unit)
        finally:
            self._readers.put_nowait(reader)


class _Thread:
    """A connection that lives in aiosqlite's thread for it, where a unit runs whole.

    SQLAlchemy's own dialect for aiosqlite goes to that thread and back four times for every statement; here SQLAlchemy
    opens its plain connection inside the thread, and a unit goes there once.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._db: Connection | None = None
        self._thread = aiosqlite.Connection(self._connect, iter_chunk_size=1)
        self._thread._thread.daemon = True  # noqa: SLF001  # a store left open must not keep a dying process alive

    async def open(self) -> None:
        await self._thread

    async def close(self) -> None:
        if self._db is None:
            return
        await self._in_thread(self._db.close)
        await self._thread.close()
        self._db = None

    async def run(self, unit: Callable[[Connection], T]) -> T:
        """Run the unit in a transaction. Raises what it raises, after a rollback."""
        if self._db is None:
            raise RuntimeError("the store is not open")
        return await self._in_thread(_run, self._db, unit)

    async def _in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        run = copy_context().run
        # Private to aiosqlite, whose public methods are one statement each. It and the thread are all we reach for.
        result: T = await self._thread._execute(run, work, *args, **kwargs)  # type: ignore[no-untyped-call]  # noqa: SLF001
        return result

    def _connect(self) -> sqlite3.Connection:
        self._db = self._engine.connect()
        connection: sqlite3.Connection = self._db.connection.driver_connection  # type: ignore[assignment]
        return connection


def _run(db: Connection, unit: Callable[[Connection], T]) -> T:
    with db.begin():
        return unit(db)


def _nobody_waits() -> None:
    return None


def database_file(url: str) -> Path | None:
    """The file of an SQLite address, or None for one in memory."""
    name = make_url(url).database
    return Path(name) if name and name != ":memory:" else None


def _engine(url: URL, *, begin: str, query_only: bool = False) -> Engine:
    engine = create_engine(url, poolclass=NullPool, connect_args={"isolation_level": None}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        if query_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
