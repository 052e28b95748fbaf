"""What follows on a report: those who may know are told, the strategist reads, and the guard sees that she did."""

from tests.pictures import png
from tests.stories.test_report import files
from tests.town import Town


async def test_orange_and_red_ring_at_once_without_the_text(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.says("Fem personer, en har kniv")
    await anna.taps("Skicka")
    for phone in (town.maria, town.karin, town.yusuf, town.lars):
        push = await phone.sees("#1 ·")
        assert push.protected
        assert "Fem personer" not in push.text


async def test_yellow_waits_for_the_digest(town: Town) -> None:
    await files(town, "Bilträff", "Norra parkeringen")
    await town.settles()
    await town.maria.hears_nothing()


async def test_a_heads_up_goes_to_the_strategist_alone(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Fler")
    await anna.taps("Förvarning")
    await anna.taps("Annan plats")
    await anna.taps("Skicka")
    assert "Obekräftat" in await town.maria.sees("Förvarning")
    await town.karin.hears_nothing()


async def test_opening_shows_the_text_and_turns_the_guards_card(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.says("Fem personer, en har kniv")
    await anna.sends_photo(png(320, 240))
    await anna.taps("Skicka")

    await town.wind(minutes=44)
    await maria.taps("Öppna")

    opened = await maria.sees("Fem personer, en har kniv")
    assert opened.protected
    assert "Läst av Trollhättans Stad 15:44" in await anna.sees("Läst av")
    await maria.taps("Foton och position")
    photo = await maria.sees(lambda message: "photo" in message.body)
    assert photo.protected


async def test_a_manager_opens_the_structured_part_only(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.says("Fem personer, en har kniv")
    await anna.taps("Skicka")
    await town.karin.taps("Öppna")
    opened = await town.karin.sees("Texten visas inte för dig")
    assert "kniv" not in opened.text
    assert "Läst av" not in await anna.sees("Mottagen")


async def test_the_inbox_shows_unread_first_and_the_note_reaches_the_guard(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await files(town, "Bilträff", "Norra parkeringen")
    await files(town, "Stöld", "Vid Maxi")
    await maria.says("/inkorg")
    inbox = await maria.sees("2 öppna, 2 olästa")
    assert inbox.labels[0].startswith("Oläst · #")

    await maria.taps("Oläst · #1")
    await maria.taps("Svara")
    await maria.says("Bra att du skrev. Vi ställer ut bommar.")
    note = await anna.sees("Vi ställer ut bommar")
    assert "Svar från Trollhättans Stad" in note

    await maria.taps("Till inkorgen")
    assert (await maria.sees("2 öppna, en oläst")).labels[0].startswith("Oläst · #2")


async def test_closing_takes_a_reason_that_the_guard_sees(town: Town) -> None:
    await files(town, "Bilträff", "Norra parkeringen")
    maria = town.maria
    await maria.says("/inkorg")
    await maria.taps("Oläst · #1")
    await maria.taps("Avsluta")
    await maria.taps("Lämnad vidare")
    await maria.sees("Inkorgen är tom")
    assert "Avslutad av Trollhättans Stad 15:00: Lämnad vidare" in await town.anna.sees("Avslutad")


async def test_next_goes_through_the_night(town: Town) -> None:
    for category in ("Bilträff", "Stöld", "Nedskräpning"):
        await files(town, category, "Vid Maxi")
    maria = town.maria
    await maria.says("/inkorg")
    await maria.taps("Oläst · #")
    await maria.taps("Nästa olästa")
    await maria.taps("Nästa olästa")
    answer = await maria.taps("Nästa olästa")
    assert answer == {"text": "Allt är läst.", "show_alert": True, "url": ""}
