import math
import random
from collections import defaultdict, deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.pacing import Pacer, Rates

ANNA, BO, GROUP = 1, 2, -3
CHATS = st.sampled_from([ANNA, BO, 4, 5, GROUP, -6])
JITTER = 0.4  # seconds by which messages may overtake each other on the way, as BURST_MARGIN promises
SKEW = 0.002  # by which the server's seconds may differ from ours

# Bursts to one chat, a trickle, and crowds: (seconds after the one before, chat, how many).
ARRIVALS = st.lists(
    st.tuples(st.sampled_from([0.0, 0.01, 0.2, 1.0, 3.0, 30.0, 90.0]) | st.floats(0, 5), CHATS, st.integers(1, 40)),
    max_size=12,
)


class Bucket:
    """The server's, written by another rule than ours: it counts tokens."""

    def __init__(self, size: float, per_second: float) -> None:
        self.size, self.per_second, self.tokens, self.at = size, per_second, size, -math.inf

    def admits(self, at: float) -> bool:
        self.tokens = (
            min(self.size, self.tokens + (at - self.at) * self.per_second) if self.at > -math.inf else self.size
        )
        self.at = at
        self.tokens -= 1
        return self.tokens >= -1e-6


class Server:
    def __init__(self, factor: float = 1) -> None:
        self.everything = Bucket(30 * factor, 30 * factor)
        self.chats: dict[int, Bucket] = defaultdict(lambda: Bucket(5 * factor, 1 * factor))
        self.groups: dict[int, Bucket] = defaultdict(lambda: Bucket(20 * factor, 20 * factor / 60))

    def admits(self, chat: int, at: float) -> bool:
        own = self.groups[chat] if chat < 0 else self.chats[chat]
        return self.everything.admits(at) & own.admits(at)


def departures(pacer: Pacer, arrivals: list[tuple[float, int, int]]) -> list[tuple[float, int]]:
    """When each message leaves if the pacer alone decides: of those who wait, always the first that may."""
    due: deque[tuple[float, int]] = deque()
    at = 0.0
    for gap, chat, count in arrivals:
        at += gap
        due.extend([(at, chat)] * count)
    owed: dict[int, int] = defaultdict(int)
    left: list[tuple[float, int]] = []
    now = 0.0
    while due or owed:
        ready, chat = min(((pacer.ready_at(chat, now), chat) for chat in owed), default=(math.inf, 0))
        if due and due[0][0] <= ready:
            arrived, chat = due.popleft()
            now = max(now, arrived)
            owed[chat] += 1
            continue
        now = ready
        pacer.take(chat, now)
        left.append((now, chat))
        owed[chat] -= 1
        if not owed[chat]:
            del owed[chat]
    return left


@given(arrivals=ARRIVALS, factor=st.sampled_from([1.0, 2.5, 20.0]))
def test_the_server_never_refuses_what_the_pacer_lets_through(
    arrivals: list[tuple[float, int, int]], factor: float
) -> None:
    server = Server(factor)
    for at, chat in departures(Pacer(factor=factor), arrivals):
        assert server.admits(chat, at)


@given(arrivals=ARRIVALS, seed=st.integers(0, 1000), skew=st.floats(-SKEW, SKEW))
def test_not_even_when_messages_overtake_each_other_and_clocks_differ(
    arrivals: list[tuple[float, int, int]], seed: int, skew: float
) -> None:
    rng = random.Random(seed)
    left = departures(Pacer(), arrivals)
    server = Server()
    for at, chat in sorted(
        ((at + rng.choice([0, JITTER]) * rng.random() ** 0.1) * (1 + skew), chat) for at, chat in left
    ):
        assert server.admits(chat, at)


@given(arrivals=ARRIVALS)
def test_without_limits_everything_leaves_at_once(arrivals: list[tuple[float, int, int]]) -> None:
    pacer = Pacer(factor=0)
    now = 0.0
    for gap, chat, count in arrivals:
        now += gap
        for _ in range(count):
            assert pacer.ready_at(chat, now) == now
            pacer.take(chat, now)
            assert not pacer.waiting(now)


@pytest.mark.parametrize(
    ("chats", "least"), [([ANNA], 0.98 * 100), ([GROUP], 0.98 * 100 / 3), (range(1, 100), 29 * 100)]
)
def test_the_margins_cost_little(chats: list[int] | range, least: float) -> None:
    crowd = [(0.0, chat, 4_000 // len(chats)) for chat in chats]
    within_100_seconds = [at for at, _ in departures(Pacer(), crowd) if at <= 100]
    assert len(within_100_seconds) >= least


def test_a_burst_to_one_chat_passes_and_then_one_a_second() -> None:
    pacer = Pacer()
    for _ in range(4):
        assert pacer.ready_at(ANNA, 100.0) == 100.0
        pacer.take(ANNA, 100.0)
    assert 100.0 < pacer.ready_at(ANNA, 100.0) <= 101.0
    assert pacer.waiting(100.0) == {ANNA}
    assert pacer.next_change(100.0) == pacer.ready_at(ANNA, 100.0)
    assert pacer.ready_at(BO, 100.0) == 100.0
    assert pacer.waiting(102.0) == frozenset()
    assert pacer.next_change(102.0) == math.inf


def test_all_together_are_limited_too() -> None:
    pacer = Pacer()
    for chat in range(1, 28):
        pacer.take(chat, 0.0)
    assert pacer.ready_at(None, 0.0) > 0.0
    assert pacer.ready_at(99, 0.0) == pacer.ready_at(None, 0.0) == pacer.next_change(0.0)


def test_a_pause_holds_its_chat_exactly_as_long_and_no_other() -> None:
    pacer = Pacer(factor=0)
    pacer.pause(ANNA, 17.0, 10.0)
    assert pacer.ready_at(ANNA, 10.0) == 17.0
    assert pacer.ready_at(ANNA, 17.0) == 17.0
    assert pacer.ready_at(BO, 10.0) == 10.0
    assert pacer.waiting(16.9) == {ANNA}
    assert not pacer.waiting(17.0)


def test_while_two_chats_are_paused_everything_is() -> None:
    pacer = Pacer(factor=0)
    pacer.pause(ANNA, 40.0, 10.0)
    pacer.pause(BO, 15.0, 11.0)
    assert pacer.ready_at(GROUP, 11.0) == pacer.ready_at(None, 11.0) == 15.0
    assert pacer.ready_at(ANNA, 15.0) == 40.0
    pacer.pause(GROUP, 30.0, 20.0)
    assert pacer.ready_at(BO, 20.0) == 30.0


def test_a_pause_that_is_over_counts_no_more() -> None:
    pacer = Pacer(factor=0)
    pacer.pause(ANNA, 12.0, 10.0)
    pacer.pause(BO, 20.0, 12.0)
    assert pacer.ready_at(GROUP, 12.0) == 12.0


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    pacer = Pacer()
    pacer.pause(ANNA, 40.0, 10.0)
    pacer.pause(ANNA, 20.0, 11.0)
    pacer.take(ANNA, 12.0)  # a reply to a tap left all the same
    pacer.pause_all(30.0)
    pacer.pause_all(25.0)
    assert pacer.ready_at(ANNA, 12.0) == 40.0
    assert pacer.ready_at(BO, 12.0) == 30.0


def test_idle_chats_are_forgotten() -> None:
    pacer = Pacer()
    for at in range(5_000):
        pacer.take(at + 1, at / 10)
        if at % 50 == 0:
            pacer.take(-at - 1, at / 10)
    remembered = len(pacer._full_at) + len(pacer._waiting) + len(pacer._paused)
    assert remembered < 100


def test_other_rates_are_kept_too() -> None:
    pacer = Pacer(Rates(all_per_second=1000, chat_burst=2, chat_per_second=0.5))
    pacer.take(ANNA, 0.0)
    assert pacer.ready_at(ANNA, 0.0) > 0.0
    assert pacer.ready_at(ANNA, 0.0) < 2.1


def test_there_is_room_for_as_many_as_may_leave_now() -> None:
    pacer = Pacer()
    room = pacer.room(0.0)
    for chat in range(1, int(room) + 1):
        assert pacer.ready_at(chat, 0.0) == 0.0
        pacer.take(chat, 0.0)
    assert pacer.room(0.0) == 0 < pacer.ready_at(None, 0.0)
    assert pacer.room(1.0) == room
    pacer.pause_all(2.0)
    assert pacer.room(1.0) == 0
    assert Pacer(factor=0).room(0.0) == math.inf


def test_what_is_paid_for_leaves_faster_and_neither_edits_nor_chats_do() -> None:
    pacer = Pacer(pays=True)
    assert pacer.room(0.0) == pytest.approx(500, abs=1)
    for chat in range(1, 500):
        assert pacer.ready_at(chat, 0.0) == 0.0
        pacer.take(chat, 0.0)
    for chat in range(1, 16):
        assert pacer.ready_at(chat, 0.0, edits=True) == 0.0
        pacer.take(chat, 0.0, edits=True)
    assert pacer.ready_at(16, 0.0, edits=True) == pytest.approx(1 / 30, rel=0.1)
    for _ in range(4):
        pacer.take(ANNA, 10.0)
    assert pacer.ready_at(ANNA, 10.0) > 10.0


@given(arrivals=ARRIVALS)
def test_there_is_room_exactly_when_something_may_leave(arrivals: list[tuple[float, int, int]]) -> None:
    """Else delivery would rest for seconds at a moment that has come."""
    pacer = Pacer()
    for at, chat in departures(Pacer(), arrivals):
        pacer.take(chat, at)
        ready = pacer.ready_at(None, at)
        assert bool(pacer.room(at)) == (ready <= at)
        assert pacer.room(ready) >= 1
