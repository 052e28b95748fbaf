"""A bell that wakes everybody who waits for something to happen."""

import asyncio


class Bell:
    """Each ring wakes all who wait at that moment; who comes later waits for the next."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def ring(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def wait(self, seconds: float) -> bool:
        """True when it rang, False when `seconds` of real time went by."""
        if seconds <= 0:
            return False
        try:
            await asyncio.wait_for(self._next.wait(), seconds)
        except TimeoutError:
            return False
        return True
