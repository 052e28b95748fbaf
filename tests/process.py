"""The real bot, `python -m bot run`, as a process of its own: one that can be killed."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from tests import nursery
from tests.phones import HOME


class BotProcess:
    """Starts in `folder`, where no `.env` lies, and with these settings alone.

    What it writes is added to `log`, over all its lives, which `lives` counts.
    """

    def __init__(self, folder: Path, **settings: Any) -> None:
        self._folder = folder
        self._environment = {name.upper(): str(value) for name, value in settings.items()}
        self.log = folder / "bot.log"
        self.lives = 0
        self._process: nursery.Process | None = None

    async def starts(self) -> None:
        self.lives += 1
        self._process = await nursery.bot(self._folder, self._environment, self.log)

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.running

    async def is_killed(self) -> None:
        """SIGKILL: it has no chance to put anything in order. One that ended before has failed, and says why."""
        assert self._process is not None
        assert self.running, self.written()[-1:]
        await self._process.is_killed()

    async def stops(self) -> int | None:
        """SIGTERM; the exit code."""
        assert self._process is not None
        return await self._process.stops()

    async def ends(self, *, within: float) -> int | None:
        """Waits until it ends by itself; the exit code."""
        assert self._process is not None
        return await self._process.ends(within=within)

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
