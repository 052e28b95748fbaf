import contextlib
import copy
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.import_faults import PLAIN_ENGLISH
from domain.severity import Severity
from domain.vocabulary import CHOICE_LIMIT, Cue, ImportFault, Reason, Vocabulary, parse

REAL_FILE = Path(__file__).parents[2] / "data" / "vocabulary.toml"
REAL: dict[str, Any] = tomllib.loads(REAL_FILE.read_text(encoding="utf-8"))
TROLLHATTAN = parse(REAL, file="vocabulary.toml")


def site(**changes: object) -> dict[str, object]:
    return {"key": "overby", "sv": "Överby", "kind": "shopping_centre", **changes}


def place(**changes: object) -> dict[str, object]:
    return {"key": "norra_p", "sv": "Norra parkeringen", "lat": 58.3, "lon": 12.2, **changes}


def category(**changes: object) -> dict[str, object]:
    return {"key": "noise", "sv": "Oväsen", "words": [], "severity": 1, "cue": "never", **changes}


def faults(data: dict[str, object], existing: Vocabulary | None = None) -> list[tuple[str, Reason]]:
    with pytest.raises(ImportFault) as raised:
        parse(data, file="ours.toml", existing=existing)
    return [(fault.path, fault.reason_id) for fault in raised.value.faults]


def test_the_real_file_is_read_whole() -> None:
    assert TROLLHATTAN.municipality
    assert TROLLHATTAN.municipality.name == "Trollhättans Stad"
    assert (len(TROLLHATTAN.categories), len(TROLLHATTAN.sites), len(TROLLHATTAN.severities)) == (25, 5, 5)
    assert (len(TROLLHATTAN.measure_types), len(TROLLHATTAN.target_groups)) == (19, 13)
    assert list(TROLLHATTAN.commitments) == ["ML1", "ML2", "ML3", "ML4", "ML5", "ML6"]


def test_things_are_found_by_their_keys() -> None:
    violence = TROLLHATTAN.category("violence")
    assert (violence.severity, violence.cue) == (Severity.RED, Cue.ALWAYS)
    assert TROLLHATTAN.site("overby").usual[0] == "car_meet"
    assert TROLLHATTAN.place("overby", "norra_p").lat == 58.3068
    assert TROLLHATTAN.site("torp").is_neighbour
    assert not TROLLHATTAN.site("overby").is_neighbour
    with pytest.raises(KeyError):
        TROLLHATTAN.place("overby", "oden")


def test_a_name_without_english_falls_back_to_swedish() -> None:
    assert TROLLHATTAN.category("violence").name("en") == "Violence"
    assert TROLLHATTAN.site("overby").name("en") == "Överby köpcentrum"


def test_a_position_finds_the_nearest_place() -> None:
    found = TROLLHATTAN.nearest_place(58.3066, 12.2703)
    assert found
    assert (found[0].key, found[1].key) == ("overby", "norra_p")
    at_resecentrum = TROLLHATTAN.nearest_place(58.2848, 12.2947)
    assert at_resecentrum
    assert at_resecentrum[1].key == "gc_tunneln"


def test_a_position_far_away_finds_nothing() -> None:
    assert TROLLHATTAN.nearest_place(58.3066, 12.2703, site="kungsgatan") is None
    assert TROLLHATTAN.nearest_place(58.3168, 12.2702) is None  # 1.1 km north of the northernmost place
    assert TROLLHATTAN.nearest_place(58.3150, 12.2702) is not None  # 0.9 km
    assert Vocabulary().nearest_place(58.3, 12.2) is None


def test_a_part_of_a_file_is_enough_and_may_lean_on_what_exists() -> None:
    data: dict[str, object] = {"site": [site(key="nya", usual=["noise"], neighbours=["overby", "nya"])]}
    assert list(parse(data, file="ours.toml", existing=TROLLHATTAN).sites) == ["nya"]
    assert faults(data) == [
        ("site.nya.usual[0]", Reason.UNKNOWN_CATEGORY),
        ("site.nya.neighbours[0]", Reason.UNKNOWN_SITE),
    ]
    assert parse({}, file="empty.toml") == Vocabulary()


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        ({"sites": []}, "sites", Reason.UNKNOWN_KEY),
        ({"site": [site(colour="red")]}, "site.overby.colour", Reason.UNKNOWN_KEY),
        ({"site": site()}, "site", Reason.WRONG_TYPE),
        ({"site": ["overby"]}, "site[0]", Reason.WRONG_TYPE),
        ({"site": [site(sv=None)]}, "site.overby.sv", Reason.MISSING),
        ({"site": [site(en=7)]}, "site.overby.en", Reason.WRONG_TYPE),
        ({"site": [site(sv="  ")]}, "site.overby.sv", Reason.BAD_TEXT),
        ({"site": [site(sv="two\nlines")]}, "site.overby.sv", Reason.BAD_TEXT),
        ({"site": [site(sv="x" * 65)]}, "site.overby.sv", Reason.BAD_TEXT),
        ({"site": [site(key="Överby")]}, "site[0].key", Reason.BAD_KEY),
        ({"site": [site(key="OVERBY")]}, "site[0].key", Reason.BAD_KEY),
        ({"site": [site(key="x" * 25)]}, "site[0].key", Reason.BAD_KEY),
        ({"site": [site(key=None)]}, "site[0].key", Reason.MISSING),
        ({"site": [site(), site()]}, "site[1].key", Reason.DUPLICATE),
        ({"site": [site(aliases=["öb", "öb"])]}, "site.overby.aliases[1]", Reason.DUPLICATE),
        ({"site": [site(lat=58.3)]}, "site.overby.lon", Reason.MISSING),
        ({"site": [site(lat=91, lon=12)]}, "site.overby.lat", Reason.OUT_OF_RANGE),
        ({"site": [site(places=[place(), place(key="b", lon=181)])]}, "site.overby.places[1].lon", Reason.OUT_OF_RANGE),
        ({"site": [site(places=[place(lat=float("nan"))])]}, "site.overby.places[0].lat", Reason.OUT_OF_RANGE),
        ({"site": [site(places=[place(lat=True)])]}, "site.overby.places[0].lat", Reason.WRONG_TYPE),
        ({"site": [site(places=[place(lat=None)])]}, "site.overby.places[0].lat", Reason.MISSING),
        ({"site": [site(places=[place(), place()])]}, "site.overby.places[1].key", Reason.DUPLICATE),
        ({"category": [category(severity=5)]}, "category.noise.severity", Reason.OUT_OF_RANGE),
        ({"category": [category(severity=1.5)]}, "category.noise.severity", Reason.WRONG_TYPE),
        ({"category": [category(severity=True)]}, "category.noise.severity", Reason.WRONG_TYPE),
        ({"category": [category(cue="often")]}, "category.noise.cue", Reason.NOT_A_CHOICE),
        ({"category": [category(words="bas")]}, "category.noise.words", Reason.WRONG_TYPE),
        ({"severity": [{"level": 1, "sv": "a"}, {"level": 1, "sv": "b"}]}, "severity[1].level", Reason.DUPLICATE),
        ({"municipality": {"name": "T"}}, "municipality.reading_hours", Reason.MISSING),
        (
            {"municipality": {"name": "T", "reading_hours": "8-16"}},
            "municipality.reading_hours",
            Reason.BAD_READING_HOURS,
        ),
    ],
)
def test_a_fault_is_told_with_its_path_and_reason(data: dict[str, object], path: str, reason: Reason) -> None:
    assert faults(data) == [(path, reason)]


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"category": [category(key=f"c{number}") for number in range(CHOICE_LIMIT + 1)]}, "category"),
        ({"site": [site(key=f"s{number}") for number in range(CHOICE_LIMIT + 1)]}, "site"),
        ({"site": [site(places=[place(key=f"p{n}") for n in range(CHOICE_LIMIT + 1)])]}, "site.overby.places"),
    ],
)
def test_no_more_than_a_message_has_buttons_for(data: dict[str, object], path: str) -> None:
    assert faults(data) == [(path, Reason.TOO_MANY)]


def test_at_most_eight_usual_categories() -> None:
    nine = list(TROLLHATTAN.categories)[:9]
    assert faults({"site": [site(usual=nine)]}, TROLLHATTAN) == [("site.overby.usual", Reason.TOO_MANY)]


def test_every_fault_is_told_at_once_in_plain_english() -> None:
    with pytest.raises(ImportFault) as raised:
        parse({"site": [site(kind=None, lat=95, lon=12)], "sida": 1}, file="ours.toml")
    assert str(raised.value).splitlines() == [
        "ours.toml: site.overby.lat: must be from -90 to 90",
        "ours.toml: site.overby.kind: is missing",
        "ours.toml: sida: no such key is known here",
    ]


def test_every_reason_has_words() -> None:
    assert set(PLAIN_ENGLISH) == set(Reason)


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.dates()
    | st.sampled_from(["noise", "overby"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.just("key"), inner, max_size=3)
    ),
    max_leaves=5,
)


def containers(value: object) -> list[dict[str, object] | list[object]]:
    """Every table and list in the file, itself included."""
    if not isinstance(value, dict | list):
        return []
    inner = value.values() if isinstance(value, dict) else value
    return [value, *(found for item in inner for found in containers(item))]


def read_or_refused(data: dict[str, object]) -> None:
    with contextlib.suppress(ImportFault):
        parse(data, file="junk.toml")


@given(data=st.data())
def test_a_mutated_file_is_read_or_refused_and_never_anything_else(data: st.DataObject) -> None:
    mutated = copy.deepcopy(REAL)
    for _ in range(data.draw(st.integers(1, 4))):
        container = data.draw(st.sampled_from(containers(mutated)))
        junk = data.draw(JUNK)
        if isinstance(container, dict):
            container[data.draw(st.sampled_from([*container, "surplus"]))] = junk
        else:
            container.insert(data.draw(st.integers(0, len(container))), junk)
    read_or_refused(mutated)


@given(junk=st.dictionaries(st.sampled_from([*REAL, "surplus"]), JUNK))
def test_no_junk_breaks_the_reader(junk: dict[str, object]) -> None:
    read_or_refused(junk)
