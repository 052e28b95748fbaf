"""What the house keeps to and no linter holds: short files, short functions, telling names, words where they belong.

Who may import whom is import-linter's; who may ask the time, start tasks or read the environment is ruff's.
"""

import ast
import re
from collections.abc import Iterator, Mapping

import pytest

from tests.source import OURS, Module, docstrings, modules

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MIGRATIONS = "storage/migrations/versions/"

LONG_FILES: Mapping[str, str] = {
    "storage/tables.py": "one declaration for each table",
}
"""Files that may be longer, and why."""

SAYS_NOTHING = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "manager",
    "managers",
    "misc",
    "service",
    "base",
    "core",
}
"""Names that tell what a module is for of no module."""

SWEDISH = re.compile("[åäöÅÄÖ]")
SWEDISH_IN_CODE: Mapping[str, str] = {
    "domain/personal_data/": "what is looked for in the texts that people write; none of it is shown",
    "bot/start.py": "the product's name, on the terminal",
}
"""Where Swedish may stand in code, and why."""

ALL = pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def excused(module: Module, reasons: Mapping[str, str]) -> bool:
    return any(module.name.startswith(where) for where in reasons)


@ALL
def test_a_file_is_short(module: Module) -> None:
    if module.name.startswith(MIGRATIONS) or excused(module, LONG_FILES):
        return
    assert module.lines <= LONGEST_FILE


@ALL
def test_a_function_is_short(module: Module) -> None:
    """A migration is a list of what changes, however long."""
    if module.name.startswith(MIGRATIONS):
        return
    assert not {each.name: lines_of(each) for each in functions(module) if lines_of(each) > LONGEST_FUNCTION}


@ALL
def test_a_module_says_what_it_is_for(module: Module) -> None:
    """An empty file only makes a package."""
    if module.tree.body:
        assert ast.get_docstring(module.tree)


@ALL
def test_a_module_is_named_after_something(module: Module) -> None:
    words = set(re.split(r"[_/.]", module.name.removesuffix(".py")))
    assert not words & SAYS_NOTHING


@ALL
def test_what_people_read_stands_in_the_locale_files(module: Module) -> None:
    if excused(module, SWEDISH_IN_CODE):
        return
    explaining = docstrings(module.tree)
    swedish = [
        node.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and node not in explaining
        if isinstance(node.value, str) and SWEDISH.search(node.value)
    ]
    assert not swedish


@pytest.mark.parametrize("reasons", [LONG_FILES, SWEDISH_IN_CODE], ids=["long files", "swedish"])
def test_no_excuse_outlives_its_reason(reasons: Mapping[str, str]) -> None:
    assert {where for where in reasons if not any(module.name.startswith(where) for module in modules())} == set()


def test_a_long_file_is_still_long() -> None:
    assert {module.name for module in modules() if module.name in LONG_FILES and module.lines <= LONGEST_FILE} == set()


def test_handlers_unpack_ask_and_show() -> None:
    """A handler of a command or a tap does nothing else, so it needs no more lines than that."""
    taking = [
        (module.name, each.name, len(each.body))
        for module in modules("handlers")
        for each in functions(module)
        if any(isinstance(mark, ast.Call) and _name(mark.func) == "tapped" for mark in each.decorator_list)
    ]
    assert taking
    assert not [handler for handler in taking if handler[2] > 5]


def test_every_package_is_looked_at() -> None:
    assert {module.name.partition("/")[0] for module in modules()} == set(OURS)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""
