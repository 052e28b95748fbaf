"""How a message of the bot gets into a chat, and how it is changed there."""

from sandbox import rules
from sandbox.call import Call
from sandbox.chats import Message
from sandbox.events import Kind
from sandbox.people import Group, Person
from sandbox.refusals import Json, bad_request

CONTENTS = ("text", "photo", "document", "voice", "location", "venue", "animation", "video")
CAPTION = ("caption", "caption_entities")
CHANGEABLE = (*CAPTION, "entities", "reply_markup", "media_group_id", "link_preview_options")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def send(call: Call, content: Json) -> Json:
    """Posts one message with the parameters that all sends share; returns it as Telegram does."""
    return send_all(call, [content])[0]


def send_all(call: Call, contents: list[Json]) -> list[Json]:
    """An album is one call and one token of the flood buckets."""
    chat = call.recipient()
    markup = markup_of(call)
    shared = _shared(call, chat)
    call.world.floods.take(chat.id, paid=call.flag("allow_paid_broadcast"))
    if markup and "inline_keyboard" in markup:
        shared["reply_markup"] = markup
    elif markup and isinstance(chat, Person):
        _set_keyboard(call, chat, markup)
    return [post(call, chat, content | shared) for content in contents]


def markup_of(call: Call) -> Json | None:
    """The checked reply_markup."""
    markup = call.value("reply_markup")
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        keyboard = rules.inline_keyboard(markup)
        return keyboard if keyboard["inline_keyboard"] else None
    return rules.reply_keyboard(markup) if "keyboard" in markup else markup


def own_message(call: Call) -> Message:
    """The bot's own message that an edit means."""
    chat = call.recipient()
    message = call.world.chats.find(chat.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.out:
        raise bad_request("message can't be edited")
    return message


def amend(call: Call, message: Message, content: Json) -> Json:
    """Replaces the content and the inline keyboard; an edit without a keyboard takes it away."""
    markup = markup_of(call)
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    call.world.floods.take(message.chat_id)
    kept = {name: value for name, value in message.body.items() if name not in (*CONTENTS, *CHANGEABLE)}
    body = kept | content | ({"reply_markup": markup} if markup else {})
    if body == message.body:
        raise bad_request(NOT_MODIFIED)
    message.body = body | {"edit_date": call.world.clock.date()}
    call.world.chats.edited(message)
    return message.body


def post(call: Call, chat: Person | Group, content: Json) -> Json:
    """Puts a message of the bot into the chat, unchecked and uncounted."""
    world = call.world
    head = {"message_id": world.chats.next_id(), "from": world.bot.user(), "chat": chat.chat()}
    body = {**head, "date": world.clock.date(), **content}
    world.chats.add(Message(body, out=False, silent=call.flag("disable_notification")))
    return body


def content_of(message: Message) -> Json:
    """What an edit of the keyboard alone leaves as it is."""
    names = (*CONTENTS, *CHANGEABLE)
    return {name: value for name, value in message.body.items() if name in names and name != "reply_markup"}


def _shared(call: Call, chat: Person | Group) -> Json:
    shared: Json = {}
    if (replied := _replied(call, chat.id)) is not None:
        shared["reply_to_message"] = {k: v for k, v in replied.body.items() if k != "reply_to_message"}
    if call.flag("protect_content"):
        shared["has_protected_content"] = True
    return shared


def _replied(call: Call, chat_id: int) -> Message | None:
    told = call.value("reply_parameters") or {"message_id": call.integer("reply_to_message_id")}
    number = int(told.get("message_id") or 0)
    message = call.world.chats.find(chat_id, number) if number else None
    if number and message is None and not told.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def _set_keyboard(call: Call, person: Person, markup: Json) -> None:
    person.keyboard = None if "remove_keyboard" in markup else markup
    call.world.changed(person, Kind.KEYBOARD)
