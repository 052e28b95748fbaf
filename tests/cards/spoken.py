"""What is said without a view of its own, as the code has it: refusals, notices and the answers to taps."""

import ast
from collections.abc import Iterator, Mapping

from tests.source import literals, modules

RAISED = ("Refusal", "Stale", "NotAllowed", "Stranger")
"""What carries a refusal's id; the id may also come from a function or a default beside it."""


def refusals() -> Mapping[str, frozenset[str]]:
    """The id of every refusal with the details that are always given with it."""
    found = {text_id: None for module in modules("domain", "services", "handlers") for text_id in _ids(module.tree)}
    given: dict[str, frozenset[str]] = {}
    for module in modules("domain", "services", "handlers"):
        for call in module.calls(*RAISED):
            for text_id in _first(call):
                given[text_id] = given.get(text_id, _details(call)) & _details(call)
    return {text_id: given.get(text_id, frozenset()) for text_id in found} | given


def answers() -> Mapping[str, frozenset[str]]:
    """The same for what a tap is answered with."""
    return _said("answer")


def notices() -> Mapping[str, frozenset[str]]:
    """The same for sentences that are messages of their own."""
    return _said("Notice")


def _said(*names: str) -> Mapping[str, frozenset[str]]:
    said: dict[str, frozenset[str]] = {}
    for module in modules("services", "handlers"):
        for call in module.calls(*names):
            said |= {text_id: said.get(text_id, _details(call)) & _details(call) for text_id in _first(call)}
    return said


def _first(call: ast.Call) -> Iterator[str]:
    return literals(call.args[0]) if call.args else iter(())


def _details(call: ast.Call) -> frozenset[str]:
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg)


def _ids(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("refusal-"):
            yield node.value
