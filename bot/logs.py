"""What the bot writes about itself: one JSON object on a line, with ids and never with people's words.

Words get into logs by way of exceptions, so an exception is told by its kinds and places; only those whose messages
come from Telegram or the operating system are quoted. The token gets there inside addresses, so whatever looks like
one is blotted out of the finished line.
"""

import json
import logging
import re
import sys
import traceback
from asyncio import AbstractEventLoop
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Final, TextIO

from telegram.error import TelegramError

TOKEN: Final = re.compile(r"\d+(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
QUIET: Final = ("aiohttp", "apscheduler", "asyncio", "httpcore", "httpx", "sqlalchemy", "telegram")
"""They log addresses, parameters or every small step at INFO and below."""
QUOTABLE: Final = (TelegramError, OSError)

_facts: ContextVar[Mapping[str, int]] = ContextVar("facts", default={})  # noqa: B039  # replaced, never changed


@contextmanager
def about(**facts: int) -> Iterator[None]:
    """Everything logged inside, in tasks started there too, carries these ids, such as an update's and a lane's."""
    earlier = _facts.set({**_facts.get(), **facts})
    try:
        yield
    finally:
        _facts.reset(earlier)


class JsonLines(logging.Formatter):
    """Time (UTC), level, source, message and what it is about; for an exception its kinds and places."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "source": record.name,
            "message": record.getMessage(),
            **_facts.get(),
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = _told(record.exc_info[1])
        return TOKEN.sub("<token>", json.dumps(line, ensure_ascii=False, default=str))


def set_up(level: str, *, stream: TextIO | None = None) -> None:
    """Sends all logs to `stream`, standard error if none is given. `level` is for our own; libraries only warn."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def unhandled(_: AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """For `loop.set_exception_handler`: asyncio's own handler writes the exception's words into its message."""
    logging.getLogger("asyncio").error(context["message"], exc_info=context.get("exception"))


def _told(error: BaseException) -> list[str]:
    """Each exception of the chain, the first cause first, followed by where it came through."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    parts = [*([earlier] if earlier else []), *(error.exceptions if isinstance(error, BaseExceptionGroup) else [])]
    kind = type(error).__name__
    summary = f"{kind}: {error}" if isinstance(error, QUOTABLE) else kind
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    return [*(line for part in parts for line in _told(part)), summary, *places]
