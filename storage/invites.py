"""Invites, and who has taken them up."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from domain.invites import Invite
from domain.people import Role
from storage import Db, keys
from storage.tables import invite_uses, invites, organisations


def add(db: Db, *, invited_by: int | None, created_at: datetime, expires_at: datetime, **rest: Any) -> int:
    times = {"created_at": created_at, "expires_at": expires_at}
    values = {"invited_by": invited_by, **times, **rest}
    return keys.add(db, insert(invites), values)


def change(db: Db, invite: int, **columns: Any) -> None:
    db.execute(update(invites).where(invites.c.id == invite).values(columns))


def by_id(db: Db, number: int) -> Invite:
    """Raises LookupError for an id that never was."""
    found = find(db, number)
    if found is None:
        raise LookupError(number)
    return found


def find(db: Db, number: int) -> Invite | None:
    found = _invites(db, _WHOLE.where(invites.c.id == number))
    return found[0] if found else None


def by_token(db: Db, token: str) -> Invite | None:
    found = _invites(db, _WHOLE.where(invites.c.token == token))
    return found[0] if found else None


def pending_of(db: Db, inviter: int) -> list[Invite]:
    """The inviter's invites that have seats left and were not cancelled, those still being written included."""
    pending = (invites.c.invited_by == inviter, invites.c.cancelled_at.is_(None), invites.c.seats > _USED)
    return _invites(db, _WHOLE.where(*pending).order_by(invites.c.id))


def take(db: Db, invite: int, *, person: int, now: datetime) -> None:
    """Keep a seat for somebody who has begun to join. Taken twice by one person, it is still one seat."""
    values = {"invite_id": invite, "person_id": person, "taken_at": now}
    db.execute(upsert(invite_uses).values(values).on_conflict_do_nothing())


def use(db: Db, invite: int, *, person: int, now: datetime) -> None:
    """The person has said yes; the token of an invite goes with its last seat.

    The times are in the order in which people said yes, also when two did within a microsecond: see `joined_by`.
    """
    take(db, invite, person=person, now=now)
    latest = db.scalar(select(func.max(invite_uses.c.used_at)).where(invite_uses.c.invite_id == invite))
    used_at = max(now, latest + _TICK) if latest else now
    mine = (invite_uses.c.invite_id == invite, invite_uses.c.person_id == person)
    db.execute(update(invite_uses).where(*mine).values(used_at=used_at))
    db.execute(update(invites).where(invites.c.id == invite, invites.c.seats <= _USED).values(token=None))


def give_back(db: Db, person: int) -> None:
    """Free the seats of somebody who has not said yes to them, and will not."""
    theirs = (invite_uses.c.person_id == person, invite_uses.c.used_at.is_(None))
    db.execute(invite_uses.delete().where(*theirs))


def begun_by(db: Db, person: int) -> Invite | None:
    """The invite that the person has taken a seat of and not yet said yes to."""
    begun = select(invite_uses.c.invite_id).where(invite_uses.c.person_id == person, invite_uses.c.used_at.is_(None))
    found = _invites(db, _WHOLE.where(invites.c.id.in_(begun)))
    return found[0] if found else None


def taken_by(db: Db, person: int) -> list[Invite]:
    """The invites that the person has a seat of."""
    theirs = select(invite_uses.c.invite_id).where(invite_uses.c.person_id == person)
    return _invites(db, _WHOLE.where(invites.c.id.in_(theirs)))


def people_of(db: Db, invite: int) -> list[int]:
    """Who has taken a seat, in that order."""
    query = select(invite_uses.c.person_id).where(invite_uses.c.invite_id == invite)
    return list(db.execute(query.order_by(invite_uses.c.taken_at, invite_uses.c.person_id)).scalars())


def joined_by(db: Db, invite: int) -> list[int]:
    """Who has said yes, in that order; it only ever grows at its end."""
    query = select(invite_uses.c.person_id).where(invite_uses.c.invite_id == invite, invite_uses.c.used_at.is_not(None))
    return list(db.execute(query.order_by(invite_uses.c.used_at)).scalars())


def bringing_phone_of(db: Db, person: int) -> list[Invite]:
    """The invites for a new phone of the person that were neither used nor cancelled."""
    pending = (invites.c.person_id == person, invites.c.cancelled_at.is_(None), invites.c.seats > _USED)
    return _invites(db, _WHOLE.where(*pending).order_by(invites.c.id))


def usable(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """What holds of the rows of invites that somebody can still take up."""
    standing = (invites.c.token.is_not(None), invites.c.cancelled_at.is_(None), invites.c.seats > _USED)
    return (*standing, invites.c.expires_at > now)


_TICK = timedelta(microseconds=1)
_OF_THE_INVITE = invite_uses.c.invite_id == invites.c.id
_TAKEN = select(func.count()).where(_OF_THE_INVITE).correlate(invites).scalar_subquery()
_USED = (
    select(func.count()).where(_OF_THE_INVITE, invite_uses.c.used_at.is_not(None)).correlate(invites).scalar_subquery()
)
_WHOLE: Select[Any] = select(
    invites, organisations.c.name.label("organisation"), _TAKEN.label("taken"), _USED.label("used")
).outerjoin(organisations, organisations.c.id == invites.c.organisation_id)


def _invites(db: Db, query: Select[Any]) -> list[Invite]:
    return [_invite(row) for row in db.execute(query)]


def _invite(row: Row[Any]) -> Invite:
    return Invite(
        id=row.id,
        token=row.token,
        role=Role(row.role) if row.role else None,
        site=row.site,
        organisation_id=row.organisation_id,
        organisation=row.organisation,
        invited_by=row.invited_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        seats=row.seats,
        taken=row.taken,
        used=row.used,
        duty_phone=row.duty_phone,
        person=row.person_id,
        claimed_chat=row.claimed_chat,
        claimed_name=row.claimed_name,
        cancelled_at=row.cancelled_at,
    )
