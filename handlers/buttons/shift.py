"""Taps on the briefing: shifts, and tonight's focus."""

from dataclasses import dataclass

from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class ShowBriefing(Tap, code="sb"):
    """Back to the briefing, or on with the shift that is open."""


@dataclass(frozen=True, slots=True)
class StartShift(Tap, code="ss"):
    """Begin a shift; `former` is the one that was open when the button was drawn, 0 without one."""

    former: int


@dataclass(frozen=True, slots=True)
class EndShift(Tap, code="se"):
    shift: int


@dataclass(frozen=True, slots=True)
class ReportCalm(Tap, code="sc"):
    """Report a quiet shift."""


@dataclass(frozen=True, slots=True)
class AskFocusSite(Tap, code="fs"):
    """Set tonight's focus, at first for which site."""


@dataclass(frozen=True, slots=True)
class OpenFocus(Tap, code="fo"):
    """The focus of a site, to set or to change."""

    site: str


@dataclass(frozen=True, slots=True)
class RewriteFocus(Tap, code="fw"):
    focus: int


@dataclass(frozen=True, slots=True)
class RemoveFocus(Tap, code="fr"):
    focus: int
