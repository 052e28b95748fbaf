"""Views of organisations, and of what their people may read."""

from dataclasses import dataclass
from typing import ClassVar

from domain.organisations import Asking
from domain.views.view import View


@dataclass(frozen=True, slots=True)
class Organisations(View):
    page: int = 0


@dataclass(frozen=True, slots=True)
class OrganisationCard(View):
    """Its agreement, contacts, people and shifts; `asking` when it has a question first."""

    about: ClassVar[str | None] = "organisation"
    organisation: int
    asking: Asking | None = None


@dataclass(frozen=True, slots=True)
class ContactChoice(View):
    """The members to choose contacts among."""

    about: ClassVar[str | None] = "organisation"
    organisation: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ContactNews(View):
    """Whether one is the organisation's contact."""

    about: ClassVar[str | None] = "organisation"
    organisation: int


@dataclass(frozen=True, slots=True)
class ExpectedShifts(View):
    """The sites to choose from, or the weekdays at one of them."""

    about: ClassVar[str | None] = "organisation"
    organisation: int
    site: str | None = None


@dataclass(frozen=True, slots=True)
class NamedPeople(View):
    """People without Telegram; `removing` is the one whom it asks about."""

    about: ClassVar[str | None] = "organisation"
    organisation: int
    page: int = 0
    removing: int | None = None


@dataclass(frozen=True, slots=True)
class TextRights(View):
    """Whose texts and photos somebody may read; `page` is that of the organisations."""

    about: ClassVar[str | None] = "person"
    person: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TextRightsNews(View):
    """Whose texts and photos one may read oneself."""
