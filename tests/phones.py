"""The phones that stories are told from: a sandbox as its own process, and people who read, write and tap.

sandbox = await Sandbox.start(rates=20, people=[{"id": 11, "first_name": "Anna"}])
anna = sandbox.phone("Anna")
await anna.starts("invite-token")
await anna.taps("Ny rapport")
card = await anna.sees("Skicka")
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Self, TypeVar

import aiohttp

from tests.line import Json, Line
from tests.nursery import Child
from tests.screens import Button, Shown, buttons, named, transcript

Found = TypeVar("Found")
Person = dict[str, Any]

TOKEN = "1000001:SANDBOX"
HOME = Path(__file__).parent.parent
PATIENCE = 5.0
"""Real seconds that a person waits to see what a story says she sees."""

Wanted = str | Callable[[Shown], bool]


class Phone:
    """One person's phone. What it does waits for the sandbox, what it sees waits for the bot."""

    def __init__(self, line: Line, person: Person) -> None:
        self._line = line
        self.id = int(person["id"])
        self.name = str(person["first_name"])
        self.taps_made = 0
        self.answer: Json | None = None
        self.keyboard: Json | None = None
        self.commands: list[Json] = []
        self._messages: dict[int, Shown] = {}
        self._event = 0
        self._acted = 0

    async def starts(self, payload: str = "") -> None:
        """Opens the bot's link and presses Start."""
        await self._act("start", {"payload": payload})

    async def says(self, text: str, *, reply_to: Shown | None = None, forwarded_from: str = "") -> int:
        body = {"text": text, "reply_to": reply_to.id if reply_to else None, "forward_from": forwarded_from}
        return int((await self._act("text", body))["message_id"])

    async def sends_photo(self, photo: bytes, *, caption: str = "") -> int:
        return (await self.sends_album([photo], caption=caption))[0]

    async def sends_album(self, photos: Sequence[bytes], *, caption: str = "") -> list[int]:
        """Two to ten photos; the messages' numbers."""
        form = aiohttp.FormData({"caption": caption})
        for number, photo in enumerate(photos):
            form.add_field("file", BytesIO(photo), filename=f"{number}.png", content_type="image/png")
        return list((await self._act("photo", form))["message_ids"])

    async def sends_document(self, body: bytes, *, name: str, mime_type: str = "application/octet-stream") -> int:
        form = aiohttp.FormData()
        form.add_field("file", BytesIO(body), filename=name, content_type=mime_type)
        return int((await self._act("document", form))["message_id"])

    async def sends_voice(self) -> int:
        return int((await self._act("voice", {}))["message_id"])

    async def sends_location(self, latitude: float, longitude: float, *, live_period: int = 0) -> int:
        place = {"latitude": latitude, "longitude": longitude, "live_period": live_period}
        return int((await self._act("location", place))["message_id"])

    async def moves(self, message_id: int, latitude: float, longitude: float) -> None:
        """A live location sent before."""
        await self._act("location", {"latitude": latitude, "longitude": longitude, "message_id": message_id})

    async def edits(self, message_id: int, text: str) -> None:
        await self._act("edit", {"message_id": message_id, "text": text})

    async def blocks(self) -> None:
        await self._act("block", {})

    async def unblocks(self) -> None:
        await self._act("unblock", {})

    async def leaves_telegram(self) -> None:
        """The account is deactivated."""
        await self._act("deactivate", {})

    async def reads(self) -> None:
        await self._act("read", {})

    async def taps(self, label: str, *, on: Shown | None = None, patience: float = PATIENCE) -> Json | None:
        """Taps the inline button on the newest message that carries it, else the key of the reply keyboard.

        Waits for the button to appear and then, at most `patience` seconds each, for the bot to answer the tap.
        """
        found = await self._until(lambda: self._find_button(label, on), patience, f"a button {label!r}")
        self.taps_made += 1
        message, button = found
        if message is None:
            await self.says(button.label)
            return None
        place = {"message_id": message.id, "row": button.row, "column": button.column}
        self.answer = (await self._act("tap", place | {"wait": patience}))["answer"]
        return self.answer

    async def taps_and_sees(self, label: str, wanted: Wanted) -> Shown:
        """Taps, and waits for what that brings up."""
        await self.taps(label)
        return await self.sees(wanted)

    async def forges(self, message: Shown | int, data: str, *, patience: float = PATIENCE) -> Json | None:
        """A tap with data of one's own making, as a changed client could send it."""
        number = message if isinstance(message, int) else message.id
        self.answer = (await self._act("tap", {"message_id": number, "data": data, "wait": patience}))["answer"]
        return self.answer

    async def chat(self) -> list[Shown]:
        """What is on the screen now, oldest first."""
        await self._refresh()
        return [message for message in self._messages.values() if not message.deleted]

    async def last(self) -> Shown:
        return (await self.chat())[-1]

    async def sees(self, wanted: Wanted, *, patience: float = PATIENCE) -> Shown:
        """The newest message of the bot on the screen that has `wanted`, now or soon."""
        return await self._until(lambda: self._newest(wanted), patience, wanted)

    async def receives(self, wanted: Wanted, *, patience: float = PATIENCE) -> Shown:
        """As `sees`, but only what the bot sent or edited since this person last did something."""
        since = self._acted
        return await self._until(lambda: self._newest(wanted, since=since), patience, wanted)

    async def no_longer_sees(self, wanted: Wanted, *, patience: float = PATIENCE) -> None:
        """Waits until the last message of the bot that has `wanted` was changed or deleted."""
        await self._until(lambda: None if self._newest(wanted) else True, patience, f"the end of {wanted!r}")

    async def hears_nothing(self, *, during: float = 0.3) -> None:
        """Fails when the bot sends or edits something within `during` real seconds."""
        await self._refresh()
        before = self._event
        await asyncio.sleep(during)
        new = [message for message in await self.chat() if message.event > before and not message.mine]
        assert not new, f"{self.name} heard:\n{transcript(new)}"

    async def photo(self, message: Shown) -> bytes:
        """The bytes of the largest size of a photo, or of a document."""
        file = message.body["photo"][-1] if "photo" in message.body else message.body["document"]
        return await self._line.download(f"/file/{self.id}/{file['file_unique_id']}")

    async def _act(self, what: str, body: Json | aiohttp.FormData) -> Json:
        await self._refresh()
        self._acted = self._event
        answer: Json = await self._line.post(f"/phones/{self.id}/{what}", body)
        return answer

    async def _refresh(self) -> None:
        chat = await self._line.get(f"/phones/{self.id}/chat?after={self._event}")
        self._messages |= {body["message_id"]: Shown(body) for body in chat["messages"]}
        self._messages = dict(sorted(self._messages.items()))
        self._event, self.keyboard, self.commands = chat["event"], chat["keyboard"], chat["commands"]

    async def _until(self, look: Callable[[], Found | None], patience: float, wanted: object) -> Found:
        deadline = time.monotonic() + patience
        while True:
            news = self._line.news(self.id)
            await self._refresh()
            if (found := look()) is not None:
                return found
            left = deadline - time.monotonic()
            assert left > 0, f"{self.name} waited for {wanted!r} and saw:\n{transcript(self._messages.values())}"
            await _happens(news, left)

    def _newest(self, wanted: Wanted, *, since: int = -1) -> Shown | None:
        fits = (lambda message: wanted in message) if isinstance(wanted, str) else wanted
        visible = (m for m in reversed(self._messages.values()) if not m.deleted and not m.mine and m.event > since)
        return next((message for message in visible if fits(message)), None)

    def _find_button(self, label: str, on: Shown | None) -> tuple[Shown | None, Button] | None:
        messages = [self._messages[on.id]] if on else list(reversed(self._messages.values()))
        for message in messages:
            if not message.deleted and (button := message.button(label)):
                return message, button
        keys = buttons((self.keyboard or {}).get("keyboard", []))
        key = None if on else named(label, keys)
        return (None, key) if key else None


class Sandbox:
    """A sandbox over HTTP. `start` runs one as a process of its own; `Sandbox(url)` talks to one that runs already."""

    def __init__(self, url: str, *, process: Child | None = None) -> None:
        self.url = url
        self.token = TOKEN
        self._process = process
        self.line = Line(url)
        self._phones: dict[int, Phone] = {}

    @classmethod
    async def start(
        cls,
        *,
        rates: float = 20,
        people: Iterable[Person] = (),
        data: Path | None = None,
        at: str = "",
        port: int = 0,
        cast: Path | None = None,
    ) -> Self:
        """`people` as in a people file, which `cast` is; `at` is where the clock stands at the first start, as ISO."""
        options = ["--listen", f"127.0.0.1:{port}", "--rates", str(rates), "--data", str(data or "")]
        options += ["--people", str(cast or "")]
        process = await Child.start([*options, *(["--at", at] if at else [])])
        assert process.ready.startswith("sandbox ready "), f"the sandbox did not start: {process.ready!r}"
        sandbox = cls(process.ready.split()[-1], process=process)
        for person in people:
            await sandbox.add(person)
        return sandbox

    async def stop(self) -> None:
        await self.line.close()
        if self._process:
            await self._process.stops()

    async def dies(self) -> None:
        """SIGKILL, as when the machine loses power."""
        assert self._process is not None
        await self._process.is_killed()
        await self.line.close()

    async def add(self, person: Person) -> Phone:
        """A new person, or a known one with other names."""
        await self.line.post("/phones", person)
        self._phones.setdefault(int(person["id"]), Phone(self.line, person))
        return self._phones[int(person["id"])]

    def phone(self, who: str | int) -> Phone:
        """By first name or id."""
        return next(phone for phone in self._phones.values() if who in {phone.name, phone.id})

    async def now(self) -> float:
        """Epoch seconds by the sandbox's clock."""
        return float((await self.line.get("/clock"))["now"])

    async def wind(self, *, by: float = 0.0, to: datetime | None = None, stop_timeout: float = 30.0) -> Json:
        """Winds by seconds, or to an aware time; returns when the bot is idle there: `{now, stops}`."""
        target = {"to": to.timestamp()} if to else {"by": by}
        wound: Json = await self.line.post("/clock/wind", target | {"stop_timeout": stop_timeout})
        return wound

    async def fault(self, kind: str, **order: Any) -> None:
        """`method`, `chat`, `times`, `share`, `seed`, `seconds`: see docs/sandbox.md."""
        await self.line.post("/faults", {"kind": kind, **order})

    async def clear_faults(self) -> None:
        await self.line.delete("/faults")

    async def set_rates(self, rates: float) -> None:
        await self.line.post("/rates", {"rates": rates})

    async def calls(self, method: str = "", *, after: int = 0) -> list[Json]:
        """The Bot API calls received, of one method or of all."""
        calls: list[Json] = await self.line.get(f"/calls?after={after}")
        return [call for call in calls if method in {"", call["method"]}]

    async def versions(self, *, after: int = 0) -> list[Json]:
        """All that phones were shown after the event: every message as it came, and as each edit made it."""
        versions: list[Json] = await self.line.get(f"/versions?after={after}")
        return versions

    async def state(self) -> Json:
        state: Json = await self.line.get("/state")
        return state


async def _happens(event: asyncio.Event, within: float) -> None:
    """Looks again after a second in any case: an event told before the stream was open is not told again."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), min(within, 1.0))
