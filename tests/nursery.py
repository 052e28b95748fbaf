"""Sandboxes and bots by the hundred: each a process of its own, forked from one that has loaded everything already.

Loading costs half a second of a core for a sandbox and one and a half for a bot, more than most stories take.
"""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self

from tests.lifeline import dies_with_its_parent

_NURSERY = multiprocessing.get_context("forkserver")
_NURSERY.set_forkserver_preload([__name__, "sandbox.__main__", "bot.__main__", "bot.operator"])


class Process:
    """One that was forked and runs."""

    def __init__(self, process: "multiprocessing.context.ForkServerProcess") -> None:
        self._process = process

    @property
    def running(self) -> bool:
        return self._process.is_alive()

    async def ends(self, *, within: float | None = None) -> int | None:
        """The exit code, or minus the signal; None when it still runs after so many real seconds."""
        await asyncio.to_thread(self._process.join, within)
        return self._process.exitcode

    async def is_killed(self) -> None:
        self._process.kill()
        await self.ends()

    async def stops(self) -> int | None:
        """Asked to. Ended twice, it is once."""
        self._process.terminate()
        return await self.ends()


class Child(Process):
    """A running sandbox. `ready` is what it said when it was: one line, empty if it ended instead."""

    def __init__(self, process: "multiprocessing.context.ForkServerProcess", ready: str) -> None:
        super().__init__(process)
        self.ready = ready

    @classmethod
    async def start(cls, options: Sequence[str]) -> Self:
        """`python -m sandbox` with those options."""
        return await asyncio.to_thread(cls._start, options)

    @classmethod
    def _start(cls, options: Sequence[str]) -> Self:
        here, there = _NURSERY.Pipe(duplex=False)
        process = _forked(_be_a_sandbox, list(options), there)
        there.close()
        with os.fdopen(os.dup(here.fileno())) as line:
            ready = line.readline()
        here.close()
        return cls(process, ready)


async def bot(folder: Path, environment: Mapping[str, str], log: Path) -> Process:
    """`python -m bot run` in that folder, in that environment and no other; what it writes is added to the log."""
    return Process(await asyncio.to_thread(_forked, _be_a_bot, folder, dict(environment), log))


def _forked(become: Any, *arguments: object) -> "multiprocessing.context.ForkServerProcess":
    process = _NURSERY.Process(target=become, args=arguments, daemon=True)
    process.start()
    return process


def _be_a_sandbox(options: Sequence[str], ready: Connection) -> None:
    from sandbox.__main__ import main  # noqa: PLC0415  # loaded by the nursery, not by whoever talks to it

    _leave_the_nursery()
    os.dup2(ready.fileno(), sys.stdout.fileno())
    sys.argv = ["sandbox", *options]
    main()


def _be_a_bot(folder: Path, environment: Mapping[str, str], log: Path) -> None:
    from bot.__main__ import main  # noqa: PLC0415  # loaded by the nursery, as above

    _leave_the_nursery()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    with log.open("ab") as written:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(written.fileno(), stream.fileno())
    main(["run"])


def _leave_the_nursery() -> None:
    from bot.operator import collect_less_often  # noqa: PLC0415  # loaded by the nursery, as above

    dies_with_its_parent()
    collect_less_often()  # looking through what was loaded would copy its memory
