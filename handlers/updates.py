"""The edge towards python-telegram-bot: updates come in here and become a `Talk` for a handler."""

from collections.abc import Awaitable, Callable, Coroutine
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatMemberStatus
from telegram.ext import (
    Application,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

import handlers
from domain.people import Language
from domain.refusals import Refusal
from handlers import commands, errors, messages
from handlers.callback_data import decode
from handlers.routes import TAP_HANDLERS
from handlers.talk import House, Talk
from locales import say
from services import membership
from services.acts import Origin

for _module in iter_modules(handlers.__path__):  # each registers the taps that it takes
    import_module(f"{handlers.__name__}.{_module.name}")

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
OURS = "overblick"
"""Where intake notes, in the update itself, its own number for it and what it took out."""

Context = CallbackContext[Any, Any, Any, Any]
Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


def register(application: Application[Any, Any, Any, Any, Any, Any], house: House) -> None:
    """Add the handlers for everything that is taken in, and the one for their errors."""
    new = filters.UpdateType.MESSAGE
    application.add_handler(CallbackQueryHandler(_taking(house, _tap)))
    for command in commands.COMMANDS:
        taking = _taking(house, _command(command))
        application.add_handler(CommandHandler(sorted(command.names), taking, filters=new))
    application.add_handler(MessageHandler(new & filters.COMMAND, _taking(house, _unknown_command)))
    application.add_handler(MessageHandler(new, _taking(house, _message)))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, _taking(house, _edited)))
    application.add_handler(ChatMemberHandler(_taking(house, _reachable), ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(_hand_to_intake(house))


def _taking(house: House, handler: Callable[[Talk, Update], Awaitable[None]]) -> Callback:
    """A callback that handles the update as a `Talk`, and says what was refused."""

    async def take(update: Update, _context: Context) -> None:
        talk = _talk(house, update)
        try:
            await handler(talk, update)
            await talk.finish()
            if update.callback_query:
                await _answer(talk, update.callback_query)
        except Exception as error:  # noqa: BLE001  # one place sorts them, and raises what is not its
            await errors.refuse(talk, error, update.callback_query)

    return take


def _talk(house: House, update: Update) -> Talk:
    ours = update.api_kwargs[OURS]
    user, chat, query = update.effective_user, update.effective_chat, update.callback_query
    message = update.effective_message
    origin = Origin(
        seq=ours["seq"],
        chat_id=chat.id if chat else 0,
        message_id=message.message_id if message else None,
        is_tap=query is not None,
        is_command=_is_command(_text(update.message)),
        written_at=update.message.date if update.message else None,
        removed=tuple(ours["removed"]),
    )
    language = Language.of(user.language_code if user else None, default=house.language)
    return Talk(house=house, origin=origin, language=language, telegram_name=user.full_name if user else "")


async def _answer(talk: Talk, query: CallbackQuery) -> None:
    if talk.toast is None:
        await errors.answer(query)
        return
    text_id, details = talk.toast
    await errors.answer(query, say(talk.spoken, text_id, **details))


async def _tap(talk: Talk, update: Update) -> None:
    query = update.callback_query
    tap = decode(query.data or "" if query else "")
    await TAP_HANDLERS[type(tap)](talk, tap)


def _command(command: commands.Command) -> Callable[[Talk, Update], Awaitable[None]]:
    async def take(talk: Talk, update: Update) -> None:
        _, _, words = _text(update.message).partition(" ")
        await commands.run(talk, command, words)

    return take


async def _unknown_command(_talk: Talk, _update: Update) -> None:
    raise Refusal("refusal-unknown-command")


async def _message(talk: Talk, update: Update) -> None:
    if update.message:
        await messages.heard(talk, update.message)


async def _edited(_talk: Talk, update: Update) -> None:
    """A live position moves by edits, which are nothing new; an edited text is not read, and that is said."""
    if update.edited_message and not update.edited_message.location:
        raise Refusal("refusal-edited")


async def _reachable(talk: Talk, update: Update) -> None:
    if update.my_chat_member:
        blocked = update.my_chat_member.new_chat_member.status == ChatMemberStatus.BANNED
        await talk.act_as_stranger(membership.reachable, blocked=blocked)


def _hand_to_intake(house: House) -> Callable[[object, Context], Coroutine[Any, Any, None]]:
    async def hand(update: object, context: Context) -> None:
        if isinstance(update, Update) and context.error:
            house.failures[update.api_kwargs[OURS]["seq"]] = context.error

    return hand


def _is_command(text: str) -> bool:
    """Whether it is a command, or a press on the keyboard that says the same: whoever was asked does something else."""
    return text.startswith("/") or commands.of_keyboard(text) is not None


def _text(message: Message | None) -> str:
    return message.text or "" if message else ""
