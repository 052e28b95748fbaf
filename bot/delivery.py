"""Pays what is owed: words each message at the moment it is sent, under Telegram's limits, and writes down what came of it.

Three steps, none of them inside another: claim (a short transaction), send (no transaction open), settle (a short transaction).
"""

import asyncio
import hashlib
import logging
import random
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from telegram import Bot

from bot.clock import Clock
from bot.courier import Outcome, TokenRefused, attempt
from domain.pacing import Pacer
from domain.people import Language
from domain.refusals import Refusal
from domain.sending import REDELIVERY_LIMIT, Owed, Result, State, after_unknown, back_off
from domain.views import Gone, View, decode
from handlers.card import Card, Scene
from handlers.cards import word
from handlers.talk import House
from handlers.words import Html, Words, join_lines
from services import reach
from storage import Db, outbox, people
from storage.outbox import Settled

log = logging.getLogger(__name__)

IN_FLIGHT = 48
"""How many calls to Telegram may be under way at once."""
LONGEST_REST = 5.0
"""Seconds without a wake-up after which the outbox is looked at anyway."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A message with its words; without a card it is to be deleted, or withdrawn if it never left."""

    owed: Owed
    card: Card | None
    digest: str


@dataclass(slots=True)
class _Held:
    """What keeps messages back for now, on the clock that is never wound."""

    rows: dict[int, float] = field(default_factory=dict)

    def blocked(self, elapsed: float) -> list[int]:
        self.rows = {row: until for row, until in self.rows.items() if until > elapsed}
        return list(self.rows)


class Delivery:
    """Runs until cancelled, or until TokenRefused; `wake` after every commit that may have owed something."""

    def __init__(self, house: House, bot: Bot, clock: Clock, pacer: Pacer) -> None:
        self._house, self._bot, self._clock, self._pacer = house, bot, clock, pacer
        self._wake = asyncio.Event()
        self._flying: dict[int, int] = {}
        self._held = _Held()
        self._outcomes: list[tuple[Worded, Outcome]] = []
        self._settling = asyncio.Event()

    def wake(self) -> None:
        self._wake.set()

    async def recover(self) -> None:
        """At start: what a crash left without an outcome is owed once more, or parked as unknown."""
        await self._house.store.write(_recover, now=self._clock.now())

    async def run(self) -> None:
        async with asyncio.TaskGroup() as flights:
            flights.create_task(self._settle())
            while True:
                self._wake.clear()
                if not await self._round(flights):
                    await self._rest()

    async def idle(self) -> bool:
        """Whether nothing is due, under way or unsettled."""
        if self._flying or self._outcomes:
            return False
        due = await self._house.store.read(outbox.next_due)
        return not self._flying and not self._outcomes and (due is None or due > self._clock.now())

    async def _round(self, flights: asyncio.TaskGroup) -> bool:
        """Send what may leave now. Returns whether anything did."""
        free = IN_FLIGHT - len(self._flying)
        elapsed = self._clock.elapsed()
        if free <= 0 or self._pacer.ready_at(None, elapsed) > elapsed:
            return False
        worded = await self._house.store.read(self._word_due, limit=free, elapsed=elapsed)
        leaving = [each for each in worded if self._take(each)]
        first = [each.owed.id for each in leaving if each.owed.is_first and each.card is not None]
        if first:
            await self._house.store.write(outbox.claim, first)
        for each in leaving:
            flights.create_task(self._deliver(each))
        return bool(leaving)

    def _word_due(self, db: Db, *, limit: int, elapsed: float) -> list[Worded]:
        """Read what is due and put it into words, in one state of the database."""
        now = self._clock.now()
        chats = {*self._flying.values(), *self._pacer.waiting(elapsed)}
        rows = {*self._flying, *self._held.blocked(elapsed)}
        due = outbox.due(db, now=now, limit=limit, not_rows=rows, not_chats=chats)
        one_per_chat = {owed.chat_id: owed for owed in reversed(due)}
        return [self._word(db, owed, now) for owed in one_per_chat.values()]

    def _word(self, db: Db, owed: Owed, now: datetime) -> Worded:
        if owed.expired:
            return Worded(owed, None, "")
        house = self._house
        reader = people.by_id(db, owed.person) if owed.person else None
        words = Words(Language(owed.language) if owed.language else house.language, house.zone)
        view = decode(owed.kind, owed.body)
        scene = Scene(db=db, reader=reader, words=words, now=now, zone=house.zone, bot_username=self._bot.username)
        try:
            card = None if isinstance(view, Gone) else word(view, scene)
        except Refusal:
            card = _erased(owed, view, words)
        if card and owed.repeat:
            card = _marked(card, words)
        return Worded(owed, card, _digest(card))

    def _take(self, worded: Worded) -> bool:
        """Let it leave if the limits allow; what stands there already in these words needs no call."""
        if worded.owed.id in self._flying:
            return False
        elapsed = self._clock.elapsed()
        counts = worded.digest != worded.owed.shown_digest and (worded.card is not None or not worded.owed.is_first)
        if counts and self._pacer.ready_at(worded.owed.chat_id, elapsed) > elapsed:
            return False
        if counts:
            self._pacer.take(worded.owed.chat_id, elapsed)
        self._flying[worded.owed.id] = worded.owed.chat_id
        return True

    async def _deliver(self, worded: Worded) -> None:
        try:
            outcome = await self._outcome(worded)
        except TokenRefused:
            raise
        except Exception:
            log.exception("delivery of %s failed", worded.owed.kind)
            outcome = Outcome(result=Result.REFUSED, error="internal error")
        self._pause(worded.owed, outcome)
        self._outcomes.append((worded, outcome))
        self._settling.set()

    async def _outcome(self, worded: Worded) -> Outcome:
        owed = worded.owed
        if owed.is_first and worded.card is None:
            return Outcome(result=Result.EXPIRED if owed.expired else Result.WITHDRAWN)
        if worded.digest == owed.shown_digest:
            return Outcome(result=Result.DONE, message_id=owed.message_id)
        return await attempt(self._bot, owed, worded.card)

    def _pause(self, owed: Owed, outcome: Outcome) -> None:
        elapsed = self._clock.elapsed()
        if outcome.pause is not None:
            self._pacer.pause(owed.chat_id, elapsed + outcome.pause, elapsed)
        elif outcome.result is Result.NOT_SENT or (outcome.result is Result.UNKNOWN and not owed.is_first):
            wait = back_off(owed.attempts + 1, random.random())  # noqa: S311  # jitter, not a secret
            self._held.rows[owed.id] = elapsed + wait.total_seconds()

    async def _settle(self) -> None:
        """Write outcomes down, as many in one transaction as have gathered."""
        while True:
            await self._settling.wait()
            self._settling.clear()
            batch, self._outcomes = self._outcomes, []
            flown = [worded.owed.id for worded, _ in batch]
            await self._house.store.write(_write_down, batch, now=self._clock.now())
            for row in flown:
                self._flying.pop(row, None)
            self.wake()

    async def _rest(self) -> None:
        """Wait for a wake-up, or until the next thing may leave."""
        longest = await self._until_next()
        with suppress(TimeoutError):
            async with asyncio.timeout(longest):
                await self._wake.wait()

    async def _until_next(self) -> float:
        due = await self._house.store.read(outbox.next_due)
        if due is None:
            return LONGEST_REST
        elapsed = self._clock.elapsed()
        wait = (due - self._clock.now()).total_seconds()
        held = min([until - elapsed for until in self._held.rows.values()], default=LONGEST_REST)
        paced = self._pacer.next_change(elapsed) - elapsed
        return min(max(wait, min(held, paced) if wait <= 0 else 0.0, 0.005), LONGEST_REST)


def _recover(db: Db, *, now: datetime) -> None:
    for row, priority, repeated in outbox.interrupted(db):
        outbox.resolve_interrupted(db, row, after_unknown(priority, repeated=repeated), now=now)


def _write_down(db: Db, batch: list[tuple[Worded, Outcome]], *, now: datetime) -> None:
    outbox.settle(db, [_settled(worded, outcome) for worded, outcome in batch], now=now)
    for worded, outcome in batch:
        if outcome.moved_to is not None:
            outbox.move_chat(db, old=worded.owed.chat_id, new=outcome.moved_to)
        if outcome.result is Result.UNREACHABLE and worded.owed.person is not None:
            reach.lost(db, worded.owed.person, now=now)


def _settled(worded: Worded, outcome: Outcome) -> Settled:
    owed = worded.owed
    base = {"row": owed.id, "wanted": owed.wanted, "message_id": outcome.message_id, "error": outcome.error}
    standing = State.SENT if not owed.is_first else None
    match outcome.result:
        case Result.DONE:
            fresh_until = worded.card.fresh_until if worded.card else None
            return Settled(**base, state=State.SENT, shown=True, digest=worded.digest, fresh_until=fresh_until)
        case Result.NOT_SENT if owed.attempts + 1 < REDELIVERY_LIMIT or outcome.pause is not None:
            return _again(owed, standing or State.PENDING, base, outcome)
        case Result.UNKNOWN if standing:
            return _again(owed, State.SENT, base, outcome)
        case Result.UNKNOWN:
            state = after_unknown(owed.priority, repeated=owed.repeat)
            again = state is State.PENDING
            return Settled(**base, state=state, shown=False, retry=again, repeat=again)
        case Result.UNREACHABLE:
            return Settled(**base, state=standing or State.UNREACHABLE, shown=bool(standing))
        case Result.WITHDRAWN | Result.EXPIRED:
            return Settled(**base, state=State(outcome.result.value), shown=False)
    return Settled(**base, state=standing or State.FAILED, shown=bool(standing))


def _again(owed: Owed, state: State, base: dict[str, object], outcome: Outcome) -> Settled:
    attempts = owed.attempts if outcome.pause is not None else owed.attempts + 1
    return Settled(**base, state=state, shown=False, retry=True, attempts=attempts)


def _erased(owed: Owed, view: View, words: Words) -> Card | None:
    """What the reader may no longer see: nothing if it never left, a word in its place if it stands there and has text."""
    return None if owed.is_first or not view.has_text else Card(text=words.html("erased"))


def _marked(card: Card, words: Words) -> Card:
    if card.commands is not None or card.position is not None:
        return card
    return replace(card, text=join_lines(card.text, Html(f"<i>{words.html('possible-repeat')}</i>")))


def _digest(card: Card | None) -> str:
    """Tells two wordings apart, so that an edit that would change nothing needs no call."""
    if card is None:
        return "gone"
    shown = repr((card.text, card.buttons, card.photo if isinstance(card.photo, str) else None, card.commands))
    return hashlib.blake2b(shown.encode(), digest_size=12).hexdigest()
