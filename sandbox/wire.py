"""JSON as it goes over the wire."""

import json
from dataclasses import dataclass

_encode = json.JSONEncoder(separators=(",", ":")).encode


def encoded(value: object) -> bytes:
    return _encode(value).encode()


@dataclass(frozen=True, slots=True)
class Encoded:
    """A result that is JSON already."""

    raw: bytes


def accepted(result: object) -> bytes:
    """The answer to a Bot API call that went well."""
    raw = result.raw if isinstance(result, Encoded) else encoded(result)
    return b'{"ok":true,"result":' + raw + b"}"
