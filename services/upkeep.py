"""What is thrown away every night because nothing needs it any more."""

from datetime import datetime, timedelta

from storage import Db, inbox

REPEATED_WITHIN = timedelta(hours=48)
"""Telegram repeats an update for 24 hours at most; a handled one is remembered twice as long, to be known again."""
LOOKED_AT_WITHIN = timedelta(days=30)
"""How long the operator can look into an update that was set aside; it holds what somebody wrote."""


def nightly(db: Db, _about: int, *, due: datetime, now: datetime) -> None:
    """Forget handled updates, and erase what the old ones that were set aside said."""
    inbox.forget_done(db, before=now - REPEATED_WITHIN)
    inbox.erase_set_aside(db, before=now - LOOKED_AT_WITHIN)
