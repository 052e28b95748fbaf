"""Reminders, from draft to done."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from domain.audience import NOBODY, Audience
from domain.reminders import Reminder, Screen
from storage import Db, audiences, keys
from storage.tables import reminders


def add(db: Db, *, author: int, organisation: int, now: datetime) -> int:
    values = {"author_id": author, "organisation_id": organisation, "version": 1, "created_at": now}
    values |= {"only_author": False, **audiences.columns(NOBODY)}
    return keys.add(db, insert(reminders), values)


def by_id(db: Db, reminder: int) -> Reminder | None:
    row = db.execute(select(reminders).where(reminders.c.id == reminder)).first()
    return _reminder(row) if row else None


def open_drafts_of(db: Db, author: int) -> list[Reminder]:
    drafts = (reminders.c.author_id == author, reminders.c.set_at.is_(None), reminders.c.discarded_at.is_(None))
    return [_reminder(row) for row in db.execute(select(reminders).where(*drafts).order_by(reminders.c.id))]


def change(db: Db, reminder: int, **columns: Any) -> None:
    """Set columns and raise the version."""
    db.execute(update(reminders).where(reminders.c.id == reminder).values(version=reminders.c.version + 1, **columns))


def change_audience(db: Db, reminder: int, audience: Audience, **columns: Any) -> None:
    change(db, reminder, **audiences.columns(audience), **columns)


def _reminder(row: Row[Any]) -> Reminder:
    return Reminder(
        id=row.id,
        author=row.author_id,
        organisation=row.organisation_id,
        version=row.version,
        created_at=row.created_at,
        text=row.text,
        audience=audiences.of(row),
        only_author=row.only_author,
        day=row.day,
        hour=row.hour,
        screen=Screen(row.screen) if row.screen else None,
        set_at=row.set_at,
        rung_at=row.rung_at,
        discarded_at=row.discarded_at,
        done_at=row.done_at,
        done_by=row.done_by,
    )
