"""Taps on the rota. `slot` is a weekday or one night, as `domain.rota` reads it."""

from dataclasses import dataclass

from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class ShowRotas(Tap, code="jl"):
    page: int


@dataclass(frozen=True, slots=True)
class ShowRota(Tap, code="jw"):
    site: str


@dataclass(frozen=True, slots=True)
class ShowRotaNights(Tap, code="jn"):
    site: str


@dataclass(frozen=True, slots=True)
class ShowRotaSlot(Tap, code="js"):
    site: str
    slot: int
    page: int


@dataclass(frozen=True, slots=True)
class AddToRota(Tap, code="ja"):
    site: str
    slot: int
    person: int


@dataclass(frozen=True, slots=True)
class ClearRota(Tap, code="jc"):
    """Take everybody off a weekday, or give a night back to the week."""

    site: str
    slot: int
