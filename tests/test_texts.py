"""Every word that a person may see, in both languages: there, used, and such as Telegram takes."""

import ast
import re

import pytest
from fluent.syntax import ast as fluent
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from domain.import_table import ADDRESS_LIMIT, NAME_LIMIT
from domain.people import NAME_LENGTH, ORGANISATION_LENGTH
from domain.redaction import MARKS
from domain.views import Gone
from handlers.card import Scene
from handlers.cards import word
from handlers.words import Words
from locales import LANGUAGES, say
from tests import fluent_files
from tests.cards import limits
from tests.cards.case import Case, all_cases
from tests.cards.play import played
from tests.cards.stage import ZONE, Written
from tests.source import modules
from tests.town import FRIDAY

CASES = all_cases()
TEXT_ID = re.compile(r"[a-z]+(-[a-z0-9_]+)+")
NO_TEXT_IDS = {"utf-8"}
"""What looks like the id of a text and is none."""
PLURALS = [(each, name) for each in fluent_files.all_ids() for name in sorted(fluent_files.counted("sv", each))]

LONGEST = Written(
    name="W" * NAME_LENGTH,
    organisation="W" * ORGANISATION_LENGTH,
    named="W" * NAME_LIMIT,
    address="W" * ADDRESS_LIMIT,
    text="W" * 4096,
)
NASTY = Written(
    name="👮🏽" * 64,
    organisation="<b>&amp;\u202e</i>",
    named="<a href='x'>&\u200f\u200b" + "🚓" * (NAME_LIMIT - 20),
    address="<pre>\u2066&lt;" + "🚨" * 100,
    text="</blockquote>\u202e&\u200b<b>" + "👩‍👩‍👧‍👦\n" * 500 + "".join(MARKS.values()) * 100,
)


# The files


def test_the_files_hold_texts_and_comments_only() -> None:
    for language in LANGUAGES:
        for file, body in fluent_files.entries(language).items():
            odd = [entry for entry in body if not isinstance(entry, fluent.Message | fluent.Comment)]
            assert not odd, f"{language}/{file}"


def test_both_languages_have_the_same_texts_in_the_same_order() -> None:
    assert fluent_files.ids("sv") == fluent_files.ids("en")


def test_no_text_stands_twice() -> None:
    every = [text_id for ids in fluent_files.ids("sv").values() for text_id in ids]
    assert len(every) == len(set(every))


def test_both_languages_need_the_same() -> None:
    for wanted in (fluent_files.variables, fluent_files.counted):
        assert [each for each in fluent_files.all_ids() if wanted("sv", each) != wanted("en", each)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_holds_a_picture(language: str) -> None:
    texts = {text_id: fluent_files.wording(language, text_id) for text_id in fluent_files.all_ids()}
    assert not {text_id: found for text_id, text in texts.items() if (found := limits.symbols(text))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_fits_its_number(language: str) -> None:
    said = {}
    for text_id, counted in PLURALS:
        others = dict.fromkeys(fluent_files.variables(language, text_id) - {counted}, "more")
        said[text_id, counted] = [say(language, text_id, **others, **{counted: number}) for number in (0, 1, 2)]
    assert [each for each, texts in said.items() if len(set(texts)) < 3 or "2" not in texts[2]] == []


# The code


def test_every_text_that_the_code_names_exists() -> None:
    known = set(fluent_files.all_ids())
    named = {
        (module.name, node.value)
        for module in modules("handlers", "services")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and TEXT_ID.fullmatch(node.value)
    }
    assert not {(module, text_id) for module, text_id in named if text_id not in known | NO_TEXT_IDS}


# The cards


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
@pytest.mark.parametrize("written", [LONGEST, NASTY], ids=["longest", "nasty"])
def test_telegram_takes_every_card_with_all_that_the_door_lets_in(case: Case, written: Written) -> None:
    played(case, written)


def test_a_message_that_is_gone_has_no_words() -> None:
    with create_engine("sqlite://").connect() as db:
        scene = Scene(db=db, reader=None, words=Words("sv", ZONE), now=FRIDAY, zone=ZONE)
        assert word(Gone(), scene) is None


def _line(longest: int) -> st.SearchStrategy[str]:
    """One line, such as an import takes."""
    return st.text(min_size=1, max_size=longest).filter(lambda line: line.strip() and min(line) >= " ")


@given(
    case=st.sampled_from(CASES),
    written=st.builds(
        Written,
        name=st.text(max_size=NAME_LENGTH),
        organisation=st.text(max_size=ORGANISATION_LENGTH),
        named=_line(NAME_LIMIT),
        address=_line(ADDRESS_LIMIT),
        text=st.text(min_size=1, max_size=4096),
    ),
)
def test_telegram_takes_every_card_whatever_people_write(case: Case, written: Written) -> None:
    played(case, written)
