"""One attempt at one message: the call to Telegram, and what its answer means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeAlias

from telegram import BotCommand, BotCommandScopeChat, InlineKeyboardMarkup, InputFile, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.caller import Caller
from bot.request import OutcomeUnknown
from domain.reach import Unreachable
from domain.sending import Owed, Result
from handlers.card import Button, Card

NOT_MODIFIED = "message is not modified"
UNREACHABLE: Mapping[str, Unreachable] = {
    "blocked by the user": Unreachable.BLOCKED,
    "user_is_blocked": Unreachable.BLOCKED,
    "user is deactivated": Unreachable.DEACTIVATED,
    "input_user_deactivated": Unreachable.DEACTIVATED,
    "can't initiate conversation": Unreachable.NEVER_STARTED,
    "chat not found": Unreachable.NO_CHAT,
}
"""What Telegram's words say of the reader; those with an underscore are from further inside and rare."""
NO_PREVIEW = {"is_disabled": True}

Json: TypeAlias = dict[str, Any]


class TokenRefused(Exception):
    """Telegram does not know the token (any longer): nothing can be sent until the operator changes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an attempt.

    `pause` is Telegram's retry_after in seconds, `moved_to` a group's new id, `unreachable` why its reader cannot be
    reached, if that is what came of it.
    """

    result: Result
    message_id: int | None = None
    error: str | None = None
    pause: float | None = None
    moved_to: int | None = None
    unreachable: Unreachable | None = None


async def attempt(bot: Caller, owed: Owed, card: Card | None) -> Outcome:
    """Send, edit or delete what is owed. Raises TokenRefused; every other failure is an Outcome."""
    try:
        return Outcome(result=Result.DONE, message_id=await _call(bot, owed, card))
    except TelegramError as error:
        return _outcome(owed, error)


async def _call(bot: Caller, owed: Owed, card: Card | None) -> int | None:
    if card is None:
        await bot.delete_message(owed.chat_id, owed.message_id or 0)
        return owed.message_id
    if card.commands is not None:
        await _set_menu(bot, owed.chat_id, card.commands)
        return None
    if card.typing:
        await bot.send_chat_action(owed.chat_id, ChatAction.TYPING)
        return None
    if owed.message_id is not None:
        await _edit(bot, owed.chat_id, owed.message_id, card)
        return owed.message_id
    return await _send(bot, owed.chat_id, card)


async def _send(bot: Caller, chat_id: int, card: Card) -> int:
    how: Any = {
        "disable_notification": card.silent or None,
        "protect_content": card.protected or None,
        "reply_parameters": _reply(card),
        "allow_paid_broadcast": bot.pays or None,
    }
    if card.position is not None:
        return (await bot.send_location(chat_id, *card.position, **how)).message_id
    if card.photo is not None:
        buttons = _buttons(card)
        markup = InlineKeyboardMarkup.de_json(buttons, bot) if buttons else None
        photo = await bot.send_photo(
            chat_id, card.photo, caption=card.text, parse_mode=ParseMode.HTML, reply_markup=markup, **how
        )
        return photo.message_id
    if card.document is not None:
        name, content = card.document
        file = InputFile(content, filename=name)
        sent = await bot.send_document(chat_id, file, caption=card.text, parse_mode=ParseMode.HTML, **how)
        return sent.message_id
    return await bot.send_text(
        chat_id=chat_id,
        text=card.text,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=_keyboard(card) or _buttons(card),
        **how,
    )


async def _edit(bot: Caller, chat_id: int, message_id: int, card: Card) -> None:
    if card.position is not None or card.document is not None:
        return
    if card.photo is not None:
        buttons = _buttons(card)
        markup = InlineKeyboardMarkup.de_json(buttons, bot) if buttons else None
        await bot.edit_message_caption(
            chat_id, message_id, caption=card.text, parse_mode=ParseMode.HTML, reply_markup=markup
        )
        return
    await bot.edit_text(
        chat_id=chat_id,
        message_id=message_id,
        text=card.text,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=_buttons(card),
    )


async def _set_menu(bot: Caller, chat_id: int, commands: Sequence[tuple[str, str]]) -> None:
    """An empty menu is not one: Telegram wants it deleted."""
    scope = BotCommandScopeChat(chat_id)
    if commands:
        await bot.set_my_commands([BotCommand(name, description) for name, description in commands], scope=scope)
    else:
        await bot.delete_my_commands(scope=scope)


def _reply(card: Card) -> ReplyParameters | None:
    """What it answers may be gone by now, which is no reason not to send it."""
    return ReplyParameters(card.answers, allow_sending_without_reply=True) if card.answers else None


def _buttons(card: Card) -> Json | None:
    return {"inline_keyboard": [[_button(button) for button in row] for row in card.buttons]} if card.buttons else None


def _keyboard(card: Card) -> Json | None:
    if card.keyboard is None:
        return None
    if not card.keyboard:
        return {"remove_keyboard": True}
    rows = [[{"text": key} for key in row] for row in card.keyboard]
    return {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}


@lru_cache(maxsize=1_000)
def _button(button: Button) -> Mapping[str, Any]:
    """Kept, since an alert's buttons are the same in thousands of chats."""
    told = {
        "text": button.label,
        "url": button.url,
        "callback_data": button.tap.encode() if button.tap else None,
        "copy_text": {"text": button.copies} if button.copies else None,
        "style": button.style,
    }
    return {name: value for name, value in told.items() if value is not None}


def _outcome(owed: Owed, error: TelegramError) -> Outcome:
    """Sort an error by what it means for the message."""
    said = Outcome(result=Result.NOT_SENT, error=_words(error))
    match error:
        case RetryAfter():
            return replace(said, pause=seconds_of(error))
        case ChatMigrated():
            return replace(said, moved_to=error.new_chat_id)
        case InvalidToken():
            raise TokenRefused
        case Forbidden():
            return _unreachable(said, _why(error) or Unreachable.NO_CHAT)
        case BadRequest():
            return _refused(owed, said, _why(error))
        case OutcomeUnknown():
            return replace(said, result=Result.UNKNOWN)
        case NetworkError() | Conflict():
            return said
    return replace(said, result=Result.REFUSED)


def _refused(owed: Owed, said: Outcome, why: Unreachable | None) -> Outcome:
    if NOT_MODIFIED in (said.error or "").lower():
        return Outcome(result=Result.DONE, message_id=owed.message_id)
    return _unreachable(said, why) if why else replace(said, result=Result.REFUSED)


def _unreachable(said: Outcome, why: Unreachable) -> Outcome:
    return replace(said, result=Result.UNREACHABLE, unreachable=why)


def _why(error: TelegramError) -> Unreachable | None:
    """Why the reader cannot be reached, if the error is about that."""
    text = error.message.lower()
    return next((why for words, why in UNREACHABLE.items() if words in text), None)


def _words(error: TelegramError) -> str:
    """Telegram's own words for it, which quote no text of a person."""
    return f"{type(error).__name__}: {error.message}"[:200]


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants silence."""
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
