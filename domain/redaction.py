"""No personal data in texts: it is taken out before anything is stored, and what is doubtful is taken out too.

What stays is a mark that says of which kind it was, never what it said. Words for the marks are in the locale files.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.personal_data import handles, identity_numbers, person_names, phones, plates
from domain.personal_data.lookalikes import fold
from domain.personal_data.stretch import HIDDEN, Stretch


class PersonalData(StrEnum):
    IDENTITY_NUMBER = "identity_number"
    PLATE = "plate"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    NAME = "name"
    TEXT = "text"  # the whole of it, when it could not be cleaned


MARKS: Final[Mapping[PersonalData, str]] = {kind: f"⟦{kind}⟧" for kind in PersonalData}


@dataclass(frozen=True, slots=True)
class Removed:
    """One stretch that was taken out. It holds the kind alone: what it said is not kept anywhere."""

    kind: PersonalData


@dataclass(frozen=True, slots=True)
class Cleaned:
    text: str
    removed: tuple[Removed, ...]


# In this order: an address holds a handle, and an identity number looks like a telephone number.
_FINDERS: Final[tuple[tuple[PersonalData, Callable[[str], Iterable[Stretch]]], ...]] = (
    (PersonalData.EMAIL, handles.find_emails),
    (PersonalData.HANDLE, handles.find_handles),
    (PersonalData.IDENTITY_NUMBER, identity_numbers.find),
    (PersonalData.PHONE, phones.find),
    (PersonalData.PLATE, plates.find),
    (PersonalData.NAME, person_names.find),
)
_MARK = re.compile("|".join(map(re.escape, MARKS.values())))
_PASSES: Final = 5


def clean(text: str) -> Cleaned:
    """The text with marks for all personal data in it, otherwise unchanged. Cleaning it again takes out nothing more.

    A mark may bring together what was apart, so it is repeated until nothing is found; a text that does not come to
    rest (nobody writes one by accident) is masked whole.
    """
    removed: list[Removed] = []
    for _ in range(_PASSES):
        cleaned = _clean_once(text)
        if not cleaned.removed:
            return Cleaned(text, tuple(removed))
        text = cleaned.text
        removed.extend(cleaned.removed)
    return mask_all(text)


def mask_all(text: str) -> Cleaned:
    """One mark for the whole text, for when cleaning failed."""
    if not text or text == MARKS[PersonalData.TEXT]:
        return Cleaned(text, ())
    return Cleaned(MARKS[PersonalData.TEXT], (Removed(PersonalData.TEXT),))


def _clean_once(text: str) -> Cleaned:
    folded = fold(text)
    parts: list[str] = []
    removed: list[Removed] = []
    done = 0
    for (first, last), kind in sorted(_find(folded.text).items()):
        start, end = folded.original(first, last)
        if start < done:  # one character that reads as several, half of them found
            continue
        parts += text[done:start], MARKS[kind]
        removed.append(Removed(kind))
        done = end
    return Cleaned("".join((*parts, text[done:])), tuple(removed))


def _find(text: str) -> dict[Stretch, PersonalData]:
    """Every stretch once, none over another: what one finder took, the next does not see."""
    text = _MARK.sub(lambda mark: HIDDEN * len(mark[0]), text)
    found: dict[Stretch, PersonalData] = {}
    for kind, find in _FINDERS:
        stretches = _joined(find(text))
        found.update(dict.fromkeys(stretches, kind))
        text = _hide(text, stretches)
    return found


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _hide(text: str, stretches: list[Stretch]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in stretches:
        parts += text[done:start], HIDDEN * (end - start)
        done = end
    return "".join((*parts, text[done:]))
