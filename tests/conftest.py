"""What holds for every test: how hard hypothesis tries. HYPOTHESIS_PROFILE=thorough looks longer."""

import gc
import os

from hypothesis import HealthCheck, settings

# Two busy cores say nothing about a test's own speed.
settings.register_profile("quick", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_collection_finish() -> None:
    """Four thousand tests and all of our modules stay to the end: they need not be looked through for garbage."""
    gc.collect()
    gc.freeze()
