"""The strategist sets who is called at night: week by week, and for one night."""

from datetime import UTC, datetime

from tests.phones import Phone
from tests.screens import Shown
from tests.stories.test_night import NIGHT, heard, sleep
from tests.stories.test_report import files
from tests.town import Town


async def opens_rota(maria: Phone) -> Shown:
    await maria.says("/installningar")
    await maria.taps("Jourlista")
    await maria.taps("Överby köpcentrum")
    return await maria.sees("Jourlista · Överby köpcentrum")


async def test_the_week_is_set_day_by_day(town: Town) -> None:
    maria = town.maria
    assert "Fredag: ingen" in await opens_rota(maria)
    await maria.taps("Fredag")
    await maria.taps_and_sees("Lars Ek", "Fredag: Lars Ek")
    await maria.taps_and_sees("Karin Holm", "Fredag: Lars Ek, sedan Karin Holm")
    await maria.taps("Klar")
    assert "Fredag: Lars Ek, sedan Karin Holm" in await maria.sees("Måndag: ingen")
    assert "varje fredag" in await town.lars.sees("Du står på jourlistan för Överby köpcentrum")

    await maria.taps("Fredag")
    await maria.taps_and_sees("Töm", "Fredag: ingen")
    await town.lars.sees("Du står inte längre på jourlistan för Överby köpcentrum varje fredag.")


async def test_tonight_it_is_anna(town: Town) -> None:
    maria = town.maria
    await opens_rota(maria)
    await maria.taps("Fredag")
    await maria.taps_and_sees("Lars Ek", "Fredag: Lars Ek")
    await maria.taps("Klar")
    await maria.taps("I kväll")
    await maria.taps_and_sees("Anna Lindqvist", "Fre 27 nov.: Anna Lindqvist")
    await maria.taps("Klar")
    week = await maria.sees("Fredag: Lars Ek")
    assert "Fre 27 nov.: Anna Lindqvist" in week
    assert "fredag 27 november" in await town.anna.sees("Du står på jourlistan")

    await town.wind(to=NIGHT)
    await town.yusuf.says("/report")
    for choice in ("Violence", "Entré A", "Send"):
        await town.yusuf.taps(choice)
    await town.anna.sees("#1 ·")
    await sleep(town.lars)
    assert "Goes to those on the rota" in await town.yusuf.sees("Received")


async def test_next_friday_the_week_holds_again(town: Town) -> None:
    maria = town.maria
    await opens_rota(maria)
    await maria.taps("Fredag")
    await maria.taps_and_sees("Lars Ek", "Fredag: Lars Ek")
    await maria.taps("Klar")
    await maria.taps("I kväll")
    await maria.taps_and_sees("Karin Holm", "Fre 27 nov.: Karin Holm")

    await town.wind(to=datetime(2026, 12, 5, 1, 0, tzinfo=UTC))
    await files(town, "Våld", "Entré A")
    await town.lars.sees("#1 ·")
    assert not await heard(town.karin, of="#1 ·")


async def test_another_night_is_chosen_among_the_coming(town: Town) -> None:
    maria = town.maria
    await opens_rota(maria)
    await maria.taps("Annan kväll")
    assert len((await maria.sees("Vilken kväll?")).labels) == 15
    await maria.taps("Tis 1 dec.")
    await maria.taps_and_sees("Karin Holm", "Tis 1 dec.: Karin Holm")
    await maria.taps("Klar")
    assert "Tis 1 dec.: Karin Holm" in await maria.sees("Tisdag: ingen")


async def test_put_there_twice_somebody_stands_there_once(town: Town) -> None:
    maria = town.maria
    await opens_rota(maria)
    await maria.taps("Fredag")
    card = await maria.sees("Vem rings först?")
    data = next(button.data for button in card.buttons if button.label == "Lars Ek")
    await maria.forges(card, data)
    await maria.forges(card, data)
    await maria.sees("Fredag: Lars Ek")
    await town.settles()
    assert await heard(town.lars, of="Du står på jourlistan") == 1


async def test_a_site_with_a_rota_names_who_is_called_tonight(town: Town) -> None:
    maria = town.maria
    await opens_rota(maria)
    await maria.taps("I kväll")
    await maria.taps_and_sees("Lars Ek", "Fre 27 nov.: Lars Ek")
    await maria.says("/installningar")
    await maria.taps("Jourlista")
    assert "Överby köpcentrum: Lars Ek" in await maria.sees("Nu gäller")
