"""Taps on reports as their readers have them. Where the way back leads, the tapped card knows itself."""

from dataclasses import dataclass

from domain.reports import CloseReason
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class OpenReport(Tap, code="io"):
    """Open a report; `page` is the inbox page to go back to."""

    report: int
    page: int | None


@dataclass(frozen=True, slots=True)
class OpenGroup(Tap, code="ig"):
    """Open the first unread report of the place and hour of this one."""

    report: int
    page: int


@dataclass(frozen=True, slots=True)
class ReadGroup(Tap, code="il"):
    """Read a part of that place and hour at once; `page` is the inbox page to go back to, unless the card has one."""

    report: int
    part: int
    page: int | None


@dataclass(frozen=True, slots=True)
class CloseGroup(Tap, code="ix"):
    """Close what the card shows, of which this report is the first."""

    report: int


@dataclass(frozen=True, slots=True)
class OpenNext(Tap, code="in"):
    """Go on from this report."""

    report: int


@dataclass(frozen=True, slots=True)
class ShowMore(Tap, code="im"):
    """Turn the card to what is rarely done, or back to the report."""

    report: int
    more: bool


@dataclass(frozen=True, slots=True)
class ShowAttachments(Tap, code="ia"):
    report: int


@dataclass(frozen=True, slots=True)
class AskNote(Tap, code="iw"):
    report: int


@dataclass(frozen=True, slots=True)
class AskReason(Tap, code="ir"):
    report: int


@dataclass(frozen=True, slots=True)
class CloseReport(Tap, code="ic"):
    report: int
    reason: CloseReason


@dataclass(frozen=True, slots=True)
class ReopenReport(Tap, code="iu"):
    report: int


@dataclass(frozen=True, slots=True)
class TurnInbox(Tap, code="ip"):
    page: int
