"""The bot's command menus: seven scopes by language, of which a phone shows the most specific."""

from collections.abc import Iterator

from sandbox.refusals import Json
from sandbox.store import Store

PRIVATE_SCOPES = ("all_private_chats", "default")


class Menus:
    """Also what the bot says of itself, and its menu button: all are words by scope or language."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._commands: dict[str, list[Json]] = {key: body["commands"] for key, body in store.all("menu")}
        self._words: dict[str, str] = {key: body["text"] for key, body in store.all("words")}
        self._buttons: dict[str, Json] = dict(store.all("menu_button"))

    def set(self, scope: str, language: str, commands: list[Json]) -> None:
        key = f"{scope}/{language}"
        self._commands[key] = commands
        self._store.put("menu", key, lambda: {"commands": commands})

    def get(self, scope: str, language: str) -> list[Json]:
        return self._commands.get(f"{scope}/{language}", [])

    def delete(self, scope: str, language: str) -> None:
        self._commands.pop(f"{scope}/{language}", None)
        self._store.drop("menu", f"{scope}/{language}")

    def shown(self, person: int, language: str) -> list[Json]:
        """What this person's phone offers in the private chat."""
        keys = _most_specific_first((f"chat {person}", *PRIVATE_SCOPES), language)
        return next((self._commands[key] for key in keys if self._commands.get(key)), [])

    def say(self, what: str, language: str, text: str) -> None:
        key = f"{what}/{language}"
        self._words[key] = text
        self._store.put("words", key, lambda: {"text": text})

    def said(self, what: str, language: str) -> str:
        return self._words.get(f"{what}/{language}") or self._words.get(f"{what}/", "")

    def set_button(self, chat: str, button: Json) -> None:
        self._buttons[chat] = button
        self._store.put("menu_button", chat, lambda: button)

    def button(self, chat: str) -> Json:
        return self._buttons.get(chat) or self._buttons.get("", {"type": "commands"})


def _most_specific_first(scopes: tuple[str, ...], language: str) -> Iterator[str]:
    """A scope's own language comes before its general list; only then the next wider scope."""
    for scope in scopes:
        yield f"{scope}/{language}"
        yield f"{scope}/"
