"""Telegram's flood limits: token buckets in real time, never by the wound clock."""

import math
import time

from sandbox.refusals import too_many

ALL = (30.0, 30.0)
"""How many at once, and how many come back a second: for the bot in all, a private chat, a group."""
PAID = (1000.0, 1000.0)
"""In place of the first for what the bot pays for (`allow_paid_broadcast`); edits cannot be."""
PRIVATE = (5.0, 1.0)
GROUP = (20.0, 20.0 / 60.0)


class Bucket:
    __slots__ = ("_at", "_level", "_rate", "_size")

    def __init__(self, limit: tuple[float, float], *, times: float, now: float) -> None:
        self._size, self._rate = limit[0] * times, limit[1] * times
        self._level = self._size
        self._at = now

    def wait(self, now: float) -> float:
        """Seconds until one more fits; 0 when it fits now."""
        self._level = min(self._size, self._level + (now - self._at) * self._rate)
        self._at = now
        return max(0.0, (1.0 - self._level) / self._rate)

    def take(self) -> None:
        self._level -= 1.0


class Floods:
    """`times` is Telegram's own pace times that; 0 is no limit at all."""

    def __init__(self, *, times: float = 1.0) -> None:
        self.refused = 0
        self.set(times)

    def set(self, times: float) -> None:
        self.times = times
        self._chats: dict[int, Bucket] = {}
        self._free, self._paid = (Bucket(limit, times=times or 1, now=time.monotonic()) for limit in (ALL, PAID))

    def take(self, chat_id: int, *, paid: bool = False) -> None:
        """Raises 429 with the whole seconds to wait; a refused call takes nothing."""
        if not self.times:
            return
        now = time.monotonic()
        chat, everything = self._bucket(chat_id, now), self._paid if paid else self._free
        if (wait := max(chat.wait(now), everything.wait(now))) > 0:
            self.refused += 1
            raise too_many(max(1, math.ceil(wait)))
        chat.take()
        everything.take()

    def _bucket(self, chat_id: int, now: float) -> Bucket:
        if chat_id not in self._chats:
            limit = PRIVATE if chat_id > 0 else GROUP
            self._chats[chat_id] = Bucket(limit, times=self.times, now=now)
        return self._chats[chat_id]
