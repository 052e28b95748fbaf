"""What is kept of an update: only the fields that are used, and texts without personal data.

Runs before the update is stored, so what it takes out is never written anywhere of ours.
"""

import json
import logging
import re
from collections.abc import Mapping
from typing import Any

from domain import redaction
from storage.inbox import Incoming

log = logging.getLogger(__name__)

Raw = Mapping[str, Any]

MESSAGE_FIELDS = ("message_id", "date", "photo", "location", "media_group_id", "edit_date")
PLACEHOLDERS: Mapping[str, Raw] = {
    "voice": {"file_id": "-", "file_unique_id": "-", "duration": 0},
    "document": {"file_id": "-", "file_unique_id": "-"},
}
"""Of a voice message or a file only that it came is kept: neither is taken, and a file's name can hold a person's."""
CHAT_FIELDS = ("id", "type")
USER_FIELDS = ("id", "is_bot", "first_name", "last_name", "language_code")
START = re.compile(r"/start(@\w+)?( [A-Za-z0-9_-]{1,64})?")
"""An invite's token is ours, whatever it happens to look like."""


def cleaned(raw: Raw) -> Incoming | None:
    """The update as it may be stored; None for one that is not from a private chat or of no kind we ask for."""
    lane = _private_chat(raw)
    if lane is None:
        return None
    removed: list[str] = []
    payload: dict[str, Any] = {"update_id": raw["update_id"]}
    for kind in ("message", "edited_message"):
        if kind in raw:
            payload[kind] = _message(raw[kind], removed)
    if "callback_query" in raw:
        payload["callback_query"] = _tap(raw["callback_query"])
    if "my_chat_member" in raw:
        payload["my_chat_member"] = raw["my_chat_member"]
    return Incoming(
        update_id=raw["update_id"],
        lane=lane,
        payload=json.dumps(payload, separators=(",", ":")),  # in ASCII: half a surrogate pair is no UTF-8 to be stored
        removed=tuple(removed),
    )


def _private_chat(raw: Raw) -> int | None:
    for kind in ("message", "edited_message", "my_chat_member"):
        if kind in raw:
            return _if_private(raw[kind]["chat"])
    message = raw.get("callback_query", {}).get("message")
    return _if_private(message["chat"]) if message else None


def _if_private(chat: Raw) -> int | None:
    return int(chat["id"]) if chat["type"] == "private" else None


def _message(raw: Raw, removed: list[str]) -> dict[str, Any]:
    message = _only(raw, MESSAGE_FIELDS) | {"chat": _only(raw["chat"], CHAT_FIELDS)}
    if "from" in raw:
        message["from"] = _only(raw["from"], USER_FIELDS)
    if "reply_to_message" in raw:
        message["reply_to_message"] = _bare(raw["reply_to_message"])
    for field in ("text", "caption"):
        if field in raw:
            message[field] = _text(raw[field], removed)
    if message.get("text", "").startswith("/"):
        message["entities"] = [each for each in raw.get("entities", ()) if _is_leading_command(each)]
    return message | {kind: file for kind, file in PLACEHOLDERS.items() if kind in raw}


def _tap(raw: Raw) -> dict[str, Any]:
    tap = _only(raw, ("id", "data", "chat_instance")) | {"from": _only(raw["from"], USER_FIELDS)}
    return tap | {"message": _bare(raw["message"])}


def _bare(raw: Raw) -> dict[str, Any]:
    return _only(raw, ("message_id", "date")) | {"chat": _only(raw["chat"], CHAT_FIELDS)}


def _text(text: str, removed: list[str]) -> str:
    if START.fullmatch(text):
        return text
    try:
        result = redaction.clean(text)
    except Exception as error:  # noqa: BLE001  # whatever it is: nothing uncleaned may be stored
        log.error("a text could not be cleaned and was masked whole: %s", type(error).__name__)
        result = redaction.mask_all(text)
    removed.extend(each.kind.value for each in result.removed)
    return result.text


def _is_leading_command(entity: Raw) -> bool:
    return entity.get("type") == "bot_command" and entity.get("offset") == 0


def _only(raw: Raw, fields: tuple[str, ...]) -> dict[str, Any]:
    return {field: raw[field] for field in fields if field in raw}
