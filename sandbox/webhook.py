"""Delivery by webhook: one in flight per queue, sent again until the bot says 2xx."""

import asyncio
import time
from collections import deque

import aiohttp

from sandbox.refusals import Json
from sandbox.store import Store
from sandbox.updates import Update, Updates

ANSWER_SECONDS = 60
LONGEST_PAUSE = 120
MOST_CONNECTIONS = 40
SUCCESS = 2
"""The first digit of every status that tells the update has arrived."""


class Webhook:
    """Resends follow real time: at once, then after 2, 4, 8 … 120 s."""

    def __init__(self, store: Store, updates: Updates) -> None:
        state = store.one("state", "webhook") or {}
        self.url: str = state.get("url", "")
        self.secret: str = state.get("secret", "")
        self.most: int = state.get("most", MOST_CONNECTIONS)
        updates.allowed = state.get("allowed", [])
        self.last_error: tuple[int, str] | None = None
        self._store = store
        self._updates = updates
        self._queues: dict[str, deque[Update]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._connections = asyncio.Semaphore(self.most)

    def set(self, url: str, *, secret: str, most: int) -> None:
        """An empty `url` goes back to getUpdates."""
        self._stop_workers()
        self.url, self.secret, self.most = url, secret, most
        self.last_error = None
        self._connections = asyncio.Semaphore(most)
        self.save()
        self.start()

    def save(self) -> None:
        self._store.put("state", "webhook", self._written)

    def start(self) -> None:
        """Begins with all that is pending."""
        for update in list(self._updates.pending.values()) if self.url else ():
            self.deliver(update)

    async def stop(self) -> None:
        self._stop_workers()
        if self._session:
            await self._session.close()

    def deliver(self, update: Update) -> None:
        busy = update.queue in self._queues
        self._queues.setdefault(update.queue, deque()).append(update)
        if not busy:
            worker = asyncio.get_running_loop().create_task(self._work(update.queue))
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)

    async def _work(self, queue: str) -> None:
        waiting = self._queues[queue]
        while waiting:
            update = waiting[0]
            await self._insist(update)
            if update.repeats:
                update.repeats -= 1
                await self._insist(update)
            waiting.popleft()
            self._updates.done(update.id)
        del self._queues[queue]

    async def _insist(self, update: Update) -> None:
        """Until the bot has it, or it is too old."""
        pause = 0
        while not update.expired(self._updates.now()) and not await self._post(update):
            await asyncio.sleep(pause)
            pause = min(max(2, pause * 2), LONGEST_PAUSE)

    async def _post(self, update: Update) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        try:
            request = self._client().post(self.url, data=update.raw, headers=headers, allow_redirects=False)
            async with self._connections, request as answer:
                await answer.read()
                if answer.status // 100 == SUCCESS:
                    return True
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except TimeoutError:
            self._failed("Read timeout expired")
        except aiohttp.ClientError as lost:
            self._failed(f"Connection failed: {lost}")
        return False

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS))
        return self._session

    def _failed(self, words: str) -> None:
        self.last_error = (int(time.time()), words)

    def _stop_workers(self) -> None:
        for worker in self._workers:
            worker.cancel()
        self._queues = {}

    def _written(self) -> Json:
        return {"url": self.url, "secret": self.secret, "most": self.most, "allowed": self._updates.allowed}
