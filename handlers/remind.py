"""To be written."""

from domain.refusals import Refusal
from handlers.talk import Talk


async def compose(talk: Talk, _words: str) -> None:
    raise Refusal("refusal-unknown-command")
