"""Everything the sandbox knows, put together once."""

import asyncio
import hashlib

from sandbox.calls import Calls
from sandbox.chats import Chats
from sandbox.clock import Clock
from sandbox.events import Events, Kind
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.floods import Floods
from sandbox.intake import Intake
from sandbox.menus import Menus
from sandbox.people import NAMES, Cast, Group, Person
from sandbox.polls import Polls
from sandbox.refusals import Impossible, Json, bad_request, forbidden, migrated
from sandbox.store import FLUSH_SECONDS, Store, written
from sandbox.taps import Taps
from sandbox.updates import Updates
from sandbox.webhook import Webhook


class World:
    """`at` is where the clock stands at the very first start, in epoch seconds."""

    def __init__(self, cast: Cast, *, store: Store, rates: float = 1.0, at: float | None = None) -> None:
        self.bot = cast.bot
        self.store = store
        self.events = Events(last=(store.one("state", "events") or {"last": 0})["last"])
        self.clock = _clock(store, at)
        self.clock.on_change = self._wound
        self.chats = Chats(store, self.events)
        self.files = Files(store)
        self.taps = Taps(store)
        self.menus = Menus(store)
        self.floods = Floods(times=rates)
        self.faults = Faults()
        self.calls = Calls()
        self.updates = Updates(store, self.clock.now)
        self.polls = Polls(self.updates.arrived)
        self.webhook = Webhook(store, self.updates)
        self.intake = Intake(self.updates, self.webhook, self.faults)
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self._populate(cast)

    def recipient(self, chat_id: int | str) -> Person | Group:
        """Who a message goes to. Raises the server's refusal when the bot cannot write there."""
        chat = self.known(chat_id)
        if isinstance(chat, Group):
            _check_group(chat)
        else:
            _check_person(chat)
        return chat

    def known(self, chat_id: int | str) -> Person | Group:
        number = int(chat_id) if str(chat_id).lstrip("-").isdigit() else 0
        chat = self.people.get(number) or self.groups.get(number)
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def person(self, number: int) -> Person:
        """For the phone's side."""
        if number not in self.people:
            raise Impossible("no such person", status=404)
        return self.people[number]

    def add_person(self, person: Person) -> None:
        self.people[person.id] = person
        self.changed(person, Kind.PHONE)

    def add_group(self, group: Group) -> None:
        self.groups[group.id] = group
        self.keep(group)

    def changed(self, person: Person, kind: Kind) -> None:
        self.keep(person)
        self.events.tell(person.id, kind)

    def keep(self, chat: Person | Group) -> None:
        self.store.put("person" if isinstance(chat, Person) else "group", chat.id, lambda: written(chat))

    def chat_instance(self, chat_id: int) -> str:
        """The same for all taps in one chat."""
        digest = hashlib.sha256(f"{self.bot.id}/{chat_id}".encode()).digest()
        return str(int.from_bytes(digest[:8], signed=True))

    def flush(self) -> None:
        self.store.put("state", "events", lambda: {"last": self.events.last})
        self.store.flush()

    async def keep_flushing(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            self.flush()

    def counts(self) -> Json:
        return {
            "updates_pending": len(self.updates.pending),
            "updates_delivered": self.updates.delivered,
            "messages": self.chats.count(),
            "calls": self.calls.count,
            "floods": self.floods.refused,
            "webhook": self.webhook.url,
        }

    def _wound(self) -> None:
        self.store.put("state", "clock", lambda: {"offset": self.clock.offset})
        self.events.tell(0, Kind.CLOCK)

    def _populate(self, cast: Cast) -> None:
        """Those of the last run come back as they were, by the names that the file has for them now."""
        for _, body in self.store.all("person"):
            self.people[body["id"]] = Person(**body)
        for _, body in self.store.all("group"):
            self.groups[body["id"]] = Group(**body)
        for person in cast.people:
            known = self.people.get(person.id, person)
            known.rename({name: getattr(person, name) for name in NAMES})
            self.add_person(known)
        for group in cast.groups:
            if group.id not in self.groups:
                self.add_group(group)


def _check_group(group: Group) -> None:
    if group.upgraded_to:
        raise migrated(group.upgraded_to)
    if group.kicked:
        raise forbidden(f"bot was kicked from the {group.type} chat")


def _check_person(person: Person) -> None:
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def _clock(store: Store, at: float | None) -> Clock:
    stored = store.one("state", "clock")
    clock = Clock(offset=stored["offset"] if stored else 0.0)
    if at is not None and stored is None:
        clock.offset = at - clock.now()
    store.put("state", "clock", lambda: {"offset": clock.offset})
    return clock
