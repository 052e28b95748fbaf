"""Sentences for one reader: people's words are harmless in them, and dates are written as one writes them there."""

from datetime import UTC, date, datetime
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.redaction import MARKS, PersonalData
from domain.reports import TEXT_LENGTH
from handlers.card import LABEL_LENGTH, Button, grid
from handlers.cards import facts
from handlers.words import Html, Words, join_lines
from locales import LANGUAGES, MissingText
from sandbox.entities import parse, silence

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SWEDISH, ENGLISH = Words("sv", STOCKHOLM), Words("en", STOCKHOLM)
BOTH = pytest.mark.parametrize("words", [SWEDISH, ENGLISH], ids=LANGUAGES)
SUNDAY_NIGHT = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)
"""Half past midnight on Monday the 30th in Trollhättan."""


@pytest.fixture(autouse=True, scope="module")
def _quiet() -> None:
    silence()


# What people wrote


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>Kim</b>", "&lt;b&gt;Kim&lt;/b&gt;"),
        ("Å & Ö", "Å &amp; Ö"),
        ("&lt;", "&amp;lt;"),
        ('"Kim"', '"Kim"'),
        ("{ $reader }", "{ $reader }"),
    ],
)
def test_a_name_is_harmless_in_a_sentence(name: str, shown: str) -> None:
    assert SWEDISH.html("welcome", name=name) == f"Hej {shown}. Du är med som:"


def test_what_is_html_already_stays_html() -> None:
    assert "<i>Kim</i>" in SWEDISH.html("welcome", name=Html("<i>Kim</i>"))


def test_a_button_knows_no_html() -> None:
    assert SWEDISH.plain("button-site", site="<b>") == "Byt område: <b>"


@given(name=st.text(min_size=1))
def test_telegram_shows_a_name_as_it_was_written(name: str) -> None:
    shown, found = parse(f"<b>|</b>{SWEDISH.html('invite-joined', name=name)}", "HTML")
    assert {entity["type"] for entity in found} >= {"bold"}
    assert unescape(SWEDISH.html("invite-joined", name=name)) == f"<b>{name} har gått med</b>"
    assert shown.endswith("har gått med")


@given(text=st.text())
def test_a_quote_cannot_be_left_from_within(text: str) -> None:
    quoted = facts.quote(text, ENGLISH)
    assert quoted.count("<") == quoted.count(">") == 2
    assert len(unescape(quoted)) <= TEXT_LENGTH + len("<blockquote></blockquote>")
    parse(quoted, "HTML")


@BOTH
@pytest.mark.parametrize("kind", PersonalData)
def test_what_was_taken_out_is_named_in_the_readers_language(words: Words, kind: PersonalData) -> None:
    quoted = facts.quote(f"En man, {MARKS[kind]}, sprang", words)
    assert words.plain(f"mark-{kind.value}") in quoted
    assert MARKS[kind] not in quoted


def test_a_text_that_is_missing_is_an_error() -> None:
    with pytest.raises(MissingText):
        SWEDISH.html("no-such-text")


def test_a_detail_that_is_missing_is_an_error() -> None:
    with pytest.raises(MissingText):
        SWEDISH.html("welcome")


def test_lines_that_there_are_not_leave_no_gap() -> None:
    assert join_lines("a", None, "b") == "a\nb"


# Buttons


def test_a_long_name_is_cut_on_a_button() -> None:
    assert Button("Överby " * 20).label == ("Överby " * 20)[: LABEL_LENGTH - 2] + "…"
    assert Button("Överby").label == "Överby"


def test_buttons_stand_in_rows() -> None:
    rows = grid([Button(str(number)) for number in range(5)], columns=2)
    assert [[button.text for button in row] for row in rows] == [["0", "1"], ["2", "3"], ["4"]]


# Dates and times


@pytest.mark.parametrize(
    ("words", "day", "short_day"),
    [(SWEDISH, "måndag 30 november", "mån 30 nov."), (ENGLISH, "Monday 30 November", "Mon 30 Nov")],
    ids=LANGUAGES,
)
def test_a_day_is_that_of_the_municipality(words: Words, day: str, short_day: str) -> None:
    assert words.day(SUNDAY_NIGHT) == day == words.day(date(2026, 11, 30))
    assert words.short_day(SUNDAY_NIGHT) == short_day == words.short_day(date(2026, 11, 30))


@BOTH
def test_the_clock_has_24_hours(words: Words) -> None:
    assert words.time(SUNDAY_NIGHT) == "00:30"
    assert words.time(datetime(2026, 7, 1, 21, 5, tzinfo=UTC)) == "23:05"


@pytest.mark.parametrize(
    ("words", "yesterday"), [(SWEDISH, "sön 29 nov. 23:59"), (ENGLISH, "Sun 29 Nov 23:59")], ids=LANGUAGES
)
def test_the_day_is_named_unless_it_is_today(words: Words, yesterday: str) -> None:
    moment = datetime(2026, 11, 29, 22, 59, tzinfo=UTC)
    assert words.when(SUNDAY_NIGHT, now=SUNDAY_NIGHT) == "00:30"
    assert words.when(moment, now=SUNDAY_NIGHT) == yesterday


@BOTH
def test_weeks_are_those_of_iso(words: Words) -> None:
    assert words.week(SUNDAY_NIGHT) == 49
    assert words.week(datetime(2027, 1, 1, 12, tzinfo=UTC)) == 53


@pytest.mark.parametrize(
    ("words", "first", "last"), [(SWEDISH, "måndag", "söndag"), (ENGLISH, "Monday", "Sunday")], ids=LANGUAGES
)
def test_a_week_begins_on_monday(words: Words, first: str, last: str) -> None:
    assert (words.weekday(0), words.weekday(6)) == (first, last)


def test_numbers_are_grouped_as_one_does_there() -> None:
    assert SWEDISH.html("alert-reach", people=1234) == "1\N{NO-BREAK SPACE}234 personer får det."
    assert ENGLISH.html("alert-reach", people=1234) == "1,234 people get it."
