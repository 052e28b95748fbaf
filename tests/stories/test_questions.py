"""What a card asks for in words is answered by the next text, unless one does something else first."""

from datetime import UTC, datetime

from tests.stories.test_report import files
from tests.town import Town


async def test_a_press_on_the_keyboard_forgets_what_a_card_asked_for(town: Town) -> None:
    karin = town.karin
    await karin.says("/paminn")
    await karin.sees("Skriv vad som ska göras")
    await karin.says("Ny rapport")
    await karin.taps("Bilträff")
    await karin.taps("Norra parkeringen")
    await karin.says("fyra bilar står på tvären")
    assert "Bilträff" in await karin.sees("fyra bilar står på tvären")


async def test_a_text_that_was_to_be_written_anew_is_not_waited_for_after_sending(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Bilträff")
    await anna.taps("Norra parkeringen")
    await anna.says("många bilar")
    await anna.taps("Skriv om texten")
    await anna.taps("Skicka")
    await anna.sees("Mottagen")
    await town.wind(to=datetime(2026, 11, 27, 14, 20, tzinfo=UTC))
    await anna.says("trasig lampa")
    assert "Vad ser du?" in await anna.sees("trasig lampa")


async def test_an_answer_that_comes_too_late_is_refused_once(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await files(town, "Våld", "Entré A")
    await maria.taps("Öppna")
    await maria.taps("Svara")
    await anna.taps("Ångra (60 s)")
    await maria.sees("Ångrad")
    await maria.says("tack, vi tittar på det")
    await maria.sees("Den knappen är gammal")
    await maria.says("öppen dörr")
    assert "Vad ser du?" in await maria.sees("öppen dörr")


async def test_what_was_refused_is_not_said_to_be_kept(town: Town) -> None:
    await town.anna.says("ring 070-123 45 67 " + "nu " * 800)
    await town.anna.sees("Texten blir för lång")
    assert "Inget av det är sparat" in await town.anna.sees("Jag tog bort ett telefonnummer")


async def test_a_stranger_is_told_nothing_of_what_was_removed(town: Town) -> None:
    stranger = await town.stranger(203, "Okänd")
    await stranger.says("ring mig på 070-123 45 67")
    await stranger.sees("Hej! Överblick är till för inbjudna")
    await stranger.hears_nothing()
