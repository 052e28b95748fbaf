"""Views of people, and of one's own way in and out."""

from dataclasses import dataclass
from typing import ClassVar

from domain.views.view import View


@dataclass(frozen=True, slots=True)
class Joining(View):
    """The steps from invite to acceptance: language, name, terms; then that one waits."""

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
class Probe(View):
    """Nothing: it finds out whether somebody can be reached, without a sound and without a trace in the chat."""

    has_text: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Farewell(View):
    """That one's membership has ended; the keyboard goes."""

    for_members: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class PhoneLeft(View):
    """That this phone is somebody's no longer; the keyboard goes."""

    for_members: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class People(View):
    page: int = 0


@dataclass(frozen=True, slots=True)
class PersonCard(View):
    """One person; `revoking` and `losing` ask whether the membership is to end, or the phone to be cut off."""

    about: ClassVar[str | None] = "person"
    person: int
    page: int = 0
    revoking: bool = False
    losing: bool = False


@dataclass(frozen=True, slots=True)
class PostsCard(View):
    """A person's roles and sites; with `site` the roles to choose from there, with `adding` the sites to add."""

    about: ClassVar[str | None] = "person"
    person: int
    site: str | None = None
    adding: bool = False


@dataclass(frozen=True, slots=True)
class PhoneClaim(View):
    """That somebody claims to have a person's new phone, for who can tell whether it is so."""

    about: ClassVar[str | None] = "invite"
    invite: int


@dataclass(frozen=True, slots=True)
class ReachNews(View):
    """Who cannot be reached any more and who can be again, for the strategist."""

    lost: tuple[int, ...] = ()
    back: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NoContact(View):
    """That an organisation has no contact any longer, for the strategist."""

    organisation: int
