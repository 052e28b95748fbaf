"""Taps on opening a report to others: its text, and what is guarded."""

from dataclasses import dataclass

from domain.releases import Among
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class ShareText(Tap, code="xs"):
    """Release the text as it was written to everybody at the site; `seen` is the mark of the text that was shown."""

    report: int
    seen: int | None


@dataclass(frozen=True, slots=True)
class AskRelease(Tap, code="xa"):
    report: int


@dataclass(frozen=True, slots=True)
class ChooseReaders(Tap, code="xc"):
    """Choose whom it is for; without a key, show a part of those whom one can choose among."""

    report: int
    among: Among
    key: str | None
    part: int


@dataclass(frozen=True, slots=True)
class ReleaseText(Tap, code="xr"):
    report: int
    among: Among
    key: str | None
    seen: int | None


@dataclass(frozen=True, slots=True)
class AskRewording(Tap, code="xw"):
    report: int


@dataclass(frozen=True, slots=True)
class EndRelease(Tap, code="xe"):
    report: int


@dataclass(frozen=True, slots=True)
class ReadText(Tap, code="xt"):
    """Read what was released to oneself."""

    report: int


@dataclass(frozen=True, slots=True)
class ApproveReport(Tap, code="xo"):
    """Open what is guarded to the site, or guard it again."""

    report: int
    approved: bool
