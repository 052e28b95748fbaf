"""Who cannot be reached, and why."""

from domain.people import Person
from domain.reach import Unreachable
from handlers.words import Words


def why_unreachable(person: Person, words: Words) -> str:
    """Such as "har blockerat boten"."""
    return words.plain(f"unreachable-{person.unreachable_why or Unreachable.NO_CHAT}")
