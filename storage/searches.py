"""What each person searched for last."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from domain.searches import Period, Search
from storage import Db
from storage.tables import searches


def of(db: Db, person: int) -> Search:
    row = db.execute(select(searches).where(searches.c.person_id == person)).first()
    if row is None:
        return Search()
    return Search(site=row.site, place=row.place, category=row.category, period=Period.of_days(row.days))


def keep(db: Db, person: int, search: Search) -> None:
    values: dict[str, Any] = {"site": search.site, "place": search.place, "category": search.category}
    values["days"] = search.period.days if search.period else None
    row = upsert(searches).values(values | {"person_id": person})
    db.execute(row.on_conflict_do_update(index_elements=["person_id"], set_=values))
