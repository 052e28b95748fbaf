"""Whatever people do, and in whatever order: no phone is shown what its owner may not see, and who must be is rung.

People act on the bot and, by rules of its own, on a model of what was promised. After each act everybody tries to get
at a report, and every message that any phone was ever shown is held against the model.
HYPOTHESIS_PROFILE=thorough looks longer.
"""

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from domain.changes import Field
from domain.people import Role
from domain.refusals import Refusal
from tests.cast import NAMES, NEWCOMER, TRYGG
from tests.deeds import PLACES, Deeds, watched
from tests.model import ALL, Release, Sighting

T = TypeVar("T")

THOROUGH = settings.get_current_profile_name() == "thorough"
TRIES = settings(
    max_examples=200 if THOROUGH else 2, stateful_step_count=50 if THOROUGH else 20, derandomize=not THOROUGH
)
"""A town takes a second to found, and a step a tenth; the quick ones are the same every time."""

PEOPLE = st.sampled_from(NAMES)
WHO_DECIDES = st.sampled_from(["Maria", "Maria", "Stina", "Anna"])
"""Stina decides when she stands in for Maria, Anna about her own people."""
COLLEAGUES = [("Maria", "Stina"), ("Anna", "Yusuf"), ("Yusuf", "Anna"), ("Petra", "Per"), ("Karin", "Lars")]
CATEGORIES = st.sampled_from(["theft", "drugs", "forewarning"])
SEVERITIES = st.sampled_from([2, 3, 4])
SITES = st.sampled_from(sorted(PLACES))
RELEASES = st.sampled_from(
    [{}, {"role": "centre_manager"}, {"role": "guard"}, {"organisation": TRYGG}, {"person": "Karin"}, {"person": "Per"}]
)


class WhoSeesWhat(RuleBasedStateMachine):
    sightings = Bundle("sightings")

    def __init__(self) -> None:
        super().__init__()
        self._runner, self._open = asyncio.Runner(), AsyncExitStack()
        folder = self._open.enter_context(tempfile.TemporaryDirectory())
        self._town: Deeds = self._runner.run(self._open.enter_async_context(watched(Path(folder))))

    def teardown(self) -> None:
        self._runner.run(self._open.aclose())
        self._runner.close()

    @initialize(target=sightings)
    def a_few_reported(self) -> object:
        """One of each kind, from both sites."""
        told = {"Passet": "theft", "Anna": "drugs", "Lars": "forewarning", "Fia": "theft"}
        self._run(self._town.takes_over("Passet"))
        places = enumerate(told.items())
        return multiple(*[self._run(self._town.files(who, category=what, place=at % 3)) for at, (who, what) in places])

    @rule(target=sightings, who=PEOPLE, category=CATEGORIES, severity=SEVERITIES, place=st.integers(0, 2))
    def somebody_reports(self, who: str, category: str, severity: int, place: int) -> object:
        try:
            return self._run(self._town.files(who, category=category, severity=severity, place=place))
        except Refusal:
            return multiple()

    @rule(who=PEOPLE, at=sightings, site=SITES)
    def somebody_corrects_the_site(self, who: str, at: Sighting, site: str) -> None:
        self._then_all_look(self._town.corrects(who, at, field=Field.SITE, value=site), at)

    @rule(who=PEOPLE, at=sightings, category=CATEGORIES)
    def somebody_corrects_the_category(self, who: str, at: Sighting, category: str) -> None:
        self._then_all_look(self._town.corrects(who, at, field=Field.CATEGORY, value=category), at)

    @rule(who=PEOPLE, at=sightings, severity=SEVERITIES)
    def somebody_corrects_the_severity(self, who: str, at: Sighting, severity: int) -> None:
        self._then_all_look(self._town.corrects(who, at, field=Field.SEVERITY, value=str(severity)), at)

    @rule(who=PEOPLE, at=sightings)
    def somebody_rewrites_the_text(self, who: str, at: Sighting) -> None:
        self._then_all_look(self._town.rewrites(who, at), at)

    @rule(who=PEOPLE, at=sightings)
    def somebody_takes_it_back(self, who: str, at: Sighting) -> None:
        self._then_all_look(self._town.withdraws(who, at), at)

    @rule(who=WHO_DECIDES, at=sightings, into=sightings)
    def somebody_merges(self, who: str, at: Sighting, into: Sighting) -> None:
        self._then_all_look(self._town.merges(who, at, into), into)

    @rule(who=WHO_DECIDES, at=sightings)
    def somebody_splits(self, who: str, at: Sighting) -> None:
        self._then_all_look(self._town.splits(who, at), at)

    @rule(who=WHO_DECIDES, at=sightings)
    def somebody_closes(self, who: str, at: Sighting) -> None:
        self._then_all_look(self._town.closes(who, at), at)

    @rule(who=WHO_DECIDES, at=sightings, approved=st.booleans())
    def somebody_approves(self, who: str, at: Sighting, approved: bool) -> None:  # noqa: FBT001  # by name
        self._then_all_look(self._town.approves_of(who, at, approved=approved), at)

    @rule(who=WHO_DECIDES, at=sightings, whom=RELEASES)
    def somebody_releases_the_text(self, who: str, at: Sighting, whom: dict[str, str]) -> None:
        self._then_all_look(self._town.releases(who, at, Release(at.texts[-1], **whom)), at)

    @rule(who=WHO_DECIDES, at=sightings, whom=RELEASES)
    def somebody_releases_other_words(self, who: str, at: Sighting, whom: dict[str, str]) -> None:
        self._then_all_look(self._town.releases_reworded(who, at, Release(self._town.new_secret(), **whom)), at)

    @rule(who=WHO_DECIDES, at=sightings)
    def somebody_ends_the_releases(self, who: str, at: Sighting) -> None:
        self._then_all_look(self._town.ends_releases(who, at), at)

    @rule(pair=st.sampled_from(COLLEAGUES), at=sightings)
    def somebody_names_a_deputy(self, pair: tuple[str, str], at: Sighting) -> None:
        self._then_all_look(self._town.deputises(*pair), at)

    @rule(who=st.sampled_from([who for who, _ in COLLEAGUES]), at=sightings)
    def somebody_is_back_early(self, who: str, at: Sighting) -> None:
        self._then_all_look(self._town.is_back(who), at)

    @rule(who=WHO_DECIDES, leaving=st.sampled_from(["Yusuf", "Karin", "Petra", NEWCOMER]), at=sightings)
    def somebody_is_revoked(self, who: str, leaving: str, at: Sighting) -> None:
        self._then_all_look(self._town.revokes(who, leaving), at)

    @rule(
        who=WHO_DECIDES, other=st.sampled_from(["Yusuf", "Lars", "Per"]), role=st.sampled_from(list(Role)), site=SITES
    )
    def somebody_is_moved(self, who: str, other: str, role: Role, site: str) -> None:
        self._run(self._town.moves(who, other, site=site, role=role))

    @rule(
        who=WHO_DECIDES,
        other=st.sampled_from(["Per", "Fia"]),
        whose=st.sampled_from([TRYGG, ALL]),
        at=sightings,
        wanted=st.booleans(),
    )
    def somebody_is_let_read(self, who: str, other: str, whose: str, at: Sighting, wanted: bool) -> None:  # noqa: FBT001  # by name
        self._then_all_look(self._town.lets_read(who, other, whose, wanted=wanted), at)

    @rule(who=WHO_DECIDES, other=st.sampled_from(["Per", "Petra"]), at=sightings, wanted=st.booleans())
    def somebody_becomes_police_contact(self, who: str, other: str, at: Sighting, wanted: bool) -> None:  # noqa: FBT001  # by name
        self._then_all_look(self._town.names_police(who, other, wanted=wanted), at)

    @rule()
    def the_newcomer_says_yes(self) -> None:
        self._run(self._town.newcomer_says_yes())

    @rule(who=WHO_DECIDES, at=sightings)
    def the_newcomer_is_let_in(self, who: str, at: Sighting) -> None:
        self._then_all_look(self._town.lets_in(who), at)

    @rule(at=sightings)
    def the_duty_phone_changes_hands(self, at: Sighting) -> None:
        self._then_all_look(self._town.takes_over("Passet"), at)

    @rule(minutes=st.sampled_from([45, 600]), at=sightings)
    def time_passes(self, minutes: int, at: Sighting) -> None:
        self._then_all_look(self._town.passes(timedelta(minutes=minutes)), at)

    @rule(at=sightings)
    def morning_comes(self, at: Sighting) -> None:
        self._then_all_look(self._town.morning_comes(), at)

    @invariant()
    def nobody_saw_what_they_may_not(self) -> None:
        assert not self._town.onlooker.faults, "\n".join(self._town.onlooker.faults)

    def _run(self, act: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(act)

    def _then_all_look(self, act: Coroutine[Any, Any, None], at: Sighting) -> None:
        self._run(act)
        self._run(self._town.everybody_looks(at))


TestWhoSeesWhat = WhoSeesWhat.TestCase
TestWhoSeesWhat.settings = TRIES


async def test_what_was_lent_is_taken_from_older_cards_too(tmp_path: Path) -> None:
    async with watched(tmp_path) as town:
        report = await town.files("Karin", category="theft")
        await town.deputises("Anna", "Yusuf")
        await town.everybody_looks(report)
        await town.is_back("Anna")
        assert town.onlooker.faults == []


async def test_who_is_moved_takes_the_cards_of_their_deputy_along(tmp_path: Path) -> None:
    async with watched(tmp_path) as town:
        report = await town.files("Lars", category="theft")
        await town.deputises("Yusuf", "Anna")
        await town.everybody_looks(report)
        await town.moves("Maria", "Yusuf", site="overby", role=Role.GUARD)
        await town.everybody_looks(report)
        assert town.onlooker.faults == []


@pytest.mark.parametrize("category", ["theft", "drugs"])
async def test_the_deputy_of_a_police_contact_is_one_at_that_site_only(tmp_path: Path, category: str) -> None:
    async with watched(tmp_path) as town:
        await town.deputises("Petra", "Per")
        for who in ("Anna", "Yusuf"):
            await town.everybody_looks(await town.files(who, category=category))
        assert town.onlooker.faults == []
