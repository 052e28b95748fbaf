"""What a message in a chat shows, as data: a name and ids, never words.

A message owed or sent is a row that holds one of these. It is put into words at the moment it is sent or edited, with
the rights of that moment, so a correction, an erasure or a revocation reaches what still waits.
"""

import json
from dataclasses import asdict, dataclass
from typing import ClassVar

KINDS: dict[str, type["View"]] = {}
"""Every view by the name it is stored under."""


@dataclass(frozen=True, slots=True)
class View:
    """Base of all views; `about` names the one field whose change concerns the message (see `subject`), if it has one.

    `for_members` is false for what may also be said to somebody who is not (or no longer) a member. `has_text` is false
    for what cannot be edited into words, so that it is deleted when its reader may not have it any more.
    """

    about: ClassVar[str | None] = None
    for_members: ClassVar[bool] = True
    has_text: ClassVar[bool] = True

    def __init_subclass__(cls) -> None:
        KINDS[cls.__name__] = cls

    @property
    def subject(self) -> str | None:
        """What the message is about, such as "report:241": every message about it is drawn again when it changes."""
        number = getattr(self, self.about) if self.about else None
        return subject(self.about or "", number) if number is not None else None

    def encode(self) -> tuple[str, str]:
        return type(self).__name__, json.dumps(asdict(self), separators=(",", ":"))


def decode(kind: str, body: str) -> View:
    """The view that `encode` gave. Raises KeyError or TypeError for one that this version does not know."""
    return KINDS[kind](**json.loads(body))


def subject(noun: str, number: int) -> str:
    return f"{noun}:{number}"


def every(noun: str) -> str:
    """The subject of a message whose view lists several of them, such as `reports`: drawn again when one changes."""
    return f"{noun}:*"


@dataclass(frozen=True, slots=True)
class Gone(View):
    """Nothing: the message is to be deleted."""

    for_members: ClassVar[bool] = False
