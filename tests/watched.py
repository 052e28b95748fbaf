"""A town that is watched: after whatever is done, every phone is looked at, and everybody tries to get at a report."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from domain.refusals import Refusal, Stranger
from handlers.buttons.correction import ShowHistory
from handlers.buttons.inbox import OpenReport, ShowAttachments
from handlers.buttons.release import ReadText
from handlers.callback_data import Tap
from locales import say
from storage import Db
from storage import people as people_store
from storage import reports as report_store
from tests.cast import Rows
from tests.model import Human, Model, Sighting
from tests.onlooker import Onlooker
from tests.town import Town

T = TypeVar("T")
May = Callable[[Human, Sighting], bool]

REFUSED = {say("sv", "refusal-not-allowed"), say("sv", "stranger")}


@dataclass(slots=True)
class WatchedTown:
    """Everything that is done ends with everybody trying to get at a report, the one it was about or another."""

    town: Town
    model: Model
    onlooker: Onlooker
    rows: Rows
    secrets: int = 0
    desks: dict[tuple[str, int], int] = field(default_factory=dict)
    """The message that somebody taps at for a report."""

    async def everybody_looks(self, sighting: Sighting) -> None:
        """All phones tap for everything that there is of a report, as our buttons would or a changed client could."""
        before = await self.onlooker.allowed()
        await asyncio.gather(*(self._pries(name, sighting) for name in self.model.humans))
        await self.town.settles()
        await self.onlooker.looks(actors=self.model.humans, allowed=[before, await self.onlooker.allowed()])

    def new_secret(self) -> str:
        self.secrets += 1
        return f"kanariefågel {self.secrets}"

    @asynccontextmanager
    async def _step(self, actor: str | None) -> AsyncIterator[None]:
        """Whatever is shown meanwhile must have been allowed before it, after it or once all has settled."""
        moments = [await self.onlooker.allowed()]
        yield
        await self._learn_facts()
        moments.append(await self.onlooker.allowed())
        await self.town.settles()
        moments.append(await self.onlooker.allowed())
        await self.onlooker.looks(actors={actor} if actor else set(), allowed=moments)

    async def _pries(self, who: str, sighting: Sighting) -> None:
        may: Mapping[Tap, May] = {
            OpenReport(sighting.id, None): self.model.may_know,
            ReadText(sighting.id): self.model.may_read_released,
            ShowAttachments(sighting.id): self.model.may_read,
            ShowHistory(sighting.id, 0): self.model.may_read,
        }
        for tap, allows in may.items():
            answer = await self._taps(who, sighting, tap)
            if answer is None or (answer in REFUSED) is allows(self.model.humans[who], sighting):
                self.onlooker.faults.append(f"{who}: {tap} #{sighting.number} → {answer!r}")

    async def _taps(self, who: str, sighting: Sighting, tap: Tap) -> str | None:
        """What it was answered; a message of its own for each report, so that what was opened stays open."""
        phone = self.town.phones[who.lower()]
        if (who, sighting.id) not in self.desks:
            await phone.says("/hjalp")
            self.desks[who, sighting.id] = (await phone.receives(lambda message: bool(message.text))).id
        answer = await phone.forges(self.desks[who, sighting.id], tap.encode())
        return None if answer is None else str(answer["text"] or "")

    async def _does(self, who: str, deed: Callable[..., T], /, **details: Any) -> T:
        """What comes of an act. Raises Refusal."""
        phone = self.town.phones[who.lower()]
        return await self.town.store.write(_act, phone.id, deed, now=self.model.now, **details)

    async def _could(self, who: str, deed: Callable[..., object], may: bool = True, /, **details: Any) -> bool:  # noqa: FBT001, FBT002  # a claim
        """Returns whether they could; who may not must not."""
        try:
            await self._does(who, deed, **details)
        except Refusal:
            return False
        if not may:
            self.onlooker.faults.append(f"{who}: {deed.__name__} {details}")
        return True

    async def _learn_facts(self) -> None:
        for each in self.model.sightings:
            found = await self.town.store.read(report_store.by_id, each.id)
            assert found
            each.severity = int(found.severity or 0)
            each.stands, each.is_merged, each.is_closed = found.stands, bool(found.merged_into), bool(found.closed_at)

    def _is_theirs(self, who: str, sighting: Sighting) -> bool:
        return self.model.may_change(self.model.humans[who], sighting)

    def _triages(self, who: str) -> bool:
        return self.model.is_strategist(self.model.humans[who])

    def _manages(self, who: str, other: str) -> bool:
        return self.model.may_manage(self.model.humans[who], self.model.humans[other])


def _act(db: Db, chat: int, deed: Callable[..., T], /, *, now: datetime, **details: Any) -> T:
    """As a handler does it: for the person whose phone it is, who has to be a member."""
    person = people_store.by_chat(db, chat)
    if person is None or not person.is_member:
        raise Stranger
    return deed(db, person, now=now, **details)
