"""Taps on the cards of people and of invites."""

from dataclasses import dataclass

from domain.people import Role
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class TurnPeople(Tap, code="up"):
    page: int


@dataclass(frozen=True, slots=True)
class OpenPerson(Tap, code="uo"):
    """Open somebody's card; `page` is the page of people to go back to."""

    person: int
    page: int


@dataclass(frozen=True, slots=True)
class AskRevoke(Tap, code="ua"):
    """Ask whether the membership is really to end."""

    person: int
    page: int


@dataclass(frozen=True, slots=True)
class Revoke(Tap, code="ur"):
    person: int
    page: int


@dataclass(frozen=True, slots=True)
class BeginInvite(Tap, code="vb"):
    pass


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
