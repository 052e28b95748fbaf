"""Who could not be reached is noticed at night, without a sound, and told in the morning, once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.phones import Phone
from tests.screens import Shown
from tests.town import Town

STOCKHOLM = ZoneInfo("Europe/Stockholm")
EVENING = datetime(2026, 11, 27, 21, tzinfo=STOCKHOLM)
"""Of the Friday on which the stories begin."""
DAY = timedelta(days=1)
FOUR, MORNING = EVENING + timedelta(hours=7), EVENING + timedelta(hours=11)
"""At eight it was told half an hour ago."""
NEWS = ("nås inte längre", "nås igen")


async def test_who_blocks_the_bot_in_the_evening_is_told_of_once_and_again_when_they_are_back(town: Town) -> None:
    karin, maria = town.karin, town.maria
    await is_up(town)
    await town.wind(to=EVENING)
    await karin.blocks()

    await town.wind(to=MORNING)
    [lost] = await news_of(maria)
    assert f"{datetime.fromtimestamp(lost.date, STOCKHOLM):%H:%M}" == "07:30"
    assert "En person nås inte längre" in lost
    assert "Karin Holm · Överby köpcentrum: har blockerat boten" in lost

    await town.wind(to=MORNING + DAY)
    assert len(await news_of(maria)) == 1

    await karin.unblocks()
    await town.wind(to=MORNING + 2 * DAY)
    [_, back] = await news_of(maria)
    assert "En person nås igen\nKarin Holm · Överby köpcentrum" in back
    for phone in (town.anna, karin, town.lars):
        assert await news_of(phone) == []


async def test_an_account_that_is_gone_is_found_though_nobody_wrote_to_it(town: Town) -> None:
    await is_up(town)
    await town.wind(to=EVENING)
    await town.lars.leaves_telegram()

    await town.wind(to=MORNING)

    await town.maria.sees("Lars Ek · Ek Fastigheter: har avslutat sitt Telegramkonto")
    await town.maria.taps_and_sees("Lars Ek", "Kan inte nås sedan 04:00: har avslutat sitt Telegramkonto")
    await town.maria.says("/status")
    assert "nådde inte" not in await town.maria.receives("Hur systemet mår")


async def test_nobody_notices_the_check_and_each_is_asked_once(town: Town) -> None:
    await is_up(town)
    await town.wind(to=EVENING)
    before = {phone.name: await written(phone) for phone in town.phones.values()}

    await town.wind(to=MORNING)

    assert {phone.name: await written(phone) for phone in town.phones.values()} == before
    asked = [call["chat_id"] for call in await town.sandbox.calls("sendChatAction")]
    assert sorted(map(int, asked)) == sorted(phone.id for phone in town.phones.values())


async def test_who_could_not_be_asked_by_the_morning_is_not_asked_by_day(town: Town) -> None:
    await is_up(town)
    await town.wind(to=EVENING)
    await town.sandbox.fault("500", method="sendChatAction", share=1.0)
    await town.sandbox.wind(to=FOUR + timedelta(hours=1), stop_timeout=1)

    await town.closes()
    await town.sandbox.clear_faults()
    before = (await town.sandbox.state())["calls"]
    await town.sandbox.wind(to=MORNING, stop_timeout=0)
    await town.opens()
    await town.settles()

    assert await town.sandbox.calls("sendChatAction", after=before) == []


async def test_an_answer_that_was_lost_is_asked_for_again(town: Town) -> None:
    """Asked twice is as good as once; a message of which nobody knows whether it came would be told of."""
    await is_up(town)
    await town.lars.leaves_telegram()
    await town.sandbox.fault("drop_after", method="sendChatAction", chat=town.lars.id)
    await town.wind(to=MORNING)
    await town.maria.sees("Lars Ek · Ek Fastigheter: har avslutat sitt Telegramkonto")
    await town.maria.says("/status")
    assert "osäker" not in await town.maria.receives("Hur systemet mår")


async def test_who_let_the_bot_in_again_while_it_was_down_for_long_is_found(town: Town) -> None:
    """Telegram tells of it for a day; after that only asking helps."""
    await is_up(town)
    await town.karin.blocks()
    await town.wind(to=MORNING)
    await town.closes()
    await town.karin.unblocks()
    await forgets_updates(town)
    await town.opens()

    await town.wind(to=MORNING + DAY)

    await town.maria.sees("En person nås igen\nKarin Holm")


async def is_up(town: Town) -> None:
    """Waits until the bot has greeted everybody; it follows the clock from then on."""
    for phone in town.phones.values():
        await phone.sees(phone.name)
    await town.settles()


async def news_of(phone: Phone) -> Sequence[Shown]:
    return [message for message in await phone.chat() if any(each in message for each in NEWS)]


async def written(phone: Phone) -> int:
    """How many messages there are and were, edits among them."""
    return sum(1 + message.edits for message in await phone.chat())


async def forgets_updates(town: Town) -> None:
    """What Telegram does after 24 hours."""
    await town.sandbox.line.post(f"/bot{town.sandbox.token}/deleteWebhook", {"drop_pending_updates": True})
