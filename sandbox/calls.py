"""The Bot API calls received, for tests that count them."""

import time
from collections import deque
from dataclasses import asdict, dataclass

from sandbox.refusals import Json

KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Received:
    """`at` is real monotonic time; status 0 says that the connection was closed without an answer."""

    n: int
    at: float
    method: str
    chat_id: int | str | None
    status: int
    fault: str | None
    retry_after: int | None


class Calls:
    def __init__(self) -> None:
        self.count = 0
        self._recent: deque[Received] = deque(maxlen=KEPT)

    def record(
        self,
        method: str,
        chat_id: int | str | None,
        *,
        status: int,
        fault: str | None = None,
        retry_after: int | None = None,
    ) -> None:
        self.count += 1
        self._recent.append(Received(self.count, time.monotonic(), method, chat_id, status, fault, retry_after))

    def after(self, n: int) -> list[Json]:
        return [asdict(call) for call in self._recent if call.n > n]
