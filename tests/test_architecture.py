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


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def excused(module: Module, reasons: Mapping[str, str]) -> bool:
    return any(module.name.startswith(where) for where in reasons)


def test_files_are_short() -> None:
    looked_at = (each for each in modules() if not each.name.startswith(MIGRATIONS) and not excused(each, LONG_FILES))
    assert {module.name: module.lines for module in looked_at if module.lines > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    """A migration is a list of what changes, however long."""
    looked_at = [each for each in modules() if not each.name.startswith(MIGRATIONS)]
    assert [
        (module.name, each.name, lines_of(each))
        for module in looked_at
        for each in functions(module)
        if lines_of(each) > LONGEST_FUNCTION
    ] == []


def test_every_module_says_what_it_is_for() -> None:
    """An empty file only makes a package."""
    assert [module.name for module in modules() if module.tree.body and not ast.get_docstring(module.tree)] == []


def test_modules_are_named_after_something() -> None:
    words = {module.name: set(re.split(r"[_/.]", module.name.removesuffix(".py"))) for module in modules()}
    assert {name: said for name, parts in words.items() if (said := parts & SAYS_NOTHING)} == {}


def test_what_people_read_stands_in_the_locale_files() -> None:
    looked_at = (module for module in modules() if not excused(module, SWEDISH_IN_CODE))
    assert {module.name: said for module in looked_at if (said := _swedish(module))} == {}


def _swedish(module: Module) -> list[str]:
    """What the code says in Swedish, but for what explains it."""
    explaining = docstrings(module.tree)
    return [
        node.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and node not in explaining
        if isinstance(node.value, str) and SWEDISH.search(node.value)
    ]


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
