"""Why somebody cannot be reached."""

from enum import StrEnum


class Unreachable(StrEnum):
    """What stands between us and somebody, as Telegram tells it; they alone can change it."""

    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NEVER_STARTED = "never_started"
    NO_CHAT = "no_chat"
