"""How figures are printed."""

from collections.abc import Sequence
from statistics import quantiles


def milliseconds(seconds: Sequence[float]) -> str:
    """The 50th, 95th and 99th percentile."""
    hundredths = quantiles(seconds, n=100, method="inclusive")
    return " | ".join(f"{hundredths[at - 1] * 1000:.0f}" for at in (50, 95, 99))
