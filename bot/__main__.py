"""The command `overblick`."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar

from bot.settings import BadSettings, load
from bot.start import start
from bot.trouble import Trouble
from domain.people import Role

T = TypeVar("T")

USAGE_ERROR = 2
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit: 0 when it did what was asked, 2 when a setting or an argument is wrong."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (BadSettings, Trouble) as error:
        print(f"overblick: {error}", file=sys.stderr)
        sys.exit(USAGE_ERROR)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="overblick", description="Crime prevention between business and municipality."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    _add(commands, "run", _run, "run the bot on Telegram")
    start_it = _add(commands, "start", _start, "run the bot; without BOT_TOKEN against the sandbox, with example data")
    start_it.add_argument("--anew", action="store_true", help="throw the example data away first")
    # No option is its own: with a prefix that nobody types, all of them are the sandbox's.
    sandbox = _add(
        commands, "sandbox", _sandbox, "run the sandbox: Telegram on this machine", prefix_chars="\0", add_help=False
    )
    sandbox.add_argument("rest", nargs=argparse.REMAINDER, help="see docs/sandbox.md")
    importing = _add(commands, "import", _import, "import sites, places, categories and the rest from a file")
    importing.add_argument("file", type=Path)
    invite = _add(commands, "invite", _invite, "print a single-use link for somebody to join by")
    invite.add_argument("--role", required=True, choices=[role.value for role in Role])
    invite.add_argument("--site", help="a site's key; not for roles that answer for every site")
    invite.add_argument("--organisation", required=True)
    _add(commands, "status", _status, "what waits, and what did not get out")
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], None],
    text: str,
    **how: Any,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text, **how)
    parser.set_defaults(run=run)
    return parser


def _run(_options: argparse.Namespace) -> None:
    from bot import operator

    settings = load()
    _ = settings.token  # said before anything starts
    _go(operator.run(settings))


def _start(options: argparse.Namespace) -> None:
    _go(start(load(), anew=options.anew))


def _sandbox(options: argparse.Namespace) -> None:
    os.execv(sys.executable, [sys.executable, "-m", "sandbox", *options.rest])  # noqa: S606  # a program of its own


def _import(options: argparse.Namespace) -> None:
    from bot import operator

    changed = _go(operator.import_file(load(), options.file))
    print(f"{changed} entries were new or changed")


def _invite(options: argparse.Namespace) -> None:
    from bot import operator

    work = operator.invite(load(), role=Role(options.role), site=options.site, organisation=options.organisation)
    invitation = _go(work)
    print(invitation.link)
    if invitation.warning:
        print(f"overblick: {invitation.warning}", file=sys.stderr)


def _status(_options: argparse.Namespace) -> None:
    from bot import operator

    for name, number in _go(operator.status(load())).items():
        print(f"{name} {number:g}")


def _go(work: Coroutine[Any, Any, T]) -> T:
    try:
        return asyncio.run(work)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
