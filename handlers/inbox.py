"""The strategist's inbox: what has come in, read, answered and closed."""

from handlers.buttons import inbox as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import groups, triage


async def inbox(talk: Talk, _words: str) -> None:
    await talk.act(triage.turn_inbox)


@tapped(buttons.TurnInbox)
async def turn(talk: Talk, tap: buttons.TurnInbox) -> None:
    await talk.act(triage.turn_inbox, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.OpenGroup)
async def open_group(talk: Talk, tap: buttons.OpenGroup) -> None:
    await talk.act(groups.open_group, report=tap.report, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.ReadGroup)
async def read_group(talk: Talk, tap: buttons.ReadGroup) -> None:
    await talk.act(groups.read, report=tap.report, part=tap.part, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.CloseGroup)
async def close_group(talk: Talk, tap: buttons.CloseGroup) -> None:
    closed = await talk.act(groups.close, report=tap.report, card=talk.origin.message_id)
    talk.answer("answer-group-closed", count=closed)


@tapped(buttons.OpenReport)
async def open_report(talk: Talk, tap: buttons.OpenReport) -> None:
    await talk.act(triage.open_report, report=tap.report, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.OpenNext)
async def open_next(talk: Talk, tap: buttons.OpenNext) -> None:
    await talk.act(triage.open_next, report=tap.report, card=talk.origin.message_id)


@tapped(buttons.ShowMore)
async def show_more(talk: Talk, tap: buttons.ShowMore) -> None:
    await talk.act(triage.show_more, report=tap.report, more=tap.more, card=talk.origin.message_id)


@tapped(buttons.ShowAttachments)
async def show_attachments(talk: Talk, tap: buttons.ShowAttachments) -> None:
    await talk.act(triage.show_attachments, report=tap.report)


@tapped(buttons.AskNote)
async def ask_note(talk: Talk, tap: buttons.AskNote) -> None:
    await talk.act(triage.ask_note, report=tap.report)
    talk.answer("answer-write-note")


@tapped(buttons.AskReason)
async def ask_reason(talk: Talk, tap: buttons.AskReason) -> None:
    await talk.act(triage.ask_reason, report=tap.report, card=talk.origin.message_id)


@tapped(buttons.CloseReport)
async def close(talk: Talk, tap: buttons.CloseReport) -> None:
    await talk.act(triage.close, report=tap.report, reason=tap.reason, card=talk.origin.message_id)


@tapped(buttons.ReopenReport)
async def reopen(talk: Talk, tap: buttons.ReopenReport) -> None:
    await talk.act(triage.reopen, report=tap.report, card=talk.origin.message_id)
