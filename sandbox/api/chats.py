"""Chats and who is in them, pins and reactions, and files."""

from sandbox.call import Call
from sandbox.chats import Message
from sandbox.files import LARGEST_DOWNLOAD
from sandbox.outgoing import post
from sandbox.people import Group, Person
from sandbox.refusals import Json, bad_request

ACTIONS = {
    "typing",
    "upload_photo",
    "upload_document",
    "record_voice",
    "upload_voice",
    "find_location",
    "choose_sticker",
}
ACCENTS = 7
GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), True
)


def get_chat(call: Call) -> Json:
    chat = call.world.known(call.chat_id())
    about = {"accent_color_id": abs(chat.id) % ACCENTS, "max_reaction_count": 11, "accepted_gift_types": GIFTS}
    pinned = (call.world.chats.find(chat.id, number) for number in reversed(chat.pinned))
    newest = next((message for message in pinned if message), None)
    return chat.chat() | about | ({"pinned_message": newest.body} if newest else {})


def get_chat_member(call: Call) -> Json:
    """In a private chat both are members; in a group those it lists."""
    chat = call.world.known(call.chat_id())
    number = call.integer("user_id")
    if number == call.world.bot.id:
        return {"user": call.world.bot.user(), "status": "member"}
    person = call.world.people.get(number)
    if person is None:
        raise bad_request("user not found")
    inside = number == chat.id if isinstance(chat, Person) else number in chat.members
    return {"user": person.user(), "status": "member" if inside else "left"}


def send_chat_action(call: Call) -> bool:
    """Leaves nothing in the chat, and yet it is refused and slowed down as a message would be."""
    chat = call.recipient()
    if call.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.floods.take(chat.id)
    return True


def set_message_reaction(call: Call) -> bool:
    """A bot has one reaction at most; an empty list takes it away."""
    message = _message(call, "react to")
    reactions = call.value("reaction") or []
    if len(reactions) > 1 or any(reaction.get("type") != "emoji" for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    message.reaction = reactions[0]["emoji"] if reactions else ""
    call.world.chats.edited(message)
    return True


def pin_chat_message(call: Call) -> bool:
    """Tells the chat so with a message of its own, as Telegram does."""
    chat = call.recipient()
    message = _message(call, "pin")
    _keep_pins(call, chat, pins=[number for number in chat.pinned if number != message.id] + [message.id])
    post(call, chat, {"pinned_message": message.body})
    return True


def unpin_chat_message(call: Call) -> bool:
    """Without a message the newest pin goes."""
    chat = call.recipient()
    gone = call.integer("message_id") or next(reversed(chat.pinned), 0)
    return _keep_pins(call, chat, pins=[number for number in chat.pinned if number != gone])


def unpin_all_chat_messages(call: Call) -> bool:
    return _keep_pins(call, call.recipient(), pins=[])


def get_file(call: Call) -> Json:
    file = call.world.files.find(call.text("file_id"))
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.reference(), "file_path": file.path}


def _message(call: Call, act: str) -> Message:
    chat = call.recipient()
    message = call.world.chats.find(chat.id, call.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {act} not found")
    return message


def _keep_pins(call: Call, chat: Person | Group, *, pins: list[int]) -> bool:
    chat.pinned = pins
    call.world.keep(chat)
    return True
