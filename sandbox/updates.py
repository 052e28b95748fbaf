"""Updates the bot has not confirmed yet."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sandbox.bell import Bell
from sandbox.refusals import Json
from sandbox.store import Store
from sandbox.wire import encoded

MOST_AT_ONCE = 100
LARGEST_BATCH = 4 * 1024 * 1024
MESSAGE_LIFE = 24 * 3600
TAP_LIFE = 150
"""Seconds by the wound clock, after which an update nobody fetched is gone."""
QUIET = 7 * 24 * 3600
FAR_AHEAD = 10
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that come only to a bot that names them in allowed_updates."""


@dataclass(slots=True)
class Update:
    """`repeats` is how many more times it will be delivered after it was confirmed."""

    id: int
    kind: str
    queue: str
    at: float
    raw: bytes
    repeats: int = 0

    def expired(self, now: float) -> bool:
        return now - self.at > (TAP_LIFE if self.kind == "callback_query" else MESSAGE_LIFE)

    def written(self) -> Json:
        return {"kind": self.kind, "queue": self.queue, "at": self.at, "raw": self.raw.decode()}


class Updates:
    """In order of arrival. `repeats` says, for a new update, how often it shall come once more."""

    def __init__(self, store: Store, now: Callable[[], float]) -> None:
        self.pending: dict[int, Update] = {}
        self.delivered = 0
        self.arrived = Bell()
        self.allowed: list[str] = []
        self._store = store
        self._chance = random.SystemRandom()
        self.now = now
        self._echoes: list[Update] = []
        self._last = 0
        self._last_at = 0.0
        self._restore()

    def add(self, kind: str, body: Json, *, queue: str, repeats: int = 0) -> Update | None:
        """Numbers an update and puts it in line; None when the bot did not ask for its kind."""
        if not self._wanted(kind):
            return None
        number = self._number()
        update = Update(number, kind, queue, self.now(), encoded({"update_id": number, kind: body}), repeats)
        self.pending[number] = update
        self._store.put("update", number, update.written)
        self._store.put("state", "updates", lambda: {"last": self._last, "at": self._last_at})
        self.arrived.ring()
        return update

    def confirm(self, below: int) -> None:
        """A call with a higher offset confirms all before it; an offset from before a renumbering confirms nothing."""
        if below > self._last + FAR_AHEAD:
            return
        for number in [number for number in self.pending if number < below]:
            self.done(number)

    def done(self, number: int) -> None:
        """Delivered: forgotten, unless a fault wants it to come again."""
        update = self.pending.pop(number, None)
        if update is None:
            return
        self.delivered += 1
        self._store.drop("update", number)
        if update.repeats:
            update.repeats -= 1
            self._echoes.append(update)

    def batch(self, limit: int) -> list[Update]:
        """The oldest first, cut at `limit` and at 4 MiB."""
        self._expire()
        echoes, self._echoes = self._echoes, []
        return _cut([*echoes, *self.pending.values()], min(limit, MOST_AT_ONCE))

    def last(self, count: int) -> int:
        """The offset that leaves only the last `count`, confirming the rest (a negative offset in getUpdates)."""
        numbers = list(self.pending)
        return numbers[-count] if len(numbers) >= count else (numbers[0] if numbers else 0)

    def clear(self) -> None:
        for number in list(self.pending):
            del self.pending[number]
            self._store.drop("update", number)

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def _number(self) -> int:
        """After a week of silence Telegram starts again at a random number."""
        now = self.now()
        fresh = now - self._last_at > QUIET
        self._last = self._chance.randrange(10**8, 9 * 10**8) if fresh else self._last + 1
        self._last_at = now
        return self._last

    def _expire(self) -> None:
        now = self.now()
        for update in [update for update in self.pending.values() if update.expired(now)]:
            del self.pending[update.id]
            self._store.drop("update", update.id)

    def _restore(self) -> None:
        state = self._store.one("state", "updates") or {"last": 0, "at": 0.0}
        self._last, self._last_at = state["last"], state["at"]
        for key, body in sorted(self._store.all("update"), key=lambda item: (item[1]["at"], int(item[0]))):
            update = Update(int(key), body["kind"], body["queue"], body["at"], body["raw"].encode())
            self.pending[update.id] = update


def _cut(updates: Iterable[Update], limit: int) -> list[Update]:
    batch: list[Update] = []
    size = 0
    for update in updates:
        size += len(update.raw)
        if len(batch) == limit or (batch and size > LARGEST_BATCH):
            break
        batch.append(update)
    return batch
