"""Swedish personal identity numbers and co-ordination numbers (personnummer, samordningsnummer), in every notation.

A number is known by its date and its check digit (Luhn). Where the notation alone says enough, the date suffices:
a digit typed wrong still points at somebody, and so does a date of birth that is called one.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from domain.personal_data.stretch import Stretch

_RUN = re.compile(r"[0-9](?:[ \t./()+-]{0,3}[0-9])*")
_GROUP = re.compile(r"[0-9]+")

_BIRTH = re.compile(
    r"(?<![^\W_])(?:född|f\.|born|dob|pnr|personnr|personnummer|persnr)[ .:=]{0,3}(?:den |on )?"
    r"(?P<date>(?:[0-9]{2})?[0-9]{2}(?P<gap>[ ./-]?)[0-9]{2}(?P=gap)[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)

_MONTHS: Final = range(1, 13)
_COORDINATION_DAY: Final = 60
_LEAP_YEAR, _COMMON_YEAR = 2000, 2001
_CENTURIES: Final = ("18", "19", "20")
_ANY_SERIAL: Final = "0000"
_LENGTHS: Final = (12, 10)
_TRUNK = re.compile(r"0[1-9]")  # so begin telephone numbers; they are found as such

# How many digits stand together, as people write them. The plain ones need no check digit; the others may be much else.
_PLAIN: Final = ("84", "64")
_SPLIT: Final = ("42222", "22222", "4224", "2224", "822", "622", "264", "444", "66")
_DIGIT_BY_DIGIT: Final = ("1" * 12, "1" * 10)
_LONGEST_GROUP: Final = 9  # longer ones are numbers of their own


def find(text: str) -> Iterator[Stretch]:
    for run in _RUN.finditer(text):
        groups = [group.span() for group in _GROUP.finditer(text, *run.span())]
        sizes = "".join(str(min(end - start, _LONGEST_GROUP)) for start, end in groups)
        for at, (start, end) in enumerate(groups):
            if end - start > _LONGEST_GROUP and _is_written_in_one(text[start:end]):
                yield start, end
            yield from _spread_out(text, groups, at, sizes=sizes)
    for birth in _BIRTH.finditer(text):
        if _has_date("".join(_GROUP.findall(birth["date"])) + _ANY_SERIAL):
            yield birth.span("date")


def _is_written_in_one(digits: str) -> bool:
    """Ten or twelve digits with a date; in a longer row (a digit too many, two numbers run together) Luhn decides."""
    if len(digits) in _LENGTHS and _has_date(digits) and not _TRUNK.match(digits):
        return True
    return any(
        _has_date(window) and _passes_luhn(window[-10:])
        for size in _LENGTHS
        for at in range(len(digits) - size + 1)
        if (window := digits[at : at + size])
    )


def _spread_out(text: str, groups: list[Stretch], at: int, *, sizes: str) -> Iterator[Stretch]:
    """The number that starts with a group and goes on over the following ones, if there is one."""
    for shape in (*_PLAIN, *_SPLIT, *_DIGIT_BY_DIGIT):
        if not sizes.startswith(shape, at):
            continue
        own = groups[at : at + len(shape)]
        digits = "".join(text[start:end] for start, end in own)
        gaps = [text[left[1] : right[0]] for left, right in pairwise(groups[at : at + len(shape) + 1])]
        if _has_date(digits) and (shape in _PLAIN or _is_split_number(shape, digits, gaps)):
            yield own[0][0], own[-1][1]
            return


def _is_split_number(shape: str, digits: str, gaps: list[str]) -> bool:
    """`gaps` are those between the groups, and the one after the last when more digits follow."""
    if shape in _DIGIT_BY_DIGIT:
        return _passes_luhn(digits[-10:])
    within_date, before_last, after = gaps[: len(shape) - 2], gaps[len(shape) - 2], gaps[len(shape) - 1 :]
    if len(set(within_date)) > 1 or after == within_date[:1] != [" "]:
        return False  # "2026-11-22 2026-11-23" are two dates
    return _passes_luhn(digits[-10:]) or (before_last in {"-", "+"} and shape.endswith("4"))


def _has_date(digits: str) -> bool:
    century, year = digits[:-10], int(digits[-10:-8])
    month, day = int(digits[-8:-6]), int(digits[-6:-4])
    if century and century not in _CENTURIES:
        return False
    if month not in _MONTHS:
        return False
    days = monthrange(_COMMON_YEAR if year % 4 else _LEAP_YEAR, month)[1]
    return 1 <= day <= days or 1 <= day - _COORDINATION_DAY <= days


def _passes_luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in doubled) % 10 == 0
