"""Sending and editing texts."""

from sandbox import rules
from sandbox.call import Call
from sandbox.outgoing import amend, content_of, own_message, send
from sandbox.refusals import Json, bad_request


def send_message(call: Call) -> Json:
    call.recipient()
    return send(call, _text(call))


def edit_message_text(call: Call) -> Json:
    message = own_message(call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return amend(call, message, _text(call))


def edit_message_reply_markup(call: Call) -> Json:
    message = own_message(call)
    return amend(call, message, content_of(message))


def _text(call: Call) -> Json:
    text, entities = rules.text(call.text("text"), call.text("parse_mode"), call.value("entities"))
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    if preview := call.value("link_preview_options"):
        content["link_preview_options"] = preview
    return content
