"""Only one long poll at a time: the newest wins."""

from sandbox.bell import Bell
from sandbox.refusals import conflict


class Polls:
    def __init__(self, arrived: Bell) -> None:
        self._arrived = arrived
        self._newest = 0
        self._ended_by = ""

    def begin(self) -> int:
        """The new poll's number; whoever waited is woken to find that it is over."""
        self._newest += 1
        self._ended_by = "other getUpdates request; make sure that only one bot instance is running"
        self._arrived.ring()
        return self._newest

    def end(self) -> None:
        self._newest += 1
        self._ended_by = "setWebhook request"
        self._arrived.ring()

    async def wait(self, seconds: float) -> None:
        await self._arrived.wait(seconds)

    def check(self, poll: int) -> None:
        """Raises the server's refusal in a poll that is not the newest."""
        if poll != self._newest:
            raise conflict(f"terminated by {self._ended_by}")
