"""The real bot, `python -m bot run`, as a process of its own: one that can be killed."""

import asyncio
import subprocess
import sys
from asyncio.subprocess import Process
from pathlib import Path
from typing import Any

from tests.lifeline import dies_with_its_parent
from tests.phones import HOME


class BotProcess:
    """Starts in `folder`, where no `.env` lies, and with these settings alone.

    What it writes is added to `log`, over all its lives, which `lives` counts.
    """

    def __init__(self, folder: Path, **settings: Any) -> None:
        self._folder = folder
        self._environment = {name.upper(): str(value) for name, value in settings.items()} | {"PYTHONPATH": str(HOME)}
        self.log = folder / "bot.log"
        self.lives = 0
        self._process: Process | None = None

    async def starts(self) -> None:
        self.lives += 1
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=self._folder,
                env=self._environment,
                stdout=log,
                stderr=log,
                preexec_fn=dies_with_its_parent,
            )

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def is_killed(self) -> None:
        """SIGKILL: it has no chance to put anything in order. One that ended before has failed, and says why."""
        assert self._process is not None
        assert self.running, self.written()[-1:]
        self._process.kill()
        await self._process.wait()

    async def stops(self) -> int:
        """SIGTERM; the exit code."""
        assert self._process is not None
        self._process.terminate()
        return await self._process.wait()

    async def ends(self, *, within: float) -> int:
        """Waits until it ends by itself; the exit code."""
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), within)

    def written(self) -> list[str]:
        """The lines it wrote, errors and logs."""
        return self.log.read_text(encoding="utf-8").splitlines()


def overblick(folder: Path, command: str, **settings: str) -> str:
    """The one line that a command wrote before it ended with 2, which it must."""
    ended = subprocess.run(
        [sys.executable, "-m", "bot", command],
        env={**settings, "PYTHONPATH": str(HOME), "LOG_LEVEL": "ERROR"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (ended.returncode, ended.stdout) == (2, ""), ended.stderr
    assert ended.stderr.count("\n") == 1, ended.stderr
    return ended.stderr
