"""Taps on a search among reports."""

from dataclasses import dataclass

from domain.searches import Filter
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class TurnSearch(Tap, code="qs"):
    page: int


@dataclass(frozen=True, slots=True)
class AskFilter(Tap, code="qa"):
    by: Filter


@dataclass(frozen=True, slots=True)
class ChooseFilter(Tap, code="qc"):
    """Narrow the search, or with no key widen it again."""

    by: Filter
    key: str | None


@dataclass(frozen=True, slots=True)
class ClearSearch(Tap, code="qr"):
    pass


@dataclass(frozen=True, slots=True)
class OpenFound(Tap, code="qo"):
    """Open what was found on a page."""

    report: int
    page: int
