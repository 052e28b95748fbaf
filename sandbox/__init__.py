"""Telegram on this machine: the Bot API over HTTP, phones side by side and a clock that can be wound."""
