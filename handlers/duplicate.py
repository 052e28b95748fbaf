"""One incident or several: asked of the one who reports, decided by the strategist."""

from handlers.buttons import duplicate as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import drafts, duplicates, reports


@tapped(buttons.Corroborate)
async def corroborate(talk: Talk, tap: buttons.Corroborate) -> None:
    sent = await talk.act(reports.corroborate, report=tap.report, main=tap.main)
    if sent.main is None:
        talk.answer("answer-sent-alone", number=str(sent.number))
    else:
        talk.answer("answer-corroborated", number=str(sent.number), main=str(sent.main))


@tapped(buttons.CallAnother)
async def call_another(talk: Talk, tap: buttons.CallAnother) -> None:
    await talk.act(drafts.call_another, report=tap.report)


@tapped(buttons.ShowCorroborations)
async def show_corroborations(talk: Talk, tap: buttons.ShowCorroborations) -> None:
    where = {"page": tap.page, "part": tap.part, "card": talk.origin.message_id}
    await talk.act(duplicates.show_corroborations, report=tap.report, **where)


@tapped(buttons.AskMerge)
async def ask_merge(talk: Talk, tap: buttons.AskMerge) -> None:
    await talk.act(duplicates.ask_merge, report=tap.report, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.MergeReport)
async def merge(talk: Talk, tap: buttons.MergeReport) -> None:
    where = {"page": tap.page, "card": talk.origin.message_id}
    await talk.act(duplicates.merge, report=tap.report, into=tap.into, **where)


@tapped(buttons.SplitReport)
async def split(talk: Talk, tap: buttons.SplitReport) -> None:
    await talk.act(duplicates.split, report=tap.report)
