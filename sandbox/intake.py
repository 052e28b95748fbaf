"""Where an update goes once it happened: in line for the bot, twice or out of order when a fault wants it so."""

import asyncio
from dataclasses import dataclass

from sandbox.faults import Fault, Faults
from sandbox.refusals import Json
from sandbox.updates import Updates
from sandbox.webhook import Webhook

LONGEST_SWAP = 2.0
"""Real seconds that the first of a pair waits for the one to overtake it."""


@dataclass(frozen=True, slots=True)
class Held:
    kind: str
    body: Json
    person: int
    queue: str


class Intake:
    """Messages queue by chat but taps by user, so one may overtake the other."""

    def __init__(self, updates: Updates, webhook: Webhook, faults: Faults) -> None:
        self._updates = updates
        self._webhook = webhook
        self._faults = faults
        self._held: dict[int, Held] = {}

    def add(self, kind: str, body: Json, *, person: int, chat: int) -> None:
        queue = f"user {person}" if kind == "callback_query" else f"chat {chat}"
        update = Held(kind, body, person, queue)
        if person in self._held and self._held[person].kind != kind:
            self._swap(update)
        elif person not in self._held and self._faults.of_update(Fault.SWAP_UPDATES, person):
            self._hold(update)
        else:
            self._number(update)

    def _hold(self, update: Held) -> None:
        self._held[update.person] = update
        asyncio.get_running_loop().call_later(LONGEST_SWAP, self._release, update)

    def _release(self, update: Held) -> None:
        if self._held.get(update.person) is update:
            del self._held[update.person]
            self._number(update)

    def _swap(self, later: Held) -> None:
        """A webhook gets the later update first, each with its own number; a poll never sees numbers out of order."""
        earlier = self._held.pop(later.person)
        if self._webhook.url:
            self._webhook.hold()
            self._number(earlier)
            self._number(later)
            self._webhook.release(reverse=True)
        else:
            self._number(later)
            self._number(earlier)

    def _number(self, update: Held) -> None:
        repeats = 1 if self._faults.of_update(Fault.DUPLICATE_UPDATE, update.person) else 0
        numbered = self._updates.add(update.kind, update.body, queue=update.queue, repeats=repeats)
        if numbered and self._webhook.url:
            self._webhook.deliver(numbered)
