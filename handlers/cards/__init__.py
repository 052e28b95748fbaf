"""What each view looks like. Worded at the moment it is sent, with the rights of that moment."""

from importlib import import_module
from pkgutil import iter_modules

from domain.refusals import NotAllowed
from domain.views import Gone, View
from handlers.card import WORDINGS, Card, Scene

for _module in iter_modules(__path__):  # each registers the words of its views
    import_module(f"{__name__}.{_module.name}")


def word(view: View, scene: Scene) -> Card | None:
    """The view in words, or None when there is nothing to show any more. Raises NotAllowed and KeyError."""
    if isinstance(view, Gone):
        return None
    if view.for_members and not scene.person.is_member:
        raise NotAllowed
    return WORDINGS[type(view)](view, scene)
