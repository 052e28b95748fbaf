"""How serious a report is. The number is stored and shown; the words come from the vocabulary and the locale files."""

from enum import IntEnum


class Severity(IntEnum):
    CALM = 0
    GREEN = 1
    YELLOW = 2
    ORANGE = 3
    RED = 4
