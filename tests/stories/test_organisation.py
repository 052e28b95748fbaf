"""Organisations: what they signed lets their people in, contacts answer for them, and some may read what is written."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot import operator
from domain.coverage import WEEKDAYS
from domain.people import Language, Role
from domain.severity import Severity
from storage import Db, organisations, people, reports, shifts
from tests.phones import Phone
from tests.town import ANNA, FRIDAY, Member, Town

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAY_NINE = datetime(2026, 11, 30, 9, tzinfo=STOCKHOLM)
SARA = Member(id=302, name="Sara Nyström", role=Role.PARTNER, organisation="Fältenheten")
PER = Member(id=303, name="Per Ahlgren", role=Role.PARTNER, organisation="Polisen")


async def opens(phone: Phone, organisation: str) -> None:
    await phone.says("/personer")
    await phone.taps("Organisationer")
    await phone.taps(organisation)


async def test_the_operator_is_told_that_an_agreement_is_missing(town: Town) -> None:
    settings = town.settings
    guard = await operator.invite(settings, role=Role.GUARD, site="overby", organisation="Nattvakt")
    assert "?start=" in guard.link
    assert guard.warning
    assert guard.warning.startswith("The agreement with Nattvakt has not been noted.")
    agreed = await operator.invite(settings, role=Role.GUARD, site="overby", organisation="Trygg Bevakning")
    strategist = await operator.invite(settings, role=Role.STRATEGIST, site=None, organisation="Nya staden")
    assert (agreed.warning, strategist.warning) == (None, None)


async def test_the_agreement_lets_in_who_waited_for_it(town: Town) -> None:
    maria, olle = town.maria, await town.stranger(301, "Olle")
    await town.sandbox.line.post("/phones/301/start", {})
    await town.store.write(_waits, 301)
    await maria.says("/personer")
    await maria.taps("Organisationer")
    assert "Nattvakten – inga medlemmar · avtal saknas · kontaktombud saknas" in await maria.sees("Nattvakten –")
    await maria.taps("Nattvakten")
    await maria.sees("En väntar på att bli insläppt")
    await maria.taps("Notera avtal")
    await maria.taps("Förebygga brott och öka tryggheten")
    await maria.sees("Vilket område gäller avtalet?")
    await maria.says("Överby med infartsvägar")
    await maria.sees("Vilken dag undertecknades avtalet?")
    await maria.says("2027-01-01")
    await maria.sees("Den dagen har inte varit än.")
    await maria.says("2026-11-02")

    noted = await maria.sees("Avtal undertecknat 2026-11-02")
    assert "Område: Överby med infartsvägar" in noted
    assert "Noterat av Maria Sandberg fre 27 nov." in noted
    await olle.sees("Hej Olle Berg")
    await olle.says("/rapport")
    await olle.sees("Vad ser du?")


async def test_when_it_is_over_they_are_out_until_there_is_another(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await anna.says("/rapport")
    await anna.sees("Vad ser du?")
    await opens(maria, "Trygg Bevakning")
    await maria.taps("Avtalet har upphört")
    await maria.taps("Ja, det har upphört")
    await anna.sees("Din behörighet i Överblick har upphört.")
    await anna.no_longer_sees("Vad ser du?")
    await anna.says("/rapport")
    await anna.receives("inbjudna")

    await maria.taps("Notera avtal")
    await maria.taps("Förebygga brott")
    await maria.taps("Alla områden")
    await maria.taps("I dag")
    await anna.receives("Hej Anna Lindqvist")
    await anna.says("/rapport")
    await anna.receives("Vad ser du?")


async def test_a_contact_answers_for_the_own_organisation_only(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await opens(maria, "Trygg Bevakning")
    await maria.taps("Kontaktombud")
    await maria.taps("Utse Anna Lindqvist")
    await anna.sees("Du är nu kontaktombud för Trygg Bevakning.")
    assert "personer" in {each["command"] for each in anna.commands}

    await anna.says("/personer")
    await anna.taps("Organisationer")
    card = await anna.sees("Kontaktombud: Anna Lindqvist")
    assert card.labels == ["Väntade pass", "Utan Telegram", "Till personer"]
    await anna.taps("Väntade pass")
    await anna.taps("Överby köpcentrum")
    await anna.taps("Måndag 0")
    await anna.taps("Måndag 1")
    await anna.taps("Samma alla dagar")
    await anna.sees("Väntade pass vid Överby köpcentrum: 14 i veckan")
    await anna.taps("Tillbaka")
    await anna.sees("För vilket område?")
    await anna.taps("Tillbaka")
    await anna.taps("Utan Telegram")
    await anna.taps("Lägg till")
    await anna.says("Arne Bok")
    await anna.sees("De här är med utan Telegram.")
    await anna.taps("Tillbaka")
    await anna.sees("Utan Telegram: Arne Bok")

    await maria.taps("Avsluta Anna Lindqvist")
    await anna.sees("Du är inte längre kontaktombud för Trygg Bevakning.")
    await anna.no_longer_sees("Utan Telegram: Arne Bok")
    await anna.says("/personer")
    await anna.receives("Det har du inte behörighet till.")


async def test_mondays_picture_says_how_many_shifts_reported(town: Town) -> None:
    await town.store.write(_works_nine_of_fourteen)
    await town.anna.says("/start")
    await town.anna.sees("Hej Anna Lindqvist")

    await town.wind(to=MONDAY_NINE)

    for phone in (town.anna, town.karin, town.maria):
        picture = await phone.sees("Lägesbild vecka 48")
        assert "Rapporterat 9 av 14 pass" in picture
        assert "dagar" not in picture.text


async def test_the_field_unit_reports_without_words(town: Town) -> None:
    maria, sara = town.maria, await town.welcomes(SARA)
    await opens(maria, "Fältenheten")
    await maria.taps("Utan fritext")
    await maria.taps("Ja, utan fritext")
    await maria.sees("Rapporterar utan fritext och foton.")

    await sara.says("/rapport")
    await sara.taps("Stöld")
    await sara.taps("Entré A")
    draft = await sara.sees("Kortet har ingen fritext och inga foton.")
    assert "Text, foto, position" not in draft.labels
    await sara.says("En kille jag känner igen")
    await sara.receives("Era rapporter har ingen fritext och inga foton.")
    await sara.sends_location(58.31, 12.3)
    await sara.taps("Skicka")
    assert "känner igen" not in await sara.sees("Mottagen")


async def test_the_police_contact_reads_texts_and_gets_drugs_and_loses_both_at_once(town: Town) -> None:
    anna, maria, per = town.anna, town.maria, await town.welcomes(PER)
    await _makes_police(maria, "Utse till polisens kontaktperson")
    assert "alla organisationer" in await per.sees("Du är polisens kontaktperson")
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.says("Fem runt en sjätte")
    await anna.taps("Skicka")
    await per.sees("#1 · Våld")
    await per.taps("Öppna")
    await per.sees("Fem runt en sjätte")
    await anna.says("/rapport")
    await anna.taps("Fler")
    await anna.taps("Misstänkt narkotika")
    await anna.taps("Annan plats")
    await anna.taps("Allvar")
    await anna.taps("3 Orange")
    await anna.taps("Skicka")
    await per.sees("#2 · Misstänkt narkotika")

    await maria.taps("Avsluta som polisens kontaktperson")
    await per.sees("Du läser inte längre texter och foton")
    await per.no_longer_sees("Fem runt en sjätte")
    await per.no_longer_sees("#2 · Misstänkt narkotika")


async def _makes_police(maria: Phone, label: str) -> None:
    await maria.says("/personer")
    await maria.taps("Per Ahlgren")
    await maria.taps("Texter och foton")
    await maria.taps(label)


def _waits(db: Db, chat: int) -> None:
    """A guard who was approved, and whose organisation has signed nothing yet."""
    organisation = organisations.id_of(db, "Nattvakten")
    marks = {"name": "Olle Berg", "language": Language.SV, "accepted_at": FRIDAY, "approved_at": FRIDAY}
    person = people.add(db, chat_id=chat, organisation=organisation, now=FRIDAY, **marks)
    people.give_role(db, person, site="overby", role=Role.GUARD)


def _works_nine_of_fourteen(db: Db) -> None:
    """Two shifts expected a day; on the first two days of the week both reported, on the others one did."""
    anna = people.by_chat(db, ANNA.id)
    assert anna
    monday = FRIDAY - timedelta(days=FRIDAY.weekday())
    for day in range(WEEKDAYS):
        organisations.expect_shifts(db, anna.organisation_id, site="overby", weekday=day, shifts=2)
        for _ in range(2 if day < 2 else 1):
            _reports_in_a_shift(db, anna.id, anna.organisation_id, monday + timedelta(days=day))


def _reports_in_a_shift(db: Db, author: int, organisation: int, at: datetime) -> None:
    shift = shifts.add(db, author, signature=None, now=at, ends_at=at + timedelta(hours=8))
    shifts.end(db, shift, now=at + timedelta(hours=8))
    told = {"category": "noise", "severity": Severity.GREEN, "place": "norra_p", "happened_at": at, "filed_at": at}
    number = reports.next_number(db)
    reports.add(
        db, author=author, organisation=organisation, site="overby", now=at, number=number, shift_id=shift, **told
    )
