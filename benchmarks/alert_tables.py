"""The tables of alerts to thousands: at Telegram's pace, without limits, and a thousand who answer within a second."""

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.alerts import Answered, Run, Sending
from benchmarks.bench import Bench
from benchmarks.recipients import ordered, town_of
from benchmarks.tables import milliseconds

STRICT, UNLIMITED = 1.0, 0.0
"""Telegram's own pace, and none: one's own Bot API server."""
ROUNDS = 3
ANSWERING = 1_000


async def at_telegrams_pace(recipients: int) -> None:
    """With red reports and answers meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        async with town_of(recipients, Path(folder), rates=STRICT) as bench:
            alert = await ordered(bench)
            async with bench.ours(rates=STRICT) as bot:
                run = await Sending(bench, alert).measured(bot, busy=True)
    print(f"| an acute alert to {recipients} at Telegram's pace | |\n|---|---|")
    print(f"| first to last copy | {run.seconds:.1f} s |")
    print(f"| messages and edits, of the allowed 30/s | {run.used:.1%} |")
    print(f"| 429s | {run.refused} |")
    print(f"| core used | {run.cpu / run.seconds:.0%} |\n| resident | {run.resident:.0f} MB |")
    _print_card(run)
    print("\n| meanwhile | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|")
    print(f"| red report to each first attempt ({len(run.rung)}, {run.unrung} without) | {milliseconds(run.rung)} |")
    print(f"| tap to answer ({len(run.taps)} taps) | {milliseconds([tap.answered for tap in run.taps])} |")
    print(f"| tap to card | {milliseconds([tap.drawn for tap in run.taps])} |\n")


async def without_limits(recipients: int) -> None:
    runs = []
    for number in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            async with town_of(recipients, Path(folder), rates=UNLIMITED) as bench:
                runs.append(await _run(bench, answering=ANSWERING if number == ROUNDS - 1 else 0))
    pace, cpu = median(run.pace for run in runs), median(run.cpu / run.recipients for run in runs)
    print(f"| {recipients} copies without limits, {ROUNDS} rounds, medians | messages/s | CPU ms each | core used |")
    print(f"|---|---|---|---|\n| durable outbox to Telegram | {pace:.0f} | {cpu * 1000:.2f} | {pace * cpu:.0%} |\n")


async def _run(bench: Bench, *, answering: int) -> Run:
    alert = await ordered(bench)
    async with bench.ours(rates=UNLIMITED) as bot:
        sending = Sending(bench, alert)
        run = await sending.measured(bot, busy=False)
        if answering:
            _print_answers(await sending.answered_by(min(answering, run.recipients)))
    return run


def _print_answers(answered: Answered) -> None:
    print(f"| {answered.people} answer within a second | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|")
    print(f"| tap to answer | {milliseconds([tap.answered for tap in answered.taps])} |")
    print(f"| tap to card | {milliseconds([tap.drawn for tap in answered.taps])} |\n")
    print(
        f"All answered after {answered.seconds:.1f} s: {answered.calls} taps answered, {answered.written} written down."
    )
    print(f"The sender's card: {answered.card}\n")


def _print_card(run: Run) -> None:
    print(
        f"| the sender's card, edited {len(run.counts)} times, at least {run.counted_every:.1f} s apart | {run.card} |"
    )
