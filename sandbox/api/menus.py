"""Command menus and what the bot says of itself."""

from sandbox import rules
from sandbox.call import Call
from sandbox.events import Kind
from sandbox.refusals import Json, bad_request

EVERYBODY = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
ONE_CHAT = ("chat", "chat_administrators", "chat_member")


def set_my_commands(call: Call) -> bool:
    commands = call.value("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    call.world.menus.set(_scope(call), _language(call), rules.commands(commands))
    call.world.events.tell(0, Kind.COMMANDS)
    return True


def get_my_commands(call: Call) -> list[Json]:
    return call.world.menus.get(_scope(call), _language(call))


def delete_my_commands(call: Call) -> bool:
    call.world.menus.delete(_scope(call), _language(call))
    call.world.events.tell(0, Kind.COMMANDS)
    return True


def set_my_name(call: Call) -> bool:
    return _say(call, "name", limit=rules.LONGEST_NAME)


def get_my_name(call: Call) -> Json:
    return {"name": call.world.menus.said("name", _language(call)) or call.world.bot.first_name}


def set_my_description(call: Call) -> bool:
    return _say(call, "description", limit=rules.LONGEST_DESCRIPTION)


def get_my_description(call: Call) -> Json:
    return {"description": call.world.menus.said("description", _language(call))}


def set_my_short_description(call: Call) -> bool:
    return _say(call, "short_description", limit=rules.LONGEST_SHORT_DESCRIPTION)


def get_my_short_description(call: Call) -> Json:
    return {"short_description": call.world.menus.said("short_description", _language(call))}


def set_chat_menu_button(call: Call) -> bool:
    button = call.value("menu_button") or {"type": "default"}
    call.world.menus.set_button(_button_chat(call), button)
    call.world.events.tell(0, Kind.COMMANDS)
    return True


def get_chat_menu_button(call: Call) -> Json:
    return call.world.menus.button(_button_chat(call))


def _say(call: Call, what: str, *, limit: int) -> bool:
    text = call.text(what)
    if len(text) > limit:
        raise bad_request(f"BOT_{what.upper()}_TOO_LONG")
    call.world.menus.say(what, _language(call), text)
    return True


def _language(call: Call) -> str:
    language = call.text("language_code")
    if language and not rules.LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(call: Call) -> str:
    scope = call.value("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind in EVERYBODY:
        return str(kind)
    if kind not in ONE_CHAT:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat = call.world.known(scope.get("chat_id", ""))
    return f"{kind} {chat.id} {scope['user_id']}" if kind == "chat_member" else f"{kind} {chat.id}"


def _button_chat(call: Call) -> str:
    return str(call.world.known(call.chat_id()).id) if call.text("chat_id") else ""
