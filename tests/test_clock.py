"""The bot's clock beside a sandbox's: whatever day that stands on, and forward only from there."""

from datetime import UTC, datetime, timedelta

from bot.clock import Clock

MOMENT = timedelta(seconds=10)


def test_it_stands_where_the_sandbox_does_in_the_past_or_the_future() -> None:
    for years in (-30, 30):
        clock, offset = Clock(), timedelta(days=365 * years)
        clock.wind(offset)
        assert abs(clock.now() - (datetime.now(UTC) + offset)) < MOMENT


def test_once_set_it_goes_forward_only() -> None:
    clock = Clock()
    clock.wind(timedelta(days=-400))
    clock.wind(timedelta(days=-300))
    clock.wind(timedelta(days=-500))
    assert abs(clock.now() - (datetime.now(UTC) - timedelta(days=300))) < MOMENT
