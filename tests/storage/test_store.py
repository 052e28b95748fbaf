"""A unit is whole or nothing, one after the other, and nobody's impatience harms the next."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from storage import Db
from storage.store import CannotOpen, Store, Unavailable
from storage.tables import organisations, people
from tests.town import FRIDAY


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'store.db'}")
    await store.open()
    yield store
    await store.close()


def found(db: Db, *, name: str) -> int:
    return int(db.execute(insert(organisations).values(name=name).returning(organisations.c.id)).scalar_one())


def how_many(db: Db) -> int:
    return int(db.scalar(select(func.count()).select_from(organisations)) or 0)


def count_up(db: Db) -> None:
    """Read, think, write: as a service does."""
    number = int(db.scalar(select(organisations.c.name)) or "0")
    db.execute(update(organisations).values(name=str(number + 1)))


def names(db: Db) -> list[str]:
    return list(db.execute(select(organisations.c.name).order_by(organisations.c.id)).scalars())


def count(db: Db) -> int:
    return int(db.scalar(select(organisations.c.name)) or "0")


async def test_no_read_modify_write_is_lost(store: Store) -> None:
    await store.write(found, name="0")
    await asyncio.gather(*(store.write(count_up) for _ in range(200)))
    assert await store.read(count) == 200


async def test_cancelled_callers_leave_whole_units_and_no_lock(store: Store) -> None:
    await store.write(found, name="0")
    for number in range(300):
        impatient = asyncio.create_task(store.write(count_up))
        await asyncio.sleep(number % 7 * 0.0003)
        impatient.cancel()
        await asyncio.gather(impatient, return_exceptions=True)
    await store.write(count_up)
    begun = await store.read(count)
    assert 1 <= begun <= 301
    await asyncio.wait_for(asyncio.gather(*(store.write(count_up) for _ in range(20))), 10)
    assert await store.read(count) == begun + 20


async def test_units_happen_in_the_order_they_came(store: Store) -> None:
    await store.write(found, name="0")

    def note(db: Db, mark: str) -> None:
        found(db, name=mark)

    marks = [f"unit {number}" for number in range(50)]
    await asyncio.gather(*(store.write(note, mark) for mark in marks))
    assert (await store.read(names))[1:] == marks


async def test_who_fails_fails_alone(store: Store) -> None:
    """Also when the database itself refuses: those who shared the commit are not told of it."""

    def stumbles(db: Db) -> None:
        found(db, name="half")
        raise LookupError("mine alone")

    def asks_for_what_is_not_there(db: Db) -> None:
        found(db, name="half")
        db.execute(text("SELECT * FROM nowhere"))

    units: list[Callable[[Db], object]] = [partial(found, name=f"{number}") for number in range(20)]
    units[7:7] = [stumbles, asks_for_what_is_not_there]
    told = await asyncio.gather(*(store.write(unit) for unit in units), return_exceptions=True)

    failed = [type(each) for each in told if isinstance(each, Exception)]
    assert failed == [LookupError, Unavailable]
    assert await store.read(names) == [f"{number}" for number in range(20)]


async def test_a_unit_that_fails_leaves_nothing_behind(store: Store) -> None:
    def fails(db: Db) -> None:
        found(db, name="Trygg Bevakning")
        raise LookupError("in the middle")

    with pytest.raises(LookupError, match="in the middle"):
        await store.write(fails)
    assert await store.read(how_many) == 0
    await store.write(found, name="Trygg Bevakning")
    assert await store.read(how_many) == 1


async def test_a_unit_that_only_reads_cannot_write(store: Store) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        await store.read(found, name="Trygg Bevakning")
    assert await store.read(how_many) == 0


async def test_a_reference_to_nothing_is_refused(store: Store) -> None:
    def refer(db: Db) -> None:
        db.execute(insert(people).values(chat_id=1, organisation_id=99, created_at=FRIDAY))

    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        await store.write(refer)


async def test_it_is_kept_as_operators_are_told(store: Store) -> None:
    """synchronous=FULL: a commit survives a power cut. secure_delete: what is erased is overwritten."""

    def pragmas(db: Db) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return {name: db.scalar(text(f"PRAGMA {name}")) for name in names}

    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert await store.write(pragmas) == expected
    assert await store.read(pragmas) == expected


async def test_committed_is_called_after_the_commit(store: Store, tmp_path: Path) -> None:
    seen: list[int] = []

    def look() -> None:
        with closing(sqlite3.connect(tmp_path / "store.db")) as another:
            seen.append(another.execute("SELECT count(*) FROM organisations").fetchone()[0])

    store.committed = look
    await store.write(found, name="Trygg Bevakning")
    assert seen == [1]


async def test_closing_waits_for_those_in_line(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'store.db'}")
    await store.open()
    line = [asyncio.create_task(store.write(found, name=str(number))) for number in range(20)]
    await asyncio.sleep(0.001)
    await store.close()
    await asyncio.gather(*line)
    with closing(sqlite3.connect(tmp_path / "store.db")) as another:
        assert another.execute("SELECT count(*) FROM organisations").fetchone() == (20,)


async def test_what_is_no_database_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database, and longer than the header that one begins with " * 4)
    for address in (tmp_path / "notes.txt", tmp_path / "nowhere" / "store.db"):
        with pytest.raises(CannotOpen):
            await Store(f"sqlite:///{address}").open()
