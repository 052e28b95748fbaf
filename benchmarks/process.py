"""A bot as a process on a core of its own, and what it costs."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

HOME = Path(__file__).parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
CORES = sorted(os.sched_getaffinity(0))
BOT_CORE, LOAD_CORE = CORES[-1], CORES[0]


@dataclass(frozen=True, slots=True)
class Process:
    """A running program, pinned to the bot's core with all its threads."""

    process: asyncio.subprocess.Process

    @classmethod
    async def start(cls, *arguments: str, environment: Mapping[str, str], folder: Path) -> "Process":
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *arguments,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(HOME), **environment},
            preexec_fn=partial(os.sched_setaffinity, 0, {BOT_CORE}),
        )
        return cls(process)

    async def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        await self.process.wait()

    def cpu(self) -> float:
        """Seconds of user and system time so far, all threads together (proc(5), /proc/PID/stat)."""
        fields = self._proc("stat").rpartition(")")[2].split()
        user, system = int(fields[11]), int(fields[12])
        return (user + system) / TICKS

    def resident(self) -> float:
        """Resident memory in MB."""
        line = next(line for line in self._proc("status").splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self.process.pid}/{name}").read_text(encoding="ascii", errors="replace")


def stay_off_the_bots_core(pid: int = 0) -> None:
    os.sched_setaffinity(pid, {LOAD_CORE})
