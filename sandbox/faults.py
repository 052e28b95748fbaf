"""Faults on demand: what goes wrong with the next calls, or with a share of all of them."""

import random
from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.refusals import Impossible, Json


class Fault(StrEnum):
    FLOOD = "429"
    SERVER_ERROR = "500"
    BAD_GATEWAY = "502_html"
    TIMEOUT_BEFORE = "timeout_before"
    TIMEOUT_AFTER = "timeout_after"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    DUPLICATE_UPDATE = "duplicate_update"
    SWAP_UPDATES = "swap_updates"
    UNAUTHORIZED = "401"
    CONFLICT = "409"


ON_UPDATES = {Fault.DUPLICATE_UPDATE, Fault.SWAP_UPDATES}
HOLD_SECONDS = 60
"""How long a time-out holds the connection, and what a 429 asks for, unless the order says otherwise."""


@dataclass(slots=True)
class Ordered:
    """With a `share` it is random and lasting, else it counts down `times`. No method or chat means any."""

    kind: Fault
    method: str | None = None
    chat: int | None = None
    times: int = 1
    share: float | None = None
    seconds: float | None = None
    chance: random.Random = field(default_factory=random.Random)

    @property
    def lasts(self) -> bool:
        return self.share is not None or self.times > 0

    def strikes(self, method: str, chat: object) -> bool:
        if self.method is not None and self.method.lower() != method.lower():
            return False
        if self.chat is not None and str(self.chat) != str(chat):
            return False
        if self.share is not None:
            return self.chance.random() < self.share
        self.times -= 1
        return True

    def told(self) -> Json:
        names = ("kind", "method", "chat", "times", "share", "seconds")
        return {name: getattr(self, name) for name in names}


class Faults:
    def __init__(self) -> None:
        self._calls: list[Ordered] = []
        self._updates: list[Ordered] = []

    def order(self, told: Json) -> None:
        """Raises Impossible for a kind there is not."""
        wanted = dict(told)
        seed = wanted.pop("seed", None)
        try:
            fault = Ordered(Fault(str(wanted.pop("kind", ""))), chance=random.Random(seed), **wanted)  # noqa: S311 - a seed repeats it
        except (ValueError, TypeError) as wrong:
            raise Impossible(str(wrong)) from wrong
        (self._updates if fault.kind in ON_UPDATES else self._calls).append(fault)

    def clear(self) -> None:
        self._calls.clear()
        self._updates.clear()

    def told(self) -> list[Json]:
        """Those that may still strike."""
        return [fault.told() for fault in self._calls + self._updates if fault.lasts]

    def of_call(self, method: str, chat: object) -> Ordered | None:
        """The first fault that strikes this call; most calls find the list empty."""
        return _first(self._calls, method, chat) if self._calls else None

    def of_update(self, kind: Fault, chat: int) -> Ordered | None:
        return _first([fault for fault in self._updates if fault.kind is kind], "", chat) if self._updates else None


def _first(faults: list[Ordered], method: str, chat: object) -> Ordered | None:
    return next((fault for fault in faults if fault.lasts and fault.strikes(method, chat)), None)
