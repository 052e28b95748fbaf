import asyncio
import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from telegram.error import NetworkError

from bot import logs

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRET = TOKEN.partition(":")[2]
WORDS = "Bråk vid entré A"

log = logging.getLogger("bot.story")


@pytest.fixture
def written() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """The lines logged so far, read as JSON; the process's own logging comes back afterwards."""
    root, stream = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    root.handlers = []
    logs.set_up("INFO", stream=stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.handlers = handlers
    root.setLevel(level)
    for name, earlier in levels.items():
        logging.getLogger(name).setLevel(earlier)


Written = Callable[[], list[dict[str, Any]]]


def test_a_line_is_one_json_object(written: Written) -> None:
    log.info("%s reports\nfiled", 3)
    [line] = written()
    assert line.pop("time").endswith("+00:00")
    assert line == {"level": "INFO", "source": "bot.story", "message": "3 reports\nfiled"}


async def test_a_line_says_what_it_is_about_in_tasks_too(written: Written) -> None:
    async def work() -> None:
        log.info("inside")

    with logs.about(lane=1001), logs.about(update=7):
        task = asyncio.create_task(work())
    await task
    log.info("outside")
    inside, outside = written()
    assert (inside["lane"], inside["update"]) == (1001, 7)
    assert outside.keys() == {"time", "level", "source", "message"}


@pytest.mark.parametrize("colon", [":", "%3A", "%3a"])
def test_a_token_is_blotted_out_wherever_it_stands(written: Written, colon: str) -> None:
    address = f"https://api.telegram.org/bot{TOKEN.replace(':', colon)}/sendMessage"
    log.info("asked %s", address)
    log.warning(address)
    try:
        raise NetworkError(address)
    except NetworkError:
        log.exception("failed")
    assert SECRET not in repr(written())
    assert [line["message"] for line in written()] == [
        "asked https://api.telegram.org/bot<token>/sendMessage",
        "https://api.telegram.org/bot<token>/sendMessage",
        "failed",
    ]
    assert written()[2]["error"][0] == "NetworkError: https://api.telegram.org/bot<token>/sendMessage"


def fail_with_words() -> None:
    try:
        raise ValueError(WORDS)
    except ValueError as error:
        raise ExceptionGroup(WORDS, [KeyError(WORDS), ConnectionRefusedError(111, "Connection refused")]) from error


def test_an_exception_is_told_by_its_kinds_and_places_without_peoples_words(written: Written) -> None:
    try:
        fail_with_words()
    except ExceptionGroup:
        log.exception("failed")
    [line] = written()
    kinds = [part for part in line["error"] if ".py:" not in part]
    assert kinds == [
        "ValueError",
        "KeyError",
        "ConnectionRefusedError: [Errno 111] Connection refused",
        "ExceptionGroup",
    ]
    assert any(part.endswith(" fail_with_words") for part in line["error"])
    assert WORDS not in repr(line)


async def test_a_task_that_fails_unseen_is_told_without_its_words(written: Written) -> None:
    async def fail() -> None:
        raise ValueError(WORDS)

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.unhandled)
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    [line] = written()
    assert line["message"] == "Task exception was never retrieved"
    assert WORDS not in repr(line)


@pytest.mark.parametrize("name", ["httpx", "aiohttp.access", "telegram.ext.Application", "sqlalchemy.engine"])
def test_libraries_only_warn(written: Written, name: str) -> None:
    logging.getLogger(name).info("POST https://api.telegram.org")
    logging.getLogger(name).warning("careful")
    assert [line["message"] for line in written()] == ["careful"]
