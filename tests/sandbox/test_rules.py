"""Telegram's limits, in the server's words."""

from typing import Any

import pytest

from tests.phones import Phone, Sandbox
from tests.sandbox.bot import TheBot

DATA = {"text": "x", "callback_data": "d"}


def keyboard(*rows: list[Any]) -> Any:
    return {"inline_keyboard": list(rows)}


@pytest.mark.parametrize(
    ("text", "parse_mode", "words"),
    [
        ("", "", "message text is empty"),
        (" \n ", "", "message text is empty"),
        ("<b></b>", "HTML", "message text is empty"),
        ("a" * 4097, "", "message is too long"),
        ("é" * 16_385, "", "text is too long"),
        ("<b>open", "HTML", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("<font>x</font>", "HTML", 'can\'t parse entities: Unsupported start tag "font" at byte offset 0'),
        ("x", "Word", "unsupported parse_mode"),
        ("<b>a</b> " * 101, "HTML", "ENTITIES_TOO_LONG"),
        ("\ud800", "", "strings must be encoded in UTF-8"),
    ],
)
async def test_a_text_is_refused(bot: TheBot, anna: Phone, text: str, parse_mode: str, words: str) -> None:
    refusal = await bot.is_refused("sendMessage", chat_id=anna.id, text=text, parse_mode=parse_mode)
    assert refusal == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("text", "parse_mode"),
    [("a" * 4096, ""), ("🚗" * 4096, ""), (f"<b>{'a' * 4096}</b>", "HTML"), ("&lt;" * 4096, "HTML")],
)
async def test_a_text_is_measured_in_code_points_after_parsing(
    bot: TheBot, anna: Phone, text: str, parse_mode: str
) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text=text, parse_mode=parse_mode)
    assert len(sent["text"]) == 4096


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (keyboard([{"text": "x", "callback_data": "é" * 33}]), "BUTTON_DATA_INVALID"),
        (keyboard([{"text": "x", "callback_data": ""}]), "BUTTON_DATA_INVALID"),
        (keyboard([DATA] * 9), "reply markup is too long"),
        (keyboard(*[[DATA]] * 101), "reply markup is too long"),
        (
            keyboard([{"text": "x"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            keyboard([{"callback_data": "d"}]),
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        (
            keyboard([{**DATA, "style": "gold"}]),
            "can't parse inline keyboard button: invalid button style specified",
        ),
        (keyboard([{"text": "x", "copy_text": {"text": "a" * 257}}]), "BUTTON_COPY_TEXT_INVALID"),
        ({"keyboard": []}, "reply keyboard is empty"),
        ("nonsense", "can't parse reply markup JSON object"),
        ({"inline_keyboard": 7}, "wrong parameters in request: TypeError(\"'int' object is not iterable\")"),
    ],
)
async def test_a_keyboard_is_refused(bot: TheBot, anna: Phone, markup: Any, words: str) -> None:
    refusal = await bot.is_refused("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert refusal == f"Bad Request: {words}"


async def test_a_keyboard_at_its_limits_is_taken(bot: TheBot, anna: Phone) -> None:
    button = {"text": "x", "callback_data": "d" * 64, "style": "danger"}
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="x", reply_markup=keyboard(*[[button] * 4] * 25))
    assert len(sent["reply_markup"]["inline_keyboard"]) == 25


async def test_an_edit_must_change_something(bot: TheBot, anna: Phone) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="<b>x</b>", parse_mode="HTML")
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    same = await bot.is_refused("editMessageText", **place, text="<b>x</b>", parse_mode="HTML")
    assert same.startswith("Bad Request: message is not modified: specified new message content")
    assert (await bot.is_refused("editMessageReplyMarkup", **place)).startswith("Bad Request: message is not modified")
    edited = await bot.asks("editMessageText", **place, text="<i>x</i>", parse_mode="HTML")
    assert edited["entities"] == [{"type": "italic", "offset": 0, "length": 1}]
    assert edited["edit_date"] >= edited["date"]


async def test_only_own_messages_that_are_there_can_be_edited(bot: TheBot, anna: Phone) -> None:
    theirs = await anna.says("mine")
    refusal = await bot.is_refused("editMessageText", chat_id=anna.id, message_id=theirs, text="x")
    assert refusal == "Bad Request: message can't be edited"
    refusal = await bot.is_refused("editMessageText", chat_id=anna.id, message_id=999, text="x")
    assert refusal == "Bad Request: message to edit not found"


async def test_deletion_ends_after_48_hours_of_the_wound_clock(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    kept = await bot.asks("sendMessage", chat_id=anna.id, text="old")
    gone = await bot.asks("sendMessage", chat_id=anna.id, text="soon gone")
    theirs = await anna.says("personal data")
    await bot.asks("deleteMessages", chat_id=anna.id, message_ids=[gone["message_id"], theirs, 999])
    await sandbox.wind(by=48 * 3600 + 1)
    refusal = await bot.is_refused("deleteMessage", chat_id=anna.id, message_id=kept["message_id"])
    assert refusal == "Bad Request: message can't be deleted for everyone"
    refusal = await bot.is_refused("deleteMessage", chat_id=anna.id, message_id=gone["message_id"])
    assert refusal == "Bad Request: message to delete not found"
    assert [message.text for message in await anna.chat()] == ["/start", "old"]


async def test_a_tap_can_be_answered_for_150_seconds_of_the_wound_clock(
    bot: TheBot, sandbox: Sandbox, anna: Phone
) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="x", reply_markup=keyboard([DATA]))
    await anna.forges(sent["message_id"], "d", patience=0)
    query = (await bot.updates())[-1]["callback_query"]["id"]
    refusal = await bot.is_refused("answerCallbackQuery", callback_query_id=query, text="a" * 201)
    assert refusal == "Bad Request: MESSAGE_TOO_LONG"
    await sandbox.wind(by=151)
    refusal = await bot.is_refused("answerCallbackQuery", callback_query_id=query)
    words = "query is too old and response timeout expired or query ID is invalid"
    assert refusal == f"Bad Request: {words}"
    assert not [update for update in await bot.updates() if "callback_query" in update]


async def test_what_was_sent_protected_stays_protected(bot: TheBot, anna: Phone) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="#241", protect_content=True)
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    await bot.asks("editMessageText", **place, text="the text")
    assert (await anna.sees("the text")).protected
    copy = {"chat_id": anna.id, "from_chat_id": anna.id, "message_id": sent["message_id"]}
    assert await bot.is_refused("forwardMessage", **copy) == "Bad Request: message can't be forwarded"
    assert await bot.is_refused("copyMessage", **copy) == "Bad Request: message can't be copied"


async def test_an_unknown_method_and_a_wrong_token(bot: TheBot, sandbox: Sandbox) -> None:
    assert await bot.tries("sendFax") == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }
    stranger = TheBot(f"{sandbox.url}/bot1:wrong", bot.session)
    assert await stranger.tries("getMe") == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert [call["status"] for call in await sandbox.calls()] == [404, 401]
