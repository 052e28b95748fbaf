"""On Monday the wrong site turns out to have been chosen; what was sent is corrected or taken back, everywhere."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.people import Role
from storage import people
from tests.pictures import png
from tests.stories.test_report import files
from tests.town import ANNA, CAST, Member, Town, founded

MONDAY = datetime(2026, 11, 30, 8, 12, tzinfo=UTC)
"""12 minutes past nine in Trollhättan."""
SATURDAY = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)
KAJSA = Member(id=110, name="Kajsa Lund", role=Role.CENTRE_MANAGER, sites=("kungsgatan",), organisation="Kungsgatan")


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """Anna reports from two sites, and Kajsa manages the other."""
    two_sites = replace(ANNA, sites=("overby", "kungsgatan"))
    cast = [two_sites if member is ANNA else member for member in CAST]
    async with founded(tmp_path, cast=[*cast, KAJSA]) as found:
        await found.opens()
        yield found


async def test_on_monday_the_wrong_site_turns_out_to_have_been_chosen(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await reports_violence(town)
    await town.karin.taps("Öppna")
    await town.karin.sees("Texten visas inte för dig")
    await town.lars.sees("#1 · Våld")
    await maria.taps("Öppna")
    await maria.sees("Fem personer")

    await town.wind(to=MONDAY)
    await anna.taps("Rätta")
    await anna.taps("Område")
    await anna.taps("Kungsgatan")
    await anna.sees("Var?")
    await anna.taps("Annan plats")
    await anna.taps("Klar")

    receipt = await anna.sees("Rättad 09:12")
    assert "Plats: Kungsgatan" in receipt
    for phone in (town.karin, town.lars):
        await phone.no_longer_sees("#1 · Våld")
        await phone.sees("Gallrad")
    await town.settles()
    assert not [message for message in await town.kajsa.chat() if "#1" in message]

    opened = await maria.sees("Rättad 09:12")
    assert "Fem personer" in opened
    await maria.taps("Mer")
    await maria.taps("Historik")
    history = await maria.sees("Historik · #1")
    assert "09:12 · den som rapporterade" in history
    assert "Område: Överby köpcentrum → Kungsgatan" in history
    await maria.taps("Tillbaka")
    await maria.sees("Fem personer")


async def test_a_report_that_was_worse_than_it_seemed_rings_the_others(town: Town) -> None:
    anna = town.anna
    await files(town, "Bilträff", "Norra parkeringen")
    await town.settles()
    await town.karin.hears_nothing()

    await anna.taps("Rätta")
    await anna.taps("Allvar")
    await anna.taps("4 Röd")
    for phone in (town.maria, town.karin, town.yusuf, town.lars):
        await phone.sees("#1 ·")
    await anna.taps("Klar")
    assert "Rättad 15:00" in await anna.sees("Mottagen")


async def test_each_field_is_corrected_on_the_same_card(town: Town) -> None:
    anna = town.anna
    await reports_violence(town)
    await anna.sends_photo(png(320, 240))
    await anna.sees("Ett foto")
    card = await anna.taps_and_sees("Rätta", "Vad är fel?")
    for question, answer in (
        ("Kategori", "Skadegörelse"),
        ("Plats", "Norra parkeringen"),
        ("Allvar", "2 Gul"),
        ("Tid", "En timme före: 14:00"),
        ("Antal", "6-10"),
    ):
        await anna.taps(question)
        await anna.taps(answer)
        await anna.sees("Vad är fel?")
    await anna.taps("Pågår")
    await anna.taps("Ta bort fotona")
    await anna.taps("Skriv om texten")
    await anna.says("Två personer")
    await anna.sees("Två personer")
    await anna.taps("Klar")
    receipt = await anna.sees("Mottagen")
    assert receipt.id == card.id
    for told in ("Skadegörelse", "Norra parkeringen", "2 Gul", "Tid: 14:00", "Antal: 6-10", "Två personer"):
        assert told in receipt
    assert "foto" not in receipt.text

    push = await town.karin.sees("Rättad 15:00")
    assert "#1 · Skadegörelse" in push
    assert "Två personer" not in push.text


async def test_a_strategist_corrects_and_goes_back_to_the_inbox(town: Town) -> None:
    maria = town.maria
    await files(town, "Bilträff", "Norra parkeringen")
    await maria.says("/inkorg")
    await maria.taps("En oläst")
    await maria.sees("Från: Trygg Bevakning")
    await maria.taps("Mer")
    await maria.taps("Rätta")
    await maria.taps("Plats")
    await maria.taps("Entré A")
    await maria.taps("Klar")
    assert "Entré A" in await maria.sees("Läst av")
    assert "Entré A" in await town.anna.sees("Rättad 15:00")
    await maria.taps("Till inkorgen")
    await maria.sees("Inkorg")


async def test_taken_back_the_next_morning_every_copy_says_so(town: Town) -> None:
    anna = town.anna
    await reports_violence(town)
    await town.maria.taps("Öppna")
    await town.karin.sees("#1 · Våld")

    await town.wind(to=SATURDAY)
    card = await anna.taps_and_sees("Ta tillbaka", "Ta tillbaka #1?")
    yes = card.button("Ta tillbaka")
    assert yes
    await anna.taps("Ta tillbaka", on=card)
    await anna.sees("Återtagen 07:00")
    await anna.forges(card, yes.data)
    for phone in (town.maria, town.karin):
        await phone.sees("Återtagen 07:00")
    await town.yusuf.sees("Taken back 07:00")
    await anna.says("/mina")
    assert "återtagen" in await anna.sees("Dina rapporter")
    await town.maria.says("/inkorg")
    await town.maria.sees("Inkorgen är tom")
    await town.maria.says("/lagesbild")
    await town.maria.sees("Ingen har rapporterat")


async def test_the_reporter_sees_that_the_strategist_took_it_back(town: Town) -> None:
    maria = town.maria
    await reports_violence(town)
    await maria.taps("Öppna")
    await maria.taps("Mer")
    await maria.taps_and_sees("Ta tillbaka", "Ta tillbaka #1?")
    await maria.taps("Ta tillbaka")
    assert "Våld" in await town.anna.sees("Återtagen av Trollhättans Stad 15:00")


async def test_undone_before_its_push_left_it_rings_nobody(town: Town) -> None:
    """Karin's push waits for the end of her quiet hours; Maria's has left."""
    karin = await town.store.read(people.by_chat, town.karin.id)
    assert karin
    await town.store.write(lambda db: people.change(db, karin.id, quiet_from=14, quiet_to=16))
    await reports_violence(town)
    await town.maria.sees("#1 · Våld")
    await town.anna.taps("Ångra")
    await town.maria.sees("Ångrad 15:00")
    await town.wind(minutes=61)
    assert not [message for message in await town.karin.chat() if "#1" in message]


async def test_one_of_mine_is_opened_again_at_the_bottom_of_the_chat(town: Town) -> None:
    anna = town.anna
    await files(town, "Bilträff", "Norra parkeringen")
    first = await anna.sees("Mottagen")
    await files(town, "Stöld", "Vid Maxi")
    await anna.says("/mina")
    await anna.taps("Öppna #1")
    again = await anna.receives("#1 · Bilträff")
    assert again.id > first.id
    assert (await anna.last()).id == again.id
    await anna.taps("Rätta", on=again)
    await anna.taps("Plats", on=again)
    await anna.taps("Entré A", on=again)
    await anna.taps("Klar", on=again)
    copies = [message for message in await anna.chat() if "#1 · Bilträff" in message]
    await town.settles()
    copies = [message for message in await anna.chat() if "#1 · Bilträff" in message]
    assert len(copies) == 2
    assert all("Entré A" in copy and "Rättad 15:00" in copy for copy in copies)


async def test_nobody_else_corrects_with_a_forged_tap(town: Town) -> None:
    await reports_violence(town)
    card = await town.anna.taps_and_sees("Rätta", "Vad är fel?")
    question = card.button("Kategori")
    push = await town.karin.sees("#1 · Våld")
    assert question
    answer = await town.karin.forges(push, question.data)
    assert answer
    assert "inte behörighet" in answer["text"]
    assert "Rättad" not in await town.karin.last()


async def test_after_a_week_it_is_too_late(town: Town) -> None:
    await files(town, "Bilträff", "Norra parkeringen")
    await town.wind(minutes=7 * 24 * 60 + 1)
    answer = await town.anna.taps("Rätta")
    assert answer
    assert "sju dagar" in answer["text"]
    await town.anna.no_longer_sees("Rätta")


async def reports_violence(town: Town) -> None:
    """Anna reports violence at Överby, with a text."""
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.says("Fem personer, en har kniv")
    await anna.taps("Skicka")
    await anna.sees("Mottagen")
