"""A town of thousands: recipients of alerts all over it, and a few at one site who are rung for what is red there."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from benchmarks.bench import FIRST_PHONE, STRATEGIST, Bench
from benchmarks.crowd import Crowd
from domain.alerts import UNDO_TIME, Level
from domain.audience import Audience
from domain.people import EVERY_SITE, Language, Role
from domain.quiet import OFF
from services import alert_drafts, places
from storage import Db, alerts, organisations, people, tables
from storage.store import Store
from tests.phones import Sandbox
from tests.town import VOCABULARY, Member, vocabulary

SITE, ELSEWHERE = "overby", "kungsgatan"
RUNG = 19
"""Guards at the site of the red reports, who get the alert as well; with the strategist twenty phones ring."""
REPORTERS = tuple(FIRST_PHONE + number for number in range(RUNG + 1))
"""They report in turn, and who does is not rung."""
TEXT = "Bilträff väntas vid Överby i kväll 21–01. Håll uppsikt över infarterna och ring 112 vid fara."


@asynccontextmanager
async def town_of(recipients: int, folder: Path, *, rates: float) -> AsyncIterator[Bench]:
    """A sandbox at Telegram's own pace times `rates`, and a database with everybody in it who is to get the alert."""
    members = list(_members(recipients))
    sandbox = await Sandbox.start(rates=rates, cast=_cast(members, folder))
    crowd = Crowd(sandbox.url, [member.id for member in members[:-1]])
    try:
        await crowd.opened()
        store = Store(f"sqlite:///{folder / 'bench.db'}")
        await store.open()
        await store.write(places.take_over, vocabulary(), file=VOCABULARY.name)
        await store.write(_let_in, members, now=datetime.now(UTC))
        await store.close()
        bench = Bench(sandbox, crowd, folder)
        await bench.call("deleteWebhook", drop_pending_updates=True)
        yield bench
    finally:
        await crowd.close()
        await sandbox.stop()


async def ordered(bench: Bench, *, level: Level = Level.ACUTE) -> int:
    """An alert to all of them, as if its minute were over. Returns its number; the bot must not be running."""
    store = Store(f"sqlite:///{bench.folder / 'bench.db'}")
    await store.open()
    alert = await store.write(_order, level=level, now=datetime.now(UTC) - UNDO_TIME)
    await store.close()
    return alert


def _members(recipients: int) -> Iterator[Member]:
    """The strategist comes last."""
    for number in range(recipients):
        site = SITE if number < RUNG + 1 else ELSEWHERE
        yield Member(id=FIRST_PHONE + number, name=f"Vakt {number}", role=Role.GUARD, sites=(site,))
    yield Member(id=STRATEGIST, name="Maria", role=Role.STRATEGIST, sites=(EVERY_SITE,))


def _cast(members: Sequence[Member], folder: Path) -> Path:
    """A people file for the sandbox: everybody has pressed Start."""
    phones = [f'[[phone]]\nid = {each.id}\nfirst_name = "{each.name}"\nstarted = true\n' for each in members]
    file = folder / "people.toml"
    file.write_text("\n".join(phones), encoding="utf-8")
    return file


def _let_in(db: Db, members: Sequence[Member], *, now: datetime) -> None:
    """As members who had their welcome long ago, and are never quiet."""
    organisation = organisations.id_of(db, members[0].organisation)
    organisations.change(db, organisation, agreed_on=now.date())
    shared = {
        "organisation_id": organisation,
        "language": Language.SV,
        "quiet_from": OFF.starts,
        "quiet_to": OFF.ends,
        **dict.fromkeys(("accepted_at", "approved_at", "joined_at", "created_at"), now),
    }
    rows = [shared | {"id": member.id, "chat_id": member.id, "name": member.name} for member in members]
    roles = [{"person_id": each.id, "site": site, "role": each.role} for each in members for site in each.sites]
    db.execute(insert(tables.people), rows)
    db.execute(insert(tables.roles), roles)


def _order(db: Db, *, level: Level, now: datetime) -> int:
    strategist = people.by_chat(db, STRATEGIST)
    if strategist is None:
        raise LookupError(STRATEGIST)
    alert = alert_drafts.compose(db, strategist, now=now)
    audience = Audience(sites=(SITE, ELSEWHERE), roles=(Role.GUARD,))
    alerts.change(db, alert, text=TEXT, level=level, audience=audience)
    draft = alerts.by_id(db, alert)
    alert_drafts.order(db, strategist, alert=alert, version=draft.version if draft else 0, now=now)
    return alert
