"""Looks at every phone, and holds what it was ever shown against the model of who may see what."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.model import Model, Sighting
from tests.screens import Shown
from tests.town import Town

NUMBER = re.compile(r"#(\d+)\b")
SECRET = re.compile(r"kanariefågel \d+")
SOUTH, STEP = 50.0, 0.001
"""Each report comes from a latitude of its own."""

Texts = Mapping[str, frozenset[str]]
"""By person."""


@dataclass(slots=True)
class Onlooker:
    town: Town
    model: Model
    names: Mapping[int, str]
    """Whose phone it is, by its number."""
    faults: list[str] = field(default_factory=list)
    _known: set[tuple[str, int]] = field(default_factory=set)
    """Who was ever allowed to know of which number."""
    _got: set[tuple[str, int]] = field(default_factory=set)
    """Whose phone ever showed which number."""
    _owed: set[tuple[str, int]] = field(default_factory=set)
    """Whose phone has to ring for which number."""
    _seen: int = 0

    async def allowed(self) -> Texts:
        """What each may read now; on the way it is noted for ever what they may know."""
        self.model.passes(datetime.fromtimestamp(await self.town.sandbox.now(), UTC))
        humans, sightings = self.model.humans, self.model.sightings
        self._known |= {
            (name, each.number)
            for name, human in humans.items()
            for each in sightings
            if self.model.may_know(human, each)
        }
        return {name: frozenset(self.model.texts_for(human)) for name, human in humans.items()}

    def expects_calls(self, sighting: Sighting) -> None:
        """As things are now, these phones have to ring for it: those that are left alone at night, in the morning."""
        humans = self.model.humans.items()
        self._owed |= {(name, sighting.number) for name, human in humans if self.model.must_ring(human, sighting)}

    async def looks(self, *, actors: Collection[str], allowed: Collection[Texts]) -> None:
        """At all that came since the last time, of which only the actors had asked for words, and at all that stands.

        What came must have been allowed at one of the moments since then.
        """
        for body in await self.town.sandbox.versions(after=self._seen):
            self._seen = body["event"]
            name, shown = self.names[body["chat"]["id"]], Shown(body | _AS_IT_CAME)
            self._look_at_news(name, shown, frozenset().union(*(texts[name] for texts in allowed)))
            if name not in actors and "edit_date" not in body:
                self._require(not secrets_in(shown), f"{name} was sent words unasked", shown)
        for name in self.model.humans:
            await self._look_at_screen(name)
        self._listen()

    def _look_at_news(self, name: str, shown: Shown, texts: frozenset[str]) -> None:
        numbers = {(name, number) for number in numbers_in(shown)}
        self._got |= numbers
        self._require(numbers <= self._known, f"{name} came to know", shown)
        self._require(secrets_in(shown) <= texts, f"{name} came to read", shown)

    async def _look_at_screen(self, name: str) -> None:
        human = self.model.humans[name]
        texts = self.model.texts_for(human)
        numbers = {each.number for each in self.model.sightings if self.model.may_know(human, each)}
        for shown in await self.town.phones[name.lower()].chat():
            if not shown.mine:
                self._require(secrets_in(shown) <= texts, f"{name} still reads", shown)
                self._require(numbers_in(shown) <= numbers, f"{name} still knows", shown)

    def _listen(self) -> None:
        """Who had to be rung, and still has to, has been."""
        by_number = {each.number: each for each in self.model.sightings}
        for name, number in sorted(self._owed - self._got):
            human, sighting = self.model.humans[name], by_number[number]
            waits = self.model.is_quiet_for(human) or self.model.may_be_a_repeat(sighting)
            if self.model.must_ring(human, sighting) and not waits:
                self.faults.append(f"{name} was never rung for #{number}")

    def _require(self, holds: bool, fault: str, shown: Shown) -> None:  # noqa: FBT001  # what is claimed
        if not holds:
            self.faults.append(f"{fault}:\n{shown}")


_AS_IT_CAME = {"out": False, "edits": 0, "deleted": False}


def numbers_in(shown: Shown) -> set[int]:
    return {int(number) for number in NUMBER.findall(_words(shown))}


def secrets_in(shown: Shown) -> set[str]:
    """Texts, and positions by what stands for them."""
    location = shown.body.get("location")
    positions = {position_of(round((location["latitude"] - SOUTH) / STEP))} if location else set()
    return set(SECRET.findall(_words(shown))) | positions


def position_of(report: int) -> str:
    return f"the position of {report}"


def _words(shown: Shown) -> str:
    return "\n".join([shown.text, *shown.labels])
