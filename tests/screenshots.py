"""Draws the pictures of the sandbox's page that the README and docs/ show: `make screenshots`.

The made-up town starts from nothing in a folder of its own. A guard files a report, the strategist opens it, the clock
is wound to Monday morning.
"""

import asyncio
import json
import tempfile
from contextlib import suppress
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from bot.settings import load
from bot.start import NOTE, start
from tests.browser import chromium
from tests.phones import HOME

SCREENS = HOME / "docs" / "screens"
GUARD, STRATEGIST = 101, 105
DESK = {"width": 1440, "height": 900}
POCKET = {"width": 390, "height": 844}
PATIENCE = 60_000
"""Milliseconds for what is waited for; winding over a weekend takes a while."""


async def main() -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as var:
        town = asyncio.create_task(start(load(None), var=Path(var), port=0))
        try:
            async with chromium() as browser:
                await _draw(browser, await _address(Path(var)))
        finally:
            town.cancel()
            with suppress(asyncio.CancelledError):
                await town


async def _address(var: Path) -> str:
    while not (var / NOTE).exists():  # noqa: ASYNC110  # a file tells nobody that it came
        await asyncio.sleep(0.05)
    return str(json.loads((var / NOTE).read_text())["url"])


async def _draw(browser: Browser, url: str) -> None:
    desk = await _open(browser, url, DESK)
    await _file_a_report(desk)
    await desk.screenshot(path=SCREENS / "friday-1440.png")
    await _wind_to_monday(desk)
    await desk.screenshot(path=SCREENS / "desk-1440.png")
    pocket = await _open(browser, url, POCKET)
    await pocket.screenshot(path=SCREENS / "pocket-390.png")
    await pocket.evaluate("localStorage.setItem('sandbox-size', '200')")
    await pocket.reload()
    await expect(pocket.locator("body[data-ready]")).to_be_visible(timeout=PATIENCE)
    await pocket.screenshot(path=SCREENS / "largest-390.png")


async def _open(browser: Browser, url: str, size: dict[str, int]) -> Page:
    context = await browser.new_context(
        viewport={"width": size["width"], "height": size["height"]}, locale="sv-SE", bypass_csp=True
    )
    page = await context.new_page()
    await page.goto(url)
    await expect(page.locator("body[data-ready]")).to_be_visible(timeout=PATIENCE)
    return page


async def _file_a_report(page: Page) -> None:
    guard = page.locator(f'[data-phone="{GUARD}"]')
    strategist = page.locator(f'[data-phone="{STRATEGIST}"]')
    await guard.locator(".reply-key", has_text="Ny rapport").click(timeout=PATIENCE)
    for key in ("Våld", "Vid Max", "Pågår", "Skicka"):
        await guard.locator("button[data-key]", has_text=key).last.click(timeout=PATIENCE)
    await expect(guard.get_by_text("Mottagen").last).to_be_visible(timeout=PATIENCE)
    push = strategist.locator("[data-message]", has_text="· Våld")
    await expect(push.last).to_be_visible(timeout=PATIENCE)
    await strategist.locator("button[data-key]", has_text="Öppna").last.click(timeout=PATIENCE)
    receipt = guard.locator("[data-message]", has_text="· Våld")
    await expect(receipt.last.get_by_text("Läst av")).to_be_visible(timeout=PATIENCE)


async def _wind_to_monday(page: Page) -> None:
    await page.get_by_role("button", name="Vrid klockan till").click()
    await page.get_by_role("button", name="Måndag 09:00").click()
    await expect(page.locator("[data-clock]")).to_have_attribute("data-winding", "false", timeout=PATIENCE)
    await expect(page.locator(".page-toasts > *")).to_have_count(0, timeout=PATIENCE)


if __name__ == "__main__":
    asyncio.run(main())
