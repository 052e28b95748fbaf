"""The picture of the last seven days, for whoever asks."""

from handlers.talk import Talk
from services import digests


async def picture(talk: Talk, _words: str) -> None:
    await talk.act(digests.request_picture, zone=talk.house.zone)
