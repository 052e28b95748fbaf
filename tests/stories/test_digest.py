"""Monday morning: what the week's reports said, once to each, at eight by the clocks of the municipality."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.people import EVERY_SITE, Role
from tests.phones import Phone
from tests.screens import Shown
from tests.town import CAST, Member, Town, founded

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAY_NINE = datetime(2026, 11, 30, 9, tzinfo=STOCKHOLM)
SOURCE = "Bygger på inlämnade rapporter, inte anmälda brott."
AUDITOR = Member(id=106, name="Dag Rask", role=Role.AUDITOR, sites=(EVERY_SITE,), organisation="Trollhättans Stad")


async def reports(phone: Phone, *choices: str) -> None:
    await phone.says("/rapport")
    await phone.sees("Vad ser du?")
    for choice in choices:
        await phone.taps(choice)
    await phone.taps("Skicka")
    await phone.sees("Mottagen")


async def is_up(town: Town) -> None:
    """Waits for the bot, which follows the clock from then on."""
    await town.anna.says("/start")
    await town.anna.receives("Hej Anna Lindqvist")


async def digests_of(phone: Phone) -> list[Shown]:
    return [
        message for message in await phone.chat() if not message.mine and ("vecka 4" in message or "week 4" in message)
    ]


async def test_from_friday_afternoon_to_monday_morning_each_gets_one(town: Town) -> None:
    for _ in range(3):
        await reports(town.anna, "Bilträff", "Norra parkeringen")
    await reports(town.karin, "Stöld", "Vid Maxi")

    await town.wind(to=MONDAY_NINE)

    eight = int(MONDAY_NINE.replace(hour=8).timestamp())
    for phone in (town.anna, town.yusuf, town.karin, town.lars, town.maria):
        digests = await digests_of(phone)
        assert [digest.body["date"] for digest in digests] == [eight], phone.name
    anna, maria = await digests_of(town.anna), await digests_of(town.maria)
    assert "4 händelser, 4 fler än veckan före. Mest: Norra parkeringen." in anna[0]
    assert "Lägesbild vecka 48 · mån 23 nov. – sön 29 nov." in anna[0]
    assert "Rapporterat 1 av 7 dagar" in anna[0]
    assert "Kungsgatan" not in anna[0]
    assert "Överby köpcentrum: 4 händelser" in maria[0]
    assert "Stöld: 1 (förut 0)" in maria[0]
    assert "Resecentrum: ingen har rapporterat" in maria[0]
    assert SOURCE in maria[0]
    assert "Based on submitted reports" in (await digests_of(town.yusuf))[0]


async def test_a_restart_at_eight_sends_it_once(town: Town) -> None:
    await reports(town.anna, "Bilträff", "Norra parkeringen")
    await town.closes()
    await town.sandbox.wind(to=MONDAY_NINE, stop_timeout=0)
    await town.opens()
    await town.anna.sees("Lägesbild vecka 48")
    await town.closes()
    await town.opens()
    await town.settles()

    assert len(await digests_of(town.anna)) == 1


async def test_a_week_in_which_nobody_reported_says_so(town: Town) -> None:
    await is_up(town)
    await town.wind(to=MONDAY_NINE)

    digest = await town.karin.sees("Ingen har rapporterat.")
    assert "Lägesbild vecka 48" in digest
    assert SOURCE in digest


async def test_the_picture_comes_when_one_asks(town: Town) -> None:
    await reports(town.anna, "Bilträff", "Norra parkeringen")

    await town.karin.says("/lagesbild")

    picture = await town.karin.receives("Lägesbild senaste sju dagarna · lör 21 nov. – fre 27 nov.")
    assert "En händelse" in picture


async def test_who_may_not_see_the_picture_gets_none(tmp_path: Path) -> None:
    async with founded(tmp_path, cast=[*CAST, AUDITOR]) as town:
        await town.opens()
        await town.wind(to=MONDAY_NINE)
        await town.dag.says("/lagesbild")

        await town.dag.receives("Det har du inte behörighet till.")
        assert await digests_of(town.dag) == []


@pytest.mark.parametrize(
    "monday",
    [datetime(2027, 3, 29, tzinfo=STOCKHOLM), datetime(2027, 11, 1, tzinfo=STOCKHOLM)],
    ids=["spring", "autumn"],
)
async def test_it_comes_at_eight_after_the_clocks_have_changed(town: Town, monday: datetime) -> None:
    await town.closes()
    await town.sandbox.wind(to=monday - timedelta(days=3), stop_timeout=0)
    await town.opens()
    await is_up(town)

    await town.wind(to=monday.replace(hour=9))

    last = await town.anna.sees(f"vecka {monday.isocalendar().week - 1}")
    told_at = datetime.fromtimestamp(last.body["date"], UTC).astimezone(STOCKHOLM)
    assert (told_at.date(), told_at.hour, told_at.minute) == (monday.date(), 8, 0)
