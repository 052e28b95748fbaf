"""A reminder from the maker's phone: set by buttons, rung at its hour, closed for all by one."""

from datetime import UTC, datetime

from tests.town import Town


async def composes(town: Town, text: str, *, day: str = "I morgon", hour: str = "09:00") -> None:
    """Karin makes a reminder for the guards at Överby and stops before setting it. It is Friday 15:00."""
    karin = town.karin
    await karin.says("/paminn")
    await karin.sees("Skriv vad som ska göras")
    await karin.says(text)
    await karin.taps("Överby köpcentrum")
    await karin.sees("Valt: Överby köpcentrum")
    await karin.taps("Vidare")
    await karin.taps("Ordningsvakter")
    await karin.sees("Valt: Ordningsvakter")
    await karin.taps("Vidare")
    await karin.taps(day)
    await karin.taps(hour)
    await karin.sees("Spara påminnelsen")


async def test_it_rings_at_its_hour_for_those_whom_it_is_for(town: Town) -> None:
    await composes(town, "Ställ ut bommarna vid norra p.")
    card = await town.karin.sees("Spara påminnelsen")
    assert "Till: Ordningsvakter · Överby köpcentrum" in card
    assert "Tid: lördag 28 november 09:00" in card
    assert card.labels[-1] == "Spara påminnelsen"
    await town.karin.taps("Spara påminnelsen")
    await town.karin.sees("Sparad.")
    await town.anna.hears_nothing()

    await town.wind(to=datetime(2026, 11, 28, 8, 0, 5, tzinfo=UTC))
    rung = await town.anna.sees("Ställ ut bommarna vid norra p.")
    assert "Påminnelse" in rung
    assert datetime.fromtimestamp(rung.date, UTC).replace(second=0) == datetime(2026, 11, 28, 8, 0, tzinfo=UTC)
    await town.yusuf.sees("Reminder")
    await town.lars.hears_nothing()
    await town.karin.sees("Påmint 09:00. Inte klart.")


async def test_one_done_closes_it_for_all(town: Town) -> None:
    await composes(town, "Ställ ut bommarna.")
    await town.karin.taps("Spara påminnelsen")
    await town.wind(to=datetime(2026, 11, 28, 8, 12, tzinfo=UTC))
    copy = await town.yusuf.sees("Ställ ut bommarna.")
    button = copy.button("Done")
    assert button

    answer = await town.anna.taps("Klar")
    assert answer
    assert answer["text"] == "Klart, för alla."
    assert not (await town.anna.sees("Klar, Anna Lindqvist 09:12")).buttons
    await town.yusuf.sees("Done, Anna Lindqvist 09:12")
    await town.karin.sees("Klar, Anna Lindqvist 09:12")

    late = await town.yusuf.forges(copy, button.data)
    assert late
    assert late["text"] == "Already done by Anna Lindqvist."


async def test_only_me_is_for_nobody_else(town: Town) -> None:
    karin = town.karin
    await karin.says("/paminn")
    await karin.says("Ring Lars om belysningen.")
    await karin.taps("Bara jag")
    await karin.taps("I dag")
    await karin.sees("16:00")
    await karin.taps("16:00")
    await karin.sees("Till: bara dig")
    await karin.taps("Spara påminnelsen")
    await town.wind(to=datetime(2026, 11, 27, 15, 1, tzinfo=UTC))
    await karin.taps("Klar")
    await town.settles()
    assert len([message for message in await karin.chat() if "Klar, Karin Holm 16:01" in message]) == 2
    await town.anna.hears_nothing()


async def test_hours_that_have_passed_are_neither_offered_nor_taken(town: Town) -> None:
    karin = town.karin
    await karin.says("/paminn")
    await karin.says("Ring Lars om belysningen.")
    await karin.taps("Bara jag")
    await karin.taps("I dag")
    hours = await karin.sees("Vilken tid?")
    assert hours.labels[:2] == ["16:00", "17:00"]
    await town.wind(minutes=70)
    refused = await karin.taps("16:00")
    assert refused
    assert refused["text"] == "Den tiden har redan varit. Välj en annan."
    await karin.no_longer_sees("16:00")


async def test_discarded_before_its_hour_it_never_rings(town: Town) -> None:
    await composes(town, "Ställ ut bommarna.")
    await town.karin.taps("Spara påminnelsen")
    await town.karin.sees("Sparad.")
    await town.karin.taps("Kasta")
    await town.karin.sees("Kastad. Ingen blir påmind.")
    await town.wind(to=datetime(2026, 11, 28, 8, 1, tzinfo=UTC))
    await town.anna.hears_nothing()


async def test_a_manager_reminds_at_her_own_sites_only(town: Town) -> None:
    await town.karin.says("/paminn")
    await town.karin.says("Ställ ut bommarna.")
    offered = await town.karin.sees("Vilka områden?")
    assert offered.labels == ["Bara jag", "Överby köpcentrum", "Kasta"]
    await town.anna.says("/paminn")
    await town.anna.sees("Det har du inte behörighet till.")
