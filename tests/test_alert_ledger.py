"""Whatever is done with alerts, whatever Telegram answers and whenever the bot dies: the ledger sums, and rights hold.

People act on the real units over a real database; a Telegram made of dictionaries accepts, refuses, loses and is cut
off. After each step the ledger is held against what was seen from outside. HYPOTHESIS_PROFILE=thorough looks longer.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, cast
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.courier import Outcome
from bot.delivery import without_call
from bot.settlement import recover, write_down
from bot.wording import Worded, put_into_words
from domain.alerts import UNDO_TIME, Level
from domain.ledger import COUNTED_EVERY, Answer, Entry
from domain.people import Language, Person, Role
from domain.reach import Unreachable
from domain.refusals import Refusal
from domain.sending import Result
from domain.views import AlertCard, AlertMessage, decode
from handlers.talk import House
from services import alert_drafts, alerts, answers, ledgers, reach, schedules
from services import people as members
from storage import alerts as stored
from storage import delivery, people
from storage import schedules as due_times
from storage.store import Store
from tests.town import ANNA, KARIN, LARS, MARIA, YUSUF, Member, town_of

ZONE = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 11, 27, 11, 0, tzinfo=UTC)
THOROUGH = settings.get_current_profile_name() == "thorough"
TRIES = settings(max_examples=1_500 if THOROUGH else 50, stateful_step_count=60 if THOROUGH else 40)
READERS = (ANNA, replace(YUSUF, language=Language.SV), KARIN, LARS)
MOST_COPIES = {Level.INFORMATION: 1, Level.WARNING: 1, Level.ACUTE: 2}
"""Nobody gets information twice; what is urgent is sent once more when nobody knows whether it arrived."""

LEVELS = st.sampled_from(Level)
ROLES = st.sets(st.sampled_from([Role.GUARD, Role.CENTRE_MANAGER]))
WHO = st.sampled_from(READERS)
ANSWERS = st.sampled_from([Result.DONE, Result.DONE, Result.NOT_SENT, Result.UNKNOWN, Result.UNREACHABLE])
FATES = st.lists(st.tuples(ANSWERS, st.booleans()), min_size=1, max_size=8)
"""What Telegram answers, and whether a message of which nobody will know arrived all the same."""


@dataclass(slots=True)
class Told:
    """An alert as it looks from outside: its texts, whom it was to reach, who answered to which of them (from 1)."""

    level: Level
    texts: list[str]
    intended: int | None = None
    answered: dict[int, int] = field(default_factory=dict)
    called_off: bool = False
    withdrawn: bool = False


@dataclass(slots=True)
class Phone:
    """What stands in one chat and can be edited, by message number, and how many copies of each alert ever arrived.

    Nobody knows the number of a message whose fate nobody knows: it stays as it was.
    """

    blocked: bool = False
    shown: dict[int, tuple[int, str]] = field(default_factory=dict)
    copies: dict[int, int] = field(default_factory=dict)


def there_is_one(machine: Any) -> bool:
    return bool(machine._alerts)


class AlertsAndAccidents(RuleBasedStateMachine):
    @initialize(level=LEVELS, roles=ROLES, fates=FATES)
    def a_town_with_an_alert_on_its_way(self, level: Level, roles: set[Role], fates: list[tuple[Result, bool]]) -> None:
        self._closing = ExitStack()
        self._db = self._closing.enter_context(town_of((*READERS, MARIA), now=NOON))
        self._now, self._numbers = NOON, count(1)
        self._phones = {member.id: Phone() for member in (*READERS, MARIA)}
        self._alerts: dict[int, Told] = {}
        self._revoked: set[int] = set()
        self._counted: dict[int, datetime] = {}
        self._house = House(store=cast("Store", None), clock=cast("Any", None), zone=ZONE, language=Language.SV)
        self.maria_orders_one(level, roles)
        self.time_passes(minutes=0)
        self.some_leave(fates)

    def teardown(self) -> None:
        if hasattr(self, "_closing"):
            self._closing.close()

    @rule(level=LEVELS, roles=ROLES)
    def maria_orders_one(self, level: Level, roles: set[Role]) -> None:
        number = self._act(alert_drafts.compose)
        text = f"Text {next(self._numbers)}."
        self._act(alert_drafts.write_text, alert=number, text=text)
        self._act(alert_drafts.choose_level, alert=number, level=level)
        self._act(alert_drafts.pick_site, alert=number, site="overby", wanted=True)
        for role in sorted(roles | {Role.PROPERTY_OWNER}):
            self._act(alert_drafts.pick_role, alert=number, role=role, wanted=True)
        self._act(alert_drafts.ask, alert=number, screen=None)
        found = self._do(stored.by_id, number)
        assert found
        if self._tried(alert_drafts.order, alert=number, version=found.version):
            self._alerts[number] = Told(level, [text])

    @precondition(there_is_one)
    @rule(which=st.integers(0, 9), again=st.booleans())
    def maria_thinks_better_of_it(self, which: int, again: bool) -> None:  # noqa: FBT001  # drawn by name
        number = self._pick(which)
        if self._tried(alerts.call_back, alert=number):
            del self._alerts[number]
            if again:
                self._tried(alerts.call_back, alert=number)

    @rule(minutes=st.sampled_from([1, 2, 15, 45, 600]))
    def time_passes(self, minutes: int) -> None:
        """And as long as an order can be undone."""
        until = self._now + timedelta(minutes=minutes) + UNDO_TIME
        while (due := self._do(due_times.next_due)) and due <= until:
            self._now = max(self._now, due)
            for schedule in self._do(schedules.due, now=self._now):
                self._do(schedules.run, schedule, now=self._now)
            self._note_who_was_meant()
        self._now = until

    @rule(fates=FATES)
    def some_leave(self, fates: list[tuple[Result, bool]]) -> None:
        for worded in self._claimed(len(fates)):
            result, arrived = fates.pop()
            self._settle(worded, result, arrived=arrived)

    @rule(fates=FATES)
    def the_bot_is_killed_while_some_leave(self, fates: list[tuple[Result, bool]]) -> None:
        for worded in self._claimed(len(fates)):
            result, arrived = fates.pop()
            if result is Result.DONE or arrived:
                self._arrives(worded, known=not worded.owed.is_first)
        self._do(recover, now=self._now)

    @precondition(there_is_one)
    @rule(who=WHO, answer=st.sampled_from(Answer), which=st.integers(0, 9), ago=st.integers(0, 1))
    def somebody_answers(self, who: Member, answer: Answer, which: int, ago: int) -> None:
        """What they saw: the text that holds now, or the one before it."""
        number = self._pick(which)
        told = self._alerts[number]
        edition = max(1, len(told.texts) - ago)
        for _ in range(2):
            if not self._tried(answers.give, by=who, alert=number, edition=edition, answer=answer, card=None):
                return
        told.answered[who.id] = max(edition, told.answered.get(who.id, 1))

    @precondition(there_is_one)
    @rule(which=st.integers(0, 9))
    def maria_corrects_one(self, which: int) -> None:
        number, text = self._pick(which), f"Text {next(self._numbers)}."
        if self._tried(alerts.write_correction, alert=number, text=text):
            version = self._do(stored.by_id, number).version
            for _ in range(2):
                self._act(alerts.correct, alert=number, version=version)
            self._alerts[number].texts.append(text)
            self._counted.clear()  # who has just done something there does not wait

    @precondition(there_is_one)
    @rule(which=st.integers(0, 9))
    def maria_calls_one_off(self, which: int) -> None:
        number = self._pick(which)
        if self._tried(alerts.call_off, alert=number, card=None):
            self._alerts[number].called_off = True

    @precondition(there_is_one)
    @rule(which=st.integers(0, 9))
    def maria_takes_one_back(self, which: int) -> None:
        number = self._pick(which)
        if self._tried(alerts.withdraw, alert=number, card=None):
            self._alerts[number].withdrawn = True

    @rule(who=WHO)
    def somebody_is_revoked(self, who: Member) -> None:
        if who.id not in self._revoked:
            self._act(members.revoke, person=self._person(who).id, page=0, card=None)
            self._revoked.add(who.id)

    @rule(who=WHO)
    def somebody_lets_the_bot_in_again(self, who: Member) -> None:
        if self._phones[who.id].blocked:
            self._phones[who.id].blocked = False
            self._do(reach.found, self._person(who), now=self._now)

    @rule()
    def all_is_delivered(self) -> None:
        """With nothing in the way any more, every copy says what holds, and what was taken back is gone.

        A second passes: what somebody who was revoked has is emptied message by message, milliseconds apart.
        """
        self._now += timedelta(seconds=1)
        for _ in range(99):
            claimed = self._claimed(50)
            if not claimed:
                break
            for worded in claimed:
                self._settle(worded, Result.DONE, arrived=True)
        for phone in self._phones.values():
            for number, text in [] if phone.blocked else phone.shown.values():
                self._is_right(number, text)

    @invariant()
    def every_ledger_sums_and_counts_each_answer_once(self) -> None:
        for number, told in getattr(self, "_alerts", {}).items():
            found = self._do(stored.by_id, number)
            assert found
            if found.sent_at is None:
                continue
            ledger = self._do(ledgers.of, found)
            assert ledger.intended == told.intended
            assert ledger.intended == sum(ledger.of(entry) for entry in Entry)
            assert ledger.answered == sum(edition == len(told.texts) for edition in told.answered.values())

    @invariant()
    def nobody_gets_it_more_often_than_its_level_allows(self) -> None:
        for phone in getattr(self, "_phones", {}).values():
            for number, copies in phone.copies.items():
                assert copies <= MOST_COPIES[self._alerts[number].level]

    def _is_right(self, number: int, text: str) -> None:
        told = self._alerts[number]
        if told.withdrawn:
            assert "Text " not in text
        elif "Gallrad" not in text:
            assert told.texts[-1] in text
            assert ("Avblåst" in text) == told.called_off

    def _note_who_was_meant(self) -> None:
        """Whoever had not left when it was sent, by what is known outside."""
        for number, told in self._alerts.items():
            found = self._do(stored.by_id, number)
            if found and found.sent_at and told.intended is None:
                meant = {ANNA.id: Role.GUARD, YUSUF.id: Role.GUARD, KARIN.id: Role.CENTRE_MANAGER, LARS.id: None}
                told.intended = sum(
                    who not in self._revoked and (role is None or role in found.audience.roles)
                    for who, role in meant.items()
                )

    def _claimed(self, most: int) -> list[Worded]:
        """What may leave now, put into words and claimed, as delivery does it."""
        due = self._do(delivery.due, now=self._now, limit=most, not_rows=(), not_chats=())
        worded = [self._do(put_into_words, each, house=self._house, bot_username="bot", now=self._now) for each in due]
        self._do(delivery.claim, [each.owed.id for each in worded if each.owed.is_first and each.card])
        return worded

    def _settle(self, worded: Worded, result: Result, *, arrived: bool) -> None:
        owed = worded.owed
        if not worded.needs_call:
            outcome = without_call(worded)
        elif result is Result.DONE:
            outcome = Outcome(result=result, message_id=self._arrives(worded, known=True))
            self._is_not_too_soon(worded)
        else:
            if result is Result.UNKNOWN and arrived:
                self._arrives(worded, known=not owed.is_first)
            why = Unreachable.BLOCKED if result is Result.UNREACHABLE else None
            outcome = Outcome(result=result, error=result.value, unreachable=why)
            self._phones[owed.chat_id].blocked |= result is Result.UNREACHABLE
        self._do(write_down, [(worded, outcome)], now=self._now)

    def _is_not_too_soon(self, worded: Worded) -> None:
        """Only who corrects gets their card at once: all else is counted every three seconds at most."""
        view, row = decode(worded.owed.kind, worded.owed.body), worded.owed.id
        if isinstance(view, AlertCard) and view.alert in self._alerts and self._alerts[view.alert].intended is not None:
            assert self._now >= self._counted.get(row, NOON) + COUNTED_EVERY
            self._counted[row] = self._now

    def _arrives(self, worded: Worded, *, known: bool) -> int:
        """The phone shows it; the message's number. Only alerts are looked at."""
        owed, phone = worded.owed, self._phones[worded.owed.chat_id]
        number = owed.message_id or next(self._numbers) + 1_000_000
        view = decode(owed.kind, owed.body)
        if not isinstance(view, AlertMessage):
            return number
        if worded.card is None:
            phone.shown.pop(number, None)
            return number
        if owed.is_first:
            assert owed.chat_id not in self._revoked, "somebody who was revoked got an alert"
            phone.copies[view.alert] = phone.copies.get(view.alert, 0) + 1
        if owed.is_first and owed.repeat:
            assert "Kan ha kommit två gånger" in worded.card.text
        if known:
            phone.shown[number] = (view.alert, worded.card.text)
        return number

    def _pick(self, which: int) -> int:
        numbers = sorted(self._alerts)
        return numbers[which % len(numbers)]

    def _person(self, member: Member) -> Person:
        found = self._do(people.by_chat, member.id)
        assert found
        return cast("Person", found)

    def _tried(self, deed: Callable[..., Any], **details: Any) -> bool:
        """Whether it was allowed."""
        try:
            self._act(deed, **details)
        except Refusal:
            return False
        return True

    def _act(self, deed: Callable[..., Any], *, by: Member = MARIA, **details: Any) -> Any:
        return self._do(deed, self._person(by), **details, now=self._now)

    def _do(self, unit: Callable[..., Any], *args: Any, **details: Any) -> Any:
        """In a transaction of its own: what is refused leaves nothing half-done."""
        with self._db.begin():
            return unit(self._db, *args, **details)


AlertsAndAccidents.TestCase.settings = TRIES
TestAlertsAndAccidents = AlertsAndAccidents.TestCase
