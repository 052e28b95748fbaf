"""How the bot itself is doing, in plain words."""

from domain.views import Status
from handlers.card import Card, Scene, words_of
from handlers.words import join_lines
from services import health
from services.health import Health


@words_of(Status)
def status(_view: Status, scene: Scene) -> Card:
    """Whether all is well, then a line for each number that is not nought."""
    seen = health.see(scene.db, scene.person, now=scene.now)
    words = scene.words
    minutes = int(seen.oldest_owed.total_seconds() // 60)
    verdict = words.html("status-well") if seen.well else words.html("status-late", minutes=minutes)
    lines = [words.html(text_id, count=count) for text_id, count in _counts(seen).items() if count]
    return Card(text=join_lines(words.html("status-title"), verdict, *lines))


def _counts(seen: Health) -> dict[str, int]:
    """By locale id. This card is itself on its way when it is worded, and is not counted."""
    return {
        "status-waiting": seen.waiting,
        "status-aside": seen.aside,
        "status-pending": max(seen.pending - 1, 0),
        "status-unknown": seen.unknown,
        "status-unreachable": seen.unreachable,
        "status-failed": seen.failed,
    }
