"""Taps on the cards of organisations, and on what somebody may read."""

from dataclasses import dataclass
from datetime import date

from domain.organisations import Asking
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class ShowOrganisations(Tap, code="op"):
    page: int


@dataclass(frozen=True, slots=True)
class OpenOrganisation(Tap, code="oo"):
    """Open an organisation's card, which asks no question any longer."""

    organisation: int


@dataclass(frozen=True, slots=True)
class AskOrganisation(Tap, code="oq"):
    """Have the card ask whether something is really to be done."""

    organisation: int
    asking: Asking


@dataclass(frozen=True, slots=True)
class AskAgreement(Tap, code="oa"):
    """Ask one of the questions of the agreement."""

    organisation: int
    asking: Asking


@dataclass(frozen=True, slots=True)
class UsualPurpose(Tap, code="ou"):
    organisation: int


@dataclass(frozen=True, slots=True)
class ChooseAgreedArea(Tap, code="or"):
    organisation: int
    site: str


@dataclass(frozen=True, slots=True)
class AgreeOn(Tap, code="od"):
    """It was signed on that day."""

    organisation: int
    day: date


@dataclass(frozen=True, slots=True)
class EndAgreement(Tap, code="oe"):
    organisation: int


@dataclass(frozen=True, slots=True)
class ReportStructuredOnly(Tap, code="os"):
    organisation: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class ShowContacts(Tap, code="ok"):
    """Show the members to choose contacts among."""

    organisation: int
    page: int


@dataclass(frozen=True, slots=True)
class AppointContact(Tap, code="oc"):
    person: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class ShowShifts(Tap, code="ox"):
    """Show the sites, or the shifts expected at one."""

    organisation: int
    site: str | None


@dataclass(frozen=True, slots=True)
class ExpectShifts(Tap, code="ow"):
    """Expect so many on a weekday; Monday is 0."""

    organisation: int
    site: str
    weekday: int
    shifts: int


@dataclass(frozen=True, slots=True)
class ExpectAsOnMonday(Tap, code="oj"):
    """Expect as many every day as on Mondays."""

    organisation: int
    site: str


@dataclass(frozen=True, slots=True)
class ShowNamed(Tap, code="on"):
    """Show a page of the people without Telegram."""

    organisation: int
    page: int


@dataclass(frozen=True, slots=True)
class NamePerson(Tap, code="om"):
    """Add somebody without Telegram, whose name comes as the next text."""

    organisation: int


@dataclass(frozen=True, slots=True)
class AskRemoveNamed(Tap, code="oz"):
    organisation: int
    person: int
    page: int


@dataclass(frozen=True, slots=True)
class RemoveNamed(Tap, code="oy"):
    person: int


@dataclass(frozen=True, slots=True)
class ShowTextRights(Tap, code="ot"):
    """Show whose texts somebody may read; `page` is that of the organisations."""

    person: int
    page: int


@dataclass(frozen=True, slots=True)
class LetRead(Tap, code="ol"):
    """Let somebody read an organisation's texts, or no longer; 0 stands for all organisations."""

    person: int
    organisation: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class NamePolice(Tap, code="of"):
    """Make somebody a police contact, or end that."""

    person: int
    wanted: bool
