"""The things a municipality names for itself: what a report is about, where it happened, and what is done about it.

Every key is stable (it is stored and travels in buttons); the names around it may be reworded by a new import.
"""

from dataclasses import dataclass
from enum import StrEnum

from domain.reading_hours import ReadingHours
from domain.severity import Severity

NEIGHBOUR_KIND = "neighbour"


class Cue(StrEnum):
    """When "Ring 112 nu" is shown: `LIFE` means when somebody's life or health is in danger."""

    ALWAYS = "always"
    ONGOING = "ongoing"
    LIFE = "life"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Names:
    """A name in each language. Swedish always exists; a missing English one falls back to it."""

    sv: str
    en: str | None = None

    def name(self, language: str) -> str:
        return self.en if language == "en" and self.en else self.sv


@dataclass(frozen=True, slots=True)
class Named:
    """Anything with a key and names."""

    key: str
    names: Names

    def name(self, language: str) -> str:
        return self.names.name(language)


@dataclass(frozen=True, slots=True)
class Municipality:
    name: str
    reading_hours: ReadingHours


@dataclass(frozen=True, slots=True)
class SeverityName:
    level: Severity
    names: Names

    def name(self, language: str) -> str:
        return self.names.name(language)


@dataclass(frozen=True, slots=True)
class Category(Named):
    """What happened. `words` are what guards type for it, `severity` what is assumed until somebody says otherwise."""

    words: tuple[str, ...]
    severity: Severity
    cue: Cue


@dataclass(frozen=True, slots=True)
class Place(Named):
    """A spot within a site. Positions are WGS 84 degrees; without an address the site's own is read out to 112."""

    lat: float
    lon: float
    address: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site(Named):
    """An area that is reported on, or (kind `neighbour`) one outside the municipality that problems may move to."""

    kind: str
    address: str | None = None
    lat: float | None = None
    lon: float | None = None
    aliases: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def is_neighbour(self) -> bool:
        return self.kind == NEIGHBOUR_KIND

    def place(self, key: str) -> Place:
        """Raises KeyError when the site has no such place."""
        for place in self.places:
            if place.key == key:
                return place
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class MeasureType(Named):
    """A kind of measure, such as barriers or lighting."""


@dataclass(frozen=True, slots=True)
class TargetGroup(Named):
    """Whom a measure is aimed at: always a group, never a person."""


@dataclass(frozen=True, slots=True)
class Commitment(Named):
    """One promise of the citizen promise (medborgarlöfte)."""
