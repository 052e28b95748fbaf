"""Plays the cases on a database whose schema is the migrations'. Nothing that is played stays in it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine

from sandbox import entities
from storage.store import Store
from tests.cards.case import Case
from tests.cards.stage import Stage, Written


@contextmanager
def opened(file: Path) -> Iterator[Engine]:
    """The database of a store that was opened once. Not for use inside a running event loop."""
    entities.silence()

    async def found() -> None:
        store = Store(f"sqlite:///{file}")
        await store.open()
        await store.close()

    asyncio.run(found())
    engine = create_engine(f"sqlite:///{file}")
    yield engine
    engine.dispose()


def played(engine: Engine, case: Case, written: Written | None = None) -> Stage:
    """The stage after the case, with what people usually write unless it is said."""
    with engine.connect() as db:
        stage = Stage(db, written or Written())
        try:
            stage.set_up()
            case(stage)
        finally:
            db.rollback()
            db.info.clear()
    return stage
