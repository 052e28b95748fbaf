"""Entities, by TDLib's own parser: what Telegram makes of formatted text."""

import json
from collections.abc import Iterable

import tdjson

from sandbox.refusals import Json, bad_request

PARSE_MODES: dict[str, Json] = {
    "html": {"@type": "textParseModeHTML"},
    "markdown": {"@type": "textParseModeMarkdown", "version": 1},
    "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
}
NAMES = {
    "textEntityTypeMention": "mention",
    "textEntityTypeHashtag": "hashtag",
    "textEntityTypeCashtag": "cashtag",
    "textEntityTypeBotCommand": "bot_command",
    "textEntityTypeUrl": "url",
    "textEntityTypeEmailAddress": "email",
    "textEntityTypePhoneNumber": "phone_number",
    "textEntityTypeBold": "bold",
    "textEntityTypeItalic": "italic",
    "textEntityTypeUnderline": "underline",
    "textEntityTypeStrikethrough": "strikethrough",
    "textEntityTypeSpoiler": "spoiler",
    "textEntityTypeBlockQuote": "blockquote",
    "textEntityTypeExpandableBlockQuote": "expandable_blockquote",
    "textEntityTypeCode": "code",
    "textEntityTypePre": "pre",
    "textEntityTypePreCode": "pre",
    "textEntityTypeTextUrl": "text_link",
    "textEntityTypeMentionName": "text_mention",
    "textEntityTypeCustomEmoji": "custom_emoji",
    "textEntityTypeDateTime": "date_time",
}
PRECISION = {"dateTimePartPrecisionNone": 0, "dateTimePartPrecisionShort": 1, "dateTimePartPrecisionLong": 2}


def ask(request: Json) -> Json:
    """One synchronous, offline call to TDLib."""
    answer = tdjson.td_execute(json.dumps(request).encode())
    result: Json = json.loads(answer) if answer else {}
    return result


def silence() -> None:
    """TDLib would log to standard error otherwise."""
    ask({"@type": "setLogStream", "log_stream": {"@type": "logStreamEmpty"}})
    ask({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def parse(text: str, parse_mode: str) -> tuple[str, list[Json]]:
    """The plain text and its entities, those that Telegram finds by itself (commands, links …) included."""
    marked: list[Json] = []
    if parse_mode:
        text, marked = _marked(text, parse_mode)
    return complete(text, marked)


def complete(text: str, marked: list[Json]) -> tuple[str, list[Json]]:
    """Trims the text as Telegram does and adds what it finds by itself outside `marked`."""
    text, marked = _trimmed(text, marked)
    found = [entity for entity in _found(text) if not _overlaps(entity, marked)]
    return text, sorted(marked + found, key=lambda entity: (entity["offset"], -entity["length"]))


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _marked(text: str, parse_mode: str) -> tuple[str, list[Json]]:
    mode = PARSE_MODES.get(parse_mode.lower())
    if mode is None:
        raise bad_request("unsupported parse_mode")
    answer = ask({"@type": "parseTextEntities", "text": text, "parse_mode": mode})
    if answer["@type"] == "error":
        raise bad_request(_uncapitalised(answer["message"]))
    return answer["text"], _named(answer["entities"])


def _found(text: str) -> list[Json]:
    return _named(ask({"@type": "getTextEntities", "text": text}).get("entities", []))


def _named(found: Iterable[Json]) -> list[Json]:
    return [_entity(entity) for entity in found if entity["type"]["@type"] in NAMES]


def _entity(entity: Json) -> Json:
    kind = entity["type"]
    named = {"type": NAMES[kind["@type"]], "offset": entity["offset"], "length": entity["length"]}
    if "url" in kind:
        named["url"] = kind["url"]
    if "language" in kind:
        named["language"] = kind["language"]
    if "user_id" in kind:
        named["user"] = {"id": kind["user_id"], "is_bot": False, "first_name": ""}
    if "custom_emoji_id" in kind:
        named["custom_emoji_id"] = str(kind["custom_emoji_id"])
    if "unix_time" in kind:
        named["unix_time"] = kind["unix_time"]
        named |= _date_time_format(kind.get("formatting_type"))
    return named


def _date_time_format(shape: Json | None) -> Json:
    """As the letters of the Bot API: r, or w for the weekday, d or D for the date and t or T for the time."""
    if shape is None:
        return {}
    if shape["@type"] == "dateTimeFormattingTypeRelative":
        return {"date_time_format": "r"}
    date, hour = (PRECISION[shape[name]["@type"]] for name in ("date_precision", "time_precision"))
    letters = ("w" * shape["show_day_of_week"], ("", "d", "D")[date], ("", "t", "T")[hour])
    return {"date_time_format": "".join(letters)}


def _trimmed(text: str, marked: list[Json]) -> tuple[str, list[Json]]:
    text = text.rstrip()
    end = utf16_length(text) if marked else 0
    lead = len(text) - len(text.lstrip())
    shift = min([lead, *(entity["offset"] for entity in marked)])
    moved = [{**e, "offset": e["offset"] - shift, "length": min(e["length"], end - e["offset"])} for e in marked]
    return text[shift:], [entity for entity in moved if entity["length"] > 0]


def _overlaps(entity: Json, others: list[Json]) -> bool:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    return any(start < other["offset"] + other["length"] and other["offset"] < end for other in others)


def _uncapitalised(words: str) -> str:
    return words[:1].lower() + words[1:]
