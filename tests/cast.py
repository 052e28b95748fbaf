"""The people of a watched town: several organisations, sites and roles, as the bot has them and as the model does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from domain.people import EVERY_SITE, Role
from storage import Db, invites, organisations, people, rota
from tests.model import ALL, Human
from tests.town import FRIDAY, Member

CITY, TRYGG, CENTRE, POLICE, FIELD_UNIT = (
    "Trollhättans Stad",
    "Trygg Bevakning",
    "Överby köpcentrum",
    "Polisen",
    "Fältenheten",
)
CAST = (
    Member(id=201, name="Maria", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation=CITY),
    Member(id=202, name="Stina", role=Role.PARTNER, sites=("kungsgatan",), organisation=CITY),
    Member(id=203, name="Disa", role=Role.AUDITOR, sites=(EVERY_SITE,), organisation=CITY),
    Member(id=204, name="Anna", role=Role.GUARD, organisation=TRYGG),
    Member(id=205, name="Yusuf", role=Role.GUARD, sites=("kungsgatan",), organisation=TRYGG),
    Member(id=206, name="Passet", role=Role.GUARD, organisation=TRYGG),
    Member(id=207, name="Karin", role=Role.CENTRE_MANAGER, organisation=CENTRE),
    Member(id=208, name="Lars", role=Role.PROPERTY_OWNER, sites=("kungsgatan",), organisation=CENTRE),
    Member(id=209, name="Bo", role=Role.BUSINESS, organisation="Bos Skor"),
    Member(id=210, name="Petra", role=Role.PARTNER, organisation=POLICE),
    Member(id=211, name="Per", role=Role.PARTNER, sites=("kungsgatan",), organisation=POLICE),
    Member(id=212, name="Fia", role=Role.PARTNER, organisation=FIELD_UNIT),
)
NEWCOMER, NEW_NUMBER = "Nils", 213
"""Trygg Bevakning has an invite for him."""
NAMES = (*(member.name for member in CAST), NEWCOMER)
PHONES: Mapping[int, str] = {member.id: member.name for member in CAST} | {NEW_NUMBER: NEWCOMER}
INVITE = "trygg-for-many"
ON_ROTA: Mapping[str, str] = {"overby": "Karin", "kungsgatan": "Lars"}


@dataclass(frozen=True, slots=True)
class Rows:
    """How the bot names them."""

    people: Mapping[str, int]
    organisations: Mapping[str, int]
    invite: int


def humans() -> dict[str, Human]:
    found = {
        each.name: Human(each.name, each.organisation, dict.fromkeys(each.sites, each.role.value)) for each in CAST
    }
    found["Maria"].reads = {ALL}
    found["Petra"].reads, found["Petra"].is_police = {TRYGG}, True
    found["Passet"].is_duty_phone = True
    found["Anna"].is_contact = True
    found[NEWCOMER] = Human(NEWCOMER, TRYGG, {"overby": Role.GUARD.value}, is_member=False)
    return found


def enter(db: Db) -> Rows:
    """Make of the cast what only some of them are, and of the newcomer somebody who is expected."""
    firms = {each.organisation: organisations.id_of(db, each.organisation) for each in CAST}
    rows = {each.name: _row(db, each.id) for each in CAST}
    organisations.change(db, firms[FIELD_UNIT], structured_only=True)
    people.change(db, rows["Petra"], is_police=True)
    people.add_text_right(db, rows["Petra"], organisation=firms[TRYGG], given_by=None, now=FRIDAY)
    people.change(db, rows["Passet"], is_duty_phone=True)
    people.change(db, rows["Anna"], is_contact=True)
    for site, name in ON_ROTA.items():
        for weekday in range(7):
            rota.set_pattern(db, site, weekday, [rows[name]])
    post = {"role": Role.GUARD, "site": "overby", "organisation_id": firms[TRYGG], "token": INVITE, "seats": 3}
    expires_at = FRIDAY + timedelta(days=30)
    invite = invites.add(db, invited_by=rows["Anna"], created_at=FRIDAY, expires_at=expires_at, **post)
    return Rows(rows, firms, invite)


def _row(db: Db, chat: int) -> int:
    found = people.by_chat(db, chat)
    assert found
    return found.id
