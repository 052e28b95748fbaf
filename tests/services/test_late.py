"""Rules of what comes late, and of what was told by phone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.duplicates import Incident
from domain.people import Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.reports import Report, Screen, When
from services import additions, behalf, drafts, duplicates, reports
from services.additions import Arrival
from storage import Db, organisations, people
from storage import reports as store
from tests.town import ANNA, KARIN, MARIA, YUSUF, Member, town_of

NOW = datetime(2026, 11, 27, 22, 40, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Stockholm")
BO = Member(id=111, name="Bo Ask", role=Role.GUARD, organisation="Nordvakt")
SARA = Member(id=112, name="Sara Ek", role=Role.BUSINESS, organisation="Bergs Sportaffär")
CAST = (ANNA, YUSUF, BO, SARA, KARIN, MARIA)


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of(CAST, now=NOW) as connection:
        yield connection


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def read(db: Db, report: int) -> Report:
    found = store.by_id(db, report)
    assert found is not None
    return found


def drafted(
    db: Db, by: Member, *, at: datetime = NOW, category: str = "car_meet", place: str | None = "norra_p"
) -> int:
    draft = drafts.begin(db, of(db, by), now=at)
    drafts.choose_category(db, of(db, by), report=draft, category=category, now=at)
    drafts.choose_place(db, of(db, by), report=draft, place=place, now=at)
    return draft


def sent(db: Db, by: Member, *, at: datetime = NOW, category: str = "car_meet", another: bool = False) -> int:
    draft = drafted(db, by, at=at, category=category)
    if another:
        drafts.call_another(db, of(db, by), report=draft, now=at)
    reports.file(db, of(db, by), report=draft, now=at)
    return draft


def asked(db: Db, by: Member, draft: int, *, at: datetime = NOW) -> Incident | None:
    return duplicates.asked_about(db, of(db, by), read(db, draft), now=at)


def test_what_comes_late_is_asked_when_before_it_can_be_sent(db: Db) -> None:
    written = NOW - timedelta(minutes=40)
    draft = drafts.begin(db, of(db, ANNA), now=NOW, written_at=written)
    assert read(db, draft).screen is Screen.LATE
    drafts.choose_when(db, of(db, ANNA), report=draft, when=When.HOUR_AGO, zone=ZONE, now=NOW)
    assert read(db, draft).arrived_late
    assert read(db, draft).happened_at == NOW - timedelta(hours=1)


def test_a_message_is_late_after_five_minutes(db: Db) -> None:
    draft = drafts.begin(db, of(db, ANNA), now=NOW, written_at=NOW - timedelta(minutes=5))
    assert read(db, draft).screen is None
    assert not read(db, draft).arrived_late


def test_a_late_text_joins_what_was_at_hand_when_it_was_written(db: Db) -> None:
    report = sent(db, ANNA)
    late = Arrival(written_at=NOW + timedelta(minutes=9))
    additions.add_text(db, of(db, ANNA), text="Nu drar de", now=NOW + timedelta(minutes=40), arrival=late)
    assert read(db, report).text == "Nu drar de"


def test_a_late_text_on_an_open_draft_asks_when(db: Db) -> None:
    draft = drafted(db, ANNA)
    written = NOW + timedelta(minutes=1)
    additions.add_text(
        db, of(db, ANNA), text="40 bilar", now=NOW + timedelta(minutes=41), arrival=Arrival(written_at=written)
    )
    assert (read(db, draft).screen, read(db, draft).happened_at) == (Screen.LATE, written)
    with pytest.raises(Stale):
        reports.file(db, of(db, ANNA), report=draft, now=NOW + timedelta(minutes=42))


def test_a_late_quiet_shift_is_of_when_it_was_written(db: Db) -> None:
    written = NOW - timedelta(hours=3)
    calm = drafts.begin_calm(db, of(db, ANNA), now=NOW, written_at=written)
    reports.file(db, of(db, ANNA), report=calm, now=NOW)
    assert read(db, calm).happened_at == written


def test_a_draft_that_lay_for_half_an_hour_does_not_happen_now(db: Db) -> None:
    draft, late = drafted(db, ANNA), NOW + timedelta(minutes=31)
    with pytest.raises(Stale):
        reports.file(db, of(db, ANNA), report=draft, now=late)
    drafts.choose_when(db, of(db, ANNA), report=draft, when=When.NOW, zone=ZONE, now=late)
    reports.file(db, of(db, ANNA), report=draft, now=late)
    assert read(db, draft).happened_at == late


def test_what_was_told_by_phone_is_the_organisations(db: Db) -> None:
    draft, nordvakt = drafted(db, MARIA), organisations.id_of(db, "Nordvakt")
    stina = people.add(db, chat_id=None, organisation=nordvakt, now=NOW, name="Stina Berg")
    behalf.choose(db, of(db, MARIA), report=draft, organisation=nordvakt, person=stina, now=NOW, card=None)
    told = read(db, draft)
    assert (told.organisation, told.on_behalf_of, told.via_phone) == ("Nordvakt", stina, True)
    behalf.take_back(db, of(db, MARIA), report=draft, now=NOW, card=None)
    assert (read(db, draft).organisation, read(db, draft).via_phone) == ("Trollhättans Stad", False)


def test_a_contact_writes_down_for_the_own_organisation_only(db: Db) -> None:
    people.change(db, of(db, BO).id, is_contact=True)
    draft, nordvakt = drafted(db, BO), organisations.id_of(db, "Nordvakt")
    behalf.choose(db, of(db, BO), report=draft, organisation=nordvakt, person=None, now=NOW, card=None)
    foreign = organisations.id_of(db, ANNA.organisation)
    with pytest.raises(NotAllowed):
        behalf.choose(db, of(db, BO), report=draft, organisation=foreign, person=None, now=NOW, card=None)
    people.change(db, of(db, BO).id, is_contact=False)
    with pytest.raises(NotAllowed):
        reports.file(db, of(db, BO), report=draft, now=NOW)


def test_nobody_with_telegram_can_be_the_caller(db: Db) -> None:
    draft, trygg = drafted(db, MARIA), organisations.id_of(db, ANNA.organisation)
    with pytest.raises(Stale):
        behalf.choose(db, of(db, MARIA), report=draft, organisation=trygg, person=of(db, ANNA).id, now=NOW, card=None)


def test_what_was_written_already_is_not_laid_to_those_who_report_without_texts(db: Db) -> None:
    draft, nordvakt = drafted(db, MARIA), organisations.id_of(db, "Nordvakt")
    organisations.change(db, nordvakt, structured_only=True)
    maria = of(db, MARIA)
    additions.add_text(db, maria, text="Fyra bilar", report=draft, now=NOW)
    with pytest.raises(Refusal, match="refusal-teller-without-texts"):
        behalf.choose(db, maria, report=draft, organisation=nordvakt, person=None, now=NOW, card=None)
    without = drafted(db, MARIA)
    behalf.choose(db, maria, report=without, organisation=nordvakt, person=None, now=NOW, card=None)
    with pytest.raises(Refusal, match="refusal-structured-only"):
        additions.add_text(db, maria, text="Fyra bilar", report=without, now=NOW)


def test_two_callers_are_two_who_saw_it(db: Db) -> None:
    first = drafted(db, MARIA)
    for draft, name in ((first, ANNA.organisation), (drafted(db, MARIA), BO.organisation)):
        organisation = organisations.id_of(db, name)
        behalf.choose(db, of(db, MARIA), report=draft, organisation=organisation, person=None, now=NOW, card=None)
        if draft == first:
            reports.file(db, of(db, MARIA), report=draft, now=NOW)
        else:
            assert asked(db, MARIA, draft) is not None
