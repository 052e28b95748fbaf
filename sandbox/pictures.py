"""What the head of a PNG or JPEG file tells of it."""

from dataclasses import dataclass

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
PNG_HEAD = 24
MARKER = 0xFF
WITHOUT_LENGTH = {0x01, *range(0xD0, 0xDA)}
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG segments that start a frame; the three left out are tables."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Width and height in pixels."""

    width: int
    height: int
    mime_type: str


def looked_at(body: bytes) -> Picture | None:
    """None when it is not a picture that Telegram would take for a photo."""
    if body.startswith(PNG) and len(body) >= PNG_HEAD:
        return Picture(int.from_bytes(body[16:20]), int.from_bytes(body[20:24]), "image/png")
    return _jpeg(body) if body.startswith(JPEG) else None


def _jpeg(body: bytes) -> Picture | None:
    at = 2
    while at + 9 <= len(body):
        if body[at] != MARKER:
            return None
        kind = body[at + 1]
        if kind in FRAMES:
            width, height = int.from_bytes(body[at + 7 : at + 9]), int.from_bytes(body[at + 5 : at + 7])
            return Picture(width, height, "image/jpeg")
        at += 2 if kind in WITHOUT_LENGTH else 2 + int.from_bytes(body[at + 2 : at + 4])
    return None
