"""E-mail addresses, and names that people go by in social media: handles, links to them, what follows "snap:"."""

import re
from collections.abc import Iterator
from typing import Final

from domain.personal_data.stretch import HIDDEN, Stretch

_START: Final = r"(?<![\w@])"
_SERVICES: Final = (
    r"t\.me|telegram\.(?:me|dog)|wa\.me|instagram\.com|instagr\.am|snapchat\.com|facebook\.com|fb\.(?:com|me)|m\.me"
    r"|tiktok\.com|twitter\.com|x\.com|threads\.net|youtube\.com|youtu\.be|linkedin\.com|discord\.(?:gg|com)|vk\.com"
    r"|reddit\.com|twitch\.tv|kik\.me|signal\.me|onlyfans\.com"
)
_REST: Final = rf"[^\s{HIDDEN}⟦⟧]"

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SPELT_EMAIL = re.compile(
    rf"{_START}(?<!\.)[\w.+-]{{1,64}} ?(?:[(\[]at[)\]]|\(?snabel-?a\)?) ?[\w-]{{1,64}}"
    r"(?: ?(?:\.|[(\[]dot[)\]]|punkt|dot) ?[a-z]{2,10}){1,3}(?!\w)",
    re.IGNORECASE,
)
_LINK = re.compile(rf"(?:https?://)?(?<![\w.])(?:[a-z]{{1,3}}\.)?(?:{_SERVICES})/{_REST}+|tg://{_REST}+", re.IGNORECASE)
_AT = re.compile(r"(?:https?://[^\s@]{1,200})?(?<![\w@])@[\w][\w.]{1,63}")

_CUED = re.compile(
    r"(?<![^\W_])(?P<before>på |via |on |hans |hennes |deras |min |mitt |his |her |their )?"
    r"(?:snap(?:chat)?|sc|insta(?:gram)?|ig|tiktok|telegram|tg|discord|kik|facebook|fb|twitter|steam|användarnamn(?:et)?"
    r"|username|user)"
    r"(?P<link> ?[:=] ?| är | is | heter | namn | konto | account | )"
    r"(?P<handle>[^\W_][\w.-]{1,63}|_[\w.-]{1,63})",
    re.IGNORECASE,
)
_ON: Final = frozenset({"på ", "via ", "on "})


def find_emails(text: str) -> Iterator[Stretch]:
    for pattern in (_EMAIL, _SPELT_EMAIL):
        for found in pattern.finditer(text):
            yield found.span()


def find_handles(text: str) -> Iterator[Stretch]:
    for pattern in (_LINK, _AT):
        for found in pattern.finditer(text):
            yield found.start(), found.start() + len(found[0].rstrip(".,;:!?)'\""))
    for found in _CUED.finditer(text):
        if _is_handle(found):
            yield found.start("handle"), found.start("handle") + len(found["handle"].rstrip(".-"))


def _is_handle(found: re.Match[str]) -> bool:
    """A word right after the name of a service may be any word ("på snap igen"); with a sign of its own it is not."""
    handle, before = found["handle"].rstrip(".-"), (found["before"] or "").lower()
    if any(map(str.isalpha, handle)) and any(sign in handle for sign in "_.0123456789"):
        return True
    if before in _ON:
        return False
    return found["link"] != " " or bool(before)
