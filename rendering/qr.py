"""QR pictures."""

from io import BytesIO

import segno

DOT = 12
"""Pixels a dot: a short link becomes a picture of about 500 pixels, which a phone shows sharp over its whole width."""


def picture(text: str) -> bytes:
    """The text as a QR code, as a PNG; readable with a fifth of it in glare or under a thumb."""
    code = segno.make_qr(text, error="q")
    png = BytesIO()
    code.save(png, kind="png", scale=DOT)
    return png.getvalue()
