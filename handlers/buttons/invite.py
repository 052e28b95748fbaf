"""Taps on invites, and on those who wait to be let in by one."""

from dataclasses import dataclass

from domain.people import Role
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class AskForWhom(Tap, code="vw"):
    """Invite somebody: ask whom, or then how many."""

    how_many: bool


@dataclass(frozen=True, slots=True)
class BeginInvite(Tap, code="vb"):
    seats: int
    duty_phone: bool


@dataclass(frozen=True, slots=True)
class ChooseInviteRole(Tap, code="vr"):
    invite: int
    role: Role


@dataclass(frozen=True, slots=True)
class ChooseInviteSite(Tap, code="vs"):
    invite: int
    site: str


@dataclass(frozen=True, slots=True)
class ChooseInviteOrganisation(Tap, code="vo"):
    invite: int
    organisation: int


@dataclass(frozen=True, slots=True)
class TurnOrganisations(Tap, code="vp"):
    invite: int
    page: int


@dataclass(frozen=True, slots=True)
class NameOrganisation(Tap, code="vn"):
    """The organisation is a new one, whose name comes as the next text."""

    invite: int


@dataclass(frozen=True, slots=True)
class StepBackInInvite(Tap, code="vz"):
    invite: int


@dataclass(frozen=True, slots=True)
class ShowInvitePicture(Tap, code="vq"):
    invite: int


@dataclass(frozen=True, slots=True)
class CancelInvite(Tap, code="vc"):
    invite: int


@dataclass(frozen=True, slots=True)
class OpenInvite(Tap, code="vi"):
    """Back from those who wait to the invite."""

    invite: int


@dataclass(frozen=True, slots=True)
class ShowWaiting(Tap, code="va"):
    """Show who waits, those who come after a place."""

    invite: int
    after: int


@dataclass(frozen=True, slots=True)
class ApproveListed(Tap, code="vy"):
    """Let in one of the list, which is then shown again after the same place."""

    invite: int
    after: int
    person: int


@dataclass(frozen=True, slots=True)
class DenyListed(Tap, code="vd"):
    invite: int
    after: int
    person: int


@dataclass(frozen=True, slots=True)
class ApproveAll(Tap, code="vl"):
    """Let in all who were shown; `last` is the place of the last of them."""

    invite: int
    after: int
    last: int
