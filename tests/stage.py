"""Everybody and everything that the rights are tried on: people of each role, and something of each kind to tap at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from domain.alerts import Level, Recall, Template
from domain.audience import OFFERED_ROLES, Audience
from domain.changes import Field
from domain.deputies import Start
from domain.exports import Form, Purpose
from domain.ledger import Answer, Entry
from domain.organisations import Asking
from domain.people import EVERY_SITE, Language, Role
from domain.reach import Unreachable
from domain.releases import Among, Whom
from domain.reports import FOREWARNING, CloseReason, When
from domain.searches import Filter
from domain.sending import Priority
from domain.severity import Severity
from domain.views import AlertMessage
from handlers.callback_data import Tap
from services import reach
from storage import (
    Db,
    alerts,
    deputies,
    focuses,
    invites,
    organisations,
    outbox,
    people,
    recipients,
    releases,
    reminders,
    reports,
    shifts,
)
from storage.tables import metadata, updates
from storage.tables import reports as reports_table
from tests.town import FRIDAY, Member, join

HOME, AWAY = "overby", "kungsgatan"
"""Everything on the stage is at the first; the second is another site of the municipality."""
SECRET = "Kanariefågel i mörkret"
"""The text of the two reports that everybody tries to open; only a strategist may read it."""
NUMBER = 7001
DRUGS_NUMBER = 7002


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who tries everything. `place` is home or away for roles of one site, and says what a non-member is."""

    id: int
    place: str
    role: Role | None = None

    @property
    def name(self) -> str:
        return f"{self.role} {self.place}" if self.role else self.place

    @property
    def sites(self) -> tuple[str, ...]:
        return {"home": (HOME,), "away": (AWAY,)}.get(self.place, (EVERY_SITE,))


SITE_ROLES = (Role.GUARD, Role.CENTRE_MANAGER, Role.PROPERTY_OWNER, Role.BUSINESS, Role.PARTNER)
STRATEGIST = Actor(1200, "everywhere", Role.STRATEGIST)
MEMBERS = (
    *(Actor(1000 + number, "home", role) for number, role in enumerate(SITE_ROLES)),
    *(Actor(1100 + number, "away", role) for number, role in enumerate(SITE_ROLES)),
    STRATEGIST,
    Actor(1201, "everywhere", Role.AUDITOR),
)
STRANGER = Actor(1300, "stranger")
JOINING = Actor(1301, "joining")
REVOKED = (Actor(1302, "revoked", Role.GUARD), Actor(1303, "revoked", Role.STRATEGIST))
NO_MEMBERS = (STRANGER, JOINING, *REVOKED)
ONE_OF_EACH = (*(actor for actor in MEMBERS if actor.place != "away"), STRANGER, JOINING, REVOKED[0])
"""Enough for what does not depend on the site."""
ANOTHER = Actor(1400, "everywhere", Role.STRATEGIST)
"""Owns what is nobody's own among those who try."""


def enter(db: Db, actor: Actor) -> None:
    """Put somebody into the database as what they are."""
    if actor.role is not None:
        join(db, Member(id=actor.id, name=actor.name, role=actor.role, sites=actor.sites), now=FRIDAY)
    if actor in REVOKED:
        people.change(db, person_of(db, actor), revoked_at=FRIDAY)
    if actor.place == "joining":
        organisation = organisations.id_of(db, "Trygg Bevakning")
        joining = people.add(db, chat_id=actor.id, organisation=organisation, now=FRIDAY)
        people.change(db, joining, name="Sven Åkesson", language=Language.SV)
        invites.take(db, _invite(db, None, token=f"joining-{actor.id}"), person=joining, now=FRIDAY)


def person_of(db: Db, actor: Actor) -> int:
    """The actor's row; a stranger has none, and owns nothing."""
    found = people.by_chat(db, actor.id)
    return found.id if found else person_of(db, ANOTHER)


Make = Callable[[Db, int, int], Mapping[str, Any]]
"""Makes something for the one who tries (or somebody else) and says how a tap names it."""


def _report(db: Db, author: int, **columns: Any) -> int:
    told: dict[str, Any] = {"category": "car_meet", "place": "norra_p", "severity": Severity.YELLOW} | columns
    return reports.add(
        db, author=author, organisation=people.organisation_of(db, author), site=HOME, now=FRIDAY, **told
    )


def _filed(db: Db, author: int, **columns: Any) -> int:
    number = columns.pop("number", None) or reports.next_number(db)
    return _report(db, author, number=number, filed_at=FRIDAY, happened_at=FRIDAY, **columns)


def _known(db: Db, number: int, category: str) -> int:
    """The one report of that number, which the rows share."""
    found: int | None = db.scalar(select(reports_table.c.id).where(reports_table.c.number == number))
    return found or _filed(db, person_of(db, ANOTHER), number=number, category=category, text=SECRET)


def _for_guards(db: Db, author: int) -> int:
    """A report whose text was released to the guards of its site."""
    report = _filed(db, author, text="Två bilar driftar")
    releases.add(db, report, text="Två bilar", whom=Whom(role=Role.GUARD), released_by=author, now=FRIDAY)
    return report


def _invite(db: Db, inviter: int | None, **columns: Any) -> int:
    told: dict[str, Any] = {
        "role": Role.GUARD,
        "site": HOME,
        "organisation_id": organisations.id_of(db, "Trygg Bevakning"),
    }
    expires_at = FRIDAY + timedelta(days=7)
    return invites.add(db, invited_by=inviter, created_at=FRIDAY, expires_at=expires_at, **told | columns)


_EVERYBODY = Audience((HOME,), OFFERED_ROLES)


def _alert(db: Db, author: int, **columns: Any) -> int:
    number = alerts.add(db, author=author, language=Language.SV, now=FRIDAY)
    alerts.change(db, number, audience=_EVERYBODY, text="Väg stängd", level=Level.INFORMATION, **columns)
    return number


_SENT = {"sends_at": FRIDAY, "sent_at": FRIDAY, "expires_at": FRIDAY + timedelta(days=2)}


def _alert_to(db: Db, reader: int) -> int:
    number = _alert(db, person_of(db, ANOTHER), **_SENT)
    readers = [(people.by_id(db, reader), FRIDAY)]
    outbox.owe_all(db, AlertMessage(number), readers=readers, priority=Priority.REPORT, now=FRIDAY)
    recipients.add(db, number)
    return number


def _help(db: Db, reader: int) -> dict[str, int]:
    """An alert that somebody needs help with."""
    return {"alert": _alert_to(db, reader), "person": reader}


def _reminder(db: Db, author: int, **columns: Any) -> int:
    number = reminders.add(db, author=author, organisation=people.organisation_of(db, author), now=FRIDAY)
    when = {"day": FRIDAY.date() + timedelta(days=1), "hour": 10}
    reminders.change_audience(db, number, _EVERYBODY, text="Lås grinden", **when, **columns)
    return number


def _focus(db: Db, author: int) -> int:
    number = focuses.add(db, site=HOME, set_by=author, now=FRIDAY)
    focuses.change(db, number, text="Grinden vid norra", until=FRIDAY + timedelta(days=1))
    return number


_NUMBERS = count(9_000_000)


def _member(db: Db, role: Role = Role.GUARD) -> int:
    """Somebody to be revoked, who has no phone."""
    actor = Actor(next(_NUMBERS), "home", role)
    enter(db, actor)
    reach.lost(db, actor.id, why=Unreachable.NO_CHAT, now=FRIDAY)
    return person_of(db, actor)


def _group(db: Db, inviter: int) -> dict[str, int]:
    """An invite for many, and somebody who said yes to it and waits."""
    number = next(_NUMBERS)
    invite = _invite(db, inviter, token=f"group-{number}", seats=5)
    columns = {"name": f"Väntande {number}", "language": Language.SV, "accepted_at": FRIDAY}
    organisation = organisations.id_of(db, "Trygg Bevakning")
    waiting = people.add(db, chat_id=number, organisation=organisation, now=FRIDAY, **columns)
    reach.lost(db, number, why=Unreachable.NO_CHAT, now=FRIDAY)
    invites.use(db, invite, person=waiting, now=FRIDAY)
    return {"invite": invite, "person": waiting, "last": 1}


def _claimed(db: Db, inviter: int) -> int:
    """The way to a new phone, which somebody has opened."""
    token, chat = f"phone-{next(_NUMBERS)}", next(_NUMBERS)
    claim = {"claimed_chat": chat, "claimed_name": "Nya"}
    return _invite(db, inviter, token=token, role=None, site=None, person_id=_member(db), **claim)


def _at_two_sites(db: Db) -> int:
    person = _member(db)
    people.give_role(db, person, site=AWAY, role=Role.GUARD)
    return person


def _named_person(db: Db) -> dict[str, int]:
    organisation = organisations.id_of(db, "Trygg Bevakning")
    person = people.add(db, chat_id=None, organisation=organisation, now=FRIDAY, name=f"Arne {next(_NUMBERS)}")
    return {"person": person, "organisation": organisation}


def _without_phone(db: Db, organisation: str) -> int:
    """A member of the organisation whom nothing is sent to."""
    number = next(_NUMBERS)
    join(db, Member(id=number, name=f"Kollega {number}", role=Role.BUSINESS, organisation=organisation), now=FRIDAY)
    found = people.by_chat(db, number)
    assert found
    reach.lost(db, number, why=Unreachable.NO_CHAT, now=FRIDAY)
    return found.id


def _colleague(db: Db, person: int) -> int:
    return _without_phone(db, people.by_id(db, person).organisation)


def _outsider(db: Db) -> int:
    return _without_phone(db, "Grannens Bevakning")


def _deputyship(db: Db, person: int, deputy: int) -> int:
    """One that has not begun."""
    period = {"starts_at": FRIDAY + timedelta(days=1), "ends_at": FRIDAY + timedelta(days=2)}
    return deputies.add(db, person=person, deputy=deputy, now=FRIDAY, **period)


MAKE: Mapping[str, Make] = {
    "nothing": lambda _db, _me, _other: {},
    "own draft": lambda db, me, _other: {"report": _report(db, me, is_another=True)},
    "own draft, to the other site": lambda db, me, _other: {"report": _report(db, me), "site": AWAY},
    "another's draft": lambda db, _me, other: {"report": _report(db, other)},
    "own report": lambda db, me, _other: {"report": _filed(db, me)},
    "two reports": lambda db, _me, other: {"report": _filed(db, other), "into": _filed(db, other)},
    "own, to the other site": lambda db, me, _other: {"report": _filed(db, me), "field": Field.SITE, "value": AWAY},
    "another's report": lambda db, _me, other: {"report": _filed(db, other)},
    "report of violence": lambda db, _me, _other: {"report": _known(db, NUMBER, "violence")},
    "report of drugs": lambda db, _me, _other: {"report": _known(db, DRUGS_NUMBER, "drugs")},
    "report with a text": lambda db, _me, other: {"report": _filed(db, other, text="Två bilar driftar")},
    "text for guards": lambda db, _me, other: {"report": _for_guards(db, other)},
    "heads-up": lambda db, _me, other: {"report": _filed(db, other, category=FOREWARNING)},
    "member": lambda db, _me, _other: {"person": _member(db)},
    "member of two sites": lambda db, _me, _other: {"person": _at_two_sites(db)},
    "somebody waiting": lambda db, _me, other: _group(db, other),
    "own group": lambda db, me, _other: _group(db, me),
    "another's group": lambda db, _me, other: _group(db, other),
    "claimed phone": lambda db, _me, other: {"invite": _claimed(db, other)},
    "organisation": lambda db, _me, _other: {"organisation": organisations.id_of(db, f"Bolag {next(_NUMBERS)}")},
    "partner": lambda db, _me, _other: {"person": _member(db, Role.PARTNER), "organisation": 0},
    "named person": lambda db, _me, _other: _named_person(db),
    "own invite": lambda db, me, _other: {"invite": _invite(db, me, organisation_id=None)},
    "own link": lambda db, me, _other: {"invite": _invite(db, me, token=f"own-{next(_NUMBERS)}")},
    "another's invite": lambda db, _me, other: {"invite": _invite(db, other, organisation_id=None)},
    "another's link": lambda db, _me, other: {"invite": _invite(db, other, token=f"other-{next(_NUMBERS)}")},
    "colleague": lambda db, me, _other: {"deputy": _colleague(db, me)},
    "stranger to them": lambda db, _me, _other: {"deputy": _outsider(db)},
    "own deputyship": lambda db, me, _other: {"deputyship": _deputyship(db, me, _colleague(db, me))},
    "others' deputyship": lambda db, _me, other: {"deputyship": _deputyship(db, other, _colleague(db, other))},
    "own alert": lambda db, me, _other: {"alert": _alert(db, me)},
    "another's alert": lambda db, _me, other: {"alert": _alert(db, other)},
    "alert to oneself": lambda db, me, _other: {"alert": _alert_to(db, me)},
    "alert to others": lambda db, _me, other: {"alert": _alert_to(db, other)},
    "sent alert": lambda db, _me, other: {"alert": _alert(db, other, **_SENT)},
    "ordered alert": lambda db, me, _other: {"alert": _alert(db, me, sends_at=FRIDAY + timedelta(days=30))},
    "another's order": lambda db, _me, other: {"alert": _alert(db, other, sends_at=FRIDAY + timedelta(days=30))},
    "need for help": lambda db, _me, other: _help(db, other),
    "own, and a member": lambda db, me, _other: {"alert": _alert(db, me), "person": _member(db)},
    "other's, and a member": lambda db, _me, other: {"alert": _alert(db, other), "person": _member(db)},
    "own reminder": lambda db, me, _other: {"reminder": _reminder(db, me)},
    "another's reminder": lambda db, _me, other: {"reminder": _reminder(db, other)},
    "own shift": lambda db, me, _other: {"shift": shifts.add(db, me, signature=None, now=FRIDAY, ends_at=FRIDAY)},
    "another's shift": lambda db, _me, other: {
        "shift": shifts.add(db, other, signature=None, now=FRIDAY, ends_at=FRIDAY)
    },
    "focus": lambda db, _me, other: {"focus": _focus(db, other)},
    "rung reminder": lambda db, _me, other: {"reminder": _reminder(db, other, set_at=FRIDAY, rung_at=FRIDAY)},
}


EXAMPLES: Mapping[str, Any] = {
    "after": 0,
    "among": Among.EVERYBODY,
    "answer": Answer.SEEN,
    "approved": True,
    "asking": Asking.PURPOSE,
    "by": Filter.CATEGORY,
    "category": "theft",
    "count": "1",
    "days": 2,
    "edition": 1,
    "ends": 6,
    "entry": Entry.SEEN,
    "day": FRIDAY.date() + timedelta(days=2),
    "duty_phone": False,
    "field": Field.PLACE,
    "form": Form.TABLE,
    "former": 0,
    "how_many": True,
    "hour": 11,
    "hours": 6,
    "into": 0,
    "key": None,
    "language": Language.SV,
    "last": 1,
    "level": Level.WARNING,
    "main": 0,
    "minutes": None,
    "more": True,
    "ongoing": True,
    "organisation": 1,
    "page": 0,
    "part": 0,
    "person": None,
    "place": "sodra_p",
    "purpose": Purpose.MEETING,
    "question": None,
    "reason": CloseReason.HANDLED,
    "recall": Recall.CALL_OFF,
    "role": Role.GUARD,
    "seats": 5,
    "screen": None,
    "seen": None,
    "severity": 2,
    "shifts": 2,
    "site": HOME,
    "slot": 4,
    "start": Start.NOW,
    "starts": 23,
    "template": Template.FIRE,
    "value": "sodra_p",
    "version": 2,
    "wanted": True,
    "weekday": 4,
    "when": When.NOW,
    "whose": None,
    "within": None,
}
NOWHERE = dict.fromkeys(
    (
        "deputy",
        "deputyship",
        "report",
        "person",
        "invite",
        "alert",
        "reminder",
        "after",
        "organisation",
        "shift",
        "focus",
    ),
    999_999,
)


def example(kind: type[Tap], named: Mapping[str, Any]) -> str:
    """Callback data of that kind: what it names, and something plausible for the rest."""
    chosen = {**EXAMPLES, **named}
    return kind(**{each.name: chosen[each.name] for each in fields(kind)}).encode()


def everything(db: Db) -> dict[str, set[tuple[Any, ...]]]:
    """All that is remembered, but for updates and the refusals that were said: what a refusal must leave as it is."""
    held = {table.name: {tuple(map(repr, row)) for row in db.execute(select(table))} for table in _TABLES}
    said = metadata.tables["messages"].c
    shown = select(said.id, said.kind, said.body, said.person_id).where(said.kind != "Notice")
    return held | {"messages": {tuple(map(repr, row)) for row in db.execute(shown)}}


_TABLES = [table for table in metadata.sorted_tables if table not in (updates, metadata.tables["messages"])]
