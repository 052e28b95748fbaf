"""Views of people, of invites, and of one's own way in and out."""

from dataclasses import dataclass
from typing import ClassVar

from domain.views.view import View


@dataclass(frozen=True, slots=True)
class Joining(View):
    """The steps from invite to acceptance: language, name, terms."""

    about: ClassVar[str | None] = "person"
    for_members: ClassVar[bool] = False
    person: int


@dataclass(frozen=True, slots=True)
class Welcome(View):
    """What one can do, and the keyboard of one's role."""


@dataclass(frozen=True, slots=True)
class Menu(View):
    """The commands of one's role in one's language; Telegram shows them, no message is sent."""

    for_members: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Farewell(View):
    """That one's membership has ended; the keyboard goes."""

    for_members: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class People(View):
    page: int = 0


@dataclass(frozen=True, slots=True)
class PersonCard(View):
    about: ClassVar[str | None] = "person"
    person: int
    page: int = 0
    revoking: bool = False


@dataclass(frozen=True, slots=True)
class InviteCard(View):
    """An invite from the choice of role to the link; `page` is that of the organisations to choose from."""

    about: ClassVar[str | None] = "invite"
    invite: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class InvitePicture(View):
    """The invite's link as a QR picture."""

    about: ClassVar[str | None] = "invite"
    has_text: ClassVar[bool] = False
    invite: int
