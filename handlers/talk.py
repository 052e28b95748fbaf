"""What a handler has in its hands: the update's origin, and a way to act on it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from domain.people import Language
from domain.rota import ESCALATE_AFTER
from services import acts
from services.acts import Origin
from storage.store import Store

T = TypeVar("T")


class Clock(Protocol):
    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What all conversations share."""

    store: Store
    clock: Clock
    zone: ZoneInfo
    language: Language
    escalate_after: timedelta = ESCALATE_AFTER
    failures: dict[int, BaseException] = field(default_factory=dict)
    """By update: what a handler raised, handed to intake, which decides whether to try again."""


@dataclass(slots=True)
class Talk:
    """One update being handled. `acted` is set once its unit has committed: there is one unit an update."""

    house: House
    origin: Origin
    language: Language
    """What Telegram says the phone speaks; for people we do not know yet."""
    telegram_name: str = ""
    spoken: Language = field(init=False)
    """What the person chose, once they have acted; until then what the phone speaks."""
    acted: bool = False
    toast: tuple[str, dict[str, Any]] | None = None

    def __post_init__(self) -> None:
        self.spoken = self.language

    async def act(self, deed: Callable[..., T], **details: Any) -> T:
        """Carry out a deed of `services` for this person and mark the update as handled, in one transaction.

        The deed is called as `deed(db, person, now=…, **details)`. Raises what it raises, and Stranger.
        """
        return await self._once(acts.perform, deed, details=details)

    async def act_as_stranger(self, deed: Callable[..., T], **details: Any) -> T:
        """The same for a deed that needs no membership: `deed(db, origin, now=…, **details)`."""
        return await self._once(acts.perform_as_stranger, deed, details=details)

    async def _once(
        self, unit: Callable[..., tuple[T, Language | None]], deed: Callable[..., T], *, details: dict[str, Any]
    ) -> T:
        if self.acted:
            raise RuntimeError("one unit an update: this one has acted already")
        now = self.house.clock.now()
        result, chosen = await self.house.store.write(unit, self.origin, deed, now=now, details=details)
        self.acted, self.spoken = True, chosen or self.language
        return result

    async def finish(self) -> None:
        """Mark as handled what needed no act."""
        if not self.acted:
            await self.house.store.write(acts.finish, self.origin, now=self.house.clock.now())
            self.acted = True

    def answer(self, text_id: str, **details: Any) -> None:
        """Say this in the answer to the tap."""
        self.toast = (text_id, details)
