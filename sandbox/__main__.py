"""`python -m sandbox`: starts the sandbox and says where it listens."""

import argparse
import asyncio
import signal
import sys
from datetime import datetime
from pathlib import Path

from aiohttp import web

from sandbox import entities, people
from sandbox.server import served
from sandbox.store import Store
from sandbox.world import World


def main() -> None:
    """Ends with 1 and one line when it cannot start."""
    try:
        asyncio.run(_serve(_options()))
    except (OSError, people.Unreadable) as trouble:
        sys.exit(f"sandbox: {trouble}")


async def _serve(options: argparse.Namespace) -> None:
    entities.silence()
    store = Store(Path(options.data) if options.data else None)
    cast = people.read(Path(options.people) if options.people else None)
    world = World(cast, store=store, rates=options.rates, at=options.at)
    runner = served(world)
    await runner.setup()
    host, port = options.listen
    site = web.TCPSite(runner, host, port)
    await site.start()
    print(f"sandbox ready http://{host}:{_port(runner)}", flush=True)
    await _told_to_stop()
    await runner.cleanup()


def _port(runner: web.AppRunner) -> int:
    """The port that was taken, which matters when it was to be a free one."""
    return int(runner.addresses[0][1])


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    await stop.wait()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="sandbox", description="Telegram on this machine")
    parser.add_argument("--listen", type=address, default=("127.0.0.1", 8081), metavar="HOST:PORT")
    parser.add_argument("--data", default="", metavar="FILE", help="its SQLite file; without one it forgets all")
    parser.add_argument("--people", default="", metavar="FILE", help="the bot and the people, as TOML")
    parser.add_argument("--rates", type=float, default=1.0, metavar="N", help="flood limits times N; 0 is none")
    parser.add_argument("--at", type=moment, default=None, metavar="ISO", help="the clock at the very first start")
    return parser.parse_args()


def address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    return host, int(port)


def moment(text: str) -> float:
    """Epoch seconds; a time without an offset is local time."""
    return datetime.fromisoformat(text).timestamp()


if __name__ == "__main__":
    main()
