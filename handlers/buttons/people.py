"""Taps on the cards of people. `page` is the page of people to go back to."""

from dataclasses import dataclass

from domain.people import Role
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class TurnPeople(Tap, code="up"):
    page: int


@dataclass(frozen=True, slots=True)
class OpenPerson(Tap, code="uo"):
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
class Approve(Tap, code="uy"):
    """Let in somebody who waits."""

    person: int
    page: int


@dataclass(frozen=True, slots=True)
class Deny(Tap, code="un"):
    """Turn away somebody who waits."""

    person: int
    page: int


@dataclass(frozen=True, slots=True)
class ShowPosts(Tap, code="us"):
    """Show at which sites somebody has which role."""

    person: int


@dataclass(frozen=True, slots=True)
class AddPost(Tap, code="ut"):
    """Ask for the site to add."""

    person: int


@dataclass(frozen=True, slots=True)
class ChoosePost(Tap, code="uc"):
    """Ask for the role at a site."""

    person: int
    site: str


@dataclass(frozen=True, slots=True)
class GivePost(Tap, code="ug"):
    person: int
    site: str
    role: Role


@dataclass(frozen=True, slots=True)
class TakePost(Tap, code="ux"):
    """Take the site away from somebody."""

    person: int
    site: str
