"""`make bench`: measures everything and prints it as it stands in docs/benchmarks.md; with names, those parts of it."""

import argparse
import asyncio
import platform
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import median

from benchmarks.alert_tables import at_telegrams_pace, without_limits
from benchmarks.bench import PEOPLE, TAPS_A_SECOND, Bench, Round, founded
from benchmarks.night import GUARDS, REPORTS
from benchmarks.process import stay_off_the_bots_core
from benchmarks.tables import milliseconds

ROUNDS = 3
INBOXES = 20
FILED = (1_000, 4_000, 5_000)
"""Reports between two looks at the memory."""
RECIPIENTS = 10_000
LONGEST = 2_400.0
"""Seconds that all of it may take."""
CONCURRENT = 256
"""Updates that the stock bot handles at once when it is told to (`concurrent_updates(True)`)."""


async def main(options: argparse.Namespace) -> None:
    stay_off_the_bots_core()
    print(f"{platform.machine()}, Python {platform.python_version()}; the bot alone on one core\n")
    async with asyncio.timeout(LONGEST):
        if set(options.parts) & PARTS.keys():
            with tempfile.TemporaryDirectory() as folder:
                async with founded(Path(folder)) as bench:
                    for part in (each for each in PARTS if each in options.parts):
                        await PARTS[part](bench)
        for part in (each for each in ALERTS if each in options.parts):
            await ALERTS[part](options.recipients)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measures, and prints tables; all without a name.")
    names = [*PARTS, *ALERTS]
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(names))
    parser.add_argument("--recipients", type=int, default=RECIPIENTS, metavar="N", help="how many an alert is for")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(names):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    options.parts = options.parts or names
    return options


async def _start_up(bench: Bench) -> None:
    first = await bench.time_to_first_answer("new.db")
    second = [await bench.time_to_first_answer("new.db") for _ in range(ROUNDS)]
    print("| start to first answered tap | s |\n|---|---|")
    print(f"| first start, with an empty folder | {first:.2f} |\n| second start | {median(second):.2f} |\n")


async def _latency(bench: Bench) -> None:
    async with bench.ours() as bot:
        taps = await bench.taps_at_a_steady_pace()
        resident = bot.resident()
    print(f"| at {TAPS_A_SECOND} taps/s ({len(taps)} taps) | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|")
    print(f"| tap to answer | {milliseconds([tap.answered for tap in taps])} |")
    print(f"| tap to card | {milliseconds([tap.drawn for tap in taps])} |\n\nResident then: {resident:.0f} MB\n")


async def _night(bench: Bench) -> None:
    """On a database of its own, so that the inbox holds this night and nothing else."""
    async with bench.ours() as bot:
        night = await bench.night()
        resident = bot.resident()
        inboxes = await bench.inboxes(INBOXES)
    pace = len(night.taps) / night.seconds
    told = f"{night.corroborations} of them +1, {night.corrections} corrected, {pace:.0f} taps/s"
    print(f"| {GUARDS} guards, {REPORTS} reports, {told} | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|")
    print(f"| tap to answer | {milliseconds([tap.answered for tap in night.taps])} |")
    print(f"| tap to card | {milliseconds([tap.drawn for tap in night.taps])} |")
    print(f"| the inbox of all that is open | {milliseconds(inboxes)} |\n\nResident then: {resident:.0f} MB\n")


async def _memory(bench: Bench) -> None:
    """Filing without a pause, from a bot that has just started."""
    async with bench.ours() as bot:
        sizes = [await bench.many_reports(bot, part) for part in FILED]
    print("\n| reports filed since the start | resident MB |\n|---|---|")
    for reports, size in zip(accumulate(FILED), sizes, strict=True):
        print(f"| {reports} | {size:.0f} |")


async def _throughput(bench: Bench) -> None:
    ours: list[Round] = []
    plain: list[Round] = []
    concurrent: list[Round] = []
    resident = 0.0
    for _ in range(ROUNDS):
        async with bench.ours() as bot:
            ours.append(await bench.throughput_of_reports(bot))
            resident = bot.resident()
        async with bench.stock(1) as bot:
            plain.append(await bench.throughput_of_echoes(bot))
        async with bench.stock(CONCURRENT) as bot:
            concurrent.append(await bench.throughput_of_echoes(bot))
    print(f"| {PEOPLE} people, {ROUNDS} rounds in turn, medians | updates/s | CPU ms an update | core used |")
    print("|---|---|---|---|")
    print(_line("a report, four updates", ours))
    print(_line("stock echo, as it comes", plain))
    print(_line(f"stock echo, {CONCURRENT} at once", concurrent))
    print(f"\nOurs to stock as it comes: {_compared(ours, plain)}.")
    print(f"Ours to stock, {CONCURRENT} at once: {_compared(ours, concurrent)}.")
    print(f"Resident after the flow: {resident:.0f} MB")


def _line(name: str, rounds: Sequence[Round]) -> str:
    updates, cpu, busy = (median(getattr(each, field) for each in rounds) for field in ("updates", "cpu", "busy"))
    return f"| {name} | {updates:.0f} | {cpu * 1000:.2f} | {busy:.0%} |"


def _compared(ours: Sequence[Round], theirs: Sequence[Round]) -> str:
    """The medians of the ratios of rounds that ran one after the other."""
    speed = median(one.updates / other.updates for one, other in zip(ours, theirs, strict=True))
    cost = median(one.cpu / other.cpu for one, other in zip(ours, theirs, strict=True))
    return f"{speed:.2f} times the updates/s, {cost:.2f} times the CPU"


PARTS: Mapping[str, Callable[[Bench], Awaitable[None]]] = {
    "start": _start_up,
    "latency": _latency,
    "night": _night,
    "throughput": _throughput,
    "memory": _memory,
}
"""In this order, since each finds what those before it left."""
ALERTS: Mapping[str, Callable[[int], Awaitable[None]]] = {
    "alert-pace": at_telegrams_pace,
    "alert-unlimited": without_limits,
}
"""Each in towns of its own."""


if __name__ == "__main__":
    asyncio.run(main(_options()))
    sys.exit(0)
