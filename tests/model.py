"""Who may see what, as it was promised: a model that shares no rule with the code, to hold the code against.

It is written from the promise's own words and asks about one person and one report at one moment. Names stand for
people; a place in time stands for itself.
"""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
EVERYWHERE = "*"
ALL = "*"
"""Every organisation, among those whose texts somebody reads."""

GET_SINGLE_REPORTS = {"guard", "centre_manager", "property_owner", "partner"}
"""Businesses get alerts and aggregates, auditors the log."""
SERIOUS = 3
"""Orange; 4 is red."""
NIGHT_BEGINS, NIGHT_ENDS = time(22), time(7)
SHIFTS_LAST = timedelta(hours=12)
REPEATS = timedelta(minutes=60)
NEWS_FOR = timedelta(hours=24)
"""What is corrected later than that calls nobody any more."""


@dataclass(slots=True, eq=False)
class Human:
    """Somebody with a phone. `stands_in_for` says until when for each whose deputy they are."""

    name: str
    organisation: str
    posts: dict[str, str]
    reads: set[str] = field(default_factory=set)
    is_police: bool = False
    is_contact: bool = False
    is_duty_phone: bool = False
    is_member: bool = True
    shift: int | None = None
    shift_ends: datetime | None = None
    stands_in_for: "dict[Human, datetime]" = field(default_factory=dict)

    @property
    def hats(self) -> "list[Human]":
        """Whose rights they have: their own and, while it lasts, those of each whom they stand in for."""
        return [self, *self.stands_in_for]

    def roles_at(self, site: str) -> set[str]:
        return {role for where, role in self.posts.items() if where in (site, EVERYWHERE)}


@dataclass(slots=True, eq=False)
class Release:
    """A text for all at the report's site, or for one role, one organisation or one person there."""

    text: str
    role: str | None = None
    organisation: str | None = None
    person: str | None = None

    def is_for(self, reader: Human, site: str, *, hat: Human) -> bool:
        """By a role under that hat. Who is meant by name is meant whatever the hat, and nobody in their stead."""
        roles = hat.roles_at(site)
        if roles.isdisjoint(GET_SINGLE_REPORTS) or self.person not in {None, reader.name}:
            return False
        return self.role in {None, *roles} and self.organisation in {None, hat.organisation}


@dataclass(slots=True, eq=False)
class Sighting:
    """A report. `texts` are all that it ever said, the newest last; history shows the older ones to the same readers.

    Whether it stands, is merged or closed, and its severity, are facts that the town tells; who may see it is not.
    """

    id: int
    number: int
    author: Human
    shift: int | None
    site: str
    place: str | None
    category: str
    severity: int
    filed_at: datetime
    position: str
    texts: list[str]
    is_structured_only: bool = False
    is_approved: bool = False
    stands: bool = True
    is_merged: bool = False
    is_closed: bool = False
    wordings: list[str] = field(default_factory=list)
    """What was written to be released instead: who may read all of it may read these, too."""
    releases: list[Release] = field(default_factory=list)

    @property
    def is_drugs(self) -> bool:
        return self.category == "drugs" and not self.is_approved

    @property
    def is_heads_up(self) -> bool:
        return self.category == "forewarning" and not self.is_approved

    @property
    def is_urgent(self) -> bool:
        """Orange, red and heads-ups ring, those that were approved too."""
        return self.severity >= SERIOUS or self.category == "forewarning"


@dataclass(slots=True)
class Model:
    """The town at one moment."""

    humans: dict[str, Human]
    now: datetime
    sightings: list[Sighting] = field(default_factory=list)
    rota: dict[str, str] = field(default_factory=dict)
    """By site: who is on the rota, every night."""

    def passes(self, now: datetime) -> None:
        """Time goes by: what was for a while comes back."""
        self.now = now
        for human in self.humans.values():
            human.stands_in_for = {other: end for other, end in human.stands_in_for.items() if end > now}
            if human.shift_ends and human.shift_ends <= now:
                human.shift = human.shift_ends = None

    def may_know(self, human: Human, report: Sighting) -> bool:
        """Whether category, place, time, count and severity are theirs to know."""
        if not human.is_member:
            return False
        return _wrote(human, report) or any(self._knows(human, report, hat=hat) for hat in human.hats)

    def may_read(self, human: Human, report: Sighting) -> bool:
        """Whether all that it says, its photos and its position are theirs to see."""
        if not human.is_member or _wrote(human, report):
            return human.is_member
        source = {report.author.organisation, ALL}
        reading = (hat for hat in human.hats if not hat.reads.isdisjoint(source))
        return not report.is_structured_only and any(self._knows(human, report, hat=hat) for hat in reading)

    def may_change(self, human: Human, report: Sighting) -> bool:
        """Whether it is theirs to correct and take back."""
        return self.is_strategist(human) or (human.is_member and _wrote(human, report))

    def may_manage(self, human: Human, other: Human) -> bool:
        """Whether it is theirs to let the other in, move or revoke them: a contact's own people, a strategist all."""
        contact = any(hat.is_contact and hat.organisation == other.organisation for hat in human.hats)
        return human.is_member and (contact or self.is_strategist(human))

    def is_strategist(self, human: Human) -> bool:
        return human.is_member and any("strategist" in hat.roles_at(EVERYWHERE) for hat in human.hats)

    def may_read_released(self, human: Human, report: Sighting) -> bool:
        """Whether a text of it was released to them."""
        return bool(self._released(human, report))

    def texts_for(self, human: Human) -> set[str]:
        """Every text, and every position, that they may have before their eyes now."""
        readable = [each for each in self.sightings if self.may_read(human, each)]
        own = {text for report in readable for text in (*report.texts, *report.wordings, report.position)}
        return own.union(*(self._released(human, each) for each in self.sightings))

    def must_ring(self, human: Human, report: Sighting) -> bool:
        """Whether their phone has to ring for it, at once or in the morning."""
        if human is report.author or not human.is_member or not report.is_urgent:
            return False
        if not report.stands or report.is_merged or report.is_closed:
            return False
        return any(self._is_called(hat, report) for hat in human.hats)

    def is_quiet_for(self, human: Human) -> bool:
        local = self.now.astimezone(STOCKHOLM).time()
        return human.shift is None and (local >= NIGHT_BEGINS or local < NIGHT_ENDS)

    def may_be_a_repeat(self, report: Sighting) -> bool:
        """Whether it may be told of in the message about an earlier one from there."""
        at = (report.site, report.place)
        earlier = (each for each in self.sightings if each is not report and (each.site, each.place) == at)
        return any(abs(each.filed_at - report.filed_at) <= REPEATS for each in earlier)

    def _released(self, human: Human, report: Sighting) -> set[str]:
        hats = human.hats if human.is_member else []
        return {each.text for each in report.releases for hat in hats if each.is_for(human, report.site, hat=hat)}

    def _knows(self, human: Human, report: Sighting, *, hat: Human) -> bool:
        roles = hat.roles_at(report.site)
        if "strategist" in roles or any(each.is_for(human, report.site, hat=hat) for each in report.releases):
            return True
        if report.is_drugs:
            return hat.is_police and "partner" in roles
        if self._is_on_rota(hat, report.site):
            return True
        return not report.is_heads_up and not roles.isdisjoint(GET_SINGLE_REPORTS)

    def _is_called(self, human: Human, report: Sighting) -> bool:
        """A release lets know, and calls nobody."""
        roles = human.roles_at(report.site)
        if "strategist" in roles:
            return True
        if report.is_drugs:
            return human.is_police and "partner" in roles
        if report.is_heads_up:
            return self._is_on_rota(human, report.site)
        return not roles.isdisjoint(GET_SINGLE_REPORTS)

    def _is_on_rota(self, human: Human, site: str) -> bool:
        """Who was moved away since is not, whatever the rota says."""
        return self.rota.get(site) == human.name and not human.roles_at(site).isdisjoint(GET_SINGLE_REPORTS)


def midnight_after(now: datetime) -> datetime:
    day = now.astimezone(STOCKHOLM).date() + timedelta(days=1)
    return datetime.combine(day, time(), tzinfo=STOCKHOLM)


def _wrote(human: Human, report: Sighting) -> bool:
    """A duty phone's reports belong to the shift that wrote them."""
    return human is report.author and (not human.is_duty_phone or human.shift == report.shift)
