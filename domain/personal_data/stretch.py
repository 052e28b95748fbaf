"""What every finder gives back."""

Stretch = tuple[int, int]
"""From the first character to before the last, as in a slice."""

HIDDEN = "\ufffc"
"""Stands in a text for each character that is masked already. It is no letter, digit or space, so nothing spans it."""
