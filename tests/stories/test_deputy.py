"""Somebody goes away, and what was theirs goes to their deputy and comes back."""

from datetime import UTC, datetime

from domain.people import EVERY_SITE, Role
from tests.phones import Phone
from tests.stories.test_report import files
from tests.town import MARIA, Member, Town

OSKAR = Member(id=301, name="Oskar Lund", role=Role.PARTNER, organisation=MARIA.organisation)
ELIN = Member(id=302, name="Elin Nord", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation=MARIA.organisation)
MONDAY = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)
"""Half past midnight in Trollhättan."""


async def names(phone: Phone, deputy: str, *, start: str, days: str) -> None:
    await phone.says("/installningar")
    await phone.taps("Ersättare")
    await phone.taps(deputy)
    await phone.taps(start)
    await phone.taps(days)
    await phone.sees("ersätter dig")


async def test_the_inbox_follows_to_the_deputy_and_comes_back(town: Town) -> None:
    maria, oskar = town.maria, await town.welcomes(OSKAR)
    await names(maria, "Oskar Lund", start="Nu", days="En dag")
    assert "Du ersätter Maria Sandberg till lör 28 nov. 00:00" in await oskar.sees("Du ersätter")
    await oskar.sees("Brottsförebyggande strateg · alla områden (som ersättare)")

    await files(town, "Bilträff", "Norra parkeringen")
    await town.anna.says("Sett bakom lastkajen")
    await oskar.says("/inkorg")
    await oskar.taps("En oläst · ")
    await oskar.sees("Sett bakom lastkajen")
    assert "Läst av Trollhättans Stad" in await town.anna.sees("Läst av")

    await town.wind(to=MONDAY)
    await maria.sees("Oskar Lund ersatte dig till")
    await oskar.no_longer_sees("Sett bakom lastkajen")
    await oskar.says("/inkorg")
    await oskar.receives("Det har du inte behörighet till")


async def test_it_begins_when_it_was_said_to(town: Town) -> None:
    maria, oskar = town.maria, await town.welcomes(OSKAR)
    await names(maria, "Oskar Lund", start="På måndag", days="En dag")
    await oskar.sees("Du ersätter Maria Sandberg från mån 30 nov. 00:00")
    await oskar.says("/inkorg")
    await oskar.receives("Det har du inte behörighet till")

    await town.wind(to=MONDAY)
    await oskar.says("/inkorg")
    await oskar.receives("Inkorgen är tom")


async def test_the_deputy_can_decline_and_is_asked_only_once(town: Town) -> None:
    maria, oskar = town.maria, await town.welcomes(OSKAR)
    await names(maria, "Oskar Lund", start="Nu", days="En dag")
    await oskar.taps("Avstå")
    await oskar.sees("Du ersatte Maria Sandberg till")
    await maria.sees("Oskar Lund ersatte dig till")
    await oskar.says("/inkorg")
    await oskar.receives("Det har du inte behörighet till")


async def test_only_colleagues_can_stand_in(town: Town) -> None:
    await town.maria.says("/installningar")
    await town.maria.taps("Ersättare")
    await town.maria.sees("Ingen annan från Trollhättans Stad är med ännu")


async def test_another_deputy_takes_the_place_of_the_first(town: Town) -> None:
    maria, oskar = town.maria, await town.welcomes(OSKAR)
    elin = await town.welcomes(ELIN)
    await names(elin, "Oskar Lund", start="Nu", days="En dag")
    await oskar.sees("Du ersätter Elin Nord")
    await elin.taps("Avsluta nu")
    await elin.sees("Vem ersätter dig?")
    await elin.taps("Maria Sandberg")
    await elin.taps("I morgon")
    await elin.taps("2 dagar")
    await maria.sees("Du ersätter Elin Nord från lör 28 nov. 00:00 till mån 30 nov. 00:00")
