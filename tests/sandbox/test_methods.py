"""Every method of the table answers a plain call."""

from typing import Any

import pytest

from sandbox.api import METHODS
from tests.phones import Phone
from tests.pictures import png
from tests.sandbox.bot import TheBot

TEXT: dict[str, Any] = {"text": "new"}
PLACE = {"latitude": 58.28, "longitude": 12.29}
COMMANDS = {"commands": [{"command": "rapport", "description": "Ny rapport"}]}

PLAIN: dict[str, dict[str, Any]] = {
    "getMe": {},
    "getUpdates": {},
    "setWebhook": {"url": "http://127.0.0.1:9"},
    "deleteWebhook": {},
    "getWebhookInfo": {},
    "sendMessage": TEXT,
    "sendLocation": PLACE,
    "sendVenue": {**PLACE, "title": "Överby", "address": "Överbyvägen"},
    "forwardMessage": {"from_chat_id": 11},
    "copyMessage": {"from_chat_id": 11},
    "editMessageText": TEXT,
    "editMessageReplyMarkup": {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "d"}]]}},
    "deleteMessage": {},
    "deleteMessages": {},
    "getChat": {},
    "getChatMember": {"user_id": 11},
    "sendChatAction": {"action": "typing"},
    "setMessageReaction": {"reaction": [{"type": "emoji", "emoji": "👍"}]},
    "pinChatMessage": {},
    "unpinChatMessage": {},
    "unpinAllChatMessages": {},
    "setMyCommands": COMMANDS,
    "getMyCommands": {},
    "deleteMyCommands": {},
    "setMyName": {"name": "Överblick"},
    "getMyName": {},
    "setMyDescription": {"description": "x"},
    "getMyDescription": {},
    "setMyShortDescription": {"short_description": "x"},
    "getMyShortDescription": {},
    "setChatMenuButton": {"menu_button": {"type": "commands"}},
    "getChatMenuButton": {},
}
WITH_A_PHOTO: dict[str, dict[str, Any]] = {
    "sendPhoto": {"photo": "{file_id}"},
    "sendMediaGroup": {"media": [{"type": "photo", "media": "{file_id}"}] * 2},
    "editMessageCaption": {"caption": "new"},
    "editMessageMedia": {"media": {"type": "photo", "media": "{file_id}", "caption": "new"}},
    "getFile": {"file_id": "{file_id}"},
}
ELSEWHERE = {"answerCallbackQuery", "sendDocument"}
"""Need a tap, and a file that is no photo; other tests have them."""


def test_every_method_is_here() -> None:
    assert PLAIN.keys() | WITH_A_PHOTO.keys() | ELSEWHERE == METHODS.keys()


@pytest.mark.parametrize("method", PLAIN)
async def test_a_plain_call_is_answered(bot: TheBot, anna: Phone, method: str) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="old")
    place = {"chat_id": anna.id, "message_id": sent["message_id"], "message_ids": [sent["message_id"]]}
    answer = await bot.asks(method, **place, **PLAIN[method])
    assert answer is not None
    if method.startswith("set"):
        assert answer is True


@pytest.mark.parametrize("method", WITH_A_PHOTO)
async def test_a_call_with_a_photo_is_answered(bot: TheBot, anna: Phone, method: str) -> None:
    sent = (await bot.uploads("sendPhoto", {"photo": png()}, chat_id=str(anna.id)))["result"]
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    answer = await bot.asks(method, **place, **_filled(WITH_A_PHOTO[method], sent["photo"][-1]["file_id"]))
    assert answer


def _filled(value: Any, file_id: str) -> Any:
    match value:
        case dict():
            return {name: _filled(inner, file_id) for name, inner in value.items()}
        case list():
            return [_filled(inner, file_id) for inner in value]
    return file_id if value == "{file_id}" else value
