"""The cases: what is done, and what is looked at on the way. All of them together show everything."""

from collections.abc import Callable

from tests.cards.stage import Stage

Case = Callable[[Stage], None]
CASES: list[Case] = []


def case(function: Case) -> Case:
    """Register a case."""
    CASES.append(function)
    return function
