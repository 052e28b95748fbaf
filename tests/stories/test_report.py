"""A guard reports, with one thumb, in the rain."""

from tests.town import Town


async def test_four_taps_file_a_report(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    anna.taps_made = 1
    await anna.taps("Bilträff")
    await anna.taps("Norra parkeringen")
    await anna.taps("Skicka")
    receipt = await anna.sees("Mottagen")
    assert anna.taps_made == 4
    assert "#1 · Bilträff" in receipt
    assert "Norra parkeringen, Överby köpcentrum" in receipt
    assert "Läses av Trollhättans Stad vardagar 08:00–16:30" in receipt
    assert "varken 112 eller en polisanmälan" in receipt
