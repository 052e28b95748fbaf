"""Telegram's limits on what a bot sends, each in one place."""

import re

from sandbox.entities import complete, parse, utf16_length
from sandbox.pictures import Picture, looked_at
from sandbox.refusals import Json, Refused, bad_request

LONGEST_RAW = 32_768
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_ANSWER = 200
MOST_ENTITIES = 100
LONGEST_DATA = 64
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
LONGEST_COPY = 256
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_UPLOAD = 50 * 1024 * 1024
LONGEST_SIDES = 10_000
STEEPEST = 20
"""A photo's width and height together, and the one by the other."""
DELETABLE = 48 * 3600
"""Seconds by the wound clock."""
STYLES = {"danger", "success", "primary"}
ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
"""One of which an inline button needs to do anything."""
LONGEST_NAME = 64
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
LONGEST_COMMAND_DESCRIPTION = 256
MOST_COMMANDS = 100
LANGUAGE = re.compile(r"[a-z]{2,3}")
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
FOUND_BY_ITSELF = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}


def text(raw: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """A message's text as Telegram would keep it, with its entities."""
    shown, found = _formatted(raw, parse_mode, entities)
    if not shown:
        raise bad_request("message text is empty")
    if len(shown) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return shown, found


def caption(raw: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    shown, found = _formatted(raw, parse_mode, entities)
    if len(shown) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return shown, found


def _formatted(raw: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    try:
        size = len(raw.encode())
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    if size > LONGEST_RAW:
        raise bad_request("text is too long")
    shown, found = parse(raw, parse_mode) if parse_mode else complete(raw, _given(raw, entities or []))
    if sum(entity["type"] not in FOUND_BY_ITSELF for entity in found) > MOST_ENTITIES:
        raise bad_request("ENTITIES_TOO_LONG")
    return shown, found


def _given(raw: str, entities: list[Json]) -> list[Json]:
    end = utf16_length(raw) if entities else 0
    for entity in entities:
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > end:
            raise bad_request("entity beyond the end of the text")
    return entities


def inline_keyboard(markup: Json) -> Json:
    rows = [row for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > MOST_BUTTONS or max(map(len, rows), default=0) > MOST_IN_A_ROW:
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _inline_button(button)
    return {"inline_keyboard": rows}


def _inline_button(button: Json) -> None:
    if not button.get("text"):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    _style(button, "inline keyboard button")
    if not any(action in button for action in ACTIONS):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def reply_keyboard(markup: Json) -> Json:
    rows = [[_reply_button(button) for button in row] for row in markup["keyboard"] if row]
    if not rows:
        raise bad_request("reply keyboard is empty")
    return {**markup, "keyboard": rows}


def _reply_button(button: Json | str) -> Json:
    button = {"text": button} if isinstance(button, str) else button
    if not button.get("text"):
        raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
    _style(button, "keyboard button")
    return button


def _style(button: Json, kind: str) -> None:
    if button.get("style", "primary") not in STYLES:
        raise bad_request(f"can't parse {kind}: invalid button style specified")


def photo(body: bytes) -> Picture:
    """Raises the server's refusal for what cannot be a photo."""
    if len(body) > LARGEST_PHOTO:
        limit = f"the maximum size is {LARGEST_PHOTO} bytes"
        raise bad_request(f"file of size {len(body)} bytes is too big for a photo; {limit}")
    picture = looked_at(body)
    if picture is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    short, long = sorted((picture.width, picture.height))
    if not short or short + long > LONGEST_SIDES or long / short > STEEPEST:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return picture


def upload(body: bytes) -> None:
    if len(body) > LARGEST_UPLOAD:
        raise Refused(413, "Request Entity Too Large")
    if not body:
        raise bad_request("file must be non-empty")


def commands(given: list[Json]) -> list[Json]:
    """A menu's commands, without the slash that a bot may write before them."""
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(command) for command in given]


def _command(command: Json) -> Json:
    name, description = str(command.get("command", "")).removeprefix("/"), str(command.get("description", ""))
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= LONGEST_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
