"""What is wrong with a file that somebody imports: every fault, each with the file, the place in it and the reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """What can be wrong with a value."""

    UNKNOWN_KEY = "import-unknown-key"
    MISSING = "import-missing"
    WRONG_TYPE = "import-wrong-type"
    BAD_TEXT = "import-bad-text"
    BAD_KEY = "import-bad-key"
    DUPLICATE = "import-duplicate"
    OUT_OF_RANGE = "import-out-of-range"
    NOT_A_CHOICE = "import-not-a-choice"
    TOO_MANY = "import-too-many"
    UNKNOWN_CATEGORY = "import-unknown-category"
    UNKNOWN_SITE = "import-unknown-site"
    BAD_READING_HOURS = "import-bad-reading-hours"


# Imports are made from the command line, which speaks English.
PLAIN_ENGLISH: Mapping[Reason, str] = {
    Reason.UNKNOWN_KEY: "no such key is known here",
    Reason.MISSING: "is missing",
    Reason.WRONG_TYPE: "must be {expected}, but is {actual}",
    Reason.BAD_TEXT: "must be one line of 1 to {limit} characters",
    Reason.BAD_KEY: "a key is 1 to {limit} of the characters {characters}",
    Reason.DUPLICATE: "{value} stands here more than once",
    Reason.OUT_OF_RANGE: "must be from {low} to {high}",
    Reason.NOT_A_CHOICE: "must be one of {choices}",
    Reason.TOO_MANY: "at most {limit} may be listed",
    Reason.UNKNOWN_CATEGORY: "there is no category {value}",
    Reason.UNKNOWN_SITE: "there is no site {value}",
    Reason.BAD_READING_HOURS: "must be written as Mon-Fri 08:00-16:30, several with commas between",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """`path` leads to the value, counted from 0: `site.overby.places[2].lat`."""

    file: str
    path: str
    reason_id: Reason
    params: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The reason in plain English, for where no locale is at hand."""
        return PLAIN_ENGLISH[self.reason_id].format(**self.params)

    def __str__(self) -> str:
        return f"{self.file}: {self.path}: {self.text}"


class ImportFault(Exception):
    """Nothing of the file was taken in. Holds every fault that was found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class Faults:
    """Collects what is wrong while a file is read to its end."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[Fault] = []

    def add(self, path: str, reason: Reason, **params: str | int) -> None:
        self._found.append(Fault(self._file, path, reason, params))

    def raise_if_any(self) -> None:
        if self._found:
            raise ImportFault(tuple(self._found))
