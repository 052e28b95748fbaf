"""Views of the strategist's triage: the inbox, a group that is read at once, a release in the making, a search."""

from dataclasses import dataclass
from typing import ClassVar

from domain.views.view import View, every


@dataclass(frozen=True, slots=True)
class Inbox(View):
    """The open reports by place and hour, after the one that was `closed` last; `finished` when nothing was unread."""

    page: int = 0
    closed: int | None = None
    finished: bool = False


@dataclass(frozen=True, slots=True)
class ReportGroup(View):
    """The `reports` of a place and hour that were shown at once, the `part`-th of them; no others are closed from it.

    `page` is the inbox page to go back to.
    """

    reports: tuple[int, ...]
    part: int = 0
    page: int = 0

    @property
    def subject(self) -> str:
        return every("report")


@dataclass(frozen=True, slots=True)
class ReleaseCard(View):
    """Whom a report's text is to be released to, as it was written or as `wording` has it.

    `among` and `key` are what was chosen; `part` is the page of what can be.
    """

    about: ClassVar[str | None] = "report"
    report: int
    page: int | None = None
    wording: int | None = None
    among: str | None = None
    key: str | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Search(View):
    """What the reader's search finds, or the `question` that narrows it."""

    page: int = 0
    question: str | None = None
