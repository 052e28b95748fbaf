"""What somebody may do at a report by what they are to it, generated from the tables of domain/rights.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import count, product

from domain.changes import Field
from domain.people import EVERY_SITE, Role
from domain.reports import CloseReason
from domain.rights import AT_SITE, GUARDED, KNOW, MAY, Act, Secrecy, Standing
from handlers.buttons.correction import AskCorrection, AskWithdrawal, Correct, ShowHistory, WithdrawReport
from handlers.buttons.duplicate import AskMerge, MergeReport
from handlers.buttons.inbox import AskNote, AskReason, CloseReport, OpenReport, ShowAttachments
from handlers.buttons.release import ApproveReport, AskRelease, ReadText, ShareText
from handlers.callback_data import Tap
from tests.stage import AWAY, HOME

OURS, THEIRS, SILENT = "Trygg Bevakning", "Grannens Bevakning", "Fältenheten"
"""The organisation that reports, another, and one that reports without texts."""
_NUMBERS = count(3000)


@dataclass(frozen=True, slots=True)
class Somebody:
    """Everything that decides what somebody is to the reports, which are all from HOME."""

    role: Role
    organisation: str
    site: str
    is_police: bool = False
    id: int = field(default_factory=_NUMBERS.__next__)

    @property
    def name(self) -> str:
        return f"{'police ' if self.is_police else ''}{self.role} of {self.organisation} at {self.site}"

    @property
    def is_here(self) -> bool:
        return self.site in (HOME, EVERY_SITE)


LOCAL = (Role.GUARD, Role.CENTRE_MANAGER, Role.PROPERTY_OWNER, Role.BUSINESS, Role.PARTNER)
EVERYBODY = (
    *(Somebody(*each) for each in product(LOCAL, (OURS, THEIRS), (HOME, AWAY))),
    *(Somebody(role, whose, EVERY_SITE) for role in (Role.STRATEGIST, Role.AUDITOR) for whose in (OURS, THEIRS)),
    *(Somebody(Role.PARTNER, THEIRS, site, is_police=True) for site in (HOME, AWAY)),
)
AUTHOR = Somebody(Role.GUARD, OURS, HOME)
SILENT_AUTHOR = Somebody(Role.PARTNER, SILENT, HOME)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report."""

    category: str = "theft"
    is_silent: bool = False
    is_withdrawn: bool = False
    is_merged: bool = False
    is_approved: bool = False
    released_to: Role | None = None

    @property
    def secrecy(self) -> Secrecy:
        return Secrecy.OPEN if self.is_approved else GUARDED.get(self.category, Secrecy.OPEN)


KINDS: Mapping[str, Kind] = {
    "ordinary": Kind(),
    "drugs": Kind("drugs"),
    "approved drugs": Kind("drugs", is_approved=True),
    "drugs, released to guards": Kind("drugs", released_to=Role.GUARD),
    "heads-up": Kind("forewarning"),
    "without texts": Kind(is_silent=True),
    "withdrawn": Kind(is_withdrawn=True),
    "merged": Kind(is_merged=True),
}


class Right(Enum):
    """What a tap at a report takes."""

    KNOW = auto()
    READ = auto()
    READ_RELEASED = auto()
    CHANGE = auto()
    TRIAGE = auto()
    RELEASE = auto()


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody and a report."""

    who: Somebody
    kind: Kind
    is_own: bool

    def has(self, right: Right) -> bool:
        """Everything takes knowing of it."""
        if self.standings.isdisjoint(KNOW[self.kind.secrecy]):
            return False
        return {
            Right.KNOW: True,
            Right.READ: self.may_read,
            Right.READ_RELEASED: Standing.RELEASED in self.standings,
            Right.CHANGE: self.may_triage or (self.is_own and self.who.is_here and self.who.role in MAY[Act.REPORT]),
            Right.TRIAGE: self.may_triage,
            Right.RELEASE: self.may_triage and self.may_read,
        }[right]

    @property
    def standings(self) -> frozenset[Standing]:
        who = self.who
        released = self.kind.released_to is who.role and who.is_here
        held = {
            Standing.AUTHOR: self.is_own,
            Standing.STRATEGIST: who.role is Role.STRATEGIST,
            Standing.POLICE: who.is_police and who.is_here,
            Standing.AT_SITE: who.role in AT_SITE and who.is_here,
            Standing.RELEASED: released,
        }
        return frozenset(standing for standing, holds in held.items() if holds)

    @property
    def may_read(self) -> bool:
        reads = self.who.role is Role.STRATEGIST or self.who.is_police
        return self.is_own or (reads and not self.kind.is_silent)

    @property
    def may_triage(self) -> bool:
        return self.who.role in MAY[Act.TRIAGE]


def opening(report: int) -> dict[Tap, Right]:
    """Taps that show what there is, and at last the report itself."""
    return {
        ReadText(report): Right.READ_RELEASED,
        ShowHistory(report, 0): Right.READ,
        ShowAttachments(report): Right.READ,
        OpenReport(report, None): Right.KNOW,
    }


def asking(report: int) -> dict[Tap, Right]:
    """Taps that turn the card to a question: what is decided by them takes the same right."""
    return {
        AskNote(report): Right.TRIAGE,
        AskReason(report): Right.TRIAGE,
        AskMerge(report, None): Right.TRIAGE,
        AskRelease(report): Right.RELEASE,
        AskCorrection(report, None): Right.CHANGE,
        AskWithdrawal(report): Right.CHANGE,
    }


def deciding(report: int, other: int) -> dict[Tap, Right]:
    return {
        CloseReport(report, CloseReason.HANDLED): Right.TRIAGE,
        MergeReport(report, other, None): Right.TRIAGE,
        ApproveReport(report, approved=True): Right.TRIAGE,
        ShareText(report, None): Right.RELEASE,
        Correct(report, Field.SEVERITY, "4"): Right.CHANGE,
        WithdrawReport(report): Right.CHANGE,
    }
