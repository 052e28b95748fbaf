"""Alerts and their recipients."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, insert, select, update

from domain.alerts import Alert, Level, Recipient, Screen
from domain.audience import NOBODY, Audience
from domain.sending import State
from storage import Db, audiences, keys
from storage.tables import alerts, messages, recipients


def add(db: Db, *, author: int, now: datetime) -> int:
    values = {"author_id": author, "version": 1, "created_at": now, **audiences.columns(NOBODY)}
    return keys.add(db, insert(alerts), values)


def by_id(db: Db, alert: int) -> Alert | None:
    row = db.execute(select(alerts).where(alerts.c.id == alert)).first()
    return _alert(row) if row else None


def open_drafts_of(db: Db, author: int) -> list[Alert]:
    drafts = (alerts.c.author_id == author, alerts.c.sent_at.is_(None), alerts.c.discarded_at.is_(None))
    return [_alert(row) for row in db.execute(select(alerts).where(*drafts).order_by(alerts.c.id))]


def change(db: Db, alert: int, **columns: Any) -> None:
    """Set columns and raise the version."""
    db.execute(update(alerts).where(alerts.c.id == alert).values(version=alerts.c.version + 1, **columns))


def change_audience(db: Db, alert: int, audience: Audience, **columns: Any) -> None:
    change(db, alert, **audiences.columns(audience), **columns)


def add_recipients(db: Db, alert: int, message_rows: Mapping[int, int]) -> None:
    """Write down whom the alert is for: the row of each person's message, by person."""
    rows = [{"alert_id": alert, "person_id": person, "message_row": row} for person, row in message_rows.items()]
    db.execute(insert(recipients), rows)


def recipients_of(db: Db, alert: int) -> list[Recipient]:
    return [_recipient(row) for row in db.execute(_RECIPIENTS.where(recipients.c.alert_id == alert))]


def recipient(db: Db, alert: int, *, person: int) -> Recipient | None:
    query = _RECIPIENTS.where(recipients.c.alert_id == alert, recipients.c.person_id == person)
    row = db.execute(query).first()
    return _recipient(row) if row else None


def acknowledge(db: Db, alert: int, *, person: int, now: datetime) -> bool:
    """Write the acknowledgement down; False when there was one already."""
    first = (recipients.c.alert_id == alert, recipients.c.person_id == person, recipients.c.acknowledged_at.is_(None))
    return db.execute(update(recipients).where(*first).values(acknowledged_at=now)).rowcount == 1


_RECIPIENTS: Select[Any] = (
    select(recipients, messages.c.state)
    .join_from(recipients, messages, messages.c.id == recipients.c.message_row)
    .order_by(recipients.c.person_id)
)


def _recipient(row: Row[Any]) -> Recipient:
    return Recipient(row.person_id, State(row.state), row.acknowledged_at)


def _alert(row: Row[Any]) -> Alert:
    return Alert(
        id=row.id,
        author=row.author_id,
        version=row.version,
        created_at=row.created_at,
        text=row.text,
        level=Level(row.level) if row.level else None,
        audience=audiences.of(row),
        screen=Screen(row.screen) if row.screen else None,
        sent_at=row.sent_at,
        discarded_at=row.discarded_at,
    )
