"""Views that any member or stranger may have: answers, help, settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from domain.views.view import View


@dataclass(frozen=True, slots=True)
class Notice(View):
    """One sentence in reply; `details` hold numbers and our own keys only."""

    for_members: ClassVar[bool] = False
    text_id: str
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Removed(View):
    """What kinds of personal data were taken out of the message that was just deleted, and whether its rest is kept."""

    for_members: ClassVar[bool] = False
    kinds: tuple[str, ...]
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Help(View):
    pass


@dataclass(frozen=True, slots=True)
class Privacy(View):
    pass


@dataclass(frozen=True, slots=True)
class Settings(View):
    pass


@dataclass(frozen=True, slots=True)
class Status(View):
    """How the bot itself is doing, for the strategist."""
