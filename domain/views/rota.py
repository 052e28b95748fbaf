"""Views of the rota: who is called for what is serious."""

from dataclasses import dataclass
from typing import ClassVar

from domain.views.view import View


@dataclass(frozen=True, slots=True)
class Rotas(View):
    """The sites, each with who is called tonight."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class Rota(View):
    """The week of one site, and the nights that differ from it."""

    site: str


@dataclass(frozen=True, slots=True)
class RotaNights(View):
    """The nights to come, to choose one that is to differ."""

    site: str


@dataclass(frozen=True, slots=True)
class RotaSlot(View):
    """One weekday or night, and who could be called; `slot` is read by `domain.rota`."""

    site: str
    slot: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class RotaNews(View):
    """That one was put on the rota, or does not stand there any more."""

    about: ClassVar[str | None] = "slot"
    site: str
    slot: int
