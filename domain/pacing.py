"""How fast messages may leave under Telegram's flood limits: token buckets, as Telegram itself keeps them.

Nothing here waits or asks the time. `elapsed` is monotonic seconds from any start, never the clock that can be wound;
`ready_at` says when a message may leave, `take` spends it. A bucket is one number, the moment when it is full again.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import floor, inf
from typing import Final

BURST_MARGIN: Final = 0.9
"""This much of a chat's bucket is used at once. What is left makes up for messages that overtake each other on the way:
with 5 a chat, delays may differ by 0.5 s."""

ALL_BURST_MARGIN: Final = 0.5
"""The same of the bucket that all chats share: with 30, delays may differ by 0.5 s. With 0.9 it was 0.1 s, and an alert
to 10,000 on a busy machine met seven 429s."""

RATE_MARGIN: Final = 0.995
"""This much of the rate is used: two machines' seconds are not quite the same."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Telegram's limits, as far as it tells them. Times a factor they are a faster one's; times 0 there are none."""

    all_per_second: float = 30
    chat_burst: float = 5
    chat_per_second: float = 1
    group_burst: float = 20
    group_per_minute: float = 20


PAID = 1000.0
"""Messages a second in all that Telegram lets through for a fee (`allow_paid_broadcast`). Edits cannot be paid for."""


class Pacer:
    """A chat below 0 is a group. Each call takes the same time however many chats there are, if not said otherwise.

    A chat is forgotten when its bucket is full again: an idle chat and an unknown one are the same.
    """

    def __init__(self, rates: Rates | None = None, *, factor: float = 1, pays: bool = False) -> None:
        """With `pays` new messages have Telegram's paid rate, and edits go on at the free one."""
        rates = rates or Rates()
        self._edits = _Flow.of(rates.all_per_second, factor=factor)
        self._sends = _Flow.of(PAID, factor=factor) if pays else self._edits
        self._chat_limit = _Limit.of(rates.chat_burst, rates.chat_per_second, factor=factor)
        self._group_limit = _Limit.of(rates.group_burst, rates.group_per_minute / 60, factor=factor)
        self._full_at: OrderedDict[int, float] = OrderedDict()  # by last take, the longest ago first
        self._waiting: dict[int, float] = {}  # when a chat that had to wait is ready
        self._paused: dict[int, float] = {}
        self._all_paused_until = -inf

    def ready_at(self, chat: int | None, elapsed: float, *, edits: bool = False) -> float:
        """The first moment, not before `elapsed`, at which a message may leave; without a chat: any message at all."""
        flow = self._edits if edits else self._sends
        anything = max(elapsed, self._all_paused_until, flow.ready_at)
        return anything if chat is None else max(anything, self._waiting.get(chat, -inf))

    def room(self, elapsed: float) -> float:
        """How many messages may leave now, to as many chats; infinity when nothing limits them."""
        return 0 if self._all_paused_until > elapsed else max(self._edits.room(elapsed), self._sends.room(elapsed))

    def take(self, chat: int, elapsed: float, *, edits: bool = False) -> None:
        """One message leaves now, or an edit."""
        limit = self._group_limit if chat < 0 else self._chat_limit
        full_at = limit.full_after_one(self._full_at.pop(chat, -inf), elapsed)
        (self._edits if edits else self._sends).take(elapsed)
        self._full_at[chat] = full_at
        self._wait(chat, limit.ready_at(full_at), elapsed)
        self._forget_idle(elapsed)

    def pause(self, chat: int, until: float, elapsed: float) -> None:
        """Telegram asked for silence in a chat. While two chats are paused everything is: then it means all of us."""
        self._wait(chat, until, elapsed)
        self._paused = {paused: end for paused, end in self._paused.items() if end > elapsed}
        self._paused[chat] = max(until, self._paused.get(chat, -inf))
        latest_two = sorted(self._paused.values())[-2:]
        if len(latest_two) > 1:
            self.pause_all(latest_two[0])

    def pause_all(self, until: float) -> None:
        self._all_paused_until = max(self._all_paused_until, until)

    def waiting(self, elapsed: float) -> frozenset[int]:
        """The chats to which nothing may leave yet. Takes time in proportion to how many they are."""
        self._waiting = {chat: ready for chat, ready in self._waiting.items() if ready > elapsed}
        return frozenset(self._waiting)

    def next_change(self, elapsed: float) -> float:
        """When somebody who waits becomes ready, infinity when nobody waits. Takes time like `waiting`."""
        return min((ready for ready in self._moments(elapsed) if ready > elapsed), default=inf)

    def _moments(self, elapsed: float) -> Iterator[float]:
        yield self.ready_at(None, elapsed)
        yield self.ready_at(None, elapsed, edits=True)
        yield from self._waiting.values()

    def _wait(self, chat: int, ready: float, elapsed: float) -> None:
        ready = max(ready, self._waiting.pop(chat, -inf))
        if ready > elapsed:
            self._waiting[chat] = ready

    def _forget_idle(self, elapsed: float) -> None:
        """Two at most: each take adds one, so what is idle is forgotten faster than it gathers."""
        for chat, full_at in list(islice(self._full_at.items(), 2)):
            if full_at > elapsed:
                return
            del self._full_at[chat]
            if self._waiting.get(chat, inf) <= elapsed:
                del self._waiting[chat]


@dataclass(frozen=True, slots=True)
class _Limit:
    """`seconds_each` is what one message costs, `slack` how far from full a bucket may be with one still in it."""

    seconds_each: float
    slack: float

    @classmethod
    def of(cls, burst: float, per_second: float, *, factor: float, margin: float = BURST_MARGIN) -> "_Limit":
        if not factor:
            return cls(seconds_each=0, slack=0)
        seconds_each = 1 / (per_second * factor * RATE_MARGIN)
        return cls(seconds_each, slack=max(0.0, burst * factor * margin - 1) * seconds_each)

    def ready_at(self, full_at: float) -> float:
        return full_at - self.slack

    def full_after_one(self, full_at: float, elapsed: float) -> float:
        return max(full_at, elapsed) + self.seconds_each

    def room(self, full_at: float, elapsed: float) -> float:
        if not self.seconds_each:
            return inf
        if self.ready_at(full_at) > elapsed:
            return 0
        return 1 + max(0, floor((elapsed + self.slack - max(full_at, elapsed)) / self.seconds_each))


@dataclass(slots=True)
class _Flow:
    """What all chats have in common: a limit, and the moment when its bucket is full again."""

    limit: _Limit
    full_at: float = -inf

    @classmethod
    def of(cls, per_second: float, *, factor: float) -> "_Flow":
        return cls(_Limit.of(per_second, per_second, factor=factor, margin=ALL_BURST_MARGIN))

    @property
    def ready_at(self) -> float:
        return self.limit.ready_at(self.full_at)

    def take(self, elapsed: float) -> None:
        self.full_at = self.limit.full_after_one(self.full_at, elapsed)

    def room(self, elapsed: float) -> float:
        return self.limit.room(self.full_at, elapsed)
