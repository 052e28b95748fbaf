"""What the operator imported: kept entry by entry as it stood in the file, parsed once per change."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from domain.vocabulary import Vocabulary, parse
from storage import Db
from storage.snapshot import asked_once
from storage.tables import vocabulary

SINGLE = "municipality"
NAMED_BY_LEVEL = "severity"
_CACHE = "vocabulary"
_REVISION = select(func.max(vocabulary.c.revision))


@asked_once
def load(db: Db) -> Vocabulary:
    """The whole vocabulary; parsed again only when an import has changed it since this connection last looked."""
    revision = db.scalar(_REVISION) or 0
    cached: tuple[int, Vocabulary] | None = db.info.get(_CACHE)
    if cached and cached[0] == revision:
        return cached[1]
    loaded = parse(_assemble(db), file="database")
    db.info[_CACHE] = (revision, loaded)
    return loaded


def save(db: Db, data: Mapping[str, Any]) -> int:
    """Add or replace each entry of a file that was parsed before; others stay. Returns how many changed."""
    before = {(row.kind, row.key): (row.position, row.body) for row in db.execute(select(vocabulary))}
    revision = (db.scalar(_REVISION) or 0) + 1
    changed = [row for row in _entries(data) if before.get((row["kind"], row["key"])) != (row["position"], row["body"])]
    for row in changed:
        fresh = row | {"revision": revision}
        db.execute(insert(vocabulary).values(fresh).on_conflict_do_update(index_elements=["kind", "key"], set_=fresh))
    return len(changed)


def _entries(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for kind, body in data.items():
        entries = [body] if kind == SINGLE else body
        for position, entry in enumerate(entries):
            rows.append({"kind": kind, "key": _key(kind, entry), "position": position, "body": entry})
    return rows


def _key(kind: str, entry: Mapping[str, Any]) -> str:
    return kind if kind == SINGLE else str(entry["level" if kind == NAMED_BY_LEVEL else "key"])


def _assemble(db: Db) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for row in db.execute(select(vocabulary).order_by(vocabulary.c.kind, vocabulary.c.position, vocabulary.c.key)):
        if row.kind == SINGLE:
            data[row.kind] = row.body
        else:
            data.setdefault(row.kind, []).append(row.body)
    return data
