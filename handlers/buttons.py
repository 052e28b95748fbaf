"""What a button carries: a type and a few ids, at most 64 bytes. Never words, never a right: every tap can be forged."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar, get_args, get_type_hints

from domain.people import Language
from domain.reports import CloseReason, Screen, When

LIMIT = 64
"""Bytes that Telegram lets a button carry."""

TAPS: dict[str, type["Tap"]] = {}
"""Every type of tap by the code that stands first in its data."""


class BadTap(ValueError):
    """Callback data that no button of ours carries: forged, or from another version."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Base of all taps; fields are whole numbers, yes or no, our own keys, or nothing."""

    code: ClassVar[str]

    def __init_subclass__(cls, code: str = "") -> None:
        # A slotted dataclass is made twice; the second is the one that counts.
        if code or hasattr(cls, "code"):
            cls.code = code or cls.code
            TAPS[cls.code] = cls

    def encode(self) -> str:
        values = (getattr(self, each.name) for each in fields(self))
        return ":".join([self.code, *(_write(value) for value in values)])


def decode(data: str) -> Tap:
    """The tap that `encode` wrote. Raises BadTap for anything else."""
    code, *parts = data.split(":")
    kind = TAPS.get(code)
    if kind is None:
        raise BadTap
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind)]
    if len(names) != len(parts):
        raise BadTap
    try:
        return kind(**{name: _read(hints[name], part) for name, part in zip(names, parts, strict=True)})
    except ValueError:
        raise BadTap from None


def _write(value: Any) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


def _read(kind: Any, part: str) -> Any:
    options = [option for option in get_args(kind) if option is not type(None)]
    if options and not part:
        return None
    plain = options[0] if options else kind
    if plain is bool:
        return {"0": False, "1": True}[part] if part in ("0", "1") else _bad()
    if plain is int:
        return int(part) if part.isascii() and part.removeprefix("-").isdecimal() and len(part) < 19 else _bad()
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return plain(part)
    return part or _bad()


def _bad() -> Any:
    raise BadTap


# Reports, from their author's side


@dataclass(frozen=True, slots=True)
class Ask(Tap, code="ra"):
    """Turn a draft's card to a question, or back to the overview."""

    report: int
    screen: Screen | None


@dataclass(frozen=True, slots=True)
class ChooseSite(Tap, code="rs"):
    report: int
    site: str


@dataclass(frozen=True, slots=True)
class ChooseCategory(Tap, code="rc"):
    report: int
    category: str


@dataclass(frozen=True, slots=True)
class ChoosePlace(Tap, code="rp"):
    report: int
    place: str | None


@dataclass(frozen=True, slots=True)
class ChooseSeverity(Tap, code="rv"):
    report: int
    severity: int


@dataclass(frozen=True, slots=True)
class ChooseWhen(Tap, code="rw"):
    report: int
    when: When


@dataclass(frozen=True, slots=True)
class ChooseCount(Tap, code="rn"):
    report: int
    count: str | None


@dataclass(frozen=True, slots=True)
class ChooseOngoing(Tap, code="ro"):
    report: int
    ongoing: bool


@dataclass(frozen=True, slots=True)
class HowToAdd(Tap, code="rh"):
    """Ask how a text, photo or position gets onto the card."""

    report: int


@dataclass(frozen=True, slots=True)
class ClearText(Tap, code="rt"):
    report: int


@dataclass(frozen=True, slots=True)
class SendReport(Tap, code="rf"):
    report: int


@dataclass(frozen=True, slots=True)
class DiscardReport(Tap, code="rd"):
    report: int


@dataclass(frozen=True, slots=True)
class UndoReport(Tap, code="ru"):
    report: int


# Reports, from the reader's side


@dataclass(frozen=True, slots=True)
class OpenReport(Tap, code="io"):
    """Open a report; `page` is the inbox page to go back to."""

    report: int
    page: int | None


@dataclass(frozen=True, slots=True)
class OpenNext(Tap, code="in"):
    after: int


@dataclass(frozen=True, slots=True)
class ShowAttachments(Tap, code="ia"):
    report: int


@dataclass(frozen=True, slots=True)
class AskNote(Tap, code="iw"):
    report: int


@dataclass(frozen=True, slots=True)
class AskReason(Tap, code="ir"):
    report: int
    page: int | None


@dataclass(frozen=True, slots=True)
class CloseReport(Tap, code="ic"):
    report: int
    reason: CloseReason
    page: int | None


@dataclass(frozen=True, slots=True)
class TurnInbox(Tap, code="ip"):
    page: int


@dataclass(frozen=True, slots=True)
class TurnMine(Tap, code="mp"):
    page: int


@dataclass(frozen=True, slots=True)
class CloseCard(Tap, code="xx"):
    """Take the card away."""


# People and settings


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Tap, code="pl"):
    language: Language


@dataclass(frozen=True, slots=True)
class UseTelegramName(Tap, code="pn"):
    """Be called what Telegram says."""


@dataclass(frozen=True, slots=True)
class AcceptTerms(Tap, code="pa"):
    pass


@dataclass(frozen=True, slots=True)
class DeclineTerms(Tap, code="pd"):
    pass


@dataclass(frozen=True, slots=True)
class AskName(Tap, code="pw"):
    """Change one's name."""
