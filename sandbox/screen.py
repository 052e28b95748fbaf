"""What a phone shows: its chat with the bot, and its line in the list of phones."""

from html import escape

from sandbox.chats import Message
from sandbox.people import Person
from sandbox.refusals import Json
from sandbox.world import World

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
SAFE_LINKS = ("http://", "https://", "tg://", "mailto:")


def chat(world: World, person: Person, *, after: int = 0) -> Json:
    """All messages, or those touched after event `after`; its `event` is what to ask after next time."""
    return {
        "event": world.events.last,
        "bot": world.bot.user(),
        "messages": [shown(message, person) for message in world.chats.of(person.id, after=after)],
        "keyboard": person.keyboard,
        "commands": world.menus.shown(person.id, person.language_code),
        "menu_button": world.menus.button(str(person.id)),
    }


def shown(message: Message, person: Person) -> Json:
    body = message.body
    return {
        **body,
        "event": message.event,
        "out": message.out,
        "edits": message.edits,
        "deleted": message.deleted,
        "protected": body.get("has_protected_content", False),
        "silent": message.silent,
        "reaction": message.reaction,
        "html": html(body),
        "unread": not message.out and body["message_id"] > person.read_to,
    }


def line(world: World, person: Person) -> Json:
    """One phone in the list."""
    last = world.chats.last(person.id)
    messages = [message for message in world.chats.of(person.id) if not message.deleted]
    return {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "language_code": person.language_code,
        "title": person.title,
        "started": person.started,
        "blocked": person.blocked,
        "unread": sum(not message.out and message.id > person.read_to for message in messages),
        "last": {"text": words(last.body), "date": last.body["date"]} if last else None,
    }


def words(body: Json) -> str:
    """A message's text or caption."""
    return str(body.get("text") or body.get("caption") or "")


def html(body: Json) -> str:
    """Text and entities as safe HTML. Entities that overlap without nesting are closed where the outer one ends."""
    units = words(body).encode("utf-16-le", "surrogatepass")
    spans = body.get("entities") or body.get("caption_entities") or []
    return _render(units, sorted(spans, key=lambda span: (span["offset"], -span["length"])), 0, len(units) // 2)


def _render(units: bytes, spans: list[Json], start: int, end: int) -> str:
    """`start` and `end` count UTF-16 units, as entities do."""
    parts: list[str] = []
    at = start
    while spans:
        span, spans = spans[0], spans[1:]
        if span["offset"] < at:
            continue
        stop = min(span["offset"] + span["length"], end)
        inner = [other for other in spans if other["offset"] < stop]
        parts.append(_plain(units, at, span["offset"]))
        parts.append(_wrapped(span, _render(units, inner, span["offset"], stop)))
        spans = spans[len(inner) :]
        at = stop
    return "".join(parts) + _plain(units, at, end)


def _plain(units: bytes, start: int, end: int) -> str:
    return escape(units[2 * start : 2 * end].decode("utf-16-le", "replace"))


def _wrapped(span: Json, inner: str) -> str:
    kind = span["type"]
    if kind in TAGS:
        return f"<{TAGS[kind]}>{inner}</{TAGS[kind]}>"
    if kind == "text_link" and span["url"].startswith(SAFE_LINKS):
        return f'<a href="{escape(span["url"])}" rel="noreferrer">{inner}</a>'
    return f'<span class="{escape(kind)}">{inner}</span>'
