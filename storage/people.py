"""People, the roles they hold, and what they may read."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    ScalarSelect,
    Select,
    String,
    bindparam,
    cast,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from domain.people import EVERY_ORGANISATION, EVERY_SITE, Language, Person, Post, Role
from domain.reach import Unreachable
from storage import Db, keys, snapshot
from storage.tables import deputies, organisations, people, roles, shifts, text_rights

_BETWEEN = ","


def _joined(column: ColumnElement[Any], *where: ColumnElement[bool]) -> ScalarSelect[Any]:
    """A column of all those rows, in one text."""
    query = select(func.aggregate_strings(cast(column, String), _BETWEEN)).where(*where)
    return query.correlate(people).scalar_subquery()


_lender = people.alias("lender")
_LENT = (deputies.c.deputy_id == people.c.id, deputies.c.active)
_LENDER = cast(deputies.c.person_id, String)
_POST = roles.c.site + ":" + roles.c.role
_READ = cast(func.coalesce(text_rights.c.organisation_id, EVERY_ORGANISATION), String)
_WHOLE: Select[Any] = (
    select(
        people,
        organisations.c.name.label("organisation"),
        _joined(_POST, roles.c.person_id == people.c.id).label("posts"),
        _joined(_POST + ":" + _LENDER, roles.c.person_id == deputies.c.person_id, *_LENT).label("lent"),
        _joined(_READ, text_rights.c.person_id == people.c.id).label("reads"),
        _joined(_LENDER + ":" + _READ, text_rights.c.person_id == deputies.c.person_id, *_LENT).label("lent_reads"),
        _joined(_lender.c.organisation_id, _lender.c.id == deputies.c.person_id, _lender.c.is_contact, *_LENT).label(
            "lent_contact_for"
        ),
        _joined(_LENDER, _lender.c.id == deputies.c.person_id, _lender.c.is_police, *_LENT).label("lent_police"),
        select(func.max(shifts.c.id))
        .where(shifts.c.person_id == people.c.id, shifts.c.ended_at.is_(None))
        .correlate(people)
        .scalar_subquery()
        .label("shift"),
    )
    .join_from(people, organisations)
    .order_by(people.c.name, people.c.id)
)
# Built once: building a statement costs more than running it.
_BY_CHAT = _WHOLE.where(people.c.chat_id == bindparam("chat"))
_BY_IDS = _WHOLE.where(people.c.id.in_(bindparam("people", expanding=True)))
_MEMBERS = _WHOLE.where(people.c.joined_at.is_not(None), people.c.revoked_at.is_(None), people.c.chat_id.is_not(None))


def _holds(which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether somebody holds such a role, in their own name or as a deputy: a few are found among thousands so."""
    lent = select(deputies.c.deputy_id).join(roles, roles.c.person_id == deputies.c.person_id).where(deputies.c.active)
    return or_(people.c.id.in_(select(roles.c.person_id).where(which)), people.c.id.in_(lent.where(which)))


_MEMBERS_AT = _MEMBERS.where(_holds(roles.c.site.in_(bindparam("sites", expanding=True))))


def by_chat(db: Db, chat_id: int) -> Person | None:
    found = _people(db, _BY_CHAT, chat=chat_id)
    return found[0] if found else None


def by_id(db: Db, person: int) -> Person:
    """Raises LookupError for an id that never was."""
    return _together(db, snapshot.together_with(db, person))[person]


def by_ids(db: Db, ids: Collection[int]) -> dict[int, Person]:
    return {person.id: person for person in _people(db, _BY_IDS, people=list(ids))}


@snapshot.asked_once
def _together(db: Db, ids: frozenset[int]) -> dict[int, Person]:
    return by_ids(db, ids)


def members(db: Db, *, roles_held: Collection[Role] | None = None, organisation: int | None = None) -> list[Person]:
    """All members by name: those who hold one of the roles anywhere, and belong to the organisation, if named."""
    query = _MEMBERS if organisation is None else _MEMBERS.where(people.c.organisation_id == organisation)
    if roles_held is not None:
        query = query.where(_holds(roles.c.role.in_(roles_held)))
    return _people(db, query)


def members_at(db: Db, site: str) -> list[Person]:
    """The members by name who hold any role there, or for every site."""
    return _people(db, _MEMBERS_AT, sites=[site, EVERY_SITE])


def of_organisation(db: Db, organisation: int) -> list[Person]:
    """Everybody there by name who was not revoked: members, those who wait, and people without Telegram."""
    theirs = (people.c.organisation_id == organisation, people.c.revoked_at.is_(None), people.c.name.is_not(None))
    return _people(db, _WHOLE.where(*theirs))


def present(db: Db, *, organisations: Collection[int] | None = None) -> list[Person]:
    """All by name who take part or have said yes, those without a phone too; in these organisations, if named."""
    query = _WHOLE.where(
        people.c.revoked_at.is_(None),
        people.c.name.is_not(None),
        or_(people.c.accepted_at.is_not(None), people.c.chat_id.is_(None)),
    )
    return _people(db, query if organisations is None else query.where(people.c.organisation_id.in_(organisations)))


def without_phone(db: Db) -> list[Person]:
    """All by name who take part and have no phone at present."""
    theirs = (people.c.joined_at.is_not(None), people.c.revoked_at.is_(None), people.c.name.is_not(None))
    return _people(db, _WHOLE.where(people.c.chat_id.is_(None), *theirs))


def add(db: Db, *, chat_id: int | None, organisation: int, now: datetime, **columns: Any) -> int:
    values = {"chat_id": chat_id, "organisation_id": organisation, "created_at": now, **columns}
    return keys.add(db, insert(people), values)


def change(db: Db, person: int, **columns: Any) -> None:
    db.execute(update(people).where(people.c.id == person).values(columns))


def give_role(db: Db, person: int, *, site: str, role: Role) -> None:
    values = {"person_id": person, "site": site, "role": role}
    db.execute(
        upsert(roles).values(values).on_conflict_do_update(index_elements=["person_id", "site"], set_={"role": role})
    )


def take_role(db: Db, person: int, *, site: str) -> None:
    db.execute(delete(roles).where(roles.c.person_id == person, roles.c.site == site))


def take_roles(db: Db, person: int) -> None:
    db.execute(delete(roles).where(roles.c.person_id == person))


def add_text_right(db: Db, person: int, *, organisation: int | None, given_by: int | None, now: datetime) -> None:
    """Let the person read the texts of an organisation, or of all when none is named; given twice, it is still one."""
    same = text_rights.c.organisation_id.is_not_distinct_from(organisation)
    if db.scalar(select(text_rights.c.id).where(text_rights.c.person_id == person, same)) is None:
        values = {"person_id": person, "organisation_id": organisation, "given_by": given_by, "given_at": now}
        db.execute(insert(text_rights).values(values))


def take_text_rights(db: Db, person: int, *, organisation: int | None = None) -> None:
    """Take the right to one organisation's texts away, or all such rights when none is named."""
    theirs = text_rights.c.person_id == person
    named = theirs if organisation is None else theirs & (text_rights.c.organisation_id == organisation)
    db.execute(delete(text_rights).where(named))


def text_rights_of(db: Db, person: int) -> frozenset[int]:
    """The organisations whose texts the person may read in their own name, not as somebody's deputy."""
    query = select(func.coalesce(text_rights.c.organisation_id, EVERY_ORGANISATION))
    return frozenset(db.execute(query.where(text_rights.c.person_id == person)).scalars())


def is_police(db: Db, person: int) -> bool:
    """Whether the person is a police contact in their own name."""
    return bool(db.scalar(select(people.c.is_police).where(people.c.id == person)))


def organisation_of(db: Db, person: int) -> int:
    return int(db.execute(select(people.c.organisation_id).where(people.c.id == person)).scalar_one())


def _people(db: Db, query: Select[Any], **values: Any) -> list[Person]:
    return [_person(row) for row in db.execute(query, values)]


def _person(row: Row[Any]) -> Person:
    contact_for = {row.organisation_id} if row.is_contact else set()
    return Person(
        id=row.id,
        chat_id=row.chat_id,
        name=row.name,
        language=Language(row.language) if row.language else None,
        organisation=row.organisation,
        organisation_id=row.organisation_id,
        roles={site: Role(role) for site, role in _parts(row.posts)},
        lent=_lent(row),
        contact_for=frozenset(contact_for | _numbers(row.lent_contact_for)),
        reads=frozenset(_numbers(row.reads)),
        is_contact=row.is_contact,
        is_police=row.is_police,
        is_duty_phone=row.is_duty_phone,
        shift=row.shift,
        quiet_from=row.quiet_from,
        quiet_to=row.quiet_to,
        accepted_at=row.accepted_at,
        approved_at=row.approved_at,
        joined_at=row.joined_at,
        revoked_at=row.revoked_at,
        unreachable_since=row.unreachable_since,
        unreachable_why=Unreachable(row.unreachable_why) if row.unreachable_why else None,
        expects=row.expects,
        expects_until=row.expects_until,
    )


def _lent(row: Row[Any]) -> frozenset[Post]:
    """The posts of all whose deputy the person is, each with what its holder has."""
    if not row.lent:
        return frozenset()
    police, reads = _numbers(row.lent_police), _parts(row.lent_reads)
    return frozenset(
        Post(
            site,
            Role(role),
            is_police=int(lender) in police,
            reads=frozenset(int(organisation) for whose, organisation in reads if whose == lender),
        )
        for site, role, lender in _parts(row.lent)
    )


def _parts(joined: str | None) -> list[list[str]]:
    return [each.split(":") for each in joined.split(_BETWEEN)] if joined else []


def _numbers(joined: str | None) -> set[int]:
    return {int(number) for number in joined.split(_BETWEEN)} if joined else set()
