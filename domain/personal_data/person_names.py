"""Names of people, known by the word before them: "heter Kevin Berg", "Mr Berg", "vid namn kevin".

Names without such a word are not looked for here: words with a capital are as often a place or a shop.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from domain.personal_data.stretch import Stretch

_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_WORD: Final = r"[^\W\d_]+(?:['’-][^\W\d_]+){0,3}"
_NEXT = re.compile(rf"(?P<gap>[\s:=\"'„“”(.-]{{1,6}})(?P<word>{_WORD})")
_FOLLOWING = re.compile(rf" {{1,2}}(?P<word>{_WORD})")
_BEFORE = re.compile(
    rf"{_START}(?P<names>(?:{_WORD} ){{0,2}}{_WORD}),? (?:heter|hette) (?:han|hon|hen|killen|tjejen|mannen){_END}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words that a name follows.

    `lower_case`: how many words without a capital may be the name; where the cue `explains` it is two after a colon,
    "är" or "is". `fewest`: how many words with a capital it takes; `colon`: whether the name may stand after one.
    """

    words: str
    flags: re.RegexFlag = re.IGNORECASE
    lower_case: int = 0
    explains: bool = False
    fewest: int = 1
    colon: bool = True


_CUES: Final = (
    _Cue(
        r"(?:heter|hette|heta)(?: (?:nåt|något|ngt) (?:i stil med|som|typ))?|kalla[sd]|kallade|kallar sig|vid namn"
        r"|presenterade sig som|named|name is|name's|by the name of|goes by|known as",
        lower_case=2,
        explains=True,
    ),
    _Cue(
        r"alias|aka|smeknamn|nickname|(?:för|efter)?namn(?:et|en)?|(?:first|last|sur)?names?|called|ms|hr",
        explains=True,
    ),
    _Cue("mr|mrs|herr", lower_case=1, explains=True),
    _Cue("[Ff]ru|[Ff]röken|Miss|FRU|FRÖKEN|MISS", flags=re.NOFLAG, colon=False),
    _Cue("misstänkte|vittnet|målsäganden?|anmälaren", colon=False),
    _Cue(
        "misstänkt|gripen|gripne|gripna|vittnet?|anmälaren?|ordningsvakt(?:en)?|väktaren?|kollegan?|butikschef(?:en)?"
        "|suspect|witness|guard|colleague",
        fewest=2,
    ),
)
_PATTERNS: Final = tuple((re.compile(rf"{_START}(?:{cue.words}){_END}", cue.flags), cue) for cue in _CUES)
_LONGEST_NAME: Final = 3
_EXPLAINED_LOWER_CASE: Final = 2

_PARTICLES_TEXT: Final = "af al av bin da de del den der di du el ibn la le van von y"
_PARTICLES: Final = frozenset(_PARTICLES_TEXT.split())
_FILLERS_TEXT: Final = (
    "är is for för han hon hen den killen tjejen mannen kvinnan nog kanske typ troligen tydligen alltså var"
)
_FILLERS: Final = frozenset(_FILLERS_TEXT.split())
_EXPLAINING: Final = frozenset({"är", "is"})
# What follows a cue and is no name: "heter inte", "kallas polis", "namn och adress", "called security".
_NOT_NAMES_TEXT: Final = """
aldrig alla alltid ambulans andra använder att av bakom bara blev bor brandkår brandkåren dam de denna dessa det detta
dit dom efter ej eller en ett finns fortfarande fr framför från gick gruppen gärna gör ha hade har hela hit honom hos
hur i ibland igen in inga ingen ingenting inget inne inte ja jag jobbar kan kl kom kommer kunde kör körde m man med
men mot många måste nej ner ngt ni nr nu någon något nån nåt o och också okänd okända okänt om ordningsvakt p
passerade patrull personal personalen plats platsen polis polisen på reg regnr ropade rör sa sade saknas samma samt
sas sedan sen sig ska skrek slog slår snart som sprang stack stod stör säger så ta tel telefon till tillbaka två under
upp ut utan utanför ute vad vakt vakten vakter vart vem vi via vid vilket vill vägrade vägrar väktare väktaren vår åt
över
a about after again all an and any are as at back badge be because been before but by calling can did do from had has
have he her here him i if into it its list me missing my no not of off on or our out over please police security she
sos tag tags that the their them then there they this to unknown up us was we were when where who with you
"""
_NOT_NAMES: Final = frozenset(_NOT_NAMES_TEXT.split())


def find(text: str) -> Iterator[Stretch]:
    for pattern, cue in _PATTERNS:
        for found in pattern.finditer(text):
            yield from _name_after(text, found.end(), cue)
    for found in _BEFORE.finditer(text):
        yield from _name_before(found)


def _name_after(text: str, at: int, cue: _Cue) -> Iterator[Stretch]:
    lower_case = cue.lower_case
    for _ in range(_LONGEST_NAME):
        found = _NEXT.match(text, at)
        if not found or (not cue.colon and found["gap"].strip()):
            return
        word = found["word"].casefold()
        if cue.explains and (word in _EXPLAINING or set(found["gap"]) & {":", "="}):
            lower_case = _EXPLAINED_LOWER_CASE
        if word not in _FILLERS:
            yield from _name_at(text, *found.span("word"), lower_case=lower_case, fewest=cue.fewest)
            return
        at = found.end()


def _name_at(text: str, start: int, end: int, *, lower_case: int, fewest: int) -> Iterator[Stretch]:
    """The name whose first word is known: with a capital it goes on over capitals, without over any words."""
    first = text[start:end]
    capital = first[0].isupper()
    if first.casefold() in _NOT_NAMES or not (capital or lower_case):
        return
    words = 1
    at = end
    while words < (_LONGEST_NAME if capital else lower_case) and (found := _FOLLOWING.match(text, at)):
        word, at = found["word"], found.end()
        if word.casefold() in _PARTICLES and capital:
            continue
        if word.casefold() in _NOT_NAMES or (capital and not word[0].isupper()):
            break
        words, end = words + 1, at
    if words >= fewest:
        yield start, end


def _name_before(found: re.Match[str]) -> Iterator[Stretch]:
    """The words with a capital right before "heter han"; without any, the last word."""
    words = found["names"].split()
    while len(words) > 1 and not words[0][0].isupper():
        words.pop(0)
    if words[-1].casefold() not in _NOT_NAMES | _FILLERS:
        yield found.end("names") - len(" ".join(words)), found.end("names")
