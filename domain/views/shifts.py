"""Views of a shift and of what one is to know before it."""

from dataclasses import dataclass
from typing import ClassVar

from domain.views.view import View


@dataclass(frozen=True, slots=True)
class Briefing(View):
    """Before the shift: what is worth knowing; and the shift itself, if it has begun."""

    about: ClassVar[str | None] = "shift"
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class NewShift(View):
    """Who takes a duty phone over; `former` is the shift that is open as it is asked, 0 without one."""

    about: ClassVar[str | None] = "person"
    person: int
    former: int


@dataclass(frozen=True, slots=True)
class FocusSites(View):
    """For which site tonight's focus is to be set."""


@dataclass(frozen=True, slots=True)
class FocusCard(View):
    """The focus of a site, from its text to when it is over."""

    about: ClassVar[str | None] = "focus"
    focus: int
