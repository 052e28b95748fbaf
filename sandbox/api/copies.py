"""Forwarding and copying messages, unless they are protected."""

from sandbox.call import Call
from sandbox.chats import Message
from sandbox.outgoing import CAPTION, CONTENTS, send
from sandbox.refusals import Json, bad_request


def forward_message(call: Call) -> Json:
    call.recipient()
    message = _source(call, "forward")
    origin = {"type": "user", "sender_user": message.body["from"], "date": message.body["date"]}
    return send(call, _content(message) | {"forward_origin": origin})


def copy_message(call: Call) -> Json:
    call.recipient()
    return {"message_id": send(call, _content(_source(call, "copy")))["message_id"]}


def _source(call: Call, act: str) -> Message:
    chat = call.world.known(call.chat_id("from_chat_id"))
    message = call.world.chats.find(chat.id, call.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {act} not found")
    if message.body.get("has_protected_content"):
        raise bad_request(f"message can't be {'forwarded' if act == 'forward' else 'copied'}")
    return message


def _content(message: Message) -> Json:
    names = (*CONTENTS, *CAPTION, "entities")
    return {name: value for name, value in message.body.items() if name in names}
