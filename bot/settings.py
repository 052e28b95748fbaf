"""The settings: the only place that reads the environment and `.env`."""

import re
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.people import Language
from domain.rota import ESCALATE_AFTER

TELEGRAM = "https://api.telegram.org"
HIGHEST_PORT = 65535
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


class BadSettings(Exception):
    """A setting is missing or wrong; the text says which and how to mend it, on one line and without its value."""


def _zone(name: str) -> str:
    if name not in _zones():
        raise ValueError("give a time zone of the IANA database, such as Europe/Stockholm")
    return name


@cache
def _zones() -> set[str]:
    """Found by looking into six hundred files."""
    return available_timezones()


def _address(value: str) -> str:
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise ValueError("give an address that begins with https:// or http://")
    return value.rstrip("/")


def _database(value: str) -> str:
    if not value.startswith("sqlite:///"):
        raise ValueError("give sqlite:/// and a file, such as sqlite:///overblick.db")
    return value


def _listen(value: str) -> str:
    host, _, port = value.rpartition(":")
    if value and not (host and port.isdecimal() and int(port) <= HIGHEST_PORT):
        raise ValueError("give host:port, such as 127.0.0.1:8080, or leave it empty")
    return value


def _token(value: SecretStr) -> SecretStr:
    if value.get_secret_value() and not TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("paste the token as @BotFather gave it: digits, a colon and letters")
    return value


def _secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", value.get_secret_value()):
        raise ValueError("use 1 to 256 of the characters A-Z a-z 0-9 _ -")
    return value


Address = Annotated[str, AfterValidator(_address)]


class Settings(BaseSettings):
    """Everything that can be set, with its default. `.env.example` says what each means."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    bot_token: Annotated[SecretStr, AfterValidator(_token)] = SecretStr("")
    bot_api_url: Address = TELEGRAM
    database_url: Annotated[str, AfterValidator(_database)] = "sqlite:///overblick.db"
    time_zone: Annotated[str, AfterValidator(_zone)] = "Europe/Stockholm"
    language: Language = Language.SV
    escalate_after: Annotated[int, Field(ge=1, le=240)] = ESCALATE_AFTER // timedelta(minutes=1)
    webhook_url: Address = ""
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret)] = SecretStr("")
    listen: Annotated[str, AfterValidator(_listen)] = ""
    https_proxy: Address = ""
    clock_url: Address = ""
    rates: Annotated[float, Field(ge=0, le=1000)] = 1.0
    allow_paid_broadcast: bool = False
    log_level: Annotated[str, Field(pattern="^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        if self.clock_url and self.bot_api_url == TELEGRAM:
            raise ValueError(
                "CLOCK_URL: the clock can be wound only in the sandbox; remove it or set BOT_API_URL to the sandbox"
            )
        if self.webhook_url and not self.webhook_secret.get_secret_value():
            raise ValueError("WEBHOOK_SECRET: choose a long random word; Telegram sends it with every update")
        if self.webhook_url and not self.listen:
            raise ValueError("LISTEN: a webhook needs the address to listen on, such as 127.0.0.1:8080")
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def token(self) -> str:
        """The bot's token. Raises BadSettings when there is none."""
        if not self.bot_token.get_secret_value():
            raise BadSettings(
                "BOT_TOKEN is missing: put the token from @BotFather in .env, or try the sandbox with `make run`"
            )
        return self.bot_token.get_secret_value()


def load(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings. Raises BadSettings with one line about the first that is wrong; never shows a value."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        raise BadSettings(f"{name}: {reason}" if name else reason) from None
