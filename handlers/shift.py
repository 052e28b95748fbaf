"""Before, at the beginning and at the end of a shift; and what is looked out for tonight."""

from handlers.buttons import shift as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import drafts, focuses, shifts


async def open_up(talk: Talk, _words: str) -> None:
    await talk.act(shifts.open_up)


@tapped(buttons.ShowBriefing)
async def show(talk: Talk, _tap: buttons.ShowBriefing) -> None:
    await talk.act(shifts.show, card=talk.origin.message_id)


@tapped(buttons.StartShift)
async def start(talk: Talk, tap: buttons.StartShift) -> None:
    await talk.act(shifts.start, former=tap.former, card=talk.origin.message_id)


@tapped(buttons.EndShift)
async def end(talk: Talk, tap: buttons.EndShift) -> None:
    await talk.act(shifts.end, shift=tap.shift, card=talk.origin.message_id)


@tapped(buttons.ReportCalm)
async def report_calm(talk: Talk, _tap: buttons.ReportCalm) -> None:
    await talk.act(drafts.begin_calm)


@tapped(buttons.AskFocusSite)
async def ask_focus_site(talk: Talk, _tap: buttons.AskFocusSite) -> None:
    await talk.act(focuses.ask_site, card=talk.origin.message_id)


@tapped(buttons.OpenFocus)
async def open_focus(talk: Talk, tap: buttons.OpenFocus) -> None:
    await talk.act(focuses.open_site, site=tap.site, card=talk.origin.message_id)


@tapped(buttons.RewriteFocus)
async def rewrite_focus(talk: Talk, tap: buttons.RewriteFocus) -> None:
    await talk.act(focuses.rewrite, focus=tap.focus)
    talk.answer("answer-write-focus")


@tapped(buttons.RemoveFocus)
async def remove_focus(talk: Talk, tap: buttons.RemoveFocus) -> None:
    await talk.act(focuses.remove, focus=tap.focus)
