"""Telephone numbers: what the numbering plans know (phonenumberslite, from Sweden), and what merely looks like one."""

import re
from collections.abc import Iterator
from typing import Final

from phonenumbers import Leniency, PhoneNumberMatcher

from domain.personal_data.stretch import HIDDEN, Stretch

_GAP: Final = r"[ ./()-]{0,3}"
_ALONE: Final = r"(?<![0-9:.,])"  # neither the minutes of 23:00 nor the decimals of 1.50

_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_ALONE}(?:\+|00[1-9])(?:{_GAP}[0-9]){{7,14}}(?![0-9])",  # international
        rf"{_ALONE}\(?0[ -]?7[ -]?[02369](?:{_GAP}[0-9]){{7}}(?![0-9])",  # mobile, however it is spaced
        rf"{_ALONE}0[1-9][0-9]{{6,8}}(?![0-9])",  # any area, in one
        rf"{_ALONE}7[02369][ -]?[0-9]{{3}}[ -]?[0-9][0-9][ -]?[0-9][0-9](?![0-9])",  # mobile without its zero
    )
)
_CUED = re.compile(
    r"(?<![^\W_])(?:tele?(?:fon)?(?:nr|nummer)?|tfn|tlf|mob(?:il)?(?:nr|nummer)?|nummer|phone|call|cell|whatsapp|viber"
    r"|ring(?:er|de)?|smsa?|number)"
    r"[ .:=]{1,3}(?:(?:på|är|is|to|at|me|mig|till|nr|nummer|no)[ .:]{1,2}){0,2}"
    r"(?P<number>[0-9]{2,}(?:[ /-][0-9]{2,}){0,4})(?![0-9])",
    re.IGNORECASE,
)
_SERVICE_NUMBER = re.compile(r"11[2-9]")  # 112, 114 14, 116 000, 1177: nobody's own
_CUED_DIGITS: Final = range(6, 16)

# 0800-1630; 02-04 10-12
_TIMES = re.compile(
    r"(?:[01][0-9]|2[0-4])[0-5][0-9] ?[ -] ?(?:[01][0-9]|2[0-4])[0-5][0-9]$|[0-9][0-9]-[0-9][0-9] [0-9][0-9]-[0-9][0-9]"
)
_ENOUGH_DIGITS = re.compile(r"[0-9](?:[^\w\n]{0,4}[0-9]){6}")


def find(text: str) -> Iterator[Stretch]:
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield found.span()
            text = _without(text, found.span())
    for found in _CUED.finditer(text):
        if _is_cued_number(found["number"]):
            yield found.span("number")
            text = _without(text, found.span("number"))
    if _ENOUGH_DIGITS.search(text):
        yield from _known_to_a_plan(text)


def _is_cued_number(number: str) -> bool:
    digits = sum(character.isdigit() for character in number)
    return digits in _CUED_DIGITS and not _SERVICE_NUMBER.match(number) and not _TIMES.match(number)


def _known_to_a_plan(text: str) -> Iterator[Stretch]:
    for match in PhoneNumberMatcher(text, "SE", leniency=Leniency.VALID):
        if not _TIMES.match(match.raw_string):
            yield match.start, match.end


def _without(text: str, stretch: Stretch) -> str:
    """The plans are slow to ask (0.3 ms a number), so they are only asked about what the patterns left."""
    start, end = stretch
    return text[:start] + HIDDEN * (end - start) + text[end:]
