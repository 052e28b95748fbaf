"""The strategist finds a report again by number, place, category and time; never by person."""

from tests.stories.test_report import files
from tests.town import Town


async def begins(town: Town) -> None:
    await town.maria.says("/inkorg")
    await town.maria.taps("Sök")
    await town.maria.sees("Eller skriv rapportens nummer")


async def test_a_number_opens_its_report(town: Town) -> None:
    await files(town, "Bilträff", "Norra parkeringen")
    await files(town, "Stöld", "Vid Maxi")
    maria = town.maria
    await begins(town)
    await maria.says("#2")
    await maria.sees("#2 · Stöld")
    assert "Läst av" in await town.anna.sees("#2 · Stöld")
    await maria.taps("Till sökningen")
    await maria.says("7")
    await maria.sees("Det finns ingen rapport #7.")
    await maria.says("Anna")
    await maria.sees("Skriv bara rapportens nummer")
    await maria.says("1")
    await maria.sees("#1 · Bilträff")


async def test_a_search_is_narrowed_by_place_category_and_time(town: Town) -> None:
    maria = town.maria
    await files(town, "Bilträff", "Norra parkeringen")
    await town.wind(minutes=60 * 24 * 10)
    await files(town, "Stöld", "Vid Maxi")
    await files(town, "Bilträff", "Vid Maxi")
    await begins(town)
    await maria.sees("3 rapporter")

    await maria.taps("Kategori")
    await maria.taps("Bilträff")
    await maria.sees("2 rapporter")
    await maria.taps("Tid")
    await maria.taps("7 dagar")
    assert "#3" in await maria.sees("En rapport")
    await maria.taps("Område")
    await maria.taps("Överby")
    await maria.taps("Plats")
    await maria.taps("Norra parkeringen")
    found = await maria.sees("Ingen rapport.")
    assert "Urval: Överby köpcentrum · Norra parkeringen · Bilträff · 7 dagar" in found

    await maria.says("/inkorg")
    await maria.taps("Sök")
    await maria.sees("Ingen rapport.")
    await maria.taps("Rensa")
    await maria.sees("3 rapporter")


async def test_what_is_closed_or_taken_back_is_found_and_leads_back(town: Town) -> None:
    maria = town.maria
    for _ in range(10):
        await files(town, "Bilträff", "Norra parkeringen")
    await town.anna.taps("Ångra (60 s)")
    await begins(town)
    assert "#10" in await maria.sees("ångrad")
    await maria.taps("Nästa sida")
    await maria.sees("#1 Bilträff")
    await maria.taps("Öppna #1")
    await maria.sees("#1 · Bilträff")
    await maria.taps("Klar")
    await maria.sees("Avslutad: Noterad")
    await maria.taps("Till sökningen")
    assert "avslutad" in (await maria.sees("#1 Bilträff")).text.lower()
