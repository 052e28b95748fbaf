"""The locale files as they stand: their ids in order, and what each text needs."""

from collections.abc import Mapping
from functools import cache

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from locales import files


class _Parts(Visitor):
    """What a text is made of."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.counted: set[str] = set()
        self.text: list[str] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # named by the visitor
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802  # named by the visitor
        self.references.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802  # named by the visitor
        self.text.append(node.value)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802  # named by the visitor
        keys = {key.name if isinstance(key := each.key, ast.Identifier) else key.value for each in node.variants}
        if "one" in keys and isinstance(node.selector, ast.VariableReference):
            self.counted.add(node.selector.id.name)
        self.generic_visit(node)


@cache
def entries(language: str) -> Mapping[str, list[ast.EntryType]]:
    """What each file holds, by its name, junk and comments included."""
    return {file.name: FluentParser().parse(file.read_text(encoding="utf-8")).body for file in files(language)}


@cache
def messages(language: str) -> Mapping[str, ast.Message]:
    """Every text by its id."""
    every = (entry for body in entries(language).values() for entry in body)
    return {entry.id.name: entry for entry in every if isinstance(entry, ast.Message)}


def ids(language: str) -> Mapping[str, list[str]]:
    """The ids of each file, in order."""
    return {
        file: [entry.id.name for entry in body if isinstance(entry, ast.Message)]
        for file, body in entries(language).items()
    }


def variables(language: str, text_id: str) -> set[str]:
    """What the text needs, with the texts that it refers to."""
    parts = _parts(language, text_id)
    return parts.variables.union(*(variables(language, each) for each in parts.references))


def references(language: str, text_id: str) -> set[str]:
    """The texts that a text refers to, and those that they refer to."""
    direct = _parts(language, text_id).references
    return direct.union(*(references(language, each) for each in direct))


def counted(language: str, text_id: str) -> set[str]:
    """The variables that make the text a plural."""
    return _parts(language, text_id).counted


def wording(language: str, text_id: str) -> str:
    """All that the text may say, without what is filled in."""
    return "".join(_parts(language, text_id).text)


def all_ids() -> list[str]:
    return list(messages("sv"))


@cache
def _parts(language: str, text_id: str) -> _Parts:
    parts = _Parts()
    parts.visit(messages(language)[text_id])
    return parts
