"""JSON as it goes over the wire."""

import json

from sandbox.refusals import Json

_encode = json.JSONEncoder(separators=(",", ":")).encode


def encoded(value: object) -> bytes:
    return _encode(value).encode()


def accepted(result: object) -> bytes:
    """The answer to a Bot API call that went well."""
    return b'{"ok":true,"result":' + encoded(result) + b"}"


def decoded(raw: bytes) -> Json:
    value = json.loads(raw)
    if not isinstance(value, dict):
        raise ValueError("object expected")
    return value
