"""How the bot itself is doing, for the strategist."""

from handlers.talk import Talk
from services import health


async def status(talk: Talk, _words: str) -> None:
    await talk.act(health.show)
