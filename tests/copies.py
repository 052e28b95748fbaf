"""Databases in memory, copied from one that was filled once: to fill one takes a hundred times as long."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, make_url

from storage import migrate, vocabulary


@dataclass(frozen=True, slots=True)
class Filled:
    """A database's content, and what a connection that read it knows of it: its vocabulary."""

    content: bytes
    known: Mapping[Any, Any]


def filled(fill: Callable[[Connection], object]) -> Filled:
    """A database whose schema is the migrations', after that."""
    with copy(_migrated()) as db:
        fill(db)
        vocabulary.load(db)
        db.commit()
        return Filled(_raw(db).serialize(), dict(db.info))


@contextmanager
def copy(of: Filled) -> Iterator[Connection]:
    """A database with that in it; one at a time."""
    with _engine().connect() as db:
        _raw(db).deserialize(of.content)
        db.info.clear()
        db.info.update(of.known)
        yield db


@cache
def _migrated() -> Filled:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "town.db"
        migrate.to_newest(make_url(f"sqlite:///{file}"))
        return Filled(file.read_bytes(), {})


@cache
def _engine() -> Engine:
    """The same for all, so that each statement is compiled once."""
    return create_engine("sqlite://", poolclass=StaticPool)


def _raw(db: Connection) -> sqlite3.Connection:
    connection: sqlite3.Connection = db.connection.driver_connection  # type: ignore[assignment]
    return connection
