"""The strategist's inbox: what has come in, read, answered and closed."""

from handlers.buttons import inbox as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import triage


async def inbox(talk: Talk, _words: str) -> None:
    await talk.act(triage.turn_inbox)


@tapped(buttons.TurnInbox)
async def turn(talk: Talk, tap: buttons.TurnInbox) -> None:
    await talk.act(triage.turn_inbox, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.OpenReport)
async def open_report(talk: Talk, tap: buttons.OpenReport) -> None:
    await talk.act(triage.open_report, report=tap.report, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.OpenNext)
async def open_next(talk: Talk, tap: buttons.OpenNext) -> None:
    await talk.act(triage.open_next, after=tap.after, card=talk.origin.message_id)


@tapped(buttons.ShowAttachments)
async def show_attachments(talk: Talk, tap: buttons.ShowAttachments) -> None:
    await talk.act(triage.show_attachments, report=tap.report)


@tapped(buttons.AskNote)
async def ask_note(talk: Talk, tap: buttons.AskNote) -> None:
    await talk.act(triage.ask_note, report=tap.report)
    talk.answer("answer-write-note")


@tapped(buttons.AskReason)
async def ask_reason(talk: Talk, tap: buttons.AskReason) -> None:
    await talk.act(triage.ask_reason, report=tap.report, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.CloseReport)
async def close(talk: Talk, tap: buttons.CloseReport) -> None:
    await talk.act(triage.close, report=tap.report, reason=tap.reason, page=tap.page, card=talk.origin.message_id)
