"""Calls fail, Telegram asks for patience, people block the bot: promises hold, or it is said that they did not."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.cleaning import cleaned
from storage import delivery, inbox
from tests.phones import Phone
from tests.process import BotProcess
from tests.stories.test_report import files
from tests.town import FRIDAY, Town, founded

MONDAY = datetime(2026, 11, 30, 7, 5, tzinfo=UTC)
"""Five past eight in Trollhättan: the weekly digest has left."""
REPEATED = "Kan ha kommit två gånger."
PATIENCE = 10.0
"""Real seconds in which also a second try has been made."""


@pytest.fixture
async def quiet_town(tmp_path: Path) -> AsyncIterator[Town]:
    """Where the bot is not running."""
    async with founded(tmp_path) as found:
        yield found


@pytest.fixture
async def town(quiet_town: Town) -> Town:
    """Where the bot has welcomed everybody, so that a fault strikes what comes after."""
    await quiet_town.opens()
    for phone in quiet_town.phones.values():
        await phone.sees(phone.name)
    await quiet_town.settles()
    return quiet_town


async def test_a_push_of_unknown_fate_is_sent_once_more_and_says_so(town: Town) -> None:
    maria = town.maria
    await town.sandbox.fault("timeout_after", method="sendMessage", chat=maria.id, seconds=0.2)
    await files(town, "Våld", "Vid Max")
    await maria.sees(REPEATED, patience=PATIENCE)
    await town.settles()
    first, second = await pushes(maria)
    assert REPEATED not in first.text
    assert "#1 · Våld" in second
    await maria.taps("Öppna", on=first)
    await maria.sees("Läst av")


async def test_a_push_is_not_sent_a_third_time(town: Town) -> None:
    maria = town.maria
    await town.sandbox.fault("drop_after", method="sendMessage", chat=maria.id, times=2)
    await files(town, "Våld", "Vid Max")
    await maria.sees(REPEATED, patience=PATIENCE)
    await town.settles()
    assert len(await pushes(maria)) == 2
    await maria.says("/status")
    assert "osäker" in await maria.sees("Hur systemet mår")


async def test_a_digest_of_unknown_fate_is_parked_and_shown(town: Town) -> None:
    maria = town.maria
    await files(town, "Bilträff", "Norra parkeringen")
    await town.sandbox.fault("timeout_after", method="sendMessage", chat=maria.id, seconds=0.2)
    await town.wind(to=MONDAY)
    await maria.says("/status")
    status = await maria.sees("Hur systemet mår")
    assert "osäker" in status
    digests = [message for message in await maria.chat() if "Lägesbild" in message.text]
    assert len(digests) == 1


async def test_a_flood_pauses_its_chat_for_exactly_as_long_as_telegram_says(town: Town) -> None:
    await town.sandbox.fault("429", method="sendMessage", chat=town.maria.id, seconds=2)
    before = (await town.sandbox.state())["calls"]
    await files(town, "Våld", "Vid Max")
    await town.karin.sees("#1 · Våld")
    await town.maria.sees("#1 · Våld", patience=PATIENCE)
    refused, *later = await calls_to(town, town.maria, after=before)
    assert refused["retry_after"] == 2
    assert 2.0 <= later[0]["at"] - refused["at"] < 3.0
    assert (await calls_to(town, town.karin, after=before))[0]["at"] < later[0]["at"]
    assert len(await pushes(town.maria)) == 1


@pytest.mark.parametrize("kind", ["500", "502_html", "timeout_before", "drop_before"])
async def test_what_fails_on_the_way_is_tried_again(town: Town, kind: str) -> None:
    """Of a request that was cut off nobody knows; of one that the server refused everybody does."""
    anna = town.anna
    await town.sandbox.fault(kind, method="sendMessage", chat=anna.id, seconds=0.2)
    await anna.says("/rapport")
    await anna.sees("Vad ser du?", patience=PATIENCE)
    await town.sandbox.fault(kind, method="editMessageText", chat=anna.id, times=2, seconds=0.2)
    await anna.taps("Bilträff")
    await anna.taps("Norra parkeringen", patience=PATIENCE)
    await anna.taps("Skicka", patience=PATIENCE)
    receipt = await anna.sees("Mottagen", patience=PATIENCE)
    assert (REPEATED in receipt) == (kind in {"timeout_before", "drop_before"})
    assert len([message for message in await anna.chat() if "#1" in message]) == 1


async def test_who_presses_send_again_gets_the_receipt_that_was_lost(town: Town) -> None:
    """It was lost with a card of which nobody knows whether it came: there is nothing to edit, and nothing waits."""
    anna = town.anna
    await town.sandbox.fault("drop_after", method="sendMessage", chat=anna.id, times=4)
    await anna.says("/rapport")
    await anna.sees(REPEATED, patience=PATIENCE)
    await town.settles()
    await anna.taps("Bilträff")
    await anna.taps("Norra parkeringen")
    await anna.sees("Skicka")
    await town.settles()
    await town.sandbox.fault("drop_before", method="sendMessage", chat=anna.id)
    await anna.taps("Skicka")
    await town.settles()
    assert not [message for message in await anna.chat() if "Mottagen" in message]
    await anna.taps("Skicka")
    assert "#1" in await anna.sees("Mottagen")


async def test_who_closed_their_account_is_told_of_and_nobody_else_waits(town: Town) -> None:
    await town.karin.leaves_telegram()
    await files(town, "Våld", "Vid Max")
    maria = town.maria
    await maria.sees("#1 · Våld")
    await town.settles()
    await maria.says("/status")
    assert "som inte kan nås" in await maria.sees("Hur systemet mår")
    await maria.says("/personer")
    people = await maria.sees("Personer")
    assert "Karin Holm – centrumledare · Överby köpcentrum · nås inte (har avslutat sitt Telegramkonto)" in people


async def test_who_unblocks_the_bot_hears_of_what_comes_then(town: Town) -> None:
    karin = town.karin
    await karin.blocks()
    await files(town, "Våld", "Vid Max")
    await town.maria.sees("#1 · Våld")
    await town.settles()
    await karin.unblocks()
    await files(town, "Våld", "Vid Maxi")
    await karin.sees("#2 · Våld")
    assert not [message for message in await karin.chat() if "#1" in message]


async def test_an_edit_that_arrived_after_all_is_done(town: Town) -> None:
    """Telegram then says that the message is not modified."""
    anna = town.anna
    await anna.says("/rapport")
    await anna.sees("Vad ser du?")
    await town.sandbox.fault("timeout_after", method="editMessageText", chat=anna.id, seconds=0.2)
    await anna.taps("Bilträff")
    await anna.taps("Norra parkeringen")
    await anna.taps("Skicka", patience=PATIENCE)
    await anna.sees("Mottagen", patience=PATIENCE)

    await town.sandbox.fault("drop_after", method="editMessageText", chat=anna.id)
    await anna.taps("Ångra")
    assert (await anna.sees("Ångrad", patience=PATIENCE)).edits
    await town.settles()
    edits = [call for call in await calls_to(town, anna) if call["method"] == "editMessageText"]
    assert [call["status"] for call in edits][-2:] == [200, 400]
    assert {state for state, count in (await town.store.read(delivery.states)).items() if count} == {"sent"}


async def test_the_work_of_a_tap_counts_though_it_is_too_old_to_be_answered(town: Town) -> None:
    """Taken in before a crash, carried out after it, and Telegram waits 150 seconds for the answer."""
    anna = town.anna
    await anna.says("/rapport")
    await anna.sees("Vad ser du?")
    await town.settles()
    await town.closes()
    await anna.taps("Bilträff", patience=0.0)
    await takes_in_and_dies(town)
    await town.sandbox.wind(by=200, stop_timeout=0.1)
    await town.opens()
    await anna.sees("Var?", patience=PATIENCE)
    answers = await town.sandbox.calls("answerCallbackQuery")
    assert answers[-1]["status"] == 400
    assert (await town.store.read(inbox.counts)) == {"waiting": 0, "aside": 0}


async def test_every_update_twice_is_as_good_as_once(town: Town) -> None:
    await town.sandbox.fault("duplicate_update", share=1.0)
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps_and_sees("Vid Max", "Skicka")
    await anna.says("Fem personer")
    await anna.sees("Fem personer")
    await anna.taps("Skicka")
    await anna.sees("Mottagen")
    await files(town, "Bilträff", "Norra parkeringen")
    await town.settles()
    await anna.says("/mina")
    mine = await anna.receives("Dina rapporter")
    assert [line.split()[0] for line in mine.text.splitlines()[1:]] == ["#2", "#1"]
    assert (await anna.sees("#1 · Våld")).text.count("Fem personer") == 1
    assert len(await pushes(town.maria)) == 1


async def test_a_tap_that_overtakes_a_text_ends_the_same(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Bilträff")
    await anna.taps_and_sees("Norra parkeringen", "Skicka")
    await town.sandbox.fault("swap_updates", chat=anna.id)
    await anna.says("Ett fyrtiotal bilar")
    await anna.taps("Skicka")
    receipt = await anna.sees(lambda message: "Mottagen" in message and "Ett fyrtiotal bilar" in message)
    assert "#1" in receipt
    await anna.says("/mina")
    assert (await anna.receives("Dina rapporter")).text.count("#") == 1


@pytest.mark.parametrize(
    ("kind", "method", "said"),
    [
        ("409", "getUpdates", "this bot is running somewhere else too; stop the other one and start again"),
        ("401", "getMe", "BOT_TOKEN: Telegram does not know this token; get the right one from @BotFather"),
        ("401", "getUpdates", "BOT_TOKEN: Telegram does not know this token; get the right one from @BotFather"),
        ("401", "sendMessage", "BOT_TOKEN: Telegram does not know this token; get the right one from @BotFather"),
    ],
)
async def test_what_only_the_operator_can_mend_ends_with_one_line(
    quiet_town: Town, tmp_path: Path, kind: str, method: str, said: str
) -> None:
    town = quiet_town
    bot = BotProcess(
        tmp_path,
        bot_token=town.sandbox.token,
        bot_api_url=town.sandbox.url,
        database_url=town.settings.database_url,
        log_level="ERROR",
    )
    await town.sandbox.fault(kind, method=method)
    await bot.starts()
    assert await bot.ends(within=20.0) == 2
    assert bot.written() == [f"overblick: {said}"]


async def pushes(phone: Phone) -> list[Any]:
    return [message for message in await phone.chat() if message.protected and "#1 · Våld" in message.text]


async def calls_to(town: Town, phone: Phone, *, after: int = 0) -> list[dict[str, Any]]:
    """The calls that concerned this chat, after so many calls in all."""
    return [call for call in await town.sandbox.calls(after=after) if str(call["chat_id"]) == str(phone.id)]


async def takes_in_and_dies(town: Town) -> None:
    """What a bot does that is killed after it stored its updates."""
    address = f"{town.sandbox.url}/bot{town.sandbox.token}/getUpdates"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        updates = (await answer.json())["result"]
    batch = [incoming for raw in updates if (incoming := cleaned(raw))]
    await town.store.write(inbox.take_in, batch, now=FRIDAY)
