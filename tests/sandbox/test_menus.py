"""Seven scopes by language: the most specific menu shows."""

import pytest

from tests.phones import Phone, Sandbox
from tests.sandbox.bot import TheBot


async def test_the_most_specific_menu_shows(bot: TheBot, anna: Phone) -> None:
    steps = [
        ({"type": "default"}, "", "default"),
        ({"type": "all_private_chats"}, "", "private"),
        ({"type": "all_group_chats"}, "sv", "groups"),
        ({"type": "all_private_chats"}, "sv", "privat"),
        ({"type": "chat", "chat_id": anna.id}, "", "own"),
        ({"type": "chat", "chat_id": anna.id}, "sv", "egen"),
        ({"type": "chat", "chat_id": anna.id}, "en", "other"),
    ]
    shown = []
    for scope, language, name in steps:
        commands = [{"command": name, "description": name}]
        await bot.asks("setMyCommands", scope=scope, language_code=language, commands=commands)
        await anna.chat()
        shown.append(anna.commands[0]["command"])
    assert shown == ["default", "private", "private", "privat", "own", "egen", "egen"]
    await bot.asks("deleteMyCommands", scope={"type": "chat", "chat_id": anna.id}, language_code="sv")
    await anna.chat()
    assert anna.commands[0]["command"] == "own"


@pytest.mark.parametrize(
    ("command", "description", "words"),
    [
        ("Rapport", "x", "BOT_COMMAND_INVALID"),
        ("påminn", "x", "BOT_COMMAND_INVALID"),
        ("a" * 33, "x", "BOT_COMMAND_INVALID"),
        ("report", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_a_command_is_refused(bot: TheBot, command: str, description: str, words: str) -> None:
    commands = [{"command": command, "description": description}]
    assert await bot.is_refused("setMyCommands", commands=commands) == f"Bad Request: {words}"


async def test_a_hundred_commands_and_no_more(bot: TheBot) -> None:
    commands = [{"command": f"c{number}", "description": "x"} for number in range(101)]
    assert await bot.is_refused("setMyCommands", commands=commands) == "Bad Request: BOT_COMMANDS_TOO_MUCH"
    await bot.asks("setMyCommands", commands=commands[:100])
    assert len(await bot.asks("getMyCommands")) == 100


async def test_what_the_bot_says_of_itself_by_language(bot: TheBot, sandbox: Sandbox) -> None:
    await bot.asks("setMyDescription", description="A bot")
    await bot.asks("setMyDescription", description="En bot", language_code="sv")
    assert await bot.asks("getMyDescription", language_code="sv") == {"description": "En bot"}
    assert await bot.asks("getMyDescription", language_code="fi") == {"description": "A bot"}
