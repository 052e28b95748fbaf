"""A list that is longer than a phone's screen, cut into pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of the entries; `number` counts from 0, `total` is how many pages there are, one at least."""

    entries: Sequence[T]
    number: int
    total: int


def cut(entries: Sequence[T], number: int, *, size: int) -> Page[T]:
    """The page of that number, or the nearest that there is."""
    number, total = nearest(number, len(entries), size=size)
    return Page(entries[number * size : (number + 1) * size], number, total)


def nearest(number: int, count: int, *, size: int) -> tuple[int, int]:
    """The nearest page that there is among so many entries, and how many pages they make."""
    total = max(1, -(-count // size))
    return min(max(number, 0), total - 1), total
