"""Taps on whether reports are of one incident."""

from dataclasses import dataclass

from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class Corroborate(Tap, code="ys"):
    """Send the draft as a +1 for the incident that stands under its main report."""

    report: int
    main: int


@dataclass(frozen=True, slots=True)
class CallAnother(Tap, code="ya"):
    report: int


@dataclass(frozen=True, slots=True)
class ShowCorroborations(Tap, code="yl"):
    """A part of the list; `page` is the inbox page to go back to."""

    report: int
    page: int | None
    part: int


@dataclass(frozen=True, slots=True)
class AskMerge(Tap, code="ym"):
    report: int
    page: int | None


@dataclass(frozen=True, slots=True)
class MergeReport(Tap, code="yg"):
    report: int
    into: int
    page: int | None


@dataclass(frozen=True, slots=True)
class SplitReport(Tap, code="yd"):
    report: int
