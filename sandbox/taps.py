"""Taps on inline buttons, and what the bot answered."""

import time
from dataclasses import dataclass
from itertools import takewhile

from sandbox.bell import Bell
from sandbox.refusals import Json, bad_request
from sandbox.store import Store, written
from sandbox.updates import TAP_LIFE


@dataclass(slots=True)
class Tap:
    """`at` is by the wound clock."""

    id: str
    person: int
    at: float
    answer: Json | None = None


class Taps:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._answered = Bell()
        self._taps = {key: Tap(**body) for key, body in store.all("tap")}
        self._last = max(map(int, self._taps), default=time.time_ns())

    def add(self, person: int, *, at: float) -> Tap:
        self._forget(at)
        self._last += 1
        tap = Tap(str(self._last), person, at)
        self._taps[tap.id] = tap
        self._store.put("tap", tap.id, lambda: written(tap))
        return tap

    def answer(self, query_id: str, answer: Json, *, now: float) -> Tap:
        """The first answer stands. Raises the server's refusal when the tap is unknown or too old."""
        tap = self._taps.get(query_id)
        if tap is None or now - tap.at > TAP_LIFE:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if tap.answer is None:
            tap.answer = answer
            self._store.put("tap", tap.id, lambda: written(tap))
            self._answered.ring()
        return tap

    def _forget(self, now: float) -> None:
        """Those that are too old to be answered; the dictionary is in order of age."""
        for tap in [*takewhile(lambda tap: now - tap.at > TAP_LIFE, self._taps.values())]:
            del self._taps[tap.id]
            self._store.drop("tap", tap.id)

    async def answered(self, tap: Tap, *, within: float) -> Json | None:
        """The answer as soon as there is one, None after `within` real seconds."""
        deadline = time.monotonic() + within
        while tap.answer is None and (left := deadline - time.monotonic()) > 0:
            await self._answered.wait(left)
        return tap.answer
