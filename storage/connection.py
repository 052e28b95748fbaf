"""A connection to SQLite that lives in aiosqlite's thread for it, where units run whole."""

import sqlite3
from collections.abc import Callable
from contextvars import copy_context
from typing import Any, ParamSpec, TypeVar

import aiosqlite
from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import URL

P = ParamSpec("P")
T = TypeVar("T")

PRAGMAS = ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "busy_timeout=10000")

_DIALECT = create_engine("sqlite://").dialect
_COMPILED: dict[Any, Any] = {}
"""Statements as SQL, by what they are and by the dialect, which is therefore one for all connections: each is compiled
once in a process, not once a connection. There are as many as the code has."""


class Thread:
    """SQLAlchemy's plain connection, opened inside the thread: work goes there once.

    SQLAlchemy's own dialect for aiosqlite goes to that thread and back four times for every statement.
    """

    def __init__(self, url: URL, *, writes: bool) -> None:
        self._engine = _engine(url, writes=writes)
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

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Run it in the thread. It begins and ends its transactions itself. Raises what it raises."""
        if self._db is None:
            raise RuntimeError("the store is not open")
        return await self._in_thread(work, self._db)

    async def _in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        run = copy_context().run
        # Private to aiosqlite, whose public methods are one statement each. It and the thread are all we reach for.
        result: T = await self._thread._execute(run, work, *args, **kwargs)  # type: ignore[no-untyped-call]  # noqa: SLF001
        return result

    def _connect(self) -> sqlite3.Connection:
        self._db = self._engine.connect()
        connection: sqlite3.Connection = self._db.connection.driver_connection  # type: ignore[assignment]
        return connection


def _engine(url: URL, *, writes: bool) -> Engine:
    engine = create_engine(
        url,
        poolclass=NullPool,
        connect_args={"isolation_level": None},
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )
    engine.dialect = _DIALECT
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in (*PRAGMAS, "query_only=OFF" if writes else "query_only=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
