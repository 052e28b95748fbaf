"""A Friday night: forty guards file six hundred reports, corroborate and correct; the strategist opens the inbox."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.crowd import Crowd, Tapped
from domain.changes import Field
from domain.severity import Severity
from handlers.buttons.correction import AskCorrection, BackToReport, Correct
from handlers.buttons.duplicate import CallAnother, Corroborate
from handlers.buttons.report import ChooseCategory, ChoosePlace, SendReport
from handlers.callback_data import Tap

GUARDS = 40
REPORTS = 600
PLACES = ("norra_p", "sodra_p", "vastra_p", "entre_a", "maxi", "max", "lastkaj", "overbyvagen")
CATEGORIES = ("car_meet", "reckless_driving", "noise", "youth_group", "disorder", "vandalism", "littering", "threat")
RINGING = "threat"
"""Rings on everybody's phone who is on a shift."""
CORROBORATING = 0.7
"""How often a guard who is asked says +1."""
CORRECTING = 0.15
BETWEEN_TAPS = 2.0
"""Seconds between two taps of one guard, on average: by all of them about twenty a second, a night in three minutes."""


@dataclass(frozen=True, slots=True)
class Night:
    taps: Sequence[Tapped]
    corroborations: int
    corrections: int
    seconds: float


class Shift:
    """The guards at work."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._chance = random.Random(2)
        self._corroborations = self._corrections = 0

    async def work(self) -> Night:
        self._crowd.taps.clear()
        started = time.monotonic()
        async with asyncio.TaskGroup() as guards:
            for phone in self._crowd.phones[:GUARDS]:
                guards.create_task(self._file(phone, REPORTS // GUARDS))
        taps = tuple(self._crowd.taps)
        return Night(taps, self._corroborations, self._corrections, time.monotonic() - started)

    async def _file(self, phone: int, reports: int) -> None:
        for _ in range(reports):
            await self._think()
            card, report = await self._crowd.begin_report(phone)
            category = self._chance.choice(CATEGORIES)
            await self._tap(phone, card, ChooseCategory(report, category))
            await self._tap(phone, card, ChoosePlace(report, self._chance.choice(PLACES)))
            await self._send(phone, card)
            if self._chance.random() < CORRECTING:
                await self._correct(phone, card, report, Severity.RED if category == RINGING else Severity.ORANGE)

    async def _send(self, phone: int, card: int) -> None:
        """As a +1, if the card asks and it is one; somebody else may be first and the card ask again."""
        while True:
            offered = {type(each): each for each in await self._crowd.taps_on(phone, card)}
            if Corroborate in offered and self._chance.random() < CORROBORATING:
                self._corroborations += 1
                await self._tap(phone, card, offered[Corroborate])
            elif CallAnother in offered:
                await self._tap(phone, card, offered[CallAnother])
            elif SendReport in offered:
                await self._tap(phone, card, offered[SendReport])
            else:
                return

    async def _correct(self, phone: int, card: int, report: int, severity: Severity) -> None:
        offered = {type(each): each for each in await self._crowd.taps_on(phone, card)}
        if AskCorrection not in offered:
            return
        self._corrections += 1
        await self._tap(phone, card, offered[AskCorrection])
        await self._tap(phone, card, Correct(report, Field.SEVERITY, str(int(severity))))
        await self._tap(phone, card, BackToReport(report))

    async def _tap(self, phone: int, card: int, tap: Tap) -> None:
        await self._think()
        await self._crowd.tap(phone, card, tap)

    async def _think(self) -> None:
        await asyncio.sleep(self._chance.uniform(0, 2 * BETWEEN_TAPS))
