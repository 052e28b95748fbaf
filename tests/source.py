"""Our own source, as trees: for tests that hold all of it to something."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.phones import HOME

OURS = ("bot", "handlers", "services", "storage", "domain", "rendering", "locales")
"""The packages of the product; the sandbox is a program of its own."""


@dataclass(frozen=True, slots=True)
class Module:
    path: Path
    tree: ast.Module
    lines: int

    @property
    def name(self) -> str:
        """Such as "services/reports.py"."""
        return self.path.relative_to(HOME).as_posix()

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """The calls of a function or method by one of these names."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and called(node) in names:
                yield node


@cache
def modules(*packages: str) -> tuple[Module, ...]:
    """The modules of some packages, or of all of ours."""
    files = [file for package in packages or OURS for file in sorted((HOME / package).rglob("*.py"))]
    return tuple(_read(file) for file in files)


def called(call: ast.Call) -> str:
    """The last part of what is called: "answer" for `talk.answer(…)`."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that an argument can be: one, or those of a choice between two."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)


def docstrings(tree: ast.AST) -> set[ast.expr]:
    """The texts that stand alone as a statement: docstrings of modules, classes, functions and constants."""
    alone = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {value for value in alone if isinstance(value, ast.Constant)}


def _read(file: Path) -> Module:
    text = file.read_text(encoding="utf-8")
    return Module(file, ast.parse(text), len(text.splitlines()))
