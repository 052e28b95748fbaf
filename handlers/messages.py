"""What people send that is neither a tap nor a command: texts, photos, positions, and what we cannot take."""

from telegram import Message

from domain.refusals import Refusal
from domain.reports import Position
from handlers import commands
from handlers.talk import Talk
from services import additions, conversation
from services.additions import Arrival


async def heard(talk: Talk, message: Message) -> None:
    """Sort a message by what it holds. Raises Refusal for what we do not take."""
    if message.text is not None:
        await _text(talk, message, message.text)
    elif message.photo:
        await _photo(talk, message)
    elif message.location:
        await _position(talk, message)
    else:
        raise Refusal(_not_taken(message))


async def _text(talk: Talk, message: Message, text: str) -> None:
    pressed = commands.of_keyboard(text)
    if pressed:
        await commands.run(talk, pressed, "")
    else:
        await talk.act_as_stranger(conversation.hear, text=text, reply_to=_replied_to(message))


async def _photo(talk: Talk, message: Message) -> None:
    largest = message.photo[-1]
    await talk.act(
        conversation.look,
        file_id=largest.file_id,
        file_unique_id=largest.file_unique_id,
        album=message.media_group_id,
        caption=message.caption,
        arrival=_arrival(talk, message),
    )


async def _position(talk: Talk, message: Message) -> None:
    place = message.location
    if place is None:
        raise Refusal("refusal-kind")
    position = Position(place.latitude, place.longitude)
    await talk.act(additions.add_position, position=position, arrival=_arrival(talk, message))


def _arrival(talk: Talk, message: Message) -> Arrival:
    return Arrival(written_at=talk.origin.written_at, reply_to=_replied_to(message))


def _replied_to(message: Message) -> int | None:
    return message.reply_to_message.message_id if message.reply_to_message else None


def _not_taken(message: Message) -> str:
    if message.voice:
        return "refusal-voice"
    return "refusal-file" if message.document else "refusal-kind"
