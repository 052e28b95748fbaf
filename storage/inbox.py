"""Updates taken in from Telegram: stored before they are confirmed, erased when they are done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from storage import Db
from storage.tables import updates


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An update as it arrived and was cleaned: `lane` is the chat whose order counts, `removed` what was taken out."""

    update_id: int
    lane: int
    payload: str
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    seq: int
    lane: int
    payload: str
    removed: tuple[str, ...]
    failures: int
    deaths: int


def take_in(db: Db, batch: Sequence[Incoming], *, now: datetime) -> list[Waiting]:
    """Store what is new of a batch, in its order; an update_id seen before is passed over. Returns the new ones."""
    fresh: list[Waiting] = []
    statement = insert(updates).on_conflict_do_nothing().returning(updates.c.seq)
    for each in batch:
        row = {"update_id": each.update_id, "lane": each.lane, "payload": each.payload, "removed": list(each.removed)}
        seq = db.execute(statement, row | {"received_at": now, "failures": 0, "deaths": 0}).scalar()
        if seq is not None:
            fresh.append(
                Waiting(seq=seq, lane=each.lane, payload=each.payload, removed=each.removed, failures=0, deaths=0)
            )
    return fresh


def waiting(db: Db) -> list[Waiting]:
    """All that is neither done nor set aside, in order of arrival."""
    query = select(updates).where(updates.c.done_at.is_(None), updates.c.aside_at.is_(None)).order_by(updates.c.seq)
    return [
        Waiting(
            seq=row.seq,
            lane=row.lane,
            payload=row.payload,
            removed=tuple(row.removed),
            failures=row.failures,
            deaths=row.deaths,
        )
        for row in db.execute(query)
    ]


_DONE = (
    update(updates)
    .where(updates.c.seq == bindparam("number"))
    .values(done_at=bindparam("now"), payload=None, removed=None)
)


def done(db: Db, seq: int, *, now: datetime) -> None:
    """Mark as handled and erase what it said; in the transaction of the act itself."""
    db.execute(_DONE, {"number": seq, "now": now})


def failed(db: Db, seq: int, *, error: str, limit: int, now: datetime) -> bool:
    """Count an exception; at the limit the update is set aside. Returns whether it was."""
    failures = db.execute(
        update(updates)
        .where(updates.c.seq == seq)
        .values(failures=updates.c.failures + 1, error=error)
        .returning(updates.c.failures)
    ).scalar_one()
    if failures >= limit:
        set_aside(db, seq, now=now)
    return bool(failures >= limit)


def set_aside(db: Db, seq: int, *, now: datetime) -> None:
    """Stop trying. The payload stays for the operator until retention takes it."""
    db.execute(update(updates).where(updates.c.seq == seq).values(aside_at=now))


def count_deaths(db: Db, *, limit: int) -> None:
    """At start: everything still waiting may be what the process died of. Above the limit only `suspect` counts."""
    waits = (updates.c.done_at.is_(None), updates.c.aside_at.is_(None))
    db.execute(update(updates).where(*waits, updates.c.deaths <= limit).values(deaths=updates.c.deaths + 1))


def suspect(db: Db, seq: int) -> None:
    """Count the death that this one will be if it is not done: nothing runs beside it."""
    db.execute(update(updates).where(updates.c.seq == seq).values(deaths=updates.c.deaths + 1))


def counts(db: Db) -> dict[str, int]:
    """How many updates wait and how many are set aside."""
    row: Any = db.execute(
        select(
            func.count().filter(updates.c.aside_at.is_(None)).label("waiting"),
            func.count().filter(updates.c.aside_at.is_not(None)).label("aside"),
        ).where(updates.c.done_at.is_(None))
    ).one()
    return {"waiting": row.waiting, "aside": row.aside}


def forget_done(db: Db, *, before: datetime) -> None:
    """Drop what was done before that moment."""
    db.execute(delete(updates).where(updates.c.done_at < before))


def erase_set_aside(db: Db, *, before: datetime) -> None:
    """Empty what was set aside before that moment; that it was stays visible."""
    db.execute(update(updates).where(updates.c.aside_at < before).values(payload=None))
