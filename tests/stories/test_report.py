"""A guard reports, with one thumb, in the rain."""

import asyncio

from tests.pictures import png
from tests.town import Town


async def test_four_taps_file_a_report(town: Town) -> None:
    anna = town.anna
    await anna.says("/start")
    await anna.sees("Hej Anna Lindqvist")

    await anna.taps("Ny rapport")
    await anna.taps("Bilträff")
    await anna.taps("Norra parkeringen")
    await anna.taps("Skicka")

    receipt = await anna.sees("Mottagen")
    assert anna.taps_made == 4
    assert "#1 · Bilträff" in receipt
    assert "Norra parkeringen, Överby köpcentrum" in receipt
    assert "Läses av Trollhättans Stad vardagar 08:00–16:30" in receipt
    assert "varken 112 eller en polisanmälan" in receipt


async def test_same_again_takes_two_taps(town: Town) -> None:
    anna = town.anna
    await files(town, "Bilträff", "Norra parkeringen")
    await anna.says("/start")
    await anna.sees("Hej Anna Lindqvist")

    anna.taps_made = 0
    await anna.taps("Samma igen")
    await anna.taps("Skicka")

    receipt = await anna.sees("#2 · Bilträff")
    assert anna.taps_made == 2
    assert "Norra parkeringen" in receipt


async def test_a_quiet_shift_is_reported_too(town: Town) -> None:
    await town.anna.says("/lugnt")
    await town.anna.taps("Skicka")
    assert "#1 · Lugnt" in await town.anna.sees("Mottagen")


async def test_what_is_written_after_a_quiet_shift_is_a_new_report(town: Town) -> None:
    await town.anna.says("/lugnt")
    await town.anna.taps("Skicka")
    await town.anna.sees("Mottagen")
    await town.anna.says("Slagsmål vid entrén")
    assert "Slagsmål" in await town.anna.sees("Vad ser du?")


async def test_back_leads_from_category_and_place_to_the_filled_card(town: Town) -> None:
    await town.anna.says("/rapport")
    for question in ("Bilträff", "Norra parkeringen", "Kategori", "Tillbaka", "Plats", "Tillbaka"):
        await town.anna.taps(question)
    assert "Plats: Norra parkeringen" in await town.anna.sees("Skicka")


async def test_the_first_screen_never_moves(town: Town) -> None:
    """Thumbs remember: the site's eight usual categories stand in the same places, two in a row."""
    await town.anna.says("/rapport")
    first = await town.anna.sees("Vad ser du?")
    assert first.labels[:8] == [
        "Bilträff",
        "Buskörning",
        "Berusade",
        "Skadegörelse",
        "Stöld",
        "Våld",
        "Ungdomsgrupp som stör",
        "Nedskräpning",
    ]
    assert [button.column for button in first.buttons[:4]] == [0, 1, 0, 1]


async def test_everything_optional_is_on_the_card(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Fler")
    await anna.taps("Klotter")
    await anna.taps("Lastkajerna")
    await anna.taps("Allvar")
    await anna.taps("2 Gul")
    await anna.taps("Antal")
    await anna.taps("2-5")
    await anna.taps("Tid")
    await anna.taps("För en timme sedan")
    await anna.says("Samma tagg <b>som</b> förra veckan & fler")
    await anna.taps("Skicka")
    receipt = await anna.sees("Mottagen")
    for fact in (
        "Klotter",
        "Lastkajerna",
        "2 Gul – störning",
        "2-5",
        "14:00",
        "Samma tagg <b>som</b> förra veckan & fler",
    ):
        assert fact in receipt


async def test_photo_and_position_come_along_also_after_sending(town: Town) -> None:
    anna = town.anna
    await files(town, "Skadegörelse", "Entré A")
    await anna.sends_album([png(200, 100), png(100, 200), png(150, 150)], caption="Tre rutor")
    await anna.sends_location(58.3052, 12.2712)
    receipt = await anna.sees("3 foton · Position")
    assert "Tre rutor" in receipt
    assert "Mottagen" in receipt

    await town.wind(minutes=11)
    await anna.says("Och en fjärde ruta")
    assert "Vad ser du?" in await anna.receives("fjärde")


async def test_an_old_card_that_cannot_be_deleted_loses_its_buttons(town: Town) -> None:
    """Telegram deletes nothing that is older than 48 hours."""
    anna = town.anna
    await anna.says("/rapport")
    old = await anna.sees("Vad ser du?")
    await town.wind(minutes=60 * 60)
    await anna.says("/rapport")
    await anna.sees("Kastad. Inget skickades.")
    cards = {message.id: message for message in await anna.chat()}
    assert cards[old.id].labels == []


async def test_a_photo_out_of_the_blue_opens_a_card(town: Town) -> None:
    await town.anna.sends_photo(png(300, 200))
    card = await town.anna.sees("Vad ser du?")
    await town.anna.taps("Stöld")
    await town.anna.taps("Vid Maxi")
    await town.anna.taps("Skicka")
    assert "Ett foto" in await town.anna.sees("Mottagen")
    assert card.id == (await town.anna.sees("Mottagen")).id


async def test_a_position_out_of_the_blue_knows_the_nearest_place(town: Town) -> None:
    await town.anna.sends_location(58.30681, 12.27021)
    await town.anna.taps("Bilträff")
    assert "Norra parkeringen" in await town.anna.sees("Skicka")


async def test_112_comes_first_with_the_address(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Våld")
    card = await anna.taps_and_sees("Vid Max", "Skicka")
    assert card.text.startswith("Ring 112 nu. Säg: Vid Max, Överby köpcentrum, Överbyvägen, Trollhättan")

    await anna.taps("Tid")
    await anna.taps("Tidigare i dag")
    await anna.no_longer_sees("Ring 112 nu")


async def test_what_goes_on_shows_the_cue_and_what_is_over_does_not(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Buskörning")
    card = await anna.taps_and_sees("Överbyvägen", "Skicka")
    assert "Ring 112" not in card.text
    await anna.taps("Pågår")
    assert (await anna.sees("Ring 112 nu")).text.startswith("Ring 112 nu")
    await anna.taps("Pågår inte")
    await anna.no_longer_sees("Ring 112 nu")


async def test_undo_within_a_minute_reaches_every_copy(town: Town) -> None:
    await files(town, "Våld", "Vid Max")
    await town.maria.sees("#1 · Våld")
    await town.karin.sees("#1 · Våld")

    await town.anna.taps("Ångra")

    assert "Ångrad 15:00" in await town.anna.sees("Ångrad")
    assert "Ångrad 15:00" in await town.maria.sees("Ångrad")
    assert "Ångrad 15:00" in await town.karin.sees("Ångrad")


async def test_after_a_minute_the_report_stands(town: Town) -> None:
    await files(town, "Bilträff", "Norra parkeringen")
    card = await town.anna.sees("Ångra (60 s)")
    undo = card.buttons[-1].data
    await town.wind(seconds=61)
    assert "Ångra" not in await town.anna.sees("Mottagen")

    answer = await town.anna.forges(card, undo)
    assert answer
    assert "60 sekunderna har gått" in answer["text"]
    assert "Mottagen" in await town.anna.last()


async def test_sent_twice_is_still_one_report(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Bilträff")
    card = await anna.taps_and_sees("Norra parkeringen", "Skicka")
    send = card.button("Skicka")
    assert send
    await asyncio.gather(*(anna.forges(card, send.data) for _ in range(3)))
    await town.settles()
    await anna.sees("#1 · Bilträff")
    await anna.says("/mina")
    mine = await anna.sees("Dina rapporter")
    assert mine.text.count("#") == 1


async def test_personal_data_is_taken_out_and_the_message_deleted(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Fler")
    await anna.taps("Incident mot anställd")
    await anna.taps_and_sees("Vid Maxi", "Skicka")
    said = await anna.says("Han heter Kevin Berg, reg ABC123, född 19121212-1212")
    told = await anna.sees("Jag tog bort")
    assert "ett personnummer" in told
    assert "ett registreringsnummer" in told
    assert "ett namn" in told
    card = await anna.sees("Skicka")
    assert "[namn]" in card
    assert "Kevin" not in card.text
    assert said not in [message.id for message in await anna.chat()]


async def test_voice_and_files_get_a_reason(town: Town) -> None:
    await town.anna.sends_voice()
    await town.anna.sees("diktera med tangentbordet")
    await town.anna.sends_document(png(10, 10), name="bild.png")
    await town.anna.sees("Skicka bilden som foto")


async def test_yusuf_reads_english(town: Town) -> None:
    yusuf = town.yusuf
    await yusuf.says("/report")
    await yusuf.taps("Car meet")
    await yusuf.taps("Norra parkeringen")
    await yusuf.taps("Send")
    assert "neither 112 nor a police report" in await yusuf.sees("Received")


async def files(town: Town, category: str, place: str) -> None:
    """Anna files a report of this category at this place."""
    await town.anna.says("/rapport")
    await town.anna.taps(category)
    await town.anna.taps(place)
    await town.anna.taps("Skicka")
    await town.anna.sees("Mottagen")
