"""What each view looks like. Worded at the moment it is sent, with the rights of that moment."""

from domain.views import Gone, View
from handlers.card import WORDINGS, Card, Scene
from handlers.cards import inbox, report, start

__all__ = ["inbox", "report", "start", "word"]


def word(view: View, scene: Scene) -> Card | None:
    """The view in words, or None when there is nothing to show any more. Raises NotAllowed and KeyError."""
    return None if isinstance(view, Gone) else WORDINGS[type(view)](view, scene)
