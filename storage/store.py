"""The database, and the unit: one synchronous function that happens whole or not at all.

A unit can await nothing, so no network call hides in a transaction; it runs in a thread and must touch only what it was
given. It is never cancelled half-way: cancelled units once left the database locked for the ones that followed.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError, OperationalError

from storage import migrate, snapshot
from storage.connection import Thread

P = ParamSpec("P")
T = TypeVar("T")
Unit = Callable[[Connection], T]

Unavailable = OperationalError
"""The database cannot be read or written now; see `passes` for whether waiting helps."""
STATEMENT_IS_WRONG = 1
"""SQLite's primary result code SQLITE_ERROR: no such table or column, a syntax error."""


class CannotOpen(Exception):
    """No database is to be had there: no such folder, no right to it, or something else is in the file."""


READERS = 2
TOGETHER = 32
"""How many units at most share one commit: few enough that nobody waits long for the others' work."""


class Store:
    """A write connection, and a few that can only read.

    Units that wait for the write connection at the same moment share a transaction, each in a savepoint of its own, and
    so the one wait for the disk that takes longer than all of their work.
    """

    def __init__(self, url: str) -> None:
        self.url: URL = make_url(url)
        self._writer = Thread(self.url, writes=True)
        self._writing = asyncio.Lock()
        self._line: deque[_Standing] = deque()
        self._all_readers = [Thread(self.url, writes=False) for _ in range(READERS)]
        self._readers: asyncio.Queue[Thread] = asyncio.Queue()
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
        async with self._writing:
            await self._writer.close()
            for _ in self._all_readers:
                await (await self._readers.get()).close()

    async def write(self, unit: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run the unit and commit; an exception undoes all of it, and nothing of anybody else's.

        The commit is on disk when this returns. Cancelling the caller does not cancel the unit.
        """
        result: T = await asyncio.shield(self._write(lambda db: unit(db, *args, **kwargs)))
        return result

    async def read(self, unit: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a unit that only reads, beside the writer, on one consistent state of the database."""
        return await asyncio.shield(self._read(lambda db: unit(db, *args, **kwargs)))

    async def _write(self, unit: Unit[Any]) -> Any:
        """Stand in line; whoever gets the connection first commits for all who stand there."""
        standing = _Standing(unit)
        self._line.append(standing)
        async with self._writing:
            if not standing.outcome.done():
                await self._commit_together()
        return standing.outcome.result()

    async def _commit_together(self) -> None:
        standing = [self._line.popleft() for _ in range(min(len(self._line), TOGETHER))]
        try:
            outcomes = await self._outcomes([each.unit for each in standing])
        except Exception as error:  # noqa: BLE001  # nobody may wait for ever, whatever it is
            outcomes = [_Outcome(error=error)] * len(standing)
        for each, outcome in zip(standing, outcomes, strict=True):
            outcome.tell(each.outcome)
        self.committed()

    async def _outcomes(self, units: Sequence[Unit[Any]]) -> "list[_Outcome]":
        """What came of each. When the database fails with one, each is tried by itself: only one is to blame."""
        if len(units) == 1:
            return [await self._writer.run(partial(_alone, units[0]))]
        try:
            return await self._writer.run(partial(_together, units))
        except DatabaseError:
            return [await self._writer.run(partial(_alone, unit)) for unit in units]

    async def _read(self, unit: Unit[T]) -> T:
        reader = await self._readers.get()
        try:
            return await reader.run(partial(_reading, unit))
        finally:
            self._readers.put_nowait(reader)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A unit in line, and where its caller hears what came of it."""

    unit: Unit[Any]
    outcome: "asyncio.Future[Any]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: Any = None
    error: Exception | None = None

    def tell(self, future: "asyncio.Future[Any]") -> None:
        if self.error:
            future.set_exception(self.error)
        else:
            future.set_result(self.result)


def passes(error: BaseException) -> bool:
    """Whether this is the database's failure of the moment (a lock, a full disk), not the fault of what was asked."""
    if not isinstance(error, Unavailable):
        return False
    code: int | None = getattr(error.orig, "sqlite_errorcode", None)
    return code is None or code & 0xFF != STATEMENT_IS_WRONG


def _alone(unit: Unit[Any], db: Connection) -> _Outcome:
    try:
        with db.begin():
            return _Outcome(unit(db))
    except Exception as error:  # noqa: BLE001  # the caller's to judge
        return _Outcome(error=error)


def _together(units: Sequence[Unit[Any]], db: Connection) -> list[_Outcome]:
    """All in one transaction. Raises DatabaseError, and then none of them happened."""
    with db.begin():
        return [_in_savepoint(unit, db) for unit in units]


def _in_savepoint(unit: Unit[Any], db: Connection) -> _Outcome:
    try:
        with db.begin_nested():
            return _Outcome(unit(db))
    except DatabaseError:  # it may have taken the transaction with it
        raise
    except Exception as error:  # noqa: BLE001  # the caller's to judge
        return _Outcome(error=error)


def _reading(unit: Unit[T], db: Connection) -> T:
    with db.begin(), snapshot.kept(db):
        return unit(db)


def _nobody_waits() -> None:
    return None
