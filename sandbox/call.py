"""One call of a Bot API method, with its parameters by type."""

import json
from dataclasses import dataclass, field
from typing import Any

from sandbox.files import Upload
from sandbox.people import Group, Person
from sandbox.refusals import Json, bad_request
from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """Parameters are what JSON gave, or strings when they came in a form."""

    world: World
    method: str
    params: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    @property
    def chat(self) -> int | str | None:
        """As it was given, for the books."""
        return self.params.get("chat_id")

    def recipient(self) -> Person | Group:
        return self.world.recipient(self.chat_id())

    def chat_id(self, name: str = "chat_id") -> int | str:
        chat_id = self.params.get(name)
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        return chat_id if isinstance(chat_id, int) else str(chat_id)

    def text(self, name: str) -> str:
        value = self.params.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.params.get(name) or default)
        except (TypeError, ValueError):
            return default

    def number(self, name: str) -> float | None:
        try:
            return float(self.params[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        return str(self.params.get(name, "")).lower() in {"true", "1", "yes"}

    def value(self, name: str) -> Any:
        """A parameter that is an object or a list; None when it is absent."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
