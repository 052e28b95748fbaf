"""Reports of every kind, tried by every role in every relation to them, with taps that only a changed client can make.

What is expected is generated from the tables of domain/rights.py: who somebody is decides what they are to a report,
that decides what they may know, and so on. That the tables say what was promised is checked by hand in test_rights.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest
import pytest_asyncio

from domain.releases import Whom
from domain.severity import Severity
from handlers.callback_data import Tap
from storage import Db, organisations, people, releases, reports
from tests.relations import (
    AUTHOR,
    EVERYBODY,
    KINDS,
    OURS,
    SILENT,
    SILENT_AUTHOR,
    Case,
    Kind,
    Right,
    Somebody,
    asking,
    deciding,
    opening,
)
from tests.stage import HOME, everything
from tests.test_rights import LONG_TIME, NOT_ALLOWED, differences
from tests.town import FRIDAY, Member, Town, founded, join

pytestmark = pytest.mark.asyncio(loop_scope="module")


def secret(report: int) -> str:
    """What was written in a report."""
    return f"<Kanariefågel {report}>"


def wording(report: int) -> str:
    """What was released of it, if anything was."""
    return f"<Kanin {report}>"


@dataclass(slots=True)
class Stage:
    town: Town
    reports: list[tuple[Case, int]]
    """All reports, by who tries them."""
    other: int
    """One more, that they could be merged into."""
    cards: dict[Somebody, int] = field(default_factory=dict)

    async def all_tap(self, tries: Iterable[tuple[Case, Tap]]) -> list[tuple[Case, Tap, str | None]]:
        """Each one's taps one after the other, everybody's side by side: who, what, and what it was answered."""
        by_person: dict[int, list[tuple[Case, Tap]]] = {}
        for case, tap in tries:
            by_person.setdefault(case.who.id, []).append((case, tap))
        done = await asyncio.gather(*(self._taps_of(each) for each in by_person.values()))
        return [answered for answers in done for answered in answers]

    async def remembered(self) -> dict[str, set[tuple[Any, ...]]]:
        await self.town.settles()
        return await self.town.store.read(everything)

    async def shown(self) -> dict[int, str]:
        """All that each phone was ever shown."""
        shown: dict[int, list[str]] = {}
        for body in await self.town.sandbox.versions():
            shown.setdefault(body["chat"]["id"], []).append(str(body))
        return {phone: "\n".join(each) for phone, each in shown.items()}

    async def _taps_of(self, tries: Sequence[tuple[Case, Tap]]) -> list[tuple[Case, Tap, str | None]]:
        return [(case, tap, await self._tap(case.who, tap)) for case, tap in tries]

    async def _tap(self, who: Somebody, tap: Tap) -> str | None:
        body = {"message_id": self.cards[who], "data": tap.encode(), "wait": LONG_TIME}
        answer = (await self.town.sandbox.line.post(f"/phones/{who.id}/tap", body))["answer"]
        return None if answer is None else str(answer["text"] or "")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with founded(tmp_path_factory.mktemp("relations"), rates=0, cast=()) as town:
        phones = {who: await town.stranger(who.id, who.name) for who in EVERYBODY}
        stage = Stage(town, *await town.store.write(_lay_out))
        await town.opens()
        for who, phone in phones.items():
            await phone.says("/hjalp")
            stage.cards[who] = (await phone.receives(lambda message: bool(message.text))).id
        yield stage


def _lay_out(db: Db) -> tuple[list[tuple[Case, int]], int]:
    """One report of each kind that is everybody's to try, and one of each kind of their own."""
    rows = {who: _enter(db, who) for who in (*EVERYBODY, AUTHOR, SILENT_AUTHOR)}
    organisations.change(db, organisations.id_of(db, SILENT), structured_only=True)
    other = _file(db, rows[AUTHOR], Kind(), into=None)
    held: list[tuple[Case, int]] = []
    for kind in KINDS.values():
        shared = _file(db, rows[SILENT_AUTHOR if kind.is_silent else AUTHOR], kind, into=other)
        held += [(Case(who, kind, is_own=False), shared) for who in EVERYBODY]
        own = [] if kind.is_silent else [who for who in EVERYBODY if who.organisation == OURS or who.is_police]
        held += [(Case(who, kind, is_own=True), _file(db, rows[who], kind, into=other)) for who in own]
    return held, other


def _enter(db: Db, who: Somebody) -> int:
    member = Member(id=who.id, name=who.name, role=who.role, sites=(who.site,), organisation=who.organisation)
    join(db, member, now=FRIDAY)
    found = people.by_chat(db, who.id)
    assert found
    if who.is_police:
        people.change(db, found.id, is_police=True)
        people.add_text_right(db, found.id, organisation=None, given_by=None, now=FRIDAY)
    return found.id


def _file(db: Db, author: int, kind: Kind, *, into: int | None) -> int:
    report = reports.add(
        db,
        author=author,
        organisation=people.organisation_of(db, author),
        site=HOME,
        now=FRIDAY,
        number=reports.next_number(db),
        category=kind.category,
        place="norra_p",
        severity=Severity.YELLOW,
        latitude=58.3,
        longitude=12.3,
        filed_at=FRIDAY,
        happened_at=FRIDAY,
        withdrawn_at=FRIDAY if kind.is_withdrawn else None,
        merged_into=into if kind.is_merged else None,
        approved_at=FRIDAY if kind.is_approved else None,
    )
    reports.change(db, report, text=secret(report))
    if kind.released_to:
        releases.add(db, report, text=wording(report), whom=Whom(role=kind.released_to), released_by=author, now=FRIDAY)
    return report


async def test_what_the_tables_refuse_is_refused_and_changes_nothing(stage: Stage) -> None:
    tries = [
        (case, tap)
        for case, report in stage.reports
        for tap, right in (opening(report) | deciding(report, stage.other)).items()
        if not case.has(right)
    ]
    before = await stage.remembered()
    answers = await stage.all_tap(tries)
    assert [_told(*each) for each in answers if each[2] != NOT_ALLOWED] == []
    assert differences(before, await stage.remembered()) == []


async def test_what_the_tables_allow_is_not_refused_and_shows_texts_to_those_who_may_read(stage: Stage) -> None:
    """One kind of report after the other, so that each card stands for a moment as it was opened."""
    for kind, is_own in product(KINDS.values(), (True, False)):
        tries = [
            (case, tap)
            for case, report in stage.reports
            for tap, right in (asking(report) | opening(report)).items()
            if (case.kind, case.is_own) == (kind, is_own) and case.has(right)
        ]
        answers = await stage.all_tap(tries)
        assert [_told(*each) for each in answers if each[2] in (None, NOT_ALLOWED)] == []
        await stage.town.settles()
    shown = await stage.shown()
    assert [
        _told(case)
        for case, report in stage.reports
        if (secret(report) in shown[case.who.id]) is not case.has(Right.READ)
    ] == []
    released = [(case, wording(report) in shown[case.who.id]) for case, report in stage.reports]
    assert [_told(case) for case, was_shown in released if was_shown and not case.has(Right.READ_RELEASED)] == []


def _told(case: Case, tap: Tap | None = None, said: str | None = None) -> str:
    kind = next(name for name, kind in KINDS.items() if kind == case.kind)
    return f"{case.who.name}: {tap} at {'their own' if case.is_own else 'a'} report ({kind}) → {said!r}"
