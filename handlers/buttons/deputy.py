"""Taps on naming a deputy."""

from dataclasses import dataclass

from domain.deputies import Start
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class ShowDeputy(Tap, code="ds"):
    """Show whom one has named, or a page of the colleagues to choose from."""

    page: int


@dataclass(frozen=True, slots=True)
class ChooseDeputy(Tap, code="dc"):
    """Choose who is to stand in, and from when once that is said."""

    deputy: int
    start: Start | None


@dataclass(frozen=True, slots=True)
class NameDeputy(Tap, code="dn"):
    deputy: int
    start: Start
    days: int


@dataclass(frozen=True, slots=True)
class EndDeputyship(Tap, code="de"):
    deputyship: int
