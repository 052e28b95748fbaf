"""Who is there: the bot, the people with their phones, and the file they may come from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.refusals import Json


@dataclass(frozen=True, slots=True)
class Bot:
    token: str = "1000001:SANDBOX"  # noqa: S105 - opens nothing but this sandbox
    id: int = 1000001
    username: str = "sandbox_bot"
    first_name: str = "Sandbox"

    def user(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}


NAMES = ("first_name", "last_name", "language_code", "title")
"""What a person is called; the rest of a Person is what happened."""


@dataclass(slots=True)
class Person:
    """A person, and what her phone knows of the chat with the bot."""

    id: int
    first_name: str
    last_name: str = ""
    language_code: str = "sv"
    title: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    read_to: int = 0
    keyboard: Json | None = None
    pinned: list[int] = field(default_factory=list)

    def rename(self, names: Mapping[str, str]) -> None:
        """By those of NAMES that are given."""
        for name in NAMES:
            setattr(self, name, names.get(name, getattr(self, name)))

    def user(self) -> Json:
        user = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        return {**user, "language_code": self.language_code}

    def chat(self) -> Json:
        chat: Json = {"id": self.id, "first_name": self.first_name}
        if self.last_name:
            chat["last_name"] = self.last_name
        return {**chat, "type": "private"}


@dataclass(slots=True)
class Group:
    id: int
    title: str
    type: str = "group"
    upgraded_to: int = 0
    kicked: bool = False
    members: list[int] = field(default_factory=list)
    pinned: list[int] = field(default_factory=list)

    def chat(self) -> Json:
        return {"id": self.id, "title": self.title, "type": self.type}


@dataclass(frozen=True, slots=True)
class Cast:
    bot: Bot
    people: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()


class Unreadable(Exception):
    """A people file that is no TOML, or has a key too many or too few."""


def read(file: Path | None) -> Cast:
    """The cast of a people file; without a file a bot that nobody knows yet."""
    if file is None:
        return Cast(Bot())
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return Cast(
            bot=Bot(**told.get("bot", {})),
            people=tuple(Person(**phone) for phone in told.get("phone", [])),
            groups=tuple(Group(**group) for group in told.get("group", [])),
        )
    except (tomllib.TOMLDecodeError, TypeError) as wrong:
        raise Unreadable(f"{file}: {wrong}") from wrong
