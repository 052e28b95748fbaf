"""Swedish registration plates: ABC123, ABC 12D, in any case; and foreign or chosen ones after a word for them."""

import re
from collections.abc import Iterator
from typing import Final

from domain.personal_data.stretch import Stretch

# A plate has no I, Q, V, Å, Ä or Ö, and no O in its last place.
_LETTERS: Final = "A-HJ-PR-UW-Z"
_LAST: Final = "0-9A-HJ-NPR-UW-Z"
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"

_PLATE = re.compile(
    rf"{_START}(?P<letters>[{_LETTERS}]{{3}})(?P<gap>[ .-]{{0,2}})(?P<rest>\d\d[{_LAST}]){_END}", re.IGNORECASE
)
_SPACED_PLATE = re.compile(rf"{_START}[{_LETTERS}](?: [{_LETTERS}]){{2}} ?[ -]? ?\d ?\d ?[{_LAST}]{_END}")
# Norwegian and Danish; German.
_FOREIGN = re.compile(rf"{_START}(?:[A-Z]{{2}} ?\d\d ?\d{{3}}|[A-Z]{{1,3}}-[A-Z]{{1,2}} ?\d{{2,4}}){_END}")
_CUED = re.compile(
    rf"{_START}(?:reg(?:istrerings?)?[ .-]{{0,2}}(?:nr|nummer|skylt\w{{0,4}}|plåt\w{{0,4}})?|nummerplåt\w{{0,4}}"
    rf"|(?:number|licen[cs]e)?[ -]?plates?|licen[cs]e number|bilnr|bilnummer)"
    r"(?:[ .:=]{1,3}(?:nr|nummer|no|number|är|is|börjar|starts|på|med|with)?){1,3}"
    rf"{_START}(?P<plate>[^\W_]{{1,8}}(?:[ -][^\W_]{{1,5}})?){_END}",
    re.IGNORECASE,
)
_CUED_LENGTHS: Final = range(4, 10)

# Words of three plate letters that stand before a number in ordinary reports: "max 100", "typ 200", "jan 112".
_WORDS_TEXT: Final = """
alt apr att aug bar bas bmw box bus dag dec dem den det dom eld ens epa ett feb fem fre gap gbg ger get han har hon
hos hot hur hus ica jan jul jun kan kod kom led lgh lob lok maj man mar max med men mer mot ner nog nya obs och okt
ons oob ost per pga pub res rum sen sep ses set sex ska skc som sos stn sum syd tak tar tel tom ton top tor tot tre
typ ung upp ute
all and any are bet but can car cca day est etc fax for got had has her how its let lot men new not now old
one our out put ran run sat saw say see she the too two use was way who yet you
dkk eur gbp nok sek usd
"""
_WORDS: Final = frozenset(_WORDS_TEXT.split())
_COUNTED = re.compile(
    r" ?(?:st|kr|kronor|m|meter|km|min|bilar|fordon|mopeder|epor|pers|personer|ungdomar|ungd|cars|people|vehicles|%)"
    + _END,
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Stretch]:
    for found in _PLATE.finditer(text):
        if _is_plate(found, text):
            yield found.span()
    for pattern in (_SPACED_PLATE, _FOREIGN):
        for found in pattern.finditer(text):
            yield found.span()
    for found in _CUED.finditer(text):
        if size := _cued_size(found["plate"]):
            yield found.start("plate"), found.start("plate") + size


def _is_plate(found: re.Match[str], text: str) -> bool:
    """Letters and digits in one are a plate unless they are a word; apart, also unless they count something."""
    is_word = found["letters"].lower() in _WORDS
    if not found["gap"]:
        return not is_word or (found["letters"].isupper() and found["rest"] != "112")
    return not is_word and not _COUNTED.match(text, found.end())


def _cued_size(plate: str) -> int:
    """How much of what follows the cue is the plate: one group with letters and digits, or two that share them."""
    first = re.split("[ -]", plate, maxsplit=1)[0]
    for candidate in (first, plate):
        has_both = any(map(str.isdigit, candidate)) and any(map(str.isalpha, candidate))
        if has_both and len(candidate) in _CUED_LENGTHS:
            return len(candidate)
    return len(first) if first.isupper() and first.isalpha() and len(first) > 1 else 0
