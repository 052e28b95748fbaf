"""Views of deputies."""

from dataclasses import dataclass
from typing import ClassVar

from domain.deputies import Start
from domain.views.view import View


@dataclass(frozen=True, slots=True)
class DeputyCard(View):
    """Whom one has named; before that the questions: who, from when, for how long."""

    page: int = 0
    deputy: int | None = None
    start: Start | None = None


@dataclass(frozen=True, slots=True)
class DeputyNews(View):
    """That one stands in for somebody, or that what was lent has come back."""

    about: ClassVar[str | None] = "deputyship"
    deputyship: int
