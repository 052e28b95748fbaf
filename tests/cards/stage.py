"""A stage on which every card can be shown: a database filled through services, and a person of each role to look."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import handlers.commands
import handlers.words
import locales
import services.templates
from domain.people import EVERY_SITE, Person, Role, tidy, tidy_name
from domain.people import ORGANISATION_LENGTH as LONGEST_ORGANISATION
from domain.refusals import Refusal
from domain.views import View
from handlers.card import Card, Scene
from handlers.cards import word
from handlers.words import Words
from services import places, schedules
from storage import Db, people, snapshot
from storage.reports import latest_of
from tests.cards import limits
from tests.fluent_files import references
from tests.town import ANNA, FRIDAY, KARIN, LARS, MARIA, YUSUF, Member, join, vocabulary

ZONE = ZoneInfo("Europe/Stockholm")
BOT = "overblick_trollhattan_bot"
NADIA = Member(id=106, name="Nadia Berg", role=Role.BUSINESS, organisation="Bergs Sportaffär")
PER = Member(id=107, name="Per Ahlgren", role=Role.PARTNER, sites=("overby", "kungsgatan"), organisation="Polisen")
EVA = Member(id=108, name="Eva Ström", role=Role.AUDITOR, sites=(EVERY_SITE,), organisation="Trollhättans Stad")
CAST = (ANNA, YUSUF, KARIN, LARS, NADIA, PER, EVA, MARIA)
"""Each role once, two guards, and one who has two sites."""

NAMED = ("category", "severity", "site", "measure_type", "target_group", "commitment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What people wrote themselves: it may hold anything that the door lets in. None leaves it as the town has it."""

    name: str | None = None
    organisation: str | None = None
    named: str | None = None
    address: str | None = None
    text: str = "Två bilar driftar på parkeringen"


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody was shown."""

    view: View
    language: str
    card: Card


@dataclass(slots=True)
class Stage:
    """One case is played on it: acts of `services`, and `look` at what they lead to."""

    db: Db
    written: Written
    now: datetime = FRIDAY
    said: set[str] = field(default_factory=set)
    looks: list[Look] = field(default_factory=list)

    def set_up(self) -> None:
        """The vocabulary and the cast, with what they wrote."""
        places.take_over(self.db, _named(vocabulary(), self.written), file="vocabulary.toml")
        schedules.prepare(self.db, zone=ZONE, now=self.now)
        for member in CAST:
            self.joins(member)

    def joins(self, member: Member) -> None:
        """Make somebody a member, called what people call themselves here."""
        join(self.db, _called(member, self.written), now=self.now)

    def person(self, member: Member) -> Person:
        """The member as they are now."""
        found = people.by_chat(self.db, member.id)
        assert found is not None
        return found

    def add_sites(self, number: int) -> None:
        """Grow the town by sites like Överby."""
        town = _named(vocabulary(), self.written)
        overby = town["site"][0]
        town["site"] += [overby | {"key": f"overby_{each}"} for each in range(number)]
        places.take_over(self.db, town, file="vocabulary.toml")

    def crowd(self, number: int) -> None:
        """Grow Överby to so many places, and the town to so many categories and sites."""
        town = _named(vocabulary(), self.written)
        overby, categories = town["site"][0], town["category"]
        overby["places"] = [overby["places"][0] | {"key": f"place_{each}"} for each in range(number)]
        categories += [categories[0] | {"key": f"category_{each}"} for each in range(number - len(categories))]
        town["site"] += [overby | {"key": f"overby_{each}"} for each in range(number - len(town["site"]))]
        places.take_over(self.db, town, file="vocabulary.toml")

    def reads_at(self, hours: str) -> None:
        """The municipality has changed its reading hours."""
        municipality = _named(vocabulary(), self.written)["municipality"] | {"reading_hours": hours}
        places.take_over(self.db, {"municipality": municipality}, file="vocabulary.toml")

    @property
    def anna(self) -> Person:
        return self.person(ANNA)

    @property
    def karin(self) -> Person:
        return self.person(KARIN)

    @property
    def per(self) -> Person:
        return self.person(PER)

    @property
    def maria(self) -> Person:
        return self.person(MARIA)

    def act(self, deed: Callable[..., Any], member: Person, **details: Any) -> Any:
        """Carry a deed out now."""
        return deed(self.db, people.by_id(self.db, member.id), now=self.now, **details)

    def refused(self, deed: Callable[..., Any], member: Person, **details: Any) -> Refusal | None:
        """Carry out what may be refused; returns the refusal."""
        try:
            self.act(deed, member, **details)
        except Refusal as refusal:
            return refusal
        return None

    def latest(self, author: Person) -> int:
        """The report that the author has at hand."""
        found = latest_of(self.db, author.id)
        assert found is not None
        return found.id

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)

    def look(self, view: View) -> None:
        """Show a view to everybody who may see it, in both languages, and hold each card to its limits."""
        with snapshot.kept(self.db):  # as in a round of delivery
            shown = [card for member in CAST for card in self._shown(view, self.person(member))]
        assert shown, f"nobody is shown {view}"

    def look_as(self, view: View, reader: Person | None) -> list[Card]:
        """The same for one reader, or for a stranger."""
        return list(self._shown(view, reader))

    def _shown(self, view: View, reader: Person | None) -> Iterator[Card]:
        for language in locales.LANGUAGES:
            words = Words(language, ZONE)
            scene = Scene(db=self.db, reader=reader, words=words, now=self.now, zone=ZONE, bot_username=BOT)
            with heard(self.said):
                try:
                    card = word(view, scene)
                except Refusal:
                    return
            if card is not None:
                self.looks.append(Look(view, language, card))
                limits.hold(card)
                yield card


@contextmanager
def heard(said: set[str]) -> Iterator[None]:
    """Collects the id of every text that is said meanwhile, with those that it refers to."""

    def listening(language: str, text_id: str, **details: Any) -> str:
        said.update({text_id}, references("sv", text_id))
        return locales.say(language, text_id, **details)

    with pytest.MonkeyPatch.context() as patch:
        for speaking in (handlers.words, handlers.commands, services.templates):
            patch.setattr(speaking, "say", listening)
        yield


def _called(member: Member, written: Written) -> Member:
    name = tidy_name(written.name or "") or member.name
    theirs = tidy(written.organisation or "") and f"{member.organisation} {tidy(written.organisation or '')}"
    organisation = (theirs or member.organisation)[:LONGEST_ORGANISATION].strip()
    return replace(member, name=name, organisation=organisation)


def _named(data: Mapping[str, Any], written: Written) -> dict[str, Any]:
    """The vocabulary, with one name for everything if one is given."""
    renamed: dict[str, Any] = deepcopy(dict(data))
    entries = [entry for kind in NAMED for entry in renamed.get(kind, [])]
    sites = renamed["site"]
    entries += [place for site in sites for place in site.get("places", [])]
    if written.named:
        renamed["municipality"]["name"] = written.named
        for entry in entries:
            entry |= {"sv": written.named, "en": written.named}
    if written.address:
        for site in sites:
            site["address"] = written.address
    return renamed
