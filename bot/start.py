"""`overblick start`: the bot; without a token against the sandbox, in a made-up town.

The sandbox is a process of its own and outlives a killed bot; the next start finds it by what is written down in `var/`
and goes on with it. An orderly end stops both.
"""

import asyncio
import fcntl
import json
import os
import signal
import socket
import sys
import tomllib
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import aiohttp
from pydantic import SecretStr

from bot.clock import Clock
from bot.settings import Settings
from bot.trouble import Trouble

VAR: Final = Path(__file__).parent.parent / "var"
"""Where the demonstration keeps everything; without it one begins anew."""
NOTE: Final = "sandbox.json"
LOCK: Final = "lock"
LOG: Final = "sandbox.log"
CAST: Final = Path(__file__).parent.parent / "data" / "cast.toml"
"""The bot and the people's phones, as the sandbox knows them."""
HOST: Final = "127.0.0.1"
PORT: Final = 8081
FRIDAY: Final = 4
AFTERNOON: Final = 14
"""The demonstration begins on a Friday at 14:00: the weekend is ahead, and Monday's digest after it."""
READY_WITHIN: Final = 30.0
GONE_WITHIN: Final = 10.0
ANSWERS_WITHIN: Final = 2.0
"""Real seconds for the sandbox to be up, to be down, and to say what time it is."""
LOOK_EVERY: Final = 0.02


@dataclass(frozen=True, slots=True)
class Sandbox:
    url: str
    pid: int
    process: Process | None = None
    """Held for as long as it runs if we started it: forgotten, asyncio would kill it."""


async def start(settings: Settings, *, var: Path = VAR, port: int = PORT, anew: bool = False) -> None:
    """Run until told to stop; `anew` throws the made-up town away first. Raises Trouble when it cannot."""
    if settings.bot_token.get_secret_value():
        if anew:
            raise Trouble("BOT_TOKEN is set: there is no made-up town to begin anew")
        await _run(settings)
        return
    with _alone(var):
        if anew:
            await _clear(var)
        await _show(settings, var=var, port=port)


async def _show(settings: Settings, *, var: Path, port: int) -> None:
    """The bot against the sandbox, until told to stop."""
    async with _sandbox(var, port=port, zone=settings.zone) as sandbox:
        chosen = _against(sandbox, settings, var)
        await _furnish(chosen, now=await _time_at(sandbox.url))
        print(f"Överblick: open {sandbox.url} in a browser. Ctrl-C stops it.", flush=True)
        await _run(chosen)


@contextmanager
def _alone(var: Path) -> Iterator[None]:
    """Hold `var/` for this process; the lock ends with it, however it ends. Raises Trouble for a second one."""
    var.mkdir(parents=True, exist_ok=True)
    with (var / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            running = _written_down(var)
            raise Trouble(f"it is running already{f': open {running.url}' if running else ''}") from None
        yield


async def _clear(var: Path) -> None:
    """Stop a sandbox that a kill left behind, and forget everything but who holds `var/`."""
    left = await _still_running(var)
    if left:
        await _stop(left)
    _forget(var)


def _forget(var: Path) -> None:
    for file in var.iterdir():
        if file.is_file() and file.name != LOCK:
            file.unlink()


@asynccontextmanager
async def _sandbox(var: Path, *, port: int, zone: ZoneInfo) -> AsyncIterator[Sandbox]:
    """The sandbox that runs still, or a new one on the same data; stopped at the end."""
    sandbox = await _still_running(var) or await _started(var, port=port, zone=zone)
    _write_down(sandbox, var)
    try:
        yield sandbox
    finally:
        await _stop(sandbox)


async def _still_running(var: Path) -> Sandbox | None:
    """The sandbox that was written down, if that process lives and answers."""
    sandbox = _written_down(var)
    if sandbox is None or not _lives(sandbox.pid):
        return None
    try:
        await _time_at(sandbox.url)
    except (ValueError, KeyError, aiohttp.ClientError, TimeoutError):
        return None
    return sandbox


def _written_down(var: Path) -> Sandbox | None:
    try:
        known = json.loads((var / NOTE).read_text(encoding="utf-8"))
        return Sandbox(known["url"], known["pid"])
    except (OSError, ValueError, KeyError):
        return None


def _write_down(sandbox: Sandbox, var: Path) -> None:
    (var / NOTE).write_text(json.dumps({"url": sandbox.url, "pid": sandbox.pid}), encoding="utf-8")


async def _started(var: Path, *, port: int, zone: ZoneInfo) -> Sandbox:
    """A sandbox in a session of its own, so that a Ctrl-C meant for the bot does not reach it."""
    options = {
        "--listen": f"{HOST}:{port if _free(port) else 0}",
        "--data": str(var / "sandbox.db"),
        "--people": str(CAST),
        "--rates": "1",
        "--at": _next_friday(Clock().now(), zone).isoformat(),
    }
    arguments = [part for option in options.items() for part in option]
    with (var / LOG).open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "sandbox", *arguments, stdout=PIPE, stderr=log, start_new_session=True
        )
    from bot import demo, operator  # noqa: F401  # takes as long as the sandbox needs to be ready

    return Sandbox(await _ready(process, var), process.pid, process)


async def _ready(process: Process, var: Path) -> str:
    """The address that the sandbox prints when it listens. Raises Trouble if it never does."""
    line = b""
    with suppress(TimeoutError):
        if process.stdout:
            line = await asyncio.wait_for(process.stdout.readline(), READY_WITHIN)
    if not line.startswith(b"sandbox ready "):
        raise Trouble(f"the sandbox did not start; {var / LOG} says why")
    return line.decode().split()[-1]


async def _stop(sandbox: Sandbox) -> None:
    with suppress(ProcessLookupError):
        os.kill(sandbox.pid, signal.SIGTERM)
    for _ in range(round(GONE_WITHIN / LOOK_EVERY)):
        if not _lives(sandbox.pid):
            return
        await asyncio.sleep(LOOK_EVERY)


def _bot_token() -> str:
    return str(tomllib.loads(CAST.read_text(encoding="utf-8"))["bot"]["token"])


def _against(sandbox: Sandbox, settings: Settings, var: Path) -> Settings:
    """The settings with everything that would lead outside this machine replaced."""
    return settings.model_copy(
        update={
            "bot_token": SecretStr(_bot_token()),
            "bot_api_url": sandbox.url,
            "clock_url": sandbox.url,
            "database_url": f"sqlite:///{var / 'overblick.db'}",
            "webhook_url": "",
            "https_proxy": "",
            "rates": 1.0,
        }
    )


async def _run(settings: Settings) -> None:
    from bot import operator

    await operator.run(settings)


async def _furnish(settings: Settings, *, now: datetime) -> None:
    from bot import demo
    from storage.store import Store

    store = Store(settings.database_url)
    await store.open()
    try:
        await store.write(demo.furnish, zone=settings.zone, now=now)
    finally:
        await store.close()


async def _time_at(url: str) -> datetime:
    """What the sandbox's clock says. Raises aiohttp.ClientError, TimeoutError or ValueError when there is none."""
    timeout = aiohttp.ClientTimeout(total=ANSWERS_WITHIN)
    async with aiohttp.ClientSession(timeout=timeout) as session, session.get(f"{url}/clock") as answer:
        return datetime.fromtimestamp((await answer.json())["now"], UTC)


def _next_friday(now: datetime, zone: ZoneInfo) -> datetime:
    """The coming Friday 14:00 by the zone's clocks: only the very first start looks at it."""
    local = now.astimezone(zone)
    days = (FRIDAY - local.weekday()) % 7
    friday = (local + timedelta(days=days)).replace(hour=AFTERNOON, minute=0, second=0, microsecond=0)
    return friday if friday > local else friday + timedelta(days=7)


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True
