"""The week is frozen once, told to each who may see it, and shows each only what is theirs."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.people import EVERY_SITE, Language, Person, Role
from domain.pictures import Kind
from domain.refusals import NotAllowed
from domain.reports import CALM, DRUGS
from domain.sending import Priority
from domain.severity import Severity
from domain.views import Digest
from handlers.card import Scene
from handlers.cards import word
from handlers.words import Words
from services import digests, places, schedules
from services.timetable import Task
from storage import Db, delivery, organisations, people, reports
from storage import digests as store
from storage import schedules as timetable
from tests.town import town_of, vocabulary

STOCKHOLM = ZoneInfo("Europe/Stockholm")
FRIDAY = datetime(2026, 11, 27, 13, 0, tzinfo=UTC)
MONDAY_EIGHT = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of((), now=FRIDAY) as connection:
        yield connection


def joins(db: Db, chat: int, role: Role, *sites: str, language: Language = Language.SV) -> Person:
    number = people.add(db, chat_id=chat, organisation=organisations.id_of(db, "Trygg"), now=FRIDAY)
    people.change(db, number, name=f"Person {chat}", language=language, accepted_at=FRIDAY, joined_at=FRIDAY)
    for site in sites:
        people.give_role(db, number, site=site, role=role)
    return people.by_id(db, number)


def files(
    db: Db,
    author: Person,
    category: str,
    at: datetime,
    *,
    site: str = "overby",
    place: str | None = "norra_p",
    severity: Severity = Severity.YELLOW,
    filed_at: datetime | None = None,
    **rest: Any,
) -> None:
    filed = filed_at or at
    columns = rest | {"category": category, "place": place, "severity": severity, "happened_at": at, "filed_at": filed}
    columns |= {"number": reports.next_number(db), "organisation": people.organisation_of(db, author.id)}
    reports.add(db, author=author.id, site=site, now=filed, **columns)


def at(day: int, hour: int = 20) -> datetime:
    """An hour by the clocks of Trollhättan, November 2026."""
    return datetime(2026, 11, day, hour, tzinfo=STOCKHOLM).astimezone(UTC)


def closes(db: Db, due: datetime = MONDAY_EIGHT) -> None:
    digests.close_week(db, 0, due=due, now=due)


def owed_to(db: Db, person: Person) -> list[Digest]:
    later = datetime(2100, 1, 1, tzinfo=UTC)
    due = delivery.due(db, now=later, limit=1000, not_rows=(), not_chats=())
    return [Digest(1) for each in due if each.person == person.id and each.kind == "Digest"]


def reads(db: Db, person: Person, digest: int = 1) -> str:
    """The picture as it stands on the person's phone."""
    words = Words(person.language or Language.SV, STOCKHOLM)
    scene = Scene(db=db, reader=person, words=words, now=MONDAY_EIGHT, zone=STOCKHOLM)
    card = word(Digest(digest), scene)
    assert card is not None
    return card.text


def test_everybody_who_may_see_the_picture_is_owed_exactly_one(db: Db) -> None:
    karin = joins(db, 1, Role.CENTRE_MANAGER, "overby", "kungsgatan")
    maria = joins(db, 2, Role.STRATEGIST, EVERY_SITE)
    auditor = joins(db, 3, Role.AUDITOR, EVERY_SITE)
    revoked = joins(db, 4, Role.GUARD, "overby")
    people.change(db, revoked.id, revoked_at=FRIDAY)

    closes(db)
    closes(db)

    assert [len(owed_to(db, person)) for person in (karin, maria, auditor, revoked)] == [1, 1, 0, 0]
    owed = delivery.due(db, now=MONDAY_EIGHT, limit=10, not_rows=(), not_chats=())
    assert {each.priority for each in owed} == {Priority.DIGEST}


def test_a_week_runs_from_monday_to_monday_by_the_clocks_of_the_municipality(db: Db) -> None:
    anna = joins(db, 1, Role.GUARD, "overby")
    files(db, anna, "car_meet", at(22, 23))
    files(db, anna, "car_meet", at(23, 0))
    files(db, anna, "car_meet", at(29, 23))
    files(db, anna, "car_meet", at(30, 0))

    closes(db)

    assert reads(db, anna).startswith("<b>2 händelser, en fler än veckan före.</b>")
    assert "Lägesbild vecka 48 · mån 23 nov. – sön 29 nov." in reads(db, anna)


@pytest.mark.parametrize(
    ("monday", "hours"),
    [(date(2026, 10, 26), 7 * 24 + 1), (date(2027, 3, 29), 7 * 24 - 1), (date(2026, 11, 30), 7 * 24)],
    ids=["autumn", "spring", "between"],
)
def test_a_week_in_which_the_clocks_change_has_an_hour_more_or_less(db: Db, monday: date, hours: int) -> None:
    due = datetime(monday.year, monday.month, monday.day, 8, tzinfo=STOCKHOLM).astimezone(UTC)

    closes(db, due)

    frozen = store.by_id(db, 1)
    assert frozen is not None
    assert (frozen.period.ends_at - frozen.period.starts_at).total_seconds() == hours * 3600
    assert frozen.period.ends_at.astimezone(STOCKHOLM).isoformat()[:16] == f"{monday}T00:00"


def test_what_comes_in_later_does_not_change_it_and_is_told_next_time(db: Db) -> None:
    anna = joins(db, 1, Role.GUARD, "overby")
    files(db, anna, "car_meet", at(25))
    closes(db)
    before = reads(db, anna)

    files(db, anna, "car_meet", at(26), filed_at=datetime(2026, 12, 1, 12, tzinfo=UTC))
    closes(db, datetime(2026, 12, 7, 7, tzinfo=UTC))

    assert reads(db, anna) == before
    assert "En rapport om veckan före kom in efteråt." in reads(db, anna, 2)


def test_nobody_reported_is_not_the_same_as_nothing_happened(db: Db) -> None:
    anna = joins(db, 1, Role.GUARD, "overby")
    closes(db)
    silent = reads(db, anna)
    assert silent.splitlines() == [
        "<b>Ingen har rapporterat. Det betyder inte att inget har hänt.</b>",
        "Lägesbild vecka 48 · mån 23 nov. – sön 29 nov.",
        "Bygger på inlämnade rapporter, inte anmälda brott.",
    ]

    files(db, anna, CALM, datetime(2026, 12, 2, 20, tzinfo=UTC), place=None, severity=Severity.CALM)
    closes(db, datetime(2026, 12, 7, 7, tzinfo=UTC))
    calm = reads(db, anna, 2)
    assert "Inga händelser har rapporterats." in calm
    assert "Rapporterat 1 av 7 dagar" in calm


def test_drugs_and_heads_ups_are_the_strategists_alone(db: Db) -> None:
    anna = joins(db, 1, Role.GUARD, "overby")
    karin = joins(db, 2, Role.CENTRE_MANAGER, "overby")
    maria = joins(db, 3, Role.STRATEGIST, EVERY_SITE)
    for day in (23, 24, 25, 26):
        files(db, anna, DRUGS, at(day), place="lastkaj")

    closes(db)

    assert reads(db, karin).startswith("<b>Ingen har rapporterat.")
    assert "Misstänkt narkotika: 4 (förut 0)" in reads(db, maria)
    assert "Rapporterat 4 av 7 dagar" in reads(db, maria)


def test_few_of_a_kind_have_no_name_but_for_the_strategist(db: Db) -> None:
    anna = joins(db, 1, Role.GUARD, "overby")
    maria = joins(db, 2, Role.STRATEGIST, EVERY_SITE)
    shop = joins(db, 3, Role.BUSINESS, "overby")
    for day in (23, 24, 25):
        files(db, anna, "car_meet", at(day))
    files(db, anna, "violence", at(26), severity=Severity.RED, place="entre_a")
    files(db, anna, "theft", at(26), place="maxi")

    closes(db)

    assert "Bilträff: 3 (förut färre än 3)\nÖvrigt: 2" in reads(db, anna)
    assert "Entré A" not in reads(db, anna)
    assert "Allvar: 1 röd (4), 4 gul (2)" in reads(db, anna)
    assert "Våld: 1 (förut 0)" in reads(db, maria)
    assert "Bilträff: 3" in reads(db, shop)
    assert "Allvar" not in reads(db, shop)
    assert "Mest drabbat" not in reads(db, shop)


def test_a_duplicate_is_not_another_incident(db: Db) -> None:
    anna = joins(db, 1, Role.GUARD, "overby")
    files(db, anna, "car_meet", at(25))
    files(db, anna, "car_meet", at(26), merged_into=1)

    closes(db)

    assert reads(db, anna).startswith("<b>En händelse, en fler än veckan före.</b>")
    assert "Rapporterat 2 av 7 dagar" in reads(db, anna)


def test_sections_are_for_ones_own_sites_only(db: Db) -> None:
    karin = joins(db, 1, Role.CENTRE_MANAGER, "overby")
    lars = joins(db, 2, Role.PROPERTY_OWNER, "overby", "kungsgatan")
    maria = joins(db, 3, Role.STRATEGIST, EVERY_SITE)
    files(db, karin, "theft", at(25), site="kungsgatan", place="oden")
    files(db, karin, "car_meet", at(25))

    closes(db)

    assert [reads(db, who).count("\n\n<b>") for who in (karin, lars, maria)] == [1, 2, 3]
    assert "Kungsgatan" not in reads(db, karin)
    assert "<b>Resecentrum</b>: ingen har rapporterat" in reads(db, maria)


def test_who_may_not_see_pictures_gets_none(db: Db) -> None:
    auditor = joins(db, 1, Role.AUDITOR, EVERY_SITE)
    guard = joins(db, 2, Role.GUARD, "overby")
    closes(db)
    people.take_roles(db, guard.id)

    for reader in (auditor, people.by_id(db, guard.id)):
        with pytest.raises(NotAllowed):
            reads(db, reader)
    with pytest.raises(NotAllowed):
        digests.request_picture(db, auditor, zone=STOCKHOLM, now=FRIDAY)


def test_english_readers_get_english(db: Db) -> None:
    yusuf = joins(db, 1, Role.GUARD, "overby", language=Language.EN)
    for day in (23, 24, 25):
        files(db, yusuf, "car_meet", at(day))

    closes(db)

    text = reads(db, yusuf)
    assert text.startswith("<b>3 incidents, 3 more than the week before. Most: Norra parkeringen.</b>")
    assert "Car meet: 3 (before: fewer than 3)" in text
    assert "Reported on 3 of 7 days" in text


def test_on_request_it_is_the_last_seven_days_up_to_now(db: Db) -> None:
    anna = joins(db, 1, Role.GUARD, "overby")
    files(db, anna, "car_meet", at(20, 23))
    files(db, anna, "car_meet", at(21, 0))
    files(db, anna, "car_meet", at(27, 13))
    files(db, anna, "car_meet", at(27, 15))

    digests.request_picture(db, anna, zone=STOCKHOLM, now=FRIDAY)

    frozen = store.by_id(db, 1)
    assert frozen is not None
    assert frozen.kind is Kind.ASKED
    assert frozen.period.ends_at == FRIDAY
    assert "Lägesbild senaste sju dagarna · lör 21 nov. – fre 27 nov." in reads(db, anna)
    assert "2 händelser" in reads(db, anna)
    assert "Rapporterat 2 av 7 dagar" in reads(db, anna)


def test_the_largest_picture_fits_a_phone(db: Db) -> None:
    maria = joins(db, 1, Role.STRATEGIST, EVERY_SITE)
    everything = vocabulary()
    places_of_all = [(site["key"], place["key"]) for site in everything["site"] for place in site["places"]]
    for (site, place), category in product(places_of_all, everything["category"]):
        files(db, maria, category["key"], at(25), site=site, place=place)

    closes(db)

    text = reads(db, maria)
    assert 20 <= len(text.splitlines()) <= 25
    assert text.endswith("Bygger på inlämnade rapporter, inte anmälda brott.")


@pytest.mark.parametrize("more", [1, 2, 3, 5, 8, 20])
def test_with_many_sites_the_worst_have_room(db: Db, more: int) -> None:
    maria = joins(db, 1, Role.STRATEGIST, EVERY_SITE)
    model = next(site for site in vocabulary()["site"] if site["key"] == "overby")
    sites = [model | {"key": f"site_{number}", "sv": f"Torg {number}", "neighbours": []} for number in range(more)]
    places.take_over(db, {"site": sites}, file="more.toml")
    for number, site in enumerate(sites):
        for category in ("car_meet", "theft", "noise", "violence")[: number % 3 + 1] * (number + 1):
            files(db, maria, category, at(25), site=site["key"])

    closes(db)

    lines = reads(db, maria).splitlines()
    assert len(lines) <= 25
    assert lines[3].startswith(f"<b>Torg {max(range(more), key=lambda n: (n % 3 + 1) * (n + 1))}</b>")
    assert ("områden till får inte plats här." in lines[-3]) is (more == 20)


def test_a_later_version_that_moves_the_week_moves_it_where_it_stands_already(
    db: Db, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0;BYSECOND=0"
    monkeypatch.setattr(schedules, "STANDING", {Task.WEEKLY_DIGEST: later})
    schedules.prepare(db, zone=STOCKHOLM, now=FRIDAY)
    standing = timetable.find(db, task=Task.WEEKLY_DIGEST, about=0)
    assert standing
    assert standing.due_at == datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
