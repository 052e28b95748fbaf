"""The demonstration: a made-up Trollhättan, its people and eight weeks of reports, drawn the same way each time."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from domain import rights
from domain.organisations import USUAL_PURPOSE
from domain.people import EVERY_SITE, Language, Role
from domain.reading_hours import ReadingHours
from domain.reports import CloseReason
from domain.sending import Priority
from domain.severity import Severity
from domain.views import Menu, OwnReport, ReportPush, View, Welcome
from domain.vocabulary import Vocabulary
from services import membership, places
from storage import Db, organisations, outbox, people, reports, vocabulary

DATA: Final = Path(__file__).parent.parent / "data"
WEEKS: Final = 8
SEED: Final = 461
REASONS: Final = (CloseReason.HANDLED, CloseReason.HANDLED, CloseReason.PASSED_ON, CloseReason.NO_ACTION)
FRESH: Final = timedelta(hours=18)
"""Before `now` there is only what the file says came in last."""
CLOSED_AFTER: Final = timedelta(days=4)

Facts = dict[str, Any]


def furnish(db: Db, *, zone: ZoneInfo, now: datetime) -> bool:
    """Write the demonstration into an empty database, up to `now`. Returns False for a database in use."""
    if organisations.everyone(db):
        return False
    places.take_over(db, _read("vocabulary.toml"), file="vocabulary.toml")
    demo = _read("demo.toml")
    ids = {member["id"]: _add_member(db, member, now=now - timedelta(weeks=WEEKS)) for member in demo["member"]}
    for name in demo["structured_only"]:
        organisations.change(db, organisations.id_of(db, name), structured_only=True)
    for contact in demo["contacts"]:
        people.change(db, ids[contact], is_contact=True)
    for member in ids.values():
        _owe(db, member, Menu(), now=now)
        _owe(db, member, Welcome(), now=now)
    history = _History(
        vocabulary.load(db), reader=people.members(db, roles_held=rights.STRATEGIST)[0].id, zone=zone, now=now
    )
    for facts in history.of(demo["habit"]):
        _add_report(db, ids, facts)
    for latest in demo["latest"]:
        _add_latest(db, ids, latest, now=now)
    return True


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _add_member(db: Db, member: Mapping[str, Any], *, now: datetime) -> int:
    organisation = organisations.id_of(db, member["organisation"])
    agreed = {"agreed_on": now.date(), "agreed_purpose": USUAL_PURPOSE, "agreed_area": EVERY_SITE}
    organisations.change(db, organisation, **agreed)
    person = people.add(db, chat_id=member["id"], organisation=organisation, now=now)
    people.change(db, person, name=member["name"], language=Language(member["language"]), accepted_at=now)
    for site in member["sites"]:
        people.give_role(db, person, site=site, role=Role(member["role"]))
    membership.let_in(db, person, now=now)
    return person


class _History:
    """Eight weeks of reports after people's habits, and what the strategist did about them."""

    def __init__(self, vocab: Vocabulary, *, reader: int, zone: ZoneInfo, now: datetime) -> None:
        self._chance = random.Random(SEED)  # noqa: S311  # a demonstration, the same each time
        self._hours = vocab.municipality.reading_hours if vocab.municipality else ReadingHours(())
        self._reader, self._zone, self._now = reader, zone, now

    def of(self, habits: Sequence[Facts]) -> list[Facts]:
        """In the order in which they were filed."""
        today = self._now.astimezone(self._zone).date()
        mondays = [today - timedelta(days=today.weekday(), weeks=week) for week in range(WEEKS + 1)]
        drawn = [facts for habit in habits for monday in mondays for facts in self._week(habit, monday)]
        within = [each for each in drawn if timedelta(weeks=WEEKS) >= self._now - each["filed_at"] >= FRESH]
        return [self._treated(facts) for facts in sorted(within, key=lambda facts: facts["filed_at"])]

    def _week(self, habit: Facts, monday: date) -> list[Facts]:
        """About as many as usual, on usual days at usual hours."""
        number = habit["weekly"] + self._chance.choice((-1, 0, 0, 1))
        return [self._report(habit, monday) for _ in range(number)]

    def _report(self, habit: Facts, monday: date) -> Facts:
        chance = self._chance
        day = monday + timedelta(days=chance.choice(habit["days"]) - 1)
        minute = time(chance.choice(habit["hours"]), chance.randrange(60), tzinfo=self._zone)
        happened_at = datetime.combine(day, minute)
        return {
            "member": habit["member"],
            "site": habit["site"],
            "category": habit["category"],
            "place": self._one_of(habit["places"]),
            "severity": Severity(chance.choice(habit["severities"])),
            "count": self._one_of(habit["counts"]),
            "text": self._one_of(habit["texts"]),
            "happened_at": happened_at,
            "filed_at": happened_at + timedelta(minutes=chance.randrange(1, 15)),
        }

    def _one_of(self, values: Sequence[str]) -> str | None:
        return self._chance.choice(values) or None if values else None

    def _treated(self, facts: Facts) -> Facts:
        """Read within the reading hours, and closed within three days unless it is too recent."""
        opens = self._hours.next_reading(facts["filed_at"].astimezone(self._zone))
        read_at = opens + timedelta(minutes=self._chance.randrange(5, 60))
        closed_at = read_at + timedelta(hours=self._chance.randrange(1, 72))
        reason = self._chance.choice(REASONS)
        if read_at > self._now:
            return facts
        read = facts | {"read_at": read_at, "read_by": self._reader}
        if closed_at > self._now - CLOSED_AFTER:
            return read
        return read | {"closed_at": closed_at, "closed_by": self._reader, "close_reason": reason}


def _add_report(db: Db, ids: Mapping[int, int], facts: Facts) -> int:
    columns = {name: value for name, value in facts.items() if name != "member"}
    author = ids[facts["member"]]
    columns |= {"number": reports.next_number(db), "place_skipped": facts["place"] is None}
    organisation = people.organisation_of(db, author)
    return reports.add(db, author=author, organisation=organisation, now=facts["filed_at"], **columns)


def _add_latest(db: Db, ids: Mapping[int, int], latest: Mapping[str, Any], *, now: datetime) -> None:
    """A report that waits in the inbox, with its author's card and what those were told whose phones ring for it."""
    at = now - timedelta(minutes=latest["minutes_ago"])
    kept = {name: value or None for name, value in latest.items() if name != "minutes_ago"}
    report = _add_report(db, ids, {**kept, "severity": Severity(latest["severity"]), "happened_at": at, "filed_at": at})
    author = ids[latest["member"]]
    _owe(db, author, OwnReport(report), now=now)
    filed = reports.by_id(db, report)
    for reader in people.members(db):
        if filed and rights.rings(reader, rights.Case(filed)):
            _owe(db, reader.id, ReportPush(report), now=now)


def _owe(db: Db, person: int, view: View, *, now: datetime) -> None:
    chat = people.by_id(db, person).chat
    outbox.owe(db, view, chat_id=chat, person=person, priority=Priority.REPLY, now=now)
