"""A place and an hour in words: "Norra parkeringen lör 23–24"."""

from datetime import datetime, timedelta

from domain.inbox import Spot
from domain.vocabulary import Vocabulary
from handlers.card import Scene

DAYS_BY_NAME = timedelta(days=6)
"""What is older needs its date."""


def spot(at: Spot, vocab: Vocabulary, scene: Scene) -> str:
    return scene.words.plain("spot", place=place(at, vocab, scene), hour=hour(at.hour, scene))


def place(at: Spot, vocab: Vocabulary, scene: Scene) -> str:
    """The place alone; its site for what happened elsewhere at the site."""
    site = vocab.site(at.site)
    known = next((each for each in site.places if each.key == at.place), site)
    return known.name(scene.words.language)


def hour(begins: datetime, scene: Scene) -> str:
    """Such as "lör 23–24", with the date when it is not of these days."""
    local = begins.astimezone(scene.zone)
    day = scene.words.weekday_name(begins) if scene.now - begins < DAYS_BY_NAME else scene.words.short_day(begins)
    return f"{day} {local.hour:02}–{local.hour + 1:02}"
