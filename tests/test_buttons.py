"""What a button carries comes back as it went, fits Telegram's 64 bytes, and has somebody who takes it."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import handlers.buttons
from domain.import_table import KEY_LIMIT
from handlers import updates  # noqa: F401  # brings all handlers
from handlers.buttons import report as buttons
from handlers.callback_data import LIMIT, TAPS, BadTap, Tap, decode
from handlers.routes import TAP_HANDLERS
from services.drafts import COUNTS

KINDS = sorted(TAPS.values(), key=lambda kind: kind.code)
LARGEST_ID = 2**53
"""Telegram's ids fit in as much; ours stay far below."""

SMALL = {"days", "hour", "hours", "minutes", "page", "part", "seats", "shifts", "weekday"}
"""Fields that count something on one screen, or hours and days: never more than three digits."""

KEYS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789_", min_size=1, max_size=KEY_LIMIT)
OURS: dict[tuple[type[Tap], str], st.SearchStrategy[Any]] = {
    (buttons.ChooseCount, "count"): st.sampled_from(COUNTS),
}
"""Fields that hold neither a number nor a key."""


def values(kind: type[Tap], name: str, hint: Any) -> st.SearchStrategy[Any]:
    """All that a field can hold."""
    options = [option for option in get_args(hint) if option is not type(None)]
    if options:
        return st.none() | values(kind, name, options[0])
    if (kind, name) in OURS:
        return OURS[kind, name]
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if name in SMALL and hint is int:
        return st.integers(min_value=0, max_value=999)
    return _PLAIN[hint]()


_PLAIN: dict[type, Callable[[], st.SearchStrategy[Any]]] = {
    bool: st.booleans,
    int: lambda: st.integers(min_value=0, max_value=LARGEST_ID),
    date: st.dates,
    str: lambda: KEYS,
}


def taps() -> st.SearchStrategy[Tap]:
    """Any tap that a card of ours could carry."""
    return st.one_of([_taps_of(kind) for kind in KINDS])


def _taps_of(kind: type[Tap]) -> st.SearchStrategy[Tap]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{each.name: values(kind, each.name, hints[each.name]) for each in fields(kind)})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_tap_comes_back_as_it_went(kind: type[Tap], data: st.DataObject) -> None:
    tap = data.draw(_taps_of(kind))
    written = tap.encode()
    assert 1 <= len(written.encode()) <= LIMIT
    assert decode(written) == tap


@given(text=st.text() | st.from_regex(r"[a-z]{2}(:[^:]*){0,4}", fullmatch=True))
def test_anything_else_is_a_bad_tap_and_nothing_worse(text: str) -> None:
    try:
        tap = decode(text)
    except BadTap:
        return
    assert isinstance(tap, Tap)


@given(tap=taps(), place=st.integers(min_value=0), piece=st.text(max_size=3))
def test_a_forged_tap_is_a_tap_or_a_bad_one(tap: Tap, place: int, piece: str) -> None:
    """What is forged may be well formed: rights are asked for where the act happens."""
    written = tap.encode()
    at = place % (len(written) + 1)
    try:
        forged = decode(written[:at] + piece + written[at + 1 :])
    except BadTap:
        return
    assert type(forged) in TAP_HANDLERS


@pytest.mark.parametrize("number", ["", "-", "+1", " 1", "1_0", "٣", "9" * 19, "1e3", "0x1"])
def test_a_number_is_written_in_one_way_only(number: str) -> None:
    with pytest.raises(BadTap):
        decode(f"{buttons.SendReport.code}:{number}")


def test_every_tap_has_a_handler_and_every_handler_a_tap() -> None:
    assert set(TAP_HANDLERS) == set(TAPS.values())


def test_every_tap_has_a_code_of_its_own() -> None:
    """A slotted dataclass is made twice, so two classes with one code would silently be one."""
    modules = [import_module(f"handlers.buttons.{each.name}") for each in iter_modules(handlers.buttons.__path__)]
    named = [(name, each) for module in modules for name, each in vars(module).items() if isinstance(each, type)]
    codes = [kind.code for name, kind in named if issubclass(kind, Tap) and kind is not Tap]
    assert sorted(codes) == sorted(TAPS)
    assert len(codes) == len(set(codes))
