"""Where an update goes once it happened: in line for the bot, twice or out of order when a fault wants it so."""

import asyncio
from dataclasses import dataclass, replace

from sandbox.faults import Fault, Faults
from sandbox.refusals import Json
from sandbox.updates import Update, Updates
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
        held = self._held.pop(person, None)
        if held is None and self._faults.of_update(Fault.SWAP_UPDATES, person):
            self._hold(update)
        elif held is None:
            self._number(update)
        elif held.queue == queue:
            self._number(held)
            self._number(update)
        else:
            self._swap(held, update)

    def _hold(self, update: Held) -> None:
        self._held[update.person] = update
        asyncio.get_running_loop().call_later(LONGEST_SWAP, self._release, update)

    def _release(self, update: Held) -> None:
        if self._held.get(update.person) is update:
            del self._held[update.person]
            self._number(update)

    def _swap(self, earlier: Held, later: Held) -> None:
        """A poll never sees numbers out of order; a webhook does, and gets both by one queue to be sure of it."""
        if not self._webhook.url:
            self._number(later)
            self._number(earlier)
            return
        queue = min(earlier.queue, later.queue)
        first, second = (self._add(replace(update, queue=queue)) for update in (earlier, later))
        self._deliver(second)
        self._deliver(first)

    def _number(self, update: Held) -> None:
        self._deliver(self._add(update))

    def _add(self, update: Held) -> Update | None:
        repeats = 1 if self._faults.of_update(Fault.DUPLICATE_UPDATE, update.person) else 0
        return self._updates.add(update.kind, update.body, queue=update.queue, repeats=repeats)

    def _deliver(self, update: Update | None) -> None:
        if update and self._webhook.url:
            self._webhook.deliver(update)
