"""`overblick start` without a token: a town to look at, which goes on where it stopped."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.settings import load
from bot.start import start
from bot.trouble import Trouble
from tests.line import Line
from tests.phones import HOME, Phone

PROGRAM = """
import asyncio, pathlib, sys
from bot.settings import load
from bot.start import start
asyncio.run(start(load(None), var=pathlib.Path(sys.argv[1]), port=0, anew="anew" in sys.argv))
"""
PATIENCE = 30.0
"""Real seconds; two processes start, on a machine that may be busy."""


async def starts(var: Path, *how: str) -> tuple[Process, str]:
    """The process, and the address of the page as it was printed."""
    environment = {**os.environ, "BOT_TOKEN": ""}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, str(var), *how, stdout=PIPE, env=environment, cwd=HOME
    )
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
    assert line.startswith("Överblick: open http://127.0.0.1:")
    return process, line.split()[2]


async def stops(process: Process) -> None:
    """Ctrl-C."""
    process.send_signal(signal.SIGINT)
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0


async def answers(url: str) -> bool:
    try:
        async with aiohttp.ClientSession() as session, session.get(f"{url}/clock"):
            return True
    except aiohttp.ClientConnectionError:
        return False


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    """Where it keeps its data; what a failed story leaves running is ended."""
    yield tmp_path
    written = json.loads((tmp_path / "sandbox.json").read_text(encoding="utf-8"))
    with suppress(ProcessLookupError):
        os.kill(written["pid"], signal.SIGTERM)


@pytest.mark.slow
async def test_it_goes_on_where_it_stopped(var: Path) -> None:
    process, url = await starts(var)
    line = Line(url)
    anna, maria = Phone(line, {"id": 101, "first_name": "Anna"}), Phone(line, {"id": 105, "first_name": "Maria"})
    await anna.sees("Hej Anna Lindqvist", patience=PATIENCE)
    await maria.sees("Förvarning", patience=PATIENCE)
    clock: dict[str, Any] = await line.get("/clock")
    offset = clock["offset"]

    process.kill()
    await process.wait()
    assert await answers(url), "the sandbox outlives a killed bot"
    process, again = await starts(var)
    assert again == url
    await anna.taps("Ny rapport")
    await anna.taps("Bilträff", patience=PATIENCE)
    await anna.sees("Var?")
    with pytest.raises(Trouble, match=f"it is running already: open {url}"):
        await start(load(None), var=var, port=0)

    await stops(process)
    assert not await answers(url)
    await line.close()
    process, url = await starts(var)
    line = Line(url)
    anna = Phone(line, {"id": 101, "first_name": "Anna"})
    assert (await line.get("/clock"))["offset"] == offset
    await anna.taps("Norra parkeringen", patience=PATIENCE)
    await anna.sees("Plats: Norra parkeringen")
    hellos = [message for message in await anna.chat() if "Hej Anna Lindqvist" in message]
    assert len(hellos) == 1
    await line.close()
    await stops(process)


@pytest.mark.slow
async def test_anew_stops_what_a_kill_left_and_forgets(var: Path) -> None:
    process, url = await starts(var)
    line = Line(url)
    await line.post("/phones", {"id": 999, "first_name": "Nils"})
    process.kill()
    await process.wait()
    await line.close()

    process, again = await starts(var, "anew")

    assert again == url or not await answers(url)
    line = Line(again)
    assert 999 not in [phone["id"] for phone in await line.get("/phones")]
    await line.close()
    await stops(process)
