"""Draws every card as a phone shows it at the largest text size: `make gallery`, or `python -m tests.gallery FOLDER`.

The cases are played, each distinct card is sent over HTTP to a phone in a sandbox, and the folder gets one picture for
each kind of message and language, and an index.html. Ends with 1, and says why, if a card is not plain or does not fit.
"""

import argparse
import asyncio
import re
import sys
from base64 import b64encode
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path

from playwright.async_api import Browser, FloatRect, Page, ViewportSize, expect

from bot import courier
from bot.caller import Caller
from bot.request import AiohttpRequest
from handlers.card import Card
from locales import LANGUAGES
from tests.browser import chromium
from tests.cards import limits
from tests.cards.case import all_cases
from tests.cards.play import usual
from tests.cards.stage import Look
from tests.phones import HOME, TOKEN, Sandbox
from tests.pictures import png
from tests.town import FRIDAY

GALLERY = HOME / "var" / "gallery"
MOST_DRAWN = 24
"""Cards on one sheet: those that something was found at, and as many others as there is room for, evenly taken."""
ACROSS = 8
GAP = 16
PHONE = 101
POCKET: ViewportSize = {"width": 390, "height": 9_000}
"""So high that no card has to be scrolled."""
TALLEST = 3_000
"""What is further down is more of the same, and left off the picture."""
USUAL, LARGEST = "100", "200"
"""Text sizes of the page, in per cent."""
SETTLED = """async (message) => {
  await Promise.all([...message.querySelectorAll('img')].map((each) => each.decode()))
  message.scrollIntoView({ block: 'end' })
}"""
QUIET = ".date.floating, .down, .act, .page-toasts { display: none !important }"
"""What lies over the messages and has nothing to do with them."""

MISFITS = (HOME / "tests" / "misfits.js").read_text(encoding="utf-8")


@dataclass(slots=True, eq=False)
class Shot:
    """A card on its way through the gallery: as it was worded, its message on the phone, and what was found.

    `noted` is what a reader of the largest letters has to live with.
    """

    look: Look
    number: int
    found: list[str]
    noted: list[str] = field(default_factory=list)
    message: int = 0
    picture: bytes = b""

    @property
    def kind(self) -> str:
        return type(self.look.view).__name__


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cards of one kind in one language."""

    kind: str
    language: str
    shots: list[Shot] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.language}"

    @property
    def drawn(self) -> list[Shot]:
        evenly = self.shots[:: -(-len(self.shots) // MOST_DRAWN)]
        first = sorted(self.shots, key=lambda shot: (not shot.found, shot not in evenly, shot.number))
        return sorted(first[:MOST_DRAWN], key=lambda shot: shot.number)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description="Draws every card.")
    parser.add_argument("folder", nargs="?", type=Path, default=GALLERY, help="default: var/gallery")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    sheets = collected()
    asyncio.run(_draw(sheets, folder))
    (folder / "index.html").write_text(_index(sheets), encoding="utf-8")
    sys.exit("\n".join(_findings(sheets)) or None)


def collected() -> list[Sheet]:
    """All that the cases show, each wording once; wordings that differ in their figures only count as one."""
    sheets: dict[tuple[str, str], Sheet] = {}
    seen = set()
    for look in _looks():
        wording = _wording(look)
        if not look.card.is_message or wording in seen:
            continue
        seen.add(wording)
        kind = type(look.view)
        sheet = sheets.setdefault((kind.__name__, look.language), Sheet(kind.__name__, look.language))
        sheet.shots.append(Shot(look, len(sheet.shots) + 1, list(limits.unplain(kind, look.card))))
    return [sheets[key] for key in sorted(sheets)]


def _looks() -> list[Look]:
    return [look for case in all_cases() for look in usual(case).looks]


def _wording(look: Look) -> tuple[str, ...]:
    said = (look.card.text, *limits.labels(look.card))
    return type(look.view).__name__, look.language, *(re.sub(r"\d+", "0", text) for text in said)


async def _draw(sheets: Sequence[Sheet], folder: Path) -> None:
    async with chromium() as browser:
        for language in LANGUAGES:
            theirs = [sheet for sheet in sheets if sheet.language == language]
            await _show(browser, language, theirs)
        table = await browser.new_page(viewport={"width": ACROSS * (POCKET["width"] + GAP) + GAP, "height": 1_000})
        for sheet in sheets:
            await _lay_out(table, sheet, folder / f"{sheet.name}.png")


async def _show(browser: Browser, language: str, sheets: Sequence[Sheet]) -> None:
    shots = [shot for sheet in sheets for shot in sheet.shots]
    async with _phone(browser, language) as (bot, page):
        for shot in shots:
            shot.message = await courier._send(bot, PHONE, _sendable(shot.look.card))
            if shot.look.card.keyboard:
                await _photograph(page, shot)
                await _measure(page, ".reply-keys", {0: shot})
        await page.locator(f'[data-message="{shots[-1].message}"]').wait_for()
        await _measure(page, "[data-message]", {shot.message: shot for shot in shots})
        for shot in (shot for sheet in sheets for shot in sheet.drawn if not shot.picture):
            await _photograph(page, shot)


@asynccontextmanager
async def _phone(browser: Browser, language: str) -> AsyncIterator[tuple[Caller, Page]]:
    """A bot, and the page with the one phone that it writes to."""
    person = {"id": PHONE, "first_name": "Anna", "language_code": language, "started": True}
    sandbox = await Sandbox.start(rates=0, at=FRIDAY.isoformat())
    try:
        phone = await sandbox.add(person)
        await phone.starts()
        context = await browser.new_context(viewport=POCKET, locale="sv-SE", bypass_csp=True)
        await context.add_init_script(f"localStorage.setItem('sandbox-size', '{LARGEST}')")
        page = await context.new_page()
        await page.goto(sandbox.url)
        await page.add_style_tag(content=QUIET)
        await expect(page.locator("body[data-ready]")).to_be_visible()
        async with Caller(TOKEN, sandbox.url, request=AiohttpRequest()) as bot:
            yield bot, page
        await context.close()
    finally:
        await sandbox.stop()


def _sendable(card: Card) -> Card:
    """With a picture of the gallery's own for one that only the stage's Telegram knows."""
    return replace(card, photo=png(400, 300)) if isinstance(card.photo, str) else card


async def _photograph(page: Page, shot: Shot) -> None:
    """The message, with the keyboard below it if it has just brought one."""
    message = page.locator(f'[data-message="{shot.message}"]')
    await message.wait_for()
    await message.evaluate(SETTLED)
    box = await message.bounding_box()
    assert box is not None
    if shot.look.card.keyboard:
        box["height"] = POCKET["height"] - box["y"]
    shot.picture = await page.screenshot(clip=_with_margin(box))


def _with_margin(box: FloatRect) -> FloatRect:
    return {"x": 0, "y": box["y"] - 3, "width": POCKET["width"], "height": min(box["height"] + 6, TALLEST)}


async def _measure(page: Page, selector: str, shots: Mapping[int, Shot]) -> None:
    """Nothing may be wider than its bubble at any size; a label may be cut at the largest."""
    for size in (USUAL, LARGEST):
        for each in await page.evaluate(MISFITS, [selector, size]):
            shot = shots.get(each["id"])
            if shot and each["wide"]:
                shot.found.append(f"wider than its bubble at {size} %")
            if shot and each["cut"]:
                said = f"labels that do not fit on two lines at {size} %: {', '.join(dict.fromkeys(each['cut']))}"
                (shot.noted if size == LARGEST else shot.found).append(said)


async def _lay_out(page: Page, sheet: Sheet, file: Path) -> None:
    """The phones' pictures side by side."""
    across = min(ACROSS, len(sheet.drawn))
    width = across * (POCKET["width"] + GAP) - GAP
    style = f"""body {{ margin: {GAP}px; width: {width}px; columns: {across}; column-gap: {GAP}px }}
      figure {{ margin: 0 0 {GAP}px; font: 16px sans-serif; break-inside: avoid }} img {{ display: block; width: 100% }}
      b {{ color: #b00020 }} i {{ color: #666 }}"""
    await page.set_content(f"<!doctype html><style>{style}</style>{''.join(map(_figure, sheet.drawn))}")
    box = await page.locator("body").bounding_box()
    assert box is not None
    clip: FloatRect = {"x": 0, "y": 0, "width": width + 2 * GAP, "height": box["y"] + box["height"]}
    await page.screenshot(path=file, full_page=True, clip=clip)


def _figure(shot: Shot) -> str:
    found = "".join(f"<br><b>{escape(each)}</b>" for each in shot.found)
    noted = "".join(f"<br><i>{escape(each)}</i>" for each in shot.noted)
    source = f"data:image/png;base64,{b64encode(shot.picture).decode()}"
    return f'<figure><figcaption>{shot.number}{found}{noted}</figcaption><img src="{source}"></figure>'


def _index(sheets: Sequence[Sheet]) -> str:
    found = "".join(f"<li>{escape(each)}</li>" for each in _findings(sheets))
    shown = "".join(
        f'<h2 id="{sheet.name}">{sheet.name} ({len(sheet.drawn)} of {len(sheet.shots)})</h2>'
        f'<a href="{sheet.name}.png"><img src="{sheet.name}.png" loading="lazy" alt="{sheet.name}"></a>'
        for sheet in sheets
    )
    head = '<!doctype html><meta charset="utf-8"><title>Gallery</title><style>img { max-width: 100% }</style>'
    return f"{head}<ul>{found}</ul>{shown}"


def _findings(sheets: Iterable[Sheet]) -> list[str]:
    return [f"{sheet.name} #{shot.number}: {each}" for sheet in sheets for shot in sheet.shots for each in shot.found]


if __name__ == "__main__":
    main()
