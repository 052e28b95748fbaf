"""The reporter's conversation: a card from the first tap to what became of it."""

from domain.severity import Severity
from handlers.buttons import report as buttons
from handlers.callback_data import BadTap
from handlers.routes import tapped
from handlers.talk import Talk
from services import additions, drafts, reports


async def begin(talk: Talk, _words: str) -> None:
    await talk.act(drafts.begin, written_at=talk.origin.written_at)


async def begin_again(talk: Talk, _words: str) -> None:
    await talk.act(drafts.begin_again, written_at=talk.origin.written_at)


async def begin_calm(talk: Talk, _words: str) -> None:
    await talk.act(drafts.begin_calm, written_at=talk.origin.written_at)


async def mine(talk: Talk, _words: str) -> None:
    await talk.act(reports.show_mine)


@tapped(buttons.TurnMine)
async def turn_mine(talk: Talk, tap: buttons.TurnMine) -> None:
    await talk.act(reports.show_mine, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.OpenMine)
async def open_mine(talk: Talk, tap: buttons.OpenMine) -> None:
    await talk.act(reports.open_own, report=tap.report)


@tapped(buttons.Ask)
async def ask(talk: Talk, tap: buttons.Ask) -> None:
    await talk.act(drafts.ask, report=tap.report, screen=tap.screen)


@tapped(buttons.ChooseSite)
async def choose_site(talk: Talk, tap: buttons.ChooseSite) -> None:
    await talk.act(drafts.choose_site, report=tap.report, site=tap.site)


@tapped(buttons.ChooseCategory)
async def choose_category(talk: Talk, tap: buttons.ChooseCategory) -> None:
    await talk.act(drafts.choose_category, report=tap.report, category=tap.category)


@tapped(buttons.ChoosePlace)
async def choose_place(talk: Talk, tap: buttons.ChoosePlace) -> None:
    await talk.act(drafts.choose_place, report=tap.report, place=tap.place)


@tapped(buttons.ChooseSeverity)
async def choose_severity(talk: Talk, tap: buttons.ChooseSeverity) -> None:
    if tap.severity not in set(Severity):
        raise BadTap
    await talk.act(drafts.choose_severity, report=tap.report, severity=Severity(tap.severity))


@tapped(buttons.ChooseWhen)
async def choose_when(talk: Talk, tap: buttons.ChooseWhen) -> None:
    await talk.act(drafts.choose_when, report=tap.report, when=tap.when, zone=talk.house.zone)


@tapped(buttons.ChooseCount)
async def choose_count(talk: Talk, tap: buttons.ChooseCount) -> None:
    await talk.act(drafts.choose_count, report=tap.report, count=tap.count)


@tapped(buttons.ChooseOngoing)
async def choose_ongoing(talk: Talk, tap: buttons.ChooseOngoing) -> None:
    await talk.act(drafts.choose_ongoing, report=tap.report, ongoing=tap.ongoing)


@tapped(buttons.HowToAdd)
async def how_to_add(talk: Talk, tap: buttons.HowToAdd) -> None:
    await talk.act(additions.take_next, report=tap.report)
    talk.answer("answer-how-to-add")


@tapped(buttons.ClearText)
async def clear_text(talk: Talk, tap: buttons.ClearText) -> None:
    await talk.act(additions.clear_text, report=tap.report)
    talk.answer("answer-write-text-anew")


@tapped(buttons.SendReport)
async def send(talk: Talk, tap: buttons.SendReport) -> None:
    number = await talk.act(reports.file, report=tap.report)
    talk.answer("answer-report-sent", number=str(number))


@tapped(buttons.DiscardReport)
async def discard(talk: Talk, tap: buttons.DiscardReport) -> None:
    await talk.act(drafts.discard, report=tap.report)


@tapped(buttons.UndoReport)
async def undo(talk: Talk, tap: buttons.UndoReport) -> None:
    await talk.act(reports.undo, report=tap.report)
