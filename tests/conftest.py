"""What holds for every test: how hard hypothesis tries, and which tests one process has to itself.

HYPOTHESIS_PROFILE=thorough looks longer.
"""

import gc
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from bot.operator import collect_less_often

# Two busy cores say nothing about a test's own speed.
settings.register_profile("quick", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_collection_finish() -> None:
    """All tests and modules stay to the end: they need not be looked through for garbage, nor the rest so often."""
    gc.collect()
    collect_less_often()


STAGES = ("tests/cards/", "tests/test_rights.py", "tests/test_rights_relations.py")
"""Where the tests share something that takes long to make, and change it one after the other."""
WAITING = (
    "tests/stories/test_faults.py",
    "tests/stories/test_start.py",
    "tests/test_intake.py",
    "tests/test_pacing.py",
)
"""Where most of the time is waited. One process does all of it, and leaves the cores to the others."""
FIRST = (*STAGES[:2], *WAITING, STAGES[2], "tests/test_kill.py", "tests/test_who_sees.py", "tests/test_alert_kill.py")
"""What takes longest, so that no process is left with it alone in the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def rank(item: pytest.Item) -> int:
        return next((place for place, name in enumerate(FIRST) if item.nodeid.startswith(name)), len(FIRST))

    items.sort(key=rank)


class Stages(LoadScopeScheduling):  # type: ignore[misc]  # it comes without types
    """Deals each stage to one process, to another what waits, and all other tests one by one, in their order.

    The mark that xdist has for it, `xdist_group`, has no effect with pytest 9.2, which keeps names where xdist does not
    write: both processes set every stage, and what one process changed the other did not see.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(WAITING):
            return "waiting"
        return next((stage for stage in STAGES if nodeid.startswith(stage)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Stages:
    config.option.loadscopereorder = False
    return Stages(config, log)
