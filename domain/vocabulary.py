"""All that a municipality named for itself, and how it is read from a file in the form of `vocabulary.toml`."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Final, TypeVar

from domain.import_faults import Fault, Faults, ImportFault, Reason
from domain.import_table import ADDRESS_LIMIT, NAME_LIMIT, TITLE_LIMIT, Table
from domain.reading_hours import ReadingHours
from domain.severity import Severity
from domain.terms import (
    Category,
    Commitment,
    Cue,
    MeasureType,
    Municipality,
    Named,
    Names,
    Place,
    SeverityName,
    Site,
    TargetGroup,
)

__all__ = [
    "Category",
    "Commitment",
    "Cue",
    "Fault",
    "ImportFault",
    "MeasureType",
    "Municipality",
    "Names",
    "Place",
    "Reason",
    "SeverityName",
    "Site",
    "TargetGroup",
    "Vocabulary",
    "parse",
]

NEAREST_LIMIT_METRES: Final = 1_000
"""A position farther than this from every place belongs to none of them: phones err by tens of metres."""

USUAL_LIMIT: Final = 8
"""The first screen of a report has two columns of four buttons."""

CHOICE_LIMIT: Final = 90
"""Telegram takes 100 buttons on a message, and some of them lead away from the choice."""

_EARTH_RADIUS_METRES: Final = 6_371_000

_Named = TypeVar("_Named", bound=Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything by its key, in the order of the file. A lookup of a key that is not there raises KeyError."""

    municipality: Municipality | None = None
    categories: Mapping[str, Category] = field(default_factory=dict)
    severities: Mapping[Severity, SeverityName] = field(default_factory=dict)
    sites: Mapping[str, Site] = field(default_factory=dict)
    measure_types: Mapping[str, MeasureType] = field(default_factory=dict)
    target_groups: Mapping[str, TargetGroup] = field(default_factory=dict)
    commitments: Mapping[str, Commitment] = field(default_factory=dict)

    @property
    def own_sites(self) -> list[Site]:
        """The municipality's own, in the order of the file; neighbours are only looked at."""
        return [site for site in self.sites.values() if not site.is_neighbour]

    def category(self, key: str) -> Category:
        return self.categories[key]

    def site(self, key: str) -> Site:
        return self.sites[key]

    def place(self, site: str, key: str) -> Place:
        return self.sites[site].place(key)

    def nearest_place(self, lat: float, lon: float, *, site: str | None = None) -> tuple[Site, Place] | None:
        """The place nearest to a position, at one site or at any; None when all are beyond NEAREST_LIMIT_METRES."""
        sites = self.sites.values() if site is None else [self.sites[site]]
        places = [(at, place) for at in sites for place in at.places]
        near = min(places, key=lambda found: _metres(lat, lon, found[1]), default=None)
        return near if near and _metres(lat, lon, near[1]) <= NEAREST_LIMIT_METRES else None


def parse(data: Mapping[str, object], *, file: str, existing: Vocabulary | None = None) -> Vocabulary:
    """Read the tables of a file called `file`; a section may be left out.

    References to sites and categories may point into the file or into what exists. Raises ImportFault with every fault.
    """
    faults = Faults(file)
    root = Table("", data, faults=faults)
    known = existing or Vocabulary()
    categories, sites = _entries(root, "category"), _entries(root, "site")
    category_keys = {*known.categories, *(entry.key for entry in categories)}
    site_keys = {*known.sites, *(entry.key for entry in sites)}
    for section, keys in (("category", category_keys), ("site", site_keys)):
        if len(keys) > CHOICE_LIMIT:
            faults.add(section, Reason.TOO_MANY, limit=CHOICE_LIMIT)
    vocabulary = Vocabulary(
        municipality=_municipality(root),
        categories=_by_key(_category(entry) for entry in categories),
        severities=_severities(root),
        sites=_by_key(_site(entry, category_keys=category_keys, site_keys=site_keys) for entry in sites),
        measure_types=_by_key(_plain(MeasureType, entry) for entry in _entries(root, "measure_type")),
        target_groups=_by_key(_plain(TargetGroup, entry) for entry in _entries(root, "target_group")),
        commitments=_by_key(_plain(Commitment, entry) for entry in _commitments(root)),
    )
    root.close()
    faults.raise_if_any()
    return vocabulary


@dataclass(frozen=True, slots=True)
class _Entry:
    """A table whose key and names are read already: all keys of a section are known before a reference is judged."""

    key: str
    names: Names
    table: Table


def _entries(
    parent: Table, section: str, *, capitals: bool = False, by_key: bool = True, limit: int = NAME_LIMIT
) -> list[_Entry]:
    entries: list[_Entry] = []
    for table in parent.tables(section):
        key = table.key(capitals=capitals)
        if key and any(entry.key == key for entry in entries):
            table.fault("key", Reason.DUPLICATE, value=key)
        elif key and by_key:
            table.path = f"{section}.{key}"
        entries.append(_Entry(key, table.names(limit=limit), table))
    return entries


def _commitments(root: Table) -> list[_Entry]:
    return _entries(root, "commitment", capitals=True, limit=TITLE_LIMIT)


def _by_key(things: Iterable[_Named]) -> dict[str, _Named]:
    return {thing.key: thing for thing in things}


def _plain(kind: type[_Named], entry: _Entry) -> _Named:
    entry.table.close()
    return kind(entry.key, entry.names)


def _category(entry: _Entry) -> Category:
    table = entry.table
    category = Category(
        entry.key,
        entry.names,
        words=table.texts("words"),
        severity=Severity(table.whole("severity", min(Severity), max(Severity))),
        cue=table.choice("cue", Cue),
    )
    table.close()
    return category


def _site(entry: _Entry, *, category_keys: Collection[str], site_keys: Collection[str]) -> Site:
    table = entry.table
    lat, lon = _position_or_none(table)
    usual = table.references("usual", category_keys, otherwise=Reason.UNKNOWN_CATEGORY)
    if len(usual) > USUAL_LIMIT:
        table.fault("usual", Reason.TOO_MANY, limit=USUAL_LIMIT)
    places = tuple(_place(place) for place in _entries(table, "places", by_key=False))
    if len(places) > CHOICE_LIMIT:
        table.fault("places", Reason.TOO_MANY, limit=CHOICE_LIMIT)
    site = Site(
        entry.key,
        entry.names,
        kind=table.text("kind"),
        address=table.text_or_none("address", limit=ADDRESS_LIMIT),
        lat=lat,
        lon=lon,
        aliases=table.texts("aliases"),
        neighbours=table.references("neighbours", site_keys, otherwise=Reason.UNKNOWN_SITE),
        usual=usual,
        places=places,
    )
    table.close()
    return site


def _place(entry: _Entry) -> Place:
    table = entry.table
    place = Place(
        entry.key,
        entry.names,
        lat=table.number("lat", -90, 90),
        lon=table.number("lon", -180, 180),
        address=table.text_or_none("address", limit=ADDRESS_LIMIT),
        aliases=table.texts("aliases"),
    )
    table.close()
    return place


def _position_or_none(table: Table) -> tuple[float, float] | tuple[None, None]:
    """Both or neither: half a position is a fault."""
    if not (table.has("lat") or table.has("lon")):
        return None, None
    return table.number("lat", -90, 90), table.number("lon", -180, 180)


def _severities(root: Table) -> dict[Severity, SeverityName]:
    names: dict[Severity, SeverityName] = {}
    for table in root.tables("severity"):
        level = Severity(table.whole("level", min(Severity), max(Severity)))
        if level in names:
            table.fault("level", Reason.DUPLICATE, value=int(level))
        names[level] = SeverityName(level, table.names())
        table.close()
    return names


def _municipality(root: Table) -> Municipality | None:
    table = root.table("municipality")
    if table is None:
        return None
    municipality = Municipality(table.text("name"), _reading_hours(table))
    table.close()
    return municipality


def _reading_hours(table: Table) -> ReadingHours:
    written = table.text("reading_hours")
    try:
        return ReadingHours.parse(written)
    except ValueError:
        if written:
            table.fault("reading_hours", Reason.BAD_READING_HOURS)
        return ReadingHours(())


def _metres(lat: float, lon: float, place: Place) -> float:
    """The great-circle distance by the haversine formula."""
    north, east = radians(place.lat - lat), radians(place.lon - lon)
    half_chord = sin(north / 2) ** 2 + cos(radians(lat)) * cos(radians(place.lat)) * sin(east / 2) ** 2
    return 2 * _EARTH_RADIUS_METRES * asin(min(1.0, sqrt(half_chord)))
