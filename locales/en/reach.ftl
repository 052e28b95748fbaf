# Why somebody cannot be reached
unreachable-blocked = has blocked the bot
unreachable-deactivated = has closed the Telegram account
unreachable-never_started = has never started the bot
unreachable-no_chat = has no chat with the bot
