"""What the page gets: safe HTML, the list of phones, its own files."""

import json
from typing import Any

import pytest

from sandbox.screen import html
from tests.phones import Phone, Sandbox
from tests.sandbox.bot import TheBot


def span(kind: str, offset: int, length: int, **more: str) -> Any:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        ("<script>&", [], "&lt;script&gt;&amp;"),
        ("🚗 bil", [span("bold", 3, 3)], "🚗 <b>bil</b>"),
        ("abcd", [span("bold", 0, 4), span("italic", 1, 2)], "<b>a<i>bc</i>d</b>"),
        ("abcd", [span("italic", 0, 3), span("bold", 2, 2)], "<i>ab<b>c</b></i>d"),
        (
            "x",
            [span("text_link", 0, 1, url='https://a.se/?"&')],
            '<a href="https://a.se/?&quot;&amp;" rel="noreferrer">x</a>',
        ),
        ("x", [span("text_link", 0, 1, url="javascript:alert(1)")], '<span class="text_link">x</span>'),
    ],
)
def test_entities_become_safe_html(text: str, entities: list[Any], expected: str) -> None:
    assert html({"text": text, "entities": entities}) == expected


async def test_unread_until_it_is_read(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    await bot.asks("sendMessage", chat_id=anna.id, text="hej", disable_notification=True)
    line = (await sandbox.line.get("/phones"))[0]
    assert (line["unread"], line["last"]["text"], line["started"]) == (1, "hej", True)
    assert (await anna.last()).body["silent"]
    await anna.reads()
    assert (await sandbox.line.get("/phones"))[0]["unread"] == 0


async def test_events_go_on_from_the_last_seen(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    before = (await sandbox.line.get(f"/phones/{anna.id}/chat"))["event"]
    await bot.asks("sendMessage", chat_id=anna.id, text="hej")
    headers = {"Last-Event-ID": str(before)}
    async with bot.session.get(f"{sandbox.url}/events", headers=headers) as stream:
        lines = [await stream.content.readline() for _ in range(4)]
    assert lines[2] == f"id: {before + 1}\n".encode()
    told = json.loads(lines[3].removeprefix(b"data: "))
    assert (told["event"], told["phone"], told["kind"]) == (before + 1, 11, "message")


async def test_the_page_is_never_cached_and_nothing_else_is_served(bot: TheBot, sandbox: Sandbox) -> None:
    async with bot.session.get(f"{sandbox.url}/") as answer:
        assert answer.content_type == "text/html"
        assert answer.headers["Cache-Control"] == "no-store"
    async with bot.session.get(f"{sandbox.url}/page/..%2f__main__.py") as answer:
        assert answer.status == 404


async def test_what_is_asked_wrongly_is_told_in_a_line(bot: TheBot, sandbox: Sandbox) -> None:
    async with bot.session.post(f"{sandbox.url}/phones/99/text", json={"text": "x"}) as answer:
        assert (answer.status, await answer.json()) == (404, {"error": "no such person"})
    async with bot.session.post(f"{sandbox.url}/phones/11/text", json={}) as answer:
        assert (answer.status, await answer.json()) == (400, {"error": "text is missing"})
    async with bot.session.post(f"{sandbox.url}/phones/11/text", data=b"{") as answer:
        assert answer.status == 400


async def test_all_that_a_phone_was_shown_is_remembered(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="hemligt")
    [first] = await sandbox.versions()
    await bot.asks("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="Gallrad.")
    await bot.asks("deleteMessage", chat_id=anna.id, message_id=sent["message_id"])
    await anna.says("hej")
    assert [version["text"] for version in await sandbox.versions()] == ["hemligt", "Gallrad."]
    assert [version["text"] for version in await sandbox.versions(after=first["event"])] == ["Gallrad."]
