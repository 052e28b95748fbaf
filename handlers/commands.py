"""The commands: their names in both languages, who has them, and who takes them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache

from domain.people import Person, Role
from domain.rights import Act, may
from handlers import alert, inbox, people, picture, remind, report, shift, start, status
from handlers.talk import Talk
from locales import LANGUAGES, say

CommandHandler = Callable[[Talk, str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Command:
    """`act` is the right it takes to have it in one's menu; None is for everybody, also before joining."""

    swedish: str
    english: str
    act: Act | None
    handler: CommandHandler

    def name(self, language: str) -> str:
        return self.swedish if language == "sv" else self.english

    @property
    def names(self) -> set[str]:
        return {self.swedish, self.english}

    @property
    def description(self) -> str:
        """The locale id of its line in the menu."""
        return f"command-{self.english}"


COMMANDS: tuple[Command, ...] = (
    Command("rapport", "report", Act.REPORT, report.begin),
    Command("igen", "again", Act.REPORT, report.begin_again),
    Command("lugnt", "calm", Act.REPORT, report.begin_calm),
    Command("pass", "shift", Act.SEE_BRIEFING, shift.open_up),
    Command("mina", "mine", Act.REPORT, report.mine),
    Command("lagesbild", "picture", Act.SEE_PICTURE, picture.picture),
    Command("inkorg", "inbox", Act.TRIAGE, inbox.inbox),
    Command("utskick", "alert", Act.ALERT, alert.compose),
    Command("paminn", "remind", Act.REMIND, remind.compose),
    Command("personer", "people", Act.MANAGE_PEOPLE, people.people),
    Command("status", "status", Act.SEE_STATUS, status.status),
    Command("installningar", "settings", Act.OWN_SETTINGS, start.settings),
    Command("integritet", "privacy", Act.OWN_SETTINGS, start.privacy),
    Command("hjalp", "help", Act.OWN_SETTINGS, start.help_me),
    Command("avbryt", "cancel", Act.OWN_SETTINGS, start.cancel),
    Command("start", "start", None, start.start),
)

BY_NAME: Mapping[str, Command] = {name: command for command in COMMANDS for name in command.names}

KEYBOARDS: Mapping[Role, tuple[tuple[str, ...], ...]] = {
    Role.GUARD: (("report",), ("again", "shift")),
    Role.CENTRE_MANAGER: (("report", "picture"), ("remind",)),
    Role.PROPERTY_OWNER: (("report", "picture"), ("remind",)),
    Role.BUSINESS: (("report",), ("picture",)),
    Role.PARTNER: (("report", "picture"),),
    Role.STRATEGIST: (("inbox", "picture"), ("alert", "remind")),
    Role.AUDITOR: (("privacy",),),
}
"""The two or three things of each role, by English command name. Texts queue without network, taps do not."""


def menu_of(person: Person, language: str) -> list[tuple[str, str]]:
    """The commands that the person may use, with their descriptions."""
    return [
        (command.name(language), say(language, command.description))
        for command in COMMANDS
        if command.act and may(person, command.act)
    ]


def beside_keyboard(person: Person, language: str) -> list[tuple[str, str]]:
    """Those of the menu that have no button in the person's keyboard."""
    on_keyboard = {BY_NAME[name].name(language) for row in _keys(person) for name in row}
    return [(name, text) for name, text in menu_of(person, language) if name not in on_keyboard]


def keyboard_of(person: Person, language: str) -> list[list[str]]:
    """The keyboard of the role that the person holds first in the order of roles above; a duty phone's is a guard's."""
    return [[say(language, f"keyboard-{name}") for name in row] for row in _keys(person)]


def of_keyboard(text: str) -> Command | None:
    """The command whose keyboard button has this text, in either language."""
    return _labels().get(text.strip())


def _keys(person: Person) -> tuple[tuple[str, ...], ...]:
    if person.is_duty_phone:
        return KEYBOARDS[Role.GUARD]
    return KEYBOARDS[next((role for role in (Role.STRATEGIST, *KEYBOARDS) if person.has(role)), Role.BUSINESS)]


async def run(talk: Talk, command: Command, words: str) -> None:
    await command.handler(talk, words)


@cache
def _labels() -> dict[str, Command]:
    shown = {name for rows in KEYBOARDS.values() for row in rows for name in row}
    return {say(language, f"keyboard-{name}"): BY_NAME[name] for name in shown for language in LANGUAGES}
