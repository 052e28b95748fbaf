"""What people do in a watched town: done to the bot, and by rules of its own to the model."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from domain.changes import Field
from domain.deputies import Start
from domain.people import EVERY_ORGANISATION, Language, Person, Role
from domain.refusals import Stale
from domain.releases import Among
from domain.reports import CloseReason, Report
from domain.severity import Severity
from domain.views import PostsCard, WaitingPeople
from handlers.buttons.release import ReleaseText
from handlers.buttons.start import AcceptTerms, ChooseLanguage, UseTelegramName
from services import (
    approval,
    corrections,
    deputies,
    drafts,
    duplicates,
    people,
    posts,
    reading,
    releases,
    reports,
    shifts,
    triage,
)
from storage import Db
from storage import people as people_store
from storage import releases as release_store
from storage import reports as report_store
from tests.cast import CAST, FIELD_UNIT, INVITE, NEW_NUMBER, NEWCOMER, ON_ROTA, PHONES, enter, humans
from tests.model import ALL, NEWS_FOR, SHIFTS_LAST, Human, Model, Release, Sighting, midnight_after
from tests.onlooker import SOUTH, STEP, Onlooker, position_of
from tests.town import FRIDAY, founded
from tests.watched import WatchedTown

PLACES: Mapping[str, tuple[str, ...]] = {
    "overby": ("norra_p", "sodra_p", "entre_a"),
    "kungsgatan": ("oden", "strandgatan", "p_huset"),
}


@dataclass(slots=True)
class Deeds(WatchedTown):
    async def files(
        self, who: str, *, category: str, severity: int = 3, place: int = 0, texted: bool = True
    ) -> Sighting:
        """Somebody reports from the first of their sites. Raises Refusal."""
        human = self.model.humans[who]
        site = next((site for site in human.posts if site in PLACES), "overby")
        text = self.new_secret() if texted else None
        told = {"category": category, "severity": Severity(severity), "place": PLACES[site][place], "text": text}
        async with self._step(who):
            report = await self._does(who, _file, columns={"site": site, "is_another": True, **told})
            sighting = Sighting(
                id=report.id,
                number=report.number or 0,
                author=human,
                shift=report.shift,
                site=site,
                place=PLACES[site][place],
                category=category,
                severity=severity,
                filed_at=self.model.now,
                position=position_of(report.id),
                texts=[text] if text else [],
                is_structured_only=human.organisation == FIELD_UNIT,
            )
            self.model.sightings.append(sighting)
            self._on_shift(human, report.shift)
            self.onlooker.expects_calls(sighting)
        await self.everybody_looks(sighting)
        return sighting

    async def corrects(self, who: str, sighting: Sighting, *, field: Field, value: str) -> None:
        """Only who wrote it and a strategist may; at another site, or guarded, it was released to nobody."""
        details = {"report": sighting.id, "field": field, "value": value, "card": None}
        before = (sighting.site, sighting.category, sighting.severity)
        async with self._step(who):
            if not await self._could(who, corrections.correct, self._is_theirs(who, sighting), **details):
                return
            if field is Field.SITE and value != sighting.site:
                sighting.site, sighting.place = value, None
                sighting.releases.clear()
            if field is Field.CATEGORY and value != sighting.category:
                sighting.category, sighting.is_approved = value, False
                if sighting.is_drugs or sighting.is_heads_up:
                    sighting.releases.clear()
            await self._learn_facts()
            is_another = before != (sighting.site, sighting.category, sighting.severity)
            if is_another and self.model.now <= sighting.filed_at + NEWS_FOR:
                self.onlooker.expects_calls(sighting)

    async def rewrites(self, who: str, sighting: Sighting) -> None:
        """What was released was the text before."""
        text, theirs = self.new_secret(), self._is_theirs(who, sighting)
        async with self._step(who):
            if await self._could(who, corrections.write_text, theirs, report=sighting.id, text=text):
                sighting.texts.append(text)
                sighting.releases.clear()

    async def withdraws(self, who: str, sighting: Sighting) -> None:
        """What was taken back is released to nobody."""
        async with self._step(who):
            if await self._could(
                who, corrections.withdraw, self._is_theirs(who, sighting), report=sighting.id, card=None
            ):
                sighting.releases.clear()

    async def merges(self, who: str, sighting: Sighting, into: Sighting) -> None:
        details = {"report": sighting.id, "into": into.id, "page": None, "card": None}
        async with self._step(who):
            await self._could(who, duplicates.merge, self._triages(who), **details)

    async def splits(self, who: str, sighting: Sighting) -> None:
        async with self._step(who):
            await self._could(who, duplicates.split, self._triages(who), report=sighting.id)

    async def closes(self, who: str, sighting: Sighting) -> None:
        details = {"report": sighting.id, "reason": CloseReason.HANDLED, "card": None}
        async with self._step(who):
            await self._could(who, triage.close, self._triages(who), **details)

    async def approves_of(self, who: str, sighting: Sighting, *, approved: bool) -> None:
        deed = releases.approve if approved else releases.disapprove
        async with self._step(who):
            if await self._could(who, deed, self._triages(who), report=sighting.id, card=None):
                is_news = approved and (sighting.is_drugs or sighting.is_heads_up)
                sighting.is_approved = approved
                if is_news:
                    self.onlooker.expects_calls(sighting)

    async def releases(self, who: str, sighting: Sighting, release: Release) -> None:
        """As it was written; the release has the text of then."""
        details = {"report": sighting.id, **self._key(release), "card": None}
        async with self._step(who):
            if await self._could(who, releases.release, self._triages(who), **details):
                sighting.releases.append(release)

    async def releases_reworded(self, who: str, sighting: Sighting, release: Release) -> None:
        async with self._step(who):
            if not await self._could(who, releases.reword, self._triages(who), report=sighting.id, text=release.text):
                return
            sighting.wordings.append(release.text)
            await self.town.settles()
            card = await self.town.phones[who.lower()].sees(release.text)
            await self.town.phones[who.lower()].forges(
                card, ReleaseText(sighting.id, **self._key(release), seen=None).encode()
            )
            if await self.town.store.read(_is_released, sighting.id, release.text):
                sighting.releases.append(release)

    async def ends_releases(self, who: str, sighting: Sighting) -> None:
        async with self._step(who):
            if await self._could(who, releases.stop, self._triages(who), report=sighting.id, card=None):
                sighting.releases.clear()

    async def deputises(self, who: str, deputy: str) -> None:
        """Until midnight."""
        human, other = self.model.humans[who], self.model.humans[deputy]
        details = {"deputy": self.rows.people[deputy], "start": Start.NOW, "days": 1, "card": None}
        async with self._step(who):
            if await self._could(who, deputies.name, human.organisation == other.organisation, **details):
                self._end_deputyship_of(human)
                other.stands_in_for[human] = midnight_after(self.model.now)

    async def is_back(self, who: str) -> None:
        """Somebody ends the deputyship that they named."""
        async with self._step(who):
            if await self._could(who, _end_deputyship):
                self._end_deputyship_of(self.model.humans[who])

    async def revokes(self, who: str, leaving: str) -> None:
        human, details = self.model.humans[leaving], {"person": self.rows.people.get(leaving), "page": 0, "card": None}
        async with self._step(who):
            if await self._could(who, people.revoke, self._manages(who, leaving), **details):
                human.is_member = False
                human.stands_in_for.clear()
                self._end_deputyship_of(human)

    async def moves(self, who: str, other: str, *, site: str, role: Role) -> None:
        """Gives somebody a role at a site, and takes away what they had at others."""
        human, card = self.model.humans[other], PostsCard(self.rows.people[other], site)
        async with self._step(who):
            if not await self._could(who, posts.give, self._manages(who, other), post=card, role=role):
                return
            human.posts[site] = role.value
            for old in [old for old in human.posts if old != site]:
                if await self._could(who, posts.take, post=PostsCard(card.person, old)):
                    del human.posts[old]

    async def lets_read(self, who: str, other: str, organisation: str, *, wanted: bool) -> None:
        number = EVERY_ORGANISATION if organisation == ALL else self.rows.organisations[organisation]
        human, details = self.model.humans[other], {"person": self.rows.people[other], "organisation": number}
        async with self._step(who):
            if await self._could(who, reading.let_read, self._triages(who), wanted=wanted, **details):
                (human.reads.add if wanted else human.reads.discard)(organisation)

    async def names_police(self, who: str, other: str, *, wanted: bool) -> None:
        """Who becomes a police contact reads everything, and nothing afterwards."""
        human, person = self.model.humans[other], self.rows.people[other]
        async with self._step(who):
            if await self._could(who, reading.name_police, self._triages(who), person=person, wanted=wanted):
                if human.is_police is not wanted:
                    human.reads = {*human.reads, ALL} if wanted else set()
                human.is_police = wanted

    async def newcomer_says_yes(self) -> None:
        """Which makes him nothing yet."""
        phone = self.town.phones[NEWCOMER.lower()]
        async with self._step(NEWCOMER):
            await phone.starts(INVITE)
            await self.town.settles()
            for tap in (ChooseLanguage(Language.SV), UseTelegramName(), AcceptTerms()):
                await phone.forges(await phone.last(), tap.encode())

    async def lets_in(self, who: str) -> None:
        human = self.model.humans[NEWCOMER]
        person = await self.town.store.read(_row_of, self.town.phones[NEWCOMER.lower()].id)
        async with self._step(who):
            details = {"person": person, "view": WaitingPeople(self.rows.invite)}
            if person and await self._could(who, approval.approve, self._manages(who, NEWCOMER), **details):
                human.is_member = True
                self.desks = {at: desk for at, desk in self.desks.items() if at[0] != NEWCOMER}  # were a stranger's

    async def takes_over(self, who: str) -> None:
        """A new shift begins on a duty phone."""
        human = self.model.humans[who]
        async with self._step(who):
            if await self._could(who, shifts.start, former=human.shift or 0):
                self._on_shift(human, await self.town.store.read(_shift_of, self.rows.people[who]))

    async def passes(self, time: timedelta) -> None:
        async with self._step(None):
            await self.town.wind(seconds=time.total_seconds())

    async def morning_comes(self) -> None:
        """Quiet hours are over."""
        await self.passes(midnight_after(self.model.now) + timedelta(hours=7, minutes=5) - self.model.now)

    def _on_shift(self, human: Human, shift: int | None) -> None:
        if shift != human.shift:
            human.shift, human.shift_ends = shift, self.model.now + SHIFTS_LAST if shift else None

    def _end_deputyship_of(self, human: Human) -> None:
        for other in self.model.humans.values():
            other.stands_in_for.pop(human, None)

    def _key(self, release: Release) -> dict[str, Any]:
        """Whom it is for, as a button names them."""
        if release.role:
            return {"among": Among.ROLE, "key": release.role}
        if release.organisation:
            return {"among": Among.ORGANISATION, "key": str(self.rows.organisations[release.organisation])}
        if release.person:
            return {"among": Among.PERSON, "key": str(self.rows.people[release.person])}
        return {"among": Among.EVERYBODY, "key": None}


@asynccontextmanager
async def watched(folder: Path) -> AsyncIterator[Deeds]:
    """The cast's town, with the bot running."""
    async with founded(folder, rates=0, cast=CAST) as town:
        await town.stranger(NEW_NUMBER, NEWCOMER)
        rows = await town.store.write(enter)
        await town.opens()
        await town.maria.says("/hjalp")
        await town.maria.receives(lambda message: bool(message.text))
        model = Model(humans(), FRIDAY, rota=dict(ON_ROTA))
        yield Deeds(town, model, Onlooker(town, model, PHONES), rows)


def _file(db: Db, author: Person, *, columns: Mapping[str, Any], now: datetime) -> Report:
    """All steps of a report in one, with a position of its own."""
    report = drafts.begin(db, author, now=now)
    report_store.change(db, report, latitude=SOUTH + report * STEP, longitude=12.0, **columns)
    reports.file(db, author, report=report, now=now)
    filed = report_store.by_id(db, report)
    assert filed
    return filed


def _end_deputyship(db: Db, person: Person, *, now: datetime) -> None:
    found = deputies.standing(db, person)
    if found is None:
        raise Stale
    deputies.end(db, person, deputyship=found.id, now=now, card=None)


def _is_released(db: Db, report: int, text: str) -> bool:
    return any(each.text == text and not each.revoked_at for each in release_store.of(db, report))


def _shift_of(db: Db, person: int) -> int | None:
    return people_store.by_id(db, person).shift


def _row_of(db: Db, chat: int) -> int | None:
    found = people_store.by_chat(db, chat)
    return found.id if found else None
