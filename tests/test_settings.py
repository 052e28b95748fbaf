"""What can be set, and what an operator reads who set it wrongly: one line that says which and how to mend it."""

import asyncio
import re
import socket
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import BadSettings, Settings, load
from tests.phones import HOME, Sandbox
from tests.process import overblick

EXAMPLE = HOME / ".env.example"
SECRET = "hunter2"
NAMES = [name.upper() for name in Settings.model_fields]
GOOD = """
[[category]]
key = "noise"
sv = "Oväsen"
words = ["larm"]
severity = 1
cue = "never"
"""
FAULTY = (
    GOOD
    + """
[[category]]
key = "fire"
sv = "Brand"
words = []
severity = 9
cue = "sometimes"

[[site]]
key = "Överby!"
sv = "Överby"
kind = "shopping_centre"
"""
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where no `.env` lies and nothing is set."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_the_example_lists_every_setting_with_its_default_and_what_it_means() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    listed = [line.partition("=")[0] for line in lines if re.match("[A-Z_]+=", line)]
    assert listed == NAMES
    assert all(before.startswith("#") for before, line in pairwise(lines) if re.match("[A-Z_]+=", line))
    assert load(EXAMPLE) == load(None)


def test_the_environment_wins_over_the_file(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_folder / ".env").write_text("LANGUAGE=en\nRATES=2\n", encoding="utf-8")
    monkeypatch.setenv("RATES", "3")
    assert (load().language, load().rates) == ("en", 3)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", SECRET),
        ("BOT_API_URL", SECRET),
        ("DATABASE_URL", f"postgresql://bot:{SECRET}@db/overblick"),
        ("TIME_ZONE", f"Europe/{SECRET}"),
        ("LANGUAGE", SECRET),
        ("WEBHOOK_URL", SECRET),
        ("WEBHOOK_SECRET", f"{SECRET} å"),
        ("LISTEN", SECRET),
        ("LISTEN", f"{SECRET}:99999"),
        ("HTTPS_PROXY", f"ftp://{SECRET}"),
        ("CLOCK_URL", SECRET),
        ("RATES", SECRET),
        ("RATES", "-1"),
        ("ALLOW_PAID_BROADCAST", SECRET),
        ("LOG_LEVEL", SECRET),
    ],
)
def test_a_wrong_setting_is_named_and_its_value_kept_quiet(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=f"^{name}: .{{10,}}$") as bad:
        load()
    assert SECRET not in str(bad.value)
    assert bad.value.__cause__ is None
    assert bad.value.__suppress_context__


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"WEBHOOK_URL": "https://bot.example.se/telegram", "LISTEN": "127.0.0.1:8080"}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_URL": "https://bot.example.se/telegram", "WEBHOOK_SECRET": SECRET}, "LISTEN"),
        ({"CLOCK_URL": "http://127.0.0.1:8081"}, "CLOCK_URL"),
    ],
)
def test_settings_that_do_not_go_together_are_named(
    given: dict[str, str], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=f"^{missing}: .+$"):
        load()


def test_no_setting_shows_a_secret_when_it_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", f"123:{SECRET}")
    monkeypatch.setenv("WEBHOOK_SECRET", SECRET)
    assert SECRET not in repr(load())
    assert SECRET not in str(load().model_dump())


def test_run_without_a_token_says_what_is_missing(own_folder: Path) -> None:
    assert overblick(own_folder, "run").startswith("overblick: BOT_TOKEN is missing: ")


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"DATABASE_URL": f"sqlite:////nowhere/{SECRET}.db"}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///notes.txt"}, "DATABASE_URL"),
        ({"LISTEN": f"{SECRET}"}, "LISTEN"),
    ],
)
def test_run_with_a_wrong_setting_ends_with_one_line(own_folder: Path, settings: dict[str, str], named: str) -> None:
    (own_folder / "notes.txt").write_text("no database", encoding="utf-8")
    written = overblick(own_folder, "run", BOT_TOKEN=f"123:{SECRET}", BOT_API_URL="http://127.0.0.1:9", **settings)
    assert written.startswith(f"overblick: {named}: ")
    assert SECRET not in written


async def test_an_address_that_is_taken_is_named(own_folder: Path) -> None:
    sandbox = await Sandbox.start()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        settings = {"BOT_TOKEN": sandbox.token, "BOT_API_URL": sandbox.url, "LISTEN": listen}
        written = await asyncio.to_thread(overblick, own_folder, "run", **settings)
    await sandbox.stop()
    assert written.startswith("overblick: LISTEN: ")


def test_a_file_is_imported_and_changes_nothing_the_second_time(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = own_folder / "ours.toml"
    file.write_text(GOOD, encoding="utf-8")
    for expected in ("1 entries were new or changed\n", "0 entries were new or changed\n"):
        main(["import", str(file)])
        assert capsys.readouterr() == (expected, "")
    file.write_text(GOOD.replace("Oväsen", "Buller"), encoding="utf-8")
    main(["import", str(file)])
    assert capsys.readouterr().out == "1 entries were new or changed\n"
    assert vocabulary(own_folder) == [("category", "noise")]


def test_every_fault_of_a_file_is_told_and_nothing_imported(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_folder / "ours.toml").write_text(FAULTY, encoding="utf-8")
    first, *faults = refused(["import", "ours.toml"], capsys)
    assert first == "overblick: nothing was imported:"
    assert sorted(fault.split(": ")[:2] for fault in faults) == [
        ["ours.toml", "category.fire.cue"],
        ["ours.toml", "category.fire.severity"],
        ["ours.toml", "site[0].key"],
    ]
    assert all(len(fault.split(": ", 2)[2]) > 5 for fault in faults)
    assert vocabulary(own_folder) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "cannot be read"), (b"key = ", "is not TOML"), ("sv = 'Överby'".encode("latin-1"), "is not UTF-8")],
)
def test_a_file_that_cannot_be_read_is_named(
    own_folder: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, said: str
) -> None:
    if content is not None:
        (own_folder / "ours.toml").write_bytes(content)
    (line,) = refused(["import", "ours.toml"], capsys)
    assert line.startswith(f"overblick: ours.toml: {said}")


def test_status_tells_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    main(["status"])
    lines = dict(line.split() for line in capsys.readouterr().out.splitlines())
    assert set(lines.values()) == {"0"}
    assert {"updates_waiting", "updates_set_aside", "messages_unknown", "messages_failed"} <= lines.keys()


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines that say why."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err.splitlines()


def vocabulary(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder / "overblick.db")) as db:
        return db.execute("SELECT kind, key FROM vocabulary ORDER BY kind, key").fetchall()
