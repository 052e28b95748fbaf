"""A Saturday evening from rumour to call-off: 500 cars are said to come at nine, and the strategist is in a shop."""

from datetime import UTC, datetime

from tests.stories.test_alert import has, is_counted
from tests.town import LARS, Town

FIVE_PAST_SEVEN = datetime(2026, 11, 28, 18, 5, tzinfo=UTC)
"""Saturday 19:05 in Trollhättan."""


async def test_from_rumour_to_called_off(town: Town) -> None:
    await town.wind(to=FIVE_PAST_SEVEN)
    await town.lars.blocks()
    await she_makes_the_template_hers(town)
    await a_minute_later_everybody_has_it(town)
    await they_answer_and_one_needs_help(town)
    await it_turns_out_to_be_elsewhere(town)
    await one_organisation_stays_silent(town)
    await nobody_comes(town)


async def she_makes_the_template_hers(town: Town) -> None:
    """With one hand, in a queue."""
    maria = town.maria
    await maria.says("/utskick")
    await maria.taps("Bilträff väntas")
    await maria.sees("Vilka områden?")
    await maria.taps("Överby köpcentrum")
    await maria.taps("Vidare")
    for role in ("Ordningsvakter", "Centrumledare", "Fastighetsägare"):
        await maria.taps_and_sees(role, f"Valt: {role}")
    await maria.taps("Vidare")
    assert "En av dem går inte att nå." in await maria.sees("Så här ser det ut")
    await maria.taps("Mer…")
    await maria.taps("Mål för svaren")
    await maria.taps("En från varje organisation")
    await maria.taps_and_sees("15 min", "Annat om utskicket")
    await maria.taps_and_sees("Tillbaka", "Så här ser det ut")
    await maria.taps("Skicka")
    await maria.sees("Skickas 19:06")


async def a_minute_later_everybody_has_it(town: Town) -> None:
    """Whom Telegram reaches, each in their own language."""
    anna, yusuf = town.anna, town.yusuf
    await town.wind(seconds=61)
    await anna.sees("Vi har fått veta att en bilträff väntas i kväll")
    await yusuf.sees("expect a car meet tonight")
    await is_counted(town, "Skickat till 3 av 4 – 0 har svarat – 1 nås inte (har blockerat boten)")


async def they_answer_and_one_needs_help(town: Town) -> None:
    """One acts, one says what for, and the rest is reminded."""
    maria, anna, yusuf, karin = town.maria, town.anna, town.yusuf, town.karin
    await anna.taps("Vi agerar")
    await yusuf.taps("Need help")
    await yusuf.says("Two more at the northern gate")
    await maria.sees("Behöver hjälp: Yusuf Demir, Trygg Bevakning")
    await maria.taps("Läs vad som behövs")
    await maria.sees("Two more at the northern gate")
    await town.wind(minutes=15)
    await karin.sees("Du har inte svarat.")
    await karin.taps("Sett")


async def it_turns_out_to_be_elsewhere(town: Town) -> None:
    """Nobody is left with the wrong place."""
    maria, anna, yusuf, karin = town.maria, town.anna, town.yusuf, town.karin
    await maria.taps("Till utskicket")
    await is_counted(town, "3 har svarat")
    await maria.taps("Rätta")
    await maria.says("Bilträffen är vid Resecentrum, inte Överby.")
    await maria.taps("Skicka rättelsen")
    for phone in (anna, karin):
        await phone.sees("vid Resecentrum")
        await phone.sees("Utskicket är rättat.")
    await is_counted(town, "Skickat till 3 av 4 – 0 har svarat")
    for phone, answer in ((anna, "Vi agerar"), (karin, "Berör inte oss"), (yusuf, "Seen")):
        await phone.taps(answer)


async def one_organisation_stays_silent(town: Town) -> None:
    """The goal waits for somebody whom nobody can reach: she is told, and rings them."""
    maria = town.maria
    await town.wind(minutes=46)
    assert "en organisation har inte svarat" in await maria.sees("Målet nåddes inte")
    await maria.taps("Visa vilka som inte svarat")
    assert "har blockerat boten" in await maria.sees(LARS.name)


async def nobody_comes(town: Town) -> None:
    """She calls it off, and it is off on every phone, once."""
    maria, anna, yusuf, karin = town.maria, town.anna, town.yusuf, town.karin
    await maria.taps("Till utskicket")
    await maria.taps("Avblås")
    await maria.taps("Ja, avblås")
    for phone, words in ((anna, "Ingen behöver göra mer."), (karin, "Ingen behöver göra mer."), (yusuf, "Called off")):
        await phone.sees(words)
    await town.settles()
    assert await has(anna, "Ingen behöver göra mer.") == 1
    assert "Skickat till 3 av 4 – 3 har svarat" in await maria.sees("Avblåst")
