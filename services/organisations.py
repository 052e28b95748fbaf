"""Organisations as the strategist and their own contacts see them, and the shifts they are expected to work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.coverage import MONDAY, MOST_SHIFTS, WEEKDAYS
from domain.organisations import Asking
from domain.pages import nearest
from domain.people import Person
from domain.refusals import NotAllowed, Stale
from domain.rights import Act
from domain.terms import Site
from domain.views import ExpectedShifts, Gone, OrganisationCard, Organisations, View, subject
from services import acts, reading
from storage import Db, audit, outbox, people, vocabulary
from storage import organisations as store
from storage.organisations import Organisation

PAGE = 8
"""Organisations, or people of one, on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Everybody of an organisation by name."""

    members: Sequence[Person]
    waiting: Sequence[Person]
    without_telegram: Sequence[Person]

    @property
    def contacts(self) -> list[Person]:
        return [member for member in self.members if member.is_contact]


@dataclass(frozen=True, slots=True)
class OrganisationsPage:
    organisations: tuple[Organisation, ...]
    page: int
    pages: int


def show(db: Db, reader: Person, *, now: datetime, page: int = 0, card: int | None = None) -> None:
    """Show the organisations; a contact of one sees that one at once."""
    found = overseen(db, reader, now=now)
    alone = len(found) == 1 and not rights.may(reader, Act.MANAGE_ORGANISATIONS)
    acts.turn(db, reader, OrganisationCard(found[0].id) if alone else Organisations(page), card=card, now=now)


def overseen(db: Db, reader: Person, *, now: datetime) -> list[Organisation]:
    """By name those that the reader answers for: all, or those whose contact they are. Raises NotAllowed."""
    rights.require(reader, Act.MANAGE_PEOPLE)
    known = store.in_use(db, now)
    return [each for each in known if rights.may(reader, Act.MANAGE_PEOPLE, organisation=each.id)]


def page_of(db: Db, reader: Person, page: int, *, now: datetime) -> OrganisationsPage:
    found = overseen(db, reader, now=now)
    page, pages = nearest(page, len(found), size=PAGE)
    return OrganisationsPage(tuple(found[page * PAGE : (page + 1) * PAGE]), page, pages)


def open_card(
    db: Db, reader: Person, *, organisation: int, card: int | None, now: datetime, asking: Asking | None = None
) -> None:
    """Show an organisation's card, or a question on it that only the strategist is asked."""
    one(db, reader, organisation)
    if asking:
        rights.require(reader, Act.MANAGE_ORGANISATIONS)
    acts.turn(db, reader, OrganisationCard(organisation, asking), card=card, now=now)


def one(db: Db, reader: Person, organisation: int) -> Organisation:
    """For the strategist and its own contacts. Raises NotAllowed, also for one that never was."""
    rights.require(reader, Act.MANAGE_PEOPLE, organisation=organisation)
    return _known(db, organisation)


def managed(db: Db, reader: Person, organisation: int) -> Organisation:
    """For the strategist. Raises NotAllowed, also for one that never was."""
    rights.require(reader, Act.MANAGE_ORGANISATIONS)
    return _known(db, organisation)


def staff(db: Db, reader: Person, organisation: int) -> Staff:
    one(db, reader, organisation)
    theirs = people.of_organisation(db, organisation)
    return Staff(
        members=[person for person in theirs if person.is_member],
        waiting=[person for person in theirs if person.is_waiting],
        without_telegram=[person for person in theirs if person.is_only_named],
    )


def report_structured_only(
    db: Db, person: Person, *, organisation: int, wanted: bool, card: int | None, now: datetime
) -> None:
    """Let an organisation report without texts and photos, or with them again; what there is of them is shut away."""
    found = managed(db, person, organisation)
    if found.structured_only is not wanted:
        store.change(db, organisation, structured_only=wanted)
        act = "structured_only_set" if wanted else "structured_only_lifted"
        changed(db, person, organisation, act=act, now=now)
        for member in people.members(db):
            if member.reads or member.organisation_id == organisation:
                reading.redraw(db, member.id, now=now)
    acts.turn(db, person, OrganisationCard(organisation), card=card, now=now)


def show_shifts(
    db: Db, reader: Person, *, organisation: int, site: str | None, card: int | None, now: datetime
) -> None:
    one(db, reader, organisation)
    _require_site(db, site)
    acts.turn(db, reader, ExpectedShifts(organisation, site), card=card, now=now)


def expect_shifts(
    db: Db, person: Person, *, organisation: int, site: str, weekday: int, shifts: int, now: datetime
) -> None:
    """Say how many shifts are worked at a site on a weekday."""
    one(db, person, organisation)
    _require_site(db, site)
    if not 0 <= shifts <= MOST_SHIFTS or weekday not in range(WEEKDAYS):
        raise Stale
    store.expect_shifts(db, organisation, site=site, weekday=weekday, shifts=shifts)
    changed(db, person, organisation, act="shifts_expected", now=now)


def expect_as_on_monday(db: Db, person: Person, *, organisation: int, site: str, now: datetime) -> None:
    """Say that as many shifts are worked at a site every day as on Mondays."""
    shifts = expected(db, person, organisation, site=site).get(MONDAY, 0)
    _require_site(db, site)
    for weekday in range(WEEKDAYS):
        store.expect_shifts(db, organisation, site=site, weekday=weekday, shifts=shifts)
    changed(db, person, organisation, act="shifts_expected", now=now)


def expected(db: Db, reader: Person, organisation: int, *, site: str) -> dict[int, int]:
    """Expected shifts by weekday."""
    one(db, reader, organisation)
    return store.expected_of(db, organisation, site=site)


def our_sites(db: Db) -> list[Site]:
    """Where shifts are worked; neighbours without places are no sites of ours."""
    return vocabulary.load(db).own_sites


def changed(db: Db, person: Person, organisation: int, *, act: str, now: datetime) -> None:
    """Note what was decided, and draw all cards about the organisation again."""
    about = subject("organisation", organisation)
    audit.note(db, person=person.id, act=act, subject=about, now=now)
    outbox.touch(db, about, now=now)


def show_below(db: Db, person: Person, view: View, *, now: datetime) -> None:
    """Show a card below what the person has just written, in place of the one that asked for it."""
    about = view.subject or ""
    for row in outbox.rows_about(db, about, kind=type(view), person=person.id):
        outbox.show(db, row, Gone(), now=now)
    acts.reply(db, person, view, now=now)


def _known(db: Db, organisation: int) -> Organisation:
    try:
        return store.by_id(db, organisation)
    except LookupError:
        raise NotAllowed from None


def _require_site(db: Db, site: str | None) -> None:
    if site is not None and site not in {each.key for each in our_sites(db)}:
        raise Stale
