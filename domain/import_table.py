"""One table of an imported file, read value by value.

A reader never raises: what is wrong goes to `Faults` and a stand-in comes back, so that one reading finds every fault.
Whoever builds something of the values must ask `Faults` before using it.
"""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final, Self, TypeVar

from domain.import_faults import Faults, Reason
from domain.terms import Names

NAME_LIMIT: Final = 64  # one line of a card, and a picture of 25 lines that name several fits a message
TITLE_LIMIT: Final = 120  # a commitment's, which stands alone
ADDRESS_LIMIT: Final = 200
KEY_LIMIT: Final = 24  # a site and a place together fit the 64 bytes of a button
KEY_CHARACTERS: Final = "a-z 0-9 _"

_KEY = re.compile(rf"[a-z0-9_]{{1,{KEY_LIMIT}}}")
_TYPES = {bool: "true or false", str: "text", int: "a number", float: "a number", list: "a list", dict: "a table"}

Choice = TypeVar("Choice", bound=StrEnum)


class Table:
    def __init__(self, path: str, values: Mapping[str, object], *, faults: Faults) -> None:
        self.path = path
        self._values = values
        self._faults = faults
        self._asked: set[str] = set()

    def fault(self, key: str, reason: Reason, **params: str | int) -> None:
        self._faults.add(f"{self.path}.{key}" if self.path else key, reason, **params)

    def has(self, key: str) -> bool:
        return self._values.get(key) is not None

    def key(self, *, capitals: bool = False) -> str:
        """The table's own key, empty when it is no good. Only commitments are numbered in capitals (`ML1`)."""
        found = self.text("key")
        if not found or _KEY.fullmatch(found.lower() if capitals else found):
            return found
        self.fault("key", Reason.BAD_KEY, limit=KEY_LIMIT, characters=KEY_CHARACTERS)
        return ""

    def names(self, *, limit: int = NAME_LIMIT) -> Names:
        return Names(sv=self.text("sv", limit=limit), en=self.text_or_none("en", limit=limit))

    def text(self, key: str, *, limit: int = NAME_LIMIT) -> str:
        return self._line(key, self._require(key), limit=limit) or ""

    def text_or_none(self, key: str, *, limit: int = NAME_LIMIT) -> str | None:
        return self._line(key, self._take(key), limit=limit)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, each once. No list is an empty one."""
        return tuple(line for _, line in self._lines(key))

    def references(self, key: str, known: Collection[str], *, otherwise: Reason) -> tuple[str, ...]:
        """A list of keys of things that must be known."""
        for path, line in (lines := self._lines(key)):
            if line not in known:
                self.fault(path, otherwise, value=line)
        return tuple(line for _, line in lines)

    def number(self, key: str, low: int, high: int) -> float:
        return self._within(key, self._require(key), low, high) or 0.0

    def whole(self, key: str, low: int, high: int) -> int:
        value = self._require(key)
        if isinstance(value, float):
            self._mistyped(key, "a whole number", value)
            return low
        return int(self._within(key, value, low, high) or low)

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        value = self._require(key)
        for choice in choices:
            if choice.value == value:
                return choice
        if value is not None:
            self.fault(key, Reason.NOT_A_CHOICE, choices=", ".join(choices))
        return next(iter(choices))

    def table(self, key: str) -> Self | None:
        return self._table(key, self._take(key))

    def tables(self, key: str) -> tuple[Self, ...]:
        """A list of tables, each known by its key where that is a good one and by its number (from 0) else."""
        return tuple(
            table for at, item in enumerate(self._list(key)) if (table := self._table(f"{key}[{at}]", item)) is not None
        )

    def close(self) -> None:
        """What nobody asked for, nobody knows."""
        for key in self._values:
            if key not in self._asked:
                self.fault(str(key), Reason.UNKNOWN_KEY)

    def _take(self, key: str) -> object:
        self._asked.add(key)
        return self._values.get(key)

    def _require(self, key: str) -> object:
        value = self._take(key)
        if value is None:
            self.fault(key, Reason.MISSING)
        return value

    def _list(self, key: str) -> list[object]:
        value = self._take(key)
        if isinstance(value, list):
            return value
        if value is not None:
            self._mistyped(key, "a list", value)
        return []

    def _lines(self, key: str) -> list[tuple[str, str]]:
        lines: dict[str, str] = {}
        for at, item in enumerate(self._list(key)):
            line = self._line(path := f"{key}[{at}]", item, limit=NAME_LIMIT)
            if line and line in lines:
                self.fault(path, Reason.DUPLICATE, value=line)
            elif line:
                lines[line] = path
        return [(path, line) for line, path in lines.items()]

    def _table(self, key: str, value: object) -> Self | None:
        if isinstance(value, dict):
            path = f"{self.path}.{key}" if self.path else key
            return type(self)(path, value, faults=self._faults)
        if value is not None:
            self._mistyped(key, "a table", value)
        return None

    def _line(self, key: str, value: object, *, limit: int) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str):
            self._mistyped(key, "text", value)
            return None
        if not value.strip() or len(value) > limit or min(value) < " ":
            self.fault(key, Reason.BAD_TEXT, limit=limit)
            return None
        return value.strip()

    def _within(self, key: str, value: object, low: int, high: int) -> float | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._mistyped(key, "a number", value)
            return None
        if not low <= value <= high:  # true for "not a number" as well
            self.fault(key, Reason.OUT_OF_RANGE, low=low, high=high)
            return None
        return float(value)

    def _mistyped(self, key: str, expected: str, value: object) -> None:
        actual = _TYPES.get(type(value), type(value).__name__)
        self.fault(key, Reason.WRONG_TYPE, expected=expected, actual=actual)
