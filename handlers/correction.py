"""Reports that turn out to be wrong: corrected, taken back, and what they said before."""

from handlers.buttons import correction as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import corrections


@tapped(buttons.AskCorrection)
async def ask(talk: Talk, tap: buttons.AskCorrection) -> None:
    await talk.act(corrections.ask, report=tap.report, question=tap.question, card=talk.origin.message_id)


@tapped(buttons.Correct)
async def correct(talk: Talk, tap: buttons.Correct) -> None:
    card = talk.origin.message_id
    await talk.act(corrections.correct, report=tap.report, field=tap.field, value=tap.value, card=card)


@tapped(buttons.RewriteText)
async def rewrite_text(talk: Talk, tap: buttons.RewriteText) -> None:
    await talk.act(corrections.ask_text, report=tap.report)
    talk.answer("answer-rewrite-text")


@tapped(buttons.BackToReport)
async def go_back(talk: Talk, tap: buttons.BackToReport) -> None:
    await talk.act(corrections.go_back, report=tap.report, card=talk.origin.message_id)


@tapped(buttons.AskWithdrawal)
async def ask_withdrawal(talk: Talk, tap: buttons.AskWithdrawal) -> None:
    await talk.act(corrections.ask_withdrawal, report=tap.report, card=talk.origin.message_id)


@tapped(buttons.WithdrawReport)
async def withdraw(talk: Talk, tap: buttons.WithdrawReport) -> None:
    await talk.act(corrections.withdraw, report=tap.report, card=talk.origin.message_id)


@tapped(buttons.ShowHistory)
async def show_history(talk: Talk, tap: buttons.ShowHistory) -> None:
    await talk.act(corrections.show_history, report=tap.report, part=tap.part, card=talk.origin.message_id)
