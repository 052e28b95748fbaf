"""Sandboxes by the hundred: each a process of its own, forked from one that has loaded everything already.

Loading costs half a second of a core, which is more than most stories take.
"""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import Self

from tests.lifeline import dies_with_its_parent

_NURSERY = multiprocessing.get_context("forkserver")
_NURSERY.set_forkserver_preload([__name__, "sandbox.__main__"])


class Child:
    """A running sandbox. `ready` is what it said when it was: one line, empty if it ended instead."""

    def __init__(self, process: "multiprocessing.context.ForkServerProcess", ready: str) -> None:
        self._process = process
        self.ready = ready

    @classmethod
    async def start(cls, options: Sequence[str]) -> Self:
        """`python -m sandbox` with those options."""
        return await asyncio.to_thread(cls._start, options)

    @classmethod
    def _start(cls, options: Sequence[str]) -> Self:
        here, there = _NURSERY.Pipe(duplex=False)
        process = _NURSERY.Process(target=_be_a_sandbox, args=(list(options), there), daemon=True)
        process.start()
        there.close()
        with os.fdopen(os.dup(here.fileno())) as line:
            ready = line.readline()
        here.close()
        return cls(process, ready)

    async def ends(self, *, by_force: bool = False) -> None:
        """Asked to, or killed. Ended twice, it is once."""
        (self._process.kill if by_force else self._process.terminate)()
        await asyncio.to_thread(self._process.join)


def _be_a_sandbox(options: Sequence[str], ready: Connection) -> None:
    from sandbox.__main__ import main  # noqa: PLC0415  # loaded by the nursery, not by whoever talks to it

    dies_with_its_parent()
    os.dup2(ready.fileno(), sys.stdout.fileno())
    sys.argv = ["sandbox", *options]
    main()
