"""How a tap is written into a button's callback data, and read back: a code and a few ids, in 64 bytes."""

import re
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, get_args, get_type_hints

LIMIT = 64
"""Bytes that Telegram lets a button carry."""

NUMBER = re.compile(r"-?[0-9]{1,18}")
"""As long as surely fits the database's 64 bits."""

TAPS: dict[str, type["Tap"]] = {}
"""Every type of tap by the code that stands first in its data."""


class BadTap(ValueError):
    """Callback data that no button of ours carries: forged, or from another version."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Base of all taps; fields are whole numbers, yes or no, days, our own keys, or nothing."""

    code: ClassVar[str]

    def __init_subclass__(cls, code: str = "") -> None:
        # A slotted dataclass is made twice; the second is the one that counts.
        if code or hasattr(cls, "code"):
            cls.code = code or cls.code
            TAPS[cls.code] = cls

    def encode(self) -> str:
        values = (getattr(self, each.name) for each in fields(self))
        return ":".join([self.code, *(_write(value) for value in values)])


def decode(data: str) -> Tap:
    """The tap that `encode` wrote. Raises BadTap for anything else."""
    code, *parts = data.split(":")
    kind = TAPS.get(code)
    if kind is None:
        raise BadTap
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind)]
    if len(names) != len(parts):
        raise BadTap
    try:
        return kind(**{name: _read(hints[name], part) for name, part in zip(names, parts, strict=True)})
    except ValueError:
        raise BadTap from None


def _write(value: Any) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


def _read(kind: Any, part: str) -> Any:
    options = [option for option in get_args(kind) if option is not type(None)]
    if options and not part:
        return None
    plain = options[0] if options else kind
    if plain is bool:
        return {"0": False, "1": True}[part] if part in ("0", "1") else _bad()
    if plain is int:
        return int(part) if NUMBER.fullmatch(part) else _bad()
    if plain is date:
        return date.fromisoformat(part)
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return plain(part)
    return part or _bad()


def _bad() -> Any:
    raise BadTap
