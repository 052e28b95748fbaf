"""Every word a person may see, in Swedish and English, and how dates and numbers are written."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("sv", "en")
REGIONS: Mapping[str, str] = {"sv": "sv_SE", "en": "en_GB"}
"""What Babel is asked for: a bare "sv" gets ISO weeks wrong."""

_HERE = Path(__file__).parent


class MissingText(KeyError):
    """A text id that a locale file does not have, or a text whose variables were not all given."""


def say(language: str, text_id: str, **details: Any) -> str:
    """The text in the language, as it stands in the locale file. Raises MissingText."""
    bundle = _bundle(language)
    if not bundle.has_message(text_id):
        raise MissingText(text_id)
    pattern = bundle.get_message(text_id).value
    if pattern is None:
        raise MissingText(text_id)
    text, errors = bundle.format_pattern(pattern, details)
    if errors:
        raise MissingText(f"{text_id}: {errors[0]}")
    return str(text)


def has(text_id: str) -> bool:
    return _bundle(LANGUAGES[0]).has_message(text_id)


def files(language: str) -> Iterable[Path]:
    """The locale files of a language, in order."""
    return sorted((_HERE / language).glob("*.ftl"))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([REGIONS[language].replace("_", "-")], use_isolating=False)
    for file in files(language):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
