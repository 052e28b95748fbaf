"""What a person does with her phone, and the updates that follow from it."""

import re

from sandbox import entities
from sandbox.chats import Message
from sandbox.events import Kind
from sandbox.files import File, Upload
from sandbox.people import Person
from sandbox.pictures import looked_at
from sandbox.refusals import Impossible, Json
from sandbox.taps import Tap
from sandbox.world import World

LONGEST_TEXT = 4096
LARGEST_ALBUM = 10
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


def start(world: World, person: Person, *, payload: str = "") -> Message:
    """Opens the bot's link and presses Start; who had blocked the bot unblocks it. Phones open no other payload."""
    if not PAYLOAD.fullmatch(payload):
        raise Impossible("a payload has at most 64 of A-Z, a-z, 0-9, _ and -")
    if person.blocked:
        unblock(world, person)
    return write(world, person, text=f"/start {payload}".strip())


def write(world: World, person: Person, *, text: str, reply_to: int = 0, forward_from: str = "") -> Message:
    """Raises Impossible for an empty text; a longer one is cut in pieces by real phones, here it is refused."""
    shown, found = entities.parse(text, "")
    if not 1 <= len(shown) <= LONGEST_TEXT:
        raise Impossible("a text has 1 to 4096 characters")
    content: Json = {"text": shown} | ({"entities": found} if found else {})
    if forward_from:
        content = _forwarded(world, forward_from) | content
    return _post(world, person, content, reply_to=reply_to)


def send_photos(
    world: World, person: Person, uploads: list[Upload], *, caption: str = "", reply_to: int = 0
) -> list[Message]:
    """Two or more make an album: a message each, with one media_group_id; the caption is the first one's."""
    if not 1 <= len(uploads) <= LARGEST_ALBUM:
        raise Impossible("one to ten photos at a time")
    photos = [_photo(world, upload) for upload in uploads]
    album: Json = {"media_group_id": str(world.chats.next_id() + 10**16)} if len(photos) > 1 else {}
    contents = [album | {"photo": world.files.sizes(photo)} for photo in photos]
    contents[0] |= _caption(caption)
    return [_post(world, person, content, reply_to=reply_to) for content in contents]


def send_document(world: World, person: Person, upload: Upload, *, caption: str = "") -> Message:
    document = world.files.keep(upload, "document").document()
    return _post(world, person, {"document": document} | _caption(caption))


def send_voice(world: World, person: Person) -> Message:
    """Three seconds of a placeholder: what is said does not matter here."""
    file = world.files.keep(Upload("voice.oga", "audio/ogg", b"OggS voice message"), "voice")
    return _post(world, person, {"voice": {"duration": 3, "mime_type": file.mime_type, **file.reference()}})


def send_location(world: World, person: Person, *, latitude: float, longitude: float, live_period: int = 0) -> Message:
    location: Json = {"latitude": latitude, "longitude": longitude}
    if live_period:
        location["live_period"] = live_period
    return _post(world, person, {"location": location})


def move(world: World, person: Person, *, message_id: int, latitude: float, longitude: float) -> Message:
    """A live location that moved comes to the bot as an edit."""
    message = _own(world, person, message_id, kind="location")
    location = {**message.body["location"], "latitude": latitude, "longitude": longitude}
    return _edit(world, message, message.body | {"location": location})


def edit(world: World, person: Person, *, message_id: int, text: str) -> Message:
    message = _own(world, person, message_id, kind="text")
    shown, found = entities.parse(text, "")
    kept = {name: value for name, value in message.body.items() if name not in {"text", "entities"}}
    return _edit(world, message, kept | {"text": shown} | ({"entities": found} if found else {}))


def tap(world: World, person: Person, *, message_id: int, data: str) -> Tap:
    """`data` may be forged: a tap can carry anything. A deleted message is told as inaccessible."""
    message = world.chats.trace(person.id, message_id)
    if message is None:
        raise Impossible("no such message", status=404)
    if person.blocked:
        raise Impossible("this person has blocked the bot", status=409)
    query = world.taps.add(person.id, at=world.clock.now())
    gone: Json = {"chat": person.chat(), "message_id": message_id, "date": 0}
    body: Json = {"id": query.id, "from": person.user(), "message": gone if message.deleted else message.body}
    body |= {"chat_instance": world.chat_instance(person.id), "data": data}
    world.intake.add("callback_query", body, person=person.id, chat=person.id)
    return query


def button(world: World, person: Person, *, message_id: int, row: int, column: int) -> Json:
    """The inline button at a place of a message. Raises Impossible when there is none."""
    message = world.chats.find(person.id, message_id)
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", []) if message else []
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise Impossible("no such button", status=404)
    found: Json = rows[row][column]
    return found


def block(world: World, person: Person) -> None:
    if person.blocked:
        return
    person.blocked = True
    _membership(world, person, was="member", now="kicked")


def unblock(world: World, person: Person) -> None:
    if not person.blocked:
        return
    person.blocked = False
    _membership(world, person, was="kicked", now="member")


def read(world: World, person: Person) -> None:
    last = world.chats.last(person.id)
    if last and last.id > person.read_to:
        person.read_to = last.id
        world.changed(person, Kind.PHONE)


def _post(world: World, person: Person, content: Json, *, reply_to: int = 0) -> Message:
    if person.blocked:
        raise Impossible("this person has blocked the bot", status=409)
    if not person.started:
        person.started = True
        world.changed(person, Kind.PHONE)
    head: Json = {"message_id": world.chats.next_id(), "from": person.user(), "chat": person.chat()}
    head["date"] = world.clock.date()
    if (replied := world.chats.find(person.id, reply_to)) is not None:
        head["reply_to_message"] = {k: v for k, v in replied.body.items() if k != "reply_to_message"}
    message = world.chats.add(Message(head | content, out=True))
    world.intake.add("message", message.body, person=person.id, chat=person.id)
    return message


def _own(world: World, person: Person, message_id: int, *, kind: str) -> Message:
    message = world.chats.find(person.id, message_id)
    if message is None or not message.out or kind not in message.body:
        raise Impossible(f"not a {kind} of this person", status=404)
    return message


def _edit(world: World, message: Message, body: Json) -> Message:
    message.body = body | {"edit_date": world.clock.date()}
    world.chats.edited(message)
    world.intake.add("edited_message", message.body, person=message.chat_id, chat=message.chat_id)
    return message


def _membership(world: World, person: Person, *, was: str, now: str) -> None:
    world.changed(person, Kind.PHONE)
    bot = world.bot.user()
    states = {"member": {"user": bot, "status": "member"}, "kicked": {"user": bot, "status": "kicked", "until_date": 0}}
    body: Json = {"chat": person.chat(), "from": person.user(), "date": world.clock.date()}
    body |= {"old_chat_member": states[was], "new_chat_member": states[now]}
    world.intake.add("my_chat_member", body, person=person.id, chat=person.id)


def _photo(world: World, upload: Upload) -> File:
    picture = looked_at(upload.body)
    if picture is None:
        raise Impossible("a photo is a PNG or a JPEG")
    return world.files.keep_photo(upload.body, picture)


def _caption(text: str) -> Json:
    if not text:
        return {}
    shown, found = entities.parse(text, "")
    return {"caption": shown} | ({"caption_entities": found} if found else {})


def _forwarded(world: World, name: str) -> Json:
    origin = {"type": "hidden_user", "sender_user_name": name, "date": world.clock.date()}
    return {"forward_origin": origin}
