"""Alerts, from draft to what became of them."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from domain.alerts import Alert, Level, Screen
from domain.audience import NOBODY, Audience
from domain.goals import Goal, Step, Whose
from domain.people import Language
from storage import Db, audiences, keys, snapshot
from storage.tables import alerts

_BY_ID = select(alerts).where(alerts.c.id == bindparam("alert"))


def add(db: Db, *, author: int, language: Language, now: datetime) -> int:
    values = {"author_id": author, "language": language, "version": 1, "created_at": now, **audiences.columns(NOBODY)}
    return keys.add(db, insert(alerts), values)


@snapshot.asked_once
def by_id(db: Db, alert: int) -> Alert | None:
    row = db.execute(_BY_ID, {"alert": alert}).first()
    return _alert(row) if row else None


def open_drafts_of(db: Db, author: int) -> list[Alert]:
    drafts = (alerts.c.author_id == author, alerts.c.sends_at.is_(None), alerts.c.discarded_at.is_(None))
    return [_alert(row) for row in db.execute(select(alerts).where(*drafts).order_by(alerts.c.id))]


def ordered(db: Db) -> list[Alert]:
    """What was sent or is to be, the newest first."""
    query = select(alerts).where(*_ORDERED).order_by(alerts.c.sends_at.desc(), alerts.c.id.desc())
    return [_alert(row) for row in db.execute(query)]


def change(db: Db, alert: int, *, audience: Audience | None = None, **columns: Any) -> None:
    """Set columns, and the audience if one is given, and raise the version."""
    chosen = audiences.columns(audience) if audience else {}
    values = {"version": alerts.c.version + 1, **chosen, **columns}
    db.execute(update(alerts).where(alerts.c.id == alert).values(values))


def set_goal(db: Db, alert: int, goal: Goal | None, **columns: Any) -> None:
    change(db, alert, goal_of=goal and goal.whose, goal_minutes=goal and goal.minutes, **columns)


_ORDERED = (alerts.c.sends_at.is_not(None), alerts.c.discarded_at.is_(None))
_CONVERTED = {"language", "level", "screen", "step"}
_SAME = [each.name for each in fields(Alert) if each.name in alerts.c and each.name not in _CONVERTED]
"""What an alert calls by the name of its column."""


def _alert(row: Row[Any]) -> Alert:
    return Alert(
        **{name: getattr(row, name) for name in _SAME},
        author=row.author_id,
        language=Language(row.language),
        level=Level(row.level) if row.level else None,
        audience=audiences.of(row),
        goal=Goal(Whose(row.goal_of), row.goal_minutes) if row.goal_of else None,
        screen=Screen(row.screen) if row.screen else None,
        step=Step(row.step),
    )
