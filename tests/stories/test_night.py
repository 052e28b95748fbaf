"""Two in the morning: whose phone rings, whose waits, who is called when nobody opens it, and what the receipt says."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from storage import Db, people, rota, shifts
from tests.phones import Phone
from tests.stories.test_report import files
from tests.town import KARIN, LARS, YUSUF, Member, Town

NIGHT = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
"""Saturday 02:00 in Trollhättan, which on a rota is still Friday's night."""
MORNING = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)
"""07:00: quiet hours are over."""
FRIDAY_NIGHT = 4


def set_rota(db: Db, members: Sequence[Member]) -> None:
    found = [people.by_chat(db, member.id) for member in members]
    rota.set_pattern(db, "overby", FRIDAY_NIGHT, [person.id for person in found if person])


async def has_rota(town: Town, *members: Member) -> None:
    await town.store.write(set_rota, members)


def start_shift(db: Db, member: Member) -> None:
    person = people.by_chat(db, member.id)
    assert person
    shifts.add(db, person.id, signature=None, now=NIGHT, ends_at=NIGHT + timedelta(hours=8))


async def reports(phone: Phone, *choices: str) -> None:
    await phone.says("/rapport")
    for choice in choices:
        await phone.taps(choice)


async def sleep(*phones: Phone) -> None:
    """Nobody of them has been told of a report."""
    assert [await heard(phone, of="#") for phone in phones] == [0] * len(phones)


async def heard(phone: Phone, *, of: str) -> int:
    """How many messages about it there are in the chat."""
    return len([message for message in await phone.chat() if not message.mine and of in message])


async def test_the_first_on_the_rota_is_rung_at_once_and_the_manager_at_seven(town: Town) -> None:
    await has_rota(town, LARS, YUSUF)
    await town.wind(to=NIGHT)
    await files(town, "Våld", "Entré A")

    receipt = await town.anna.sees("Mottagen 02:00")
    assert "Går till jouren för Överby köpcentrum." in receipt
    assert "Läses av Trollhättans Stad vardagar 08:00–16:30" in receipt
    await town.lars.sees("#1 ·")
    await sleep(town.karin, town.maria, town.yusuf)

    await town.lars.taps("Öppna")
    assert "Öppnad av jouren 02:00" in await town.anna.sees("Öppnad av jouren")
    await town.wind(to=MORNING - timedelta(seconds=1))
    await sleep(town.karin, town.maria, town.yusuf)
    await town.wind(to=MORNING)
    assert "Öppnad av jouren 02:00" in await town.karin.sees("#1 ·")
    await town.maria.sees("#1 ·")
    await town.yusuf.sees("#1 ·")


async def test_what_nobody_opens_goes_along_the_rota_and_wakes_the_strategist(town: Town) -> None:
    await has_rota(town, LARS, YUSUF, KARIN)
    await town.wind(to=NIGHT)
    await files(town, "Våld", "Entré A")
    await town.lars.sees("#1 ·")

    await town.wind(minutes=15)
    await town.yusuf.sees("Unread for 15 min.")
    await sleep(town.karin)
    await town.wind(minutes=15)
    await town.karin.sees("Oläst sedan 30 min.")
    await sleep(town.maria)
    await town.wind(minutes=15)
    woken = await town.maria.sees("Oläst sedan 45 min.")
    assert "Ringer trots tysta timmar" in woken

    await town.wind(to=MORNING)
    assert [await heard(phone, of="#1 ·") for phone in (town.lars, town.yusuf, town.karin, town.maria)] == [1, 1, 1, 1]


async def test_wound_over_all_its_steps_it_rings_each_once(town: Town) -> None:
    await has_rota(town, LARS, YUSUF)
    await town.wind(to=NIGHT)
    await files(town, "Våld", "Entré A")
    await town.wind(minutes=240)
    await town.yusuf.sees("Unread for 15 min.")
    await town.maria.sees("Oläst sedan 30 min.")
    await sleep(town.karin)
    assert [await heard(phone, of="#1 ·") for phone in (town.lars, town.yusuf, town.maria)] == [1, 1, 1]


async def test_opening_it_stops_the_calls(town: Town) -> None:
    await has_rota(town, LARS, YUSUF)
    await town.wind(to=NIGHT)
    await files(town, "Våld", "Entré A")
    await town.wind(minutes=15)
    await town.yusuf.sees("Unread for 15 min.")
    await town.yusuf.taps("Open")
    assert "Öppnad av jouren 02:15" in await town.anna.sees("Öppnad av")
    await town.wind(minutes=60)
    await sleep(town.maria)


async def test_it_goes_on_where_it_was_when_the_bot_was_down(town: Town) -> None:
    await has_rota(town, LARS, YUSUF, KARIN)
    await town.wind(to=NIGHT)
    await files(town, "Våld", "Entré A")
    await town.wind(minutes=15)
    await town.yusuf.sees("Unread for 15 min.")

    await town.closes()
    await town.opens()
    await town.wind(minutes=15)
    await town.karin.sees("Oläst sedan 30 min.")
    assert await heard(town.yusuf, of="#1 ·") == 1


async def test_without_a_rota_it_waits_and_the_receipt_says_so(town: Town) -> None:
    await town.wind(to=NIGHT)
    await files(town, "Våld", "Entré A")
    receipt = await town.anna.sees("Mottagen 02:00")
    assert "Läses av Trollhättans Stad vardagar 08:00–16:30" in receipt
    assert "jour" not in receipt.text
    await town.wind(minutes=120)
    await sleep(town.maria, town.karin, town.lars, town.yusuf)
    await town.wind(to=MORNING)
    await town.maria.sees("#1 ·")


async def test_who_is_on_a_shift_is_rung_at_night(town: Town) -> None:
    await town.store.write(start_shift, YUSUF)
    await town.wind(to=NIGHT)
    await files(town, "Våld", "Entré A")
    await town.yusuf.sees("#1 ·")
    await sleep(town.karin)


async def test_what_was_taken_back_by_night_rings_nobody_in_the_morning(town: Town) -> None:
    await town.wind(to=NIGHT)
    await files(town, "Våld", "Entré A")
    await town.anna.taps("Ångra")
    await town.anna.sees("Ångrad")
    await town.wind(to=MORNING)
    await sleep(town.karin)


async def test_what_is_opened_by_night_wakes_nobody_else(town: Town) -> None:
    """The cards about it change, and those who sleep have none yet."""
    await has_rota(town, LARS)
    await town.wind(to=NIGHT)
    await files(town, "Våld", "Entré A")
    await town.lars.taps("Öppna")
    await town.anna.sees("Öppnad av jouren")
    await town.settles()
    await sleep(town.karin)


async def test_a_repeat_edits_the_message_and_a_worse_one_rings(town: Town) -> None:
    karin, yusuf = town.karin, town.yusuf
    await reports(town.anna, "Fler", "Hot", "Norra parkeringen", "Skicka")
    await karin.sees("#1 ·")

    await reports(yusuf, "More", "Harassment", "Norra parkeringen", "Send")
    repeated = await karin.sees("Igen 15:00 · #2 · Ofredande · 3 Orange")
    assert "#1 ·" in repeated
    assert await heard(karin, of="#1 ·") == 1
    await karin.taps("Öppna #2")
    await karin.sees("Från: Trygg Bevakning")

    await reports(yusuf, "Violence", "Norra parkeringen", "Send")
    worse = await town.lars.sees("#3 · Våld")
    assert "#1 ·" not in worse
    assert await heard(town.lars, of="#1 ·") == 1


@pytest.mark.parametrize(("choice", "row"), [("Tyst 23–06", "23–06"), ("Tyst aldrig", "av")])
async def test_quiet_hours_are_ones_own_choice(town: Town, choice: str, row: str) -> None:
    karin = town.karin
    await karin.says("/installningar")
    assert "Tysta timmar: 22–07" in await karin.sees("Inställningar")
    await karin.taps_and_sees(choice, f"Tysta timmar: {row}")

    await town.wind(to=datetime(2026, 11, 28, 5, 30, tzinfo=UTC))
    await files(town, "Våld", "Entré A")
    await karin.sees("#1 ·")
    await sleep(town.lars)
