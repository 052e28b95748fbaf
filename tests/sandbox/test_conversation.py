"""A bot and a person talk: what each of them gets to see."""

import asyncio
from typing import Any

import pytest

from tests.phones import Phone
from tests.sandbox.bot import TheBot

KEYBOARD = {"inline_keyboard": [[{"text": "Skicka", "callback_data": "send:1"}]]}


async def test_a_text_reaches_the_bot_and_the_answer_the_phone(bot: TheBot, anna: Phone) -> None:
    await anna.says("hej")
    start, text = await bot.updates()
    assert start["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert text["message"]["text"] == "hej"
    assert text["message"]["from"]["language_code"] == "sv"
    await bot.asks("sendMessage", chat_id=anna.id, text="<b>Hej</b> Anna", parse_mode="HTML")
    seen = await anna.sees("Hej Anna")
    assert seen.body["html"] == "<b>Hej</b> Anna"


async def test_a_start_link_carries_its_payload(bot: TheBot, anna: Phone) -> None:
    await anna.starts("token-1")
    assert (await bot.updates())[-1]["message"]["text"] == "/start token-1"
    with pytest.raises(AssertionError, match="a payload has at most 64"):
        await anna.starts("å")


async def test_a_tap_is_answered_and_the_card_edited(bot: TheBot, anna: Phone) -> None:
    await bot.asks("sendMessage", chat_id=anna.id, text="Rapport", reply_markup=KEYBOARD)
    tapping = asyncio.create_task(anna.taps("Skicka"))
    query = await _next_tap(bot)
    assert query["data"] == "send:1"
    assert query["message"]["text"] == "Rapport"
    await bot.asks("editMessageText", chat_id=anna.id, message_id=query["message"]["message_id"], text="Mottagen")
    await bot.asks("answerCallbackQuery", callback_query_id=query["id"], text="Tack")
    assert await tapping == {"text": "Tack", "show_alert": False, "url": ""}
    card = await anna.sees("Mottagen")
    assert (card.edits, card.labels, anna.taps_made) == (1, [], 1)


async def test_a_forged_tap_carries_what_it_will(bot: TheBot, anna: Phone) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="Rapport", reply_markup=KEYBOARD)
    await anna.forges(sent["message_id"], "erase:all", patience=0)
    assert (await _next_tap(bot))["data"] == "erase:all"


async def test_a_key_of_the_reply_keyboard_sends_its_text(bot: TheBot, anna: Phone) -> None:
    keyboard = {"keyboard": [[{"text": "Ny rapport"}]], "resize_keyboard": True}
    await bot.asks("sendMessage", chat_id=anna.id, text="Välkommen", reply_markup=keyboard)
    await anna.taps("Ny rapport")
    assert (await bot.updates())[-1]["message"]["text"] == "Ny rapport"


async def _next_tap(bot: TheBot) -> Any:
    offset = 0
    while True:
        for update in await bot.updates(offset=offset, wait=2):
            offset = update["update_id"] + 1
            if "callback_query" in update:
                return update["callback_query"]
