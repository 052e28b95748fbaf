"""Sending and editing photos, albums, documents and positions."""

from sandbox import rules
from sandbox.call import Call
from sandbox.files import File, Upload
from sandbox.outgoing import CAPTION, CONTENTS, amend, own_message, send, send_all
from sandbox.refusals import Json, bad_request

ATTACHED = "attach://"
ALBUM = range(2, 11)
POLE, DATE_LINE = 90, 180


def send_photo(call: Call) -> Json:
    call.recipient()
    return send(call, _media(call, "photo", call.params.get("photo")) | _caption(call, call.params))


def send_document(call: Call) -> Json:
    call.recipient()
    return send(call, _media(call, "document", call.params.get("document")) | _caption(call, call.params))


def send_media_group(call: Call) -> list[Json]:
    call.recipient()
    media = call.value("media")
    if not isinstance(media, list):
        raise bad_request("can't parse media: expected an Array of InputMedia")
    if len(media) not in ALBUM:
        raise bad_request(f"too {'few' if len(media) < ALBUM.start else 'many'} messages to send as an album")
    if len({item.get("type") for item in media}) > 1:
        raise bad_request("documents can't be mixed with other media types in an album")
    album = {"media_group_id": str(call.world.chats.next_id() + 10**16)}
    return send_all(call, [album | _input_media(call, item) for item in media])


def send_location(call: Call) -> Json:
    call.recipient()
    return send(call, {"location": _location(call)})


def send_venue(call: Call) -> Json:
    call.recipient()
    venue = {"location": _location(call), "title": call.text("title"), "address": call.text("address")}
    return send(call, {"venue": venue, "location": venue["location"]})


def edit_message_caption(call: Call) -> Json:
    message = own_message(call)
    if not message.body.keys() & {"photo", "document", "voice"}:
        raise bad_request("there is no caption in the message to edit")
    media = {name: value for name, value in message.body.items() if name in CONTENTS or name == "media_group_id"}
    return amend(call, message, media | _caption(call, call.params))


def edit_message_media(call: Call) -> Json:
    message = own_message(call)
    media = call.value("media")
    if not isinstance(media, dict):
        raise bad_request("can't parse input media: expected an InputMedia object")
    return amend(call, message, _input_media(call, media))


def _input_media(call: Call, media: Json) -> Json:
    kind = str(media.get("type"))
    if kind not in {"photo", "document"}:
        raise bad_request("can't parse input media: type of media is not supported")
    return _media(call, kind, media.get("media")) | _caption(call, media)


def _media(call: Call, kind: str, given: object) -> Json:
    """`given` is a file id or the name of an attached file; without it the file is attached under its kind."""
    name = str(given or "").removeprefix(ATTACHED)
    upload = call.uploads.get(name or kind)
    if upload is None and not given:
        raise bad_request(f"there is no {kind} in the request")
    file = _uploaded(call, kind, upload) if upload else call.world.files.find(name, kind)
    if kind == "document":
        return {"document": file.document()}
    return {"photo": call.world.files.sizes(call.world.files.original(file))}


def _uploaded(call: Call, kind: str, upload: Upload) -> File:
    rules.upload(upload.body)
    if kind == "photo":
        return call.world.files.keep_photo(upload.body, rules.photo(upload.body))
    return call.world.files.keep(upload, kind)


def _caption(call: Call, told: Json) -> Json:
    """From the call itself, or from one item of an album."""
    entities = call.value("caption_entities") if told is call.params else told.get("caption_entities")
    text, found = rules.caption(str(told.get("caption") or ""), str(told.get("parse_mode") or ""), entities)
    return dict(zip(CAPTION, (text, found), strict=True)) if text and found else {"caption": text} if text else {}


def _location(call: Call) -> Json:
    latitude, longitude = call.number("latitude"), call.number("longitude")
    if latitude is None or longitude is None:
        raise bad_request(f"{'latitude' if latitude is None else 'longitude'} is empty")
    if abs(latitude) > POLE or abs(longitude) > DATE_LINE:
        raise bad_request("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}
