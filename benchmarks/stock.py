"""What ours is compared with: python-telegram-bot as it comes, its own polling and httpx, one message for each it gets.

It stores nothing: killed, it loses what it had fetched. `python -m benchmarks.stock ADDRESS TOKEN CONCURRENT`, where
CONCURRENT is how many updates it may handle at once (1 is how it comes).
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, MessageHandler, filters


async def echo(update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(address: str, token: str, concurrent: int) -> None:
    builder = Application.builder().token(token).base_url(f"{address}/bot")
    if concurrent > 1:
        builder = builder.concurrent_updates(concurrent)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
