"""Views of invites, for who makes them."""

from dataclasses import dataclass
from typing import ClassVar

from domain.views.view import View


@dataclass(frozen=True, slots=True)
class Inviting(View):
    """The first question: whom to invite, or then how many."""

    how_many: bool = False


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


@dataclass(frozen=True, slots=True)
class WaitingPeople(View):
    """Who said yes to an invite for many and waits to be let in: a page of those that come after a place."""

    about: ClassVar[str | None] = "invite"
    invite: int
    after: int = 0
