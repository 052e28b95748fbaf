"""What the documents promise to hold, they hold; what they point to, exists."""

import argparse
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.__main__ import _parser
from domain.people import Role
from domain.views import KINDS
from handlers.commands import COMMANDS, Command
from locales import say
from tests import rights_tables
from tests.phones import HOME
from tests.source import OURS
from tests.town import vocabulary

DOCUMENTS = sorted([HOME / "README.md", *(HOME / "docs").rglob("*.md")])
EACH = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.relative_to(HOME).as_posix())

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
CODE_FILE = re.compile(
    rf"`((?:{'|'.join((*OURS, 'sandbox', 'tests', 'data', 'docs'))})/[\w./-]+\.(?:py|md|toml|tsv|ftl))`"
)
MARKED = re.compile(r"\*\*([^*]+)\*\*")

TERMS: Mapping[str, str] = {
    "report": "rapport",
    "picture": "lägesbild",
    "alert": "utskick",
    "acknowledge": "kvittera",
    "measure": "åtgärd",
    "target group": "målgrupp",
    "commitment": "åtagande",
    "meeting": "samverkansmöte",
    "reminder": "påminnelse",
    "site": "område",
    "place": "plats",
    "quiet shift": "lugnt pass",
    "coverage": "rapporteringsgrad",
    "displacement": "Har problemet flyttat?",
    "call-off": "avblåst",
    "release": "dela texten",
    "invite": "inbjudan",
    "contact": "kontaktombud",
    "deputy": "ersättare",
}
"""One term for one thing, in code and on screen, also for what is still to be built."""


@pytest.fixture(scope="module")
def glossary() -> str:
    return _read("docs/glossary.md")


@EACH
def test_what_a_document_links_to_exists(document: Path) -> None:
    missing = [link for link in LINK.findall(document.read_text()) if not (document.parent / link).exists()]
    assert not missing


@EACH
def test_what_a_document_says_of_the_code_exists(document: Path) -> None:
    assert not [named for named in CODE_FILE.findall(document.read_text()) if not (HOME / named).exists()]


def test_every_document_can_be_found_from_the_first_page() -> None:
    linked = {
        (document.parent / link).resolve() for document in DOCUMENTS for link in LINK.findall(document.read_text())
    }
    assert not [document.name for document in DOCUMENTS if document not in linked and document.name != "README.md"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.english)
def test_every_command_of_the_chat_stands_in_the_glossary(command: Command, glossary: str) -> None:
    assert f"| /{command.swedish} | /{command.english} |" in glossary


def test_no_command_stands_in_the_glossary_that_is_none(glossary: str) -> None:
    named = set(re.findall(r"^\| /(\w+) \| /(\w+) \|", glossary, flags=re.MULTILINE))
    assert named == {(command.swedish, command.english) for command in COMMANDS}


def test_every_command_of_the_terminal_is_explained() -> None:
    written = _read("README.md") + _read("docs/operating.md")
    assert not [name for name in _commands() if f"overblick {name}" not in written]


def test_no_command_of_the_terminal_is_explained_that_is_none() -> None:
    named = {name for document in DOCUMENTS for name in re.findall(r"`overblick (\w+)", document.read_text())}
    assert named <= set(_commands())


@pytest.mark.parametrize(("english", "swedish"), TERMS.items())
def test_a_term_stands_in_the_glossary(english: str, swedish: str, glossary: str) -> None:
    entries = re.split(r"\n\||·", glossary.casefold())
    near = [" ".join(entry.split()) for entry in entries if english in entry]
    assert any(swedish.casefold() in entry for entry in near), f"{english} = {swedish}"


@pytest.mark.parametrize("noun", sorted({kind.about for kind in KINDS.values() if kind.about}))
def test_what_a_message_can_be_about_stands_in_the_glossary(noun: str, glossary: str) -> None:
    assert re.search(rf"^\|[^|]*\b{noun}\b", glossary, flags=re.MULTILINE)


@pytest.mark.parametrize("role", Role)
def test_a_role_is_called_the_same_everywhere(role: Role, glossary: str) -> None:
    swedish = say("sv", f"role-{role.value}")
    assert any(f"Role.{role.name}" in line and swedish in line for line in glossary.splitlines())


def test_the_rights_are_printed_as_they_are() -> None:
    """`python -m tests.rights_tables` prints them anew."""
    assert rights_tables.printed() == rights_tables.tables()


def test_the_first_page_names_buttons_that_are_there() -> None:
    """In "Try this" what is tapped stands in bold; a heading ends with a full stop."""
    section = _read("README.md").partition("## Try this")[2].partition("\n## ")[0]
    named = {label for label in MARKED.findall(" ".join(section.split())) if not label.endswith(".")}
    assert named
    assert not {label for label in named if label not in _labels()}


def _labels() -> str:
    """All that can be tapped in Swedish: on the phones, and on the page around them."""
    page = [file.read_text(encoding="utf-8") for file in (HOME / "sandbox" / "page").glob("*.js")]
    texts = [file.read_text(encoding="utf-8") for file in (HOME / "locales" / "sv").glob("*.ftl")]
    town = vocabulary()
    places = [place["sv"] for site in town["site"] for place in site.get("places", [])]
    return "\n".join([*page, *texts, *(each["sv"] for kind in ("category", "site") for each in town[kind]), *places])


def _commands() -> list[str]:
    actions = [each for each in _parser()._actions if isinstance(each, argparse._SubParsersAction)]
    return list(actions[0].choices)


def _read(name: str) -> str:
    return (HOME / name).read_text(encoding="utf-8")
