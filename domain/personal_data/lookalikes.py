"""A text as a reader sees it: fullwidth digits, invisible characters and odd dashes are what they look like.

Every folded character knows which stretch of the original it stands for, so that what is found can be cut from that.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

# Cyrillic and Greek letters that look like ours: enough to write a plate or a handle in disguise.
_ALIKE = (
    ("\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0408", "ABEKMHOPCTYXSJ"),
    ("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0458\u0456", "aeopcyxsji"),
    ("\u0391\u0392\u0395\u0396\u0397\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf", "ABEZHKMNOPTYXo"),
)
_LETTERS = {other: ours for others, our in _ALIKE for other, ours in zip(others, our, strict=True)}
_ORDINARY = re.compile(r"[\x00-\x7fåäöéÅÄÖÉ⟦⟧]*")  # what nearly all reports are: nothing to fold
_INVISIBLE = {"Cf", "Mn", "Me"}  # zero-width characters and writing direction; marks that no letter took up
_DASHES = {"\u2212", "\u2043", "\u02d7", "\u30fc", "\u2500"}  # a minus, a bullet and others that are no dash by name


@dataclass(frozen=True, slots=True)
class Folded:
    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that the folded characters from `start` to before `end` stand for."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    if _ORDINARY.fullmatch(text):
        return Folded(text, range(len(text)), range(1, len(text) + 1))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, cluster in _clusters(text):
        folded = _fold(cluster)
        characters.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([start + len(cluster)] * len(folded))
    return Folded("".join(characters), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each character with the combining marks that belong to it (`a` and a ring are one letter)."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, text[start:at]
            start = at


@lru_cache(maxsize=4096)
def _fold(cluster: str) -> str:
    return "".join(_plain(character) for character in unicodedata.normalize("NFKC", cluster))


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category in _INVISIBLE:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd" or character in _DASHES:
        return "-"
    if category == "Zs":
        return " "
    return _LETTERS.get(character, character)
