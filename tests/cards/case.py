"""The cases: what is done, and what is looked at on the way. All of them together show everything."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

import tests.cards
from tests.cards.stage import Stage

Case = Callable[[Stage], None]
CASES: list[Case] = []


def case(function: Case) -> Case:
    """Register a case."""
    CASES.append(function)
    return function


def all_cases() -> list[Case]:
    """Those of all modules that are called after their cases."""
    for module in iter_modules(tests.cards.__path__):
        if module.name.endswith("_cases"):
            import_module(f"tests.cards.{module.name}")
    return CASES
