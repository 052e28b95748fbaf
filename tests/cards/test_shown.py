"""The cases leave nothing out: every view and every text is shown by one."""

import pytest

from domain.views import KINDS, Gone
from tests import fluent_files
from tests.cards.case import all_cases
from tests.cards.play import usual
from tests.cards.stage import Stage


@pytest.fixture(scope="module")
def shown() -> list[Stage]:
    """All cases, played with what people usually write."""
    return [usual(case) for case in all_cases()]


def test_every_view_has_a_case(shown: list[Stage]) -> None:
    seen = {type(look.view) for stage in shown for look in stage.looks}
    assert {kind.__name__ for kind in KINDS.values()} - {view.__name__ for view in seen} == {Gone.__name__}


def test_every_text_is_shown_by_a_case(shown: list[Stage]) -> None:
    said = {text_id for stage in shown for text_id in stage.said}
    missing = [text_id for text_id in fluent_files.all_ids() if text_id not in said]
    assert not missing, f"no case in tests/cards shows {missing}"
