"""Which handler takes what: taps by their type, commands by their name, messages by what they hold."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from handlers.callback_data import Tap
from handlers.talk import Talk

K = TypeVar("K", bound=Tap)
TapHandler = Callable[[Talk, K], Awaitable[None]]

TAP_HANDLERS: dict[type[Tap], TapHandler[Tap]] = {}
"""Every tap that a button of ours can carry, and who takes it."""


def tapped(kind: type[K]) -> Callable[[TapHandler[K]], TapHandler[K]]:
    """Register the handler of a type of tap."""

    def register(handler: TapHandler[K]) -> TapHandler[K]:
        TAP_HANDLERS[kind] = handler  # type: ignore[assignment]  # looked up by the tap's own type
        return handler

    return register
