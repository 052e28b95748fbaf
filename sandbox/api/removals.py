"""Deleting messages, within 48 hours by the wound clock."""

from sandbox.call import Call
from sandbox.chats import Message
from sandbox.refusals import bad_request
from sandbox.rules import DELETABLE

MOST_AT_ONCE = 100


def delete_message(call: Call) -> bool:
    chat = call.recipient()
    message = call.world.chats.find(chat.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _delete(call, message)
    return True


def delete_messages(call: Call) -> bool:
    """Those that are not there are skipped."""
    chat = call.recipient()
    numbers = call.value("message_ids")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    for number in numbers:
        if message := call.world.chats.find(chat.id, int(number)):
            _delete(call, message)
    return True


def _delete(call: Call, message: Message) -> None:
    if call.world.clock.now() - float(message.body["date"]) > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    call.world.chats.delete(message)
