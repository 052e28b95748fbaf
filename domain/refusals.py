"""Why something could not be done, in words that a locale file has."""

from collections.abc import Mapping


class Refusal(Exception):
    """An act that was refused. Carries the locale id and what the sentence needs; the edges say it, nobody else."""

    def __init__(self, text_id: str, /, **details: str | int) -> None:
        super().__init__(text_id)
        self.text_id = text_id
        self.details: Mapping[str, str | int] = details


class NotAllowed(Refusal):
    """The person may not do this here (any longer)."""

    def __init__(self, text_id: str = "refusal-not-allowed") -> None:
        super().__init__(text_id)


class Stranger(Refusal):
    """Somebody without a membership; gets one polite sentence and nothing else."""

    def __init__(self) -> None:
        super().__init__("stranger")


class Stale(Refusal):
    """A button from an earlier state of its card; the card is drawn again."""

    def __init__(self, text_id: str = "refusal-stale") -> None:
        super().__init__(text_id)


class InviteRefused(Refusal):
    """An invite that cannot be used (any longer): the one thing that strangers are told besides that they are."""

    def __init__(self) -> None:
        super().__init__("refusal-invite")
