"""Days and hours to choose from."""

from collections.abc import Callable, Sequence
from datetime import date

from handlers.callback_data import Tap
from handlers.card import Button, Rows, Scene, grid

HOUR_COLUMNS = 3
"""An hour has to be whole at the largest text, too."""
_NAMED = {0: "day-today", 1: "day-tomorrow"}


def day_buttons(days: Sequence[date], choose: Callable[[date], Tap], scene: Scene) -> list[Button]:
    """A button for each day: today and tomorrow by these names."""
    today, words = scene.now.astimezone(scene.zone).date(), scene.words
    return [
        Button(words.label(_NAMED.get((day - today).days, "day-other"), day=words.short_day(day)), choose(day))
        for day in days
    ]


def hour_rows(hours: Sequence[int], choose: Callable[[int], Tap]) -> Rows:
    return grid([Button(f"{hour:02}:00", choose(hour)) for hour in hours], HOUR_COLUMNS)
