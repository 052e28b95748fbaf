"""People, organisations, roles and invites."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from domain.invites import Invite
from domain.people import Language, Person, Role
from storage import Db, keys
from storage.tables import invites, organisations, people, roles

_WHOLE: Select[Any] = (
    select(people, organisations.c.name.label("organisation"), roles.c.site, roles.c.role)
    .join_from(people, organisations)
    .outerjoin(roles)
    .order_by(people.c.name, people.c.id)
)
# Built once: building a statement costs more than running it.
_BY_CHAT = _WHOLE.where(people.c.chat_id == bindparam("chat"))
_BY_ID = _WHOLE.where(people.c.id == bindparam("person"))


def by_chat(db: Db, chat_id: int) -> Person | None:
    found = _people(db, _BY_CHAT, chat=chat_id)
    return found[0] if found else None


def by_id(db: Db, person: int) -> Person:
    """Raises LookupError for an id that never was."""
    found = _people(db, _BY_ID, person=person)
    if not found:
        raise LookupError(person)
    return found[0]


def by_ids(db: Db, ids: Collection[int]) -> dict[int, Person]:
    return {person.id: person for person in _people(db, _WHOLE.where(people.c.id.in_(ids)))}


def members(db: Db, *, roles_held: Collection[Role] | None = None) -> list[Person]:
    """All accepted and not revoked people by name, or those of them who hold one of the roles anywhere."""
    query = _WHOLE.where(people.c.accepted_at.is_not(None), people.c.revoked_at.is_(None))
    if roles_held is not None:
        holders = select(roles.c.person_id).where(roles.c.role.in_(roles_held))
        query = query.where(people.c.id.in_(holders))
    return _people(db, query)


def add(db: Db, *, chat_id: int, organisation: int, now: datetime) -> int:
    values = {"chat_id": chat_id, "organisation_id": organisation, "created_at": now}
    return keys.add(db, insert(people), values)


def change(db: Db, person: int, **columns: Any) -> None:
    db.execute(update(people).where(people.c.id == person).values(columns))


def give_role(db: Db, person: int, *, site: str, role: Role) -> None:
    values = {"person_id": person, "site": site, "role": role}
    db.execute(
        upsert(roles).values(values).on_conflict_do_update(index_elements=["person_id", "site"], set_={"role": role})
    )


def take_roles(db: Db, person: int) -> None:
    db.execute(delete(roles).where(roles.c.person_id == person))


def organisation_of(db: Db, person: int) -> int:
    return int(db.execute(select(people.c.organisation_id).where(people.c.id == person)).scalar_one())


def organisation_id(db: Db, name: str) -> int:
    """The id of the organisation with that name, which is added when it is new."""
    alike = name.casefold()  # SQLite itself folds no more than A to Z
    known = next((number for number, each in all_organisations(db).items() if each.casefold() == alike), None)
    if known is not None:
        return known
    return keys.add(db, insert(organisations), {"name": name})


def all_organisations(db: Db) -> dict[int, str]:
    return {row.id: row.name for row in db.execute(select(organisations).order_by(organisations.c.name))}


def organisations_in_use(db: Db, now: datetime) -> dict[int, str]:
    """Those with a person or an invite that can still be used, by name; one that was only misspelt is in no use."""
    invited = select(invites.c.organisation_id).where(*_usable(now))
    in_use = or_(
        organisations.c.id.in_(select(people.c.organisation_id)),
        organisations.c.id.in_(invited),
    )
    rows = db.execute(select(organisations).where(in_use).order_by(func.lower(organisations.c.name)))
    return {row.id: row.name for row in rows}


def add_invite(db: Db, *, invited_by: int | None, created_at: datetime, expires_at: datetime, **rest: Any) -> int:
    values = {"invited_by": invited_by, "created_at": created_at, "expires_at": expires_at, **rest}
    return keys.add(db, insert(invites), values)


def change_invite(db: Db, invite: int, **columns: Any) -> None:
    db.execute(update(invites).where(invites.c.id == invite).values(columns))


def invite(db: Db, number: int) -> Invite:
    """Raises LookupError for an id that never was."""
    found = _invites(db, _INVITE.where(invites.c.id == number))
    if not found:
        raise LookupError(number)
    return found[0]


def invite_by_token(db: Db, token: str) -> Invite | None:
    found = _invites(db, _INVITE.where(invites.c.token == token))
    return found[0] if found else None


def invites_used_by(db: Db, person: int) -> list[Invite]:
    return _invites(db, _INVITE.where(invites.c.used_by == person).order_by(invites.c.id))


def pending_invites_of(db: Db, inviter: int) -> list[Invite]:
    """The inviter's invites that were neither used nor cancelled, those still being written included."""
    pending = (invites.c.invited_by == inviter, invites.c.used_at.is_(None), invites.c.cancelled_at.is_(None))
    return _invites(db, _INVITE.where(*pending).order_by(invites.c.id))


def _usable(now: datetime) -> tuple[ColumnElement[bool], ...]:
    standing = (invites.c.token.is_not(None), invites.c.used_at.is_(None), invites.c.cancelled_at.is_(None))
    return (*standing, invites.c.expires_at > now)


_INVITE: Select[Any] = select(invites, organisations.c.name.label("organisation")).outerjoin(
    organisations, organisations.c.id == invites.c.organisation_id
)


def _invites(db: Db, query: Select[Any]) -> list[Invite]:
    return [
        Invite(
            id=row.id,
            token=row.token,
            role=Role(row.role) if row.role else None,
            site=row.site,
            organisation_id=row.organisation_id,
            organisation=row.organisation,
            invited_by=row.invited_by,
            created_at=row.created_at,
            expires_at=row.expires_at,
            used_by=row.used_by,
            used_at=row.used_at,
            cancelled_at=row.cancelled_at,
        )
        for row in db.execute(query)
    ]


def _people(db: Db, query: Select[Any], **values: int) -> list[Person]:
    grouped: dict[int, list[Row[Any]]] = {}
    for row in db.execute(query, values):
        grouped.setdefault(row.id, []).append(row)
    return [_person(rows) for rows in grouped.values()]


def _person(rows: list[Row[Any]]) -> Person:
    row = rows[0]
    return Person(
        id=row.id,
        chat_id=row.chat_id,
        name=row.name,
        language=Language(row.language) if row.language else None,
        organisation=row.organisation,
        roles={each.site: Role(each.role) for each in rows if each.site},
        accepted_at=row.accepted_at,
        revoked_at=row.revoked_at,
        unreachable_since=row.unreachable_since,
        expects=row.expects,
    )
