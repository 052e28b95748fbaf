"""Taps that change a report after it was sent. What to go back to is known by the card that is tapped."""

from dataclasses import dataclass

from domain.changes import Field
from domain.reports import Screen
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class AskCorrection(Tap, code="ka"):
    """Turn the card to one of its questions, or to what can be corrected."""

    report: int
    question: Screen | None


@dataclass(frozen=True, slots=True)
class Correct(Tap, code="kc"):
    """Make a field say this from now on; without a value it says nothing."""

    report: int
    field: Field
    value: str | None


@dataclass(frozen=True, slots=True)
class RewriteText(Tap, code="kt"):
    report: int


@dataclass(frozen=True, slots=True)
class BackToReport(Tap, code="kb"):
    """Turn the card back to the report, as it stood there before."""

    report: int


@dataclass(frozen=True, slots=True)
class AskWithdrawal(Tap, code="kw"):
    report: int


@dataclass(frozen=True, slots=True)
class WithdrawReport(Tap, code="kx"):
    report: int


@dataclass(frozen=True, slots=True)
class ShowHistory(Tap, code="kh"):
    report: int
    part: int
