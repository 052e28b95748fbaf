"""Opening a report to others: its text to readers, what is guarded to the site."""

from handlers.buttons import release as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import releases


@tapped(buttons.ShareText)
async def share(talk: Talk, tap: buttons.ShareText) -> None:
    readers = await talk.act(releases.share, report=tap.report, seen=tap.seen, card=talk.origin.message_id)
    talk.answer("answer-released", count=readers)


@tapped(buttons.AskRelease)
async def ask(talk: Talk, tap: buttons.AskRelease) -> None:
    await talk.act(releases.ask, report=tap.report, card=talk.origin.message_id)


@tapped(buttons.ChooseReaders)
async def choose(talk: Talk, tap: buttons.ChooseReaders) -> None:
    chosen = {"among": tap.among, "key": tap.key, "part": tap.part}
    await talk.act(releases.choose, report=tap.report, card=talk.origin.message_id, **chosen)


@tapped(buttons.ReleaseText)
async def release(talk: Talk, tap: buttons.ReleaseText) -> None:
    chosen = {"among": tap.among, "key": tap.key, "seen": tap.seen}
    readers = await talk.act(releases.release, report=tap.report, card=talk.origin.message_id, **chosen)
    talk.answer("answer-released", count=readers)


@tapped(buttons.AskRewording)
async def ask_rewording(talk: Talk, tap: buttons.AskRewording) -> None:
    await talk.act(releases.ask_rewording, report=tap.report)
    talk.answer("answer-write-rewording")


@tapped(buttons.EndRelease)
async def end(talk: Talk, tap: buttons.EndRelease) -> None:
    await talk.act(releases.stop, report=tap.report, card=talk.origin.message_id)


@tapped(buttons.ReadText)
async def read_text(talk: Talk, tap: buttons.ReadText) -> None:
    await talk.act(releases.read_text, report=tap.report, card=talk.origin.message_id)


@tapped(buttons.ApproveReport)
async def approve(talk: Talk, tap: buttons.ApproveReport) -> None:
    deed = releases.approve if tap.approved else releases.disapprove
    await talk.act(deed, report=tap.report, card=talk.origin.message_id)
