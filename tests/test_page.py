"""The whole way in a real browser: a report on the guard's phone, the push on the strategist's, and Monday's digest."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import chromium
from tests.phones import HOME
from tests.town import ANNA, MARIA, Town, founded

SCREENSHOT = HOME / "var" / "screens" / "monday.png"
PATIENCE = 15_000
"""Milliseconds that a busy machine gets to draw what is waited for."""

pytestmark = pytest.mark.browser


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with founded(tmp_path) as found:
        await found.opens()
        yield found


@pytest.fixture
async def page(town: Town) -> AsyncIterator[Page]:
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 1440, "height": 900}, locale="sv-SE")
        await page.goto(town.sandbox.url)
        yield page


async def test_from_the_guards_thumb_to_mondays_digest(town: Town, page: Page) -> None:
    anna, maria = phone(page, ANNA.id), phone(page, MARIA.id)
    await say(anna, "/start")
    await anna.locator(".reply-key", has_text="Ny rapport").click(timeout=PATIENCE)
    for key in ("Våld", "Vid Max", "Skicka"):
        await tap(anna, key)
    await expect(anna.get_by_text("Mottagen 15:00")).to_be_visible(timeout=PATIENCE)

    await tap(maria, "Öppna")
    await expect(maria.get_by_text("Från: Trygg Bevakning")).to_be_visible(timeout=PATIENCE)
    await expect(anna.get_by_text("Läst av Trollhättans Stad 15:00")).to_be_visible(timeout=PATIENCE)

    await page.get_by_role("button", name="Vrid klockan till").click()
    await page.get_by_role("button", name="Måndag 09:00").click()
    await expect(page.locator("[data-clock]")).to_have_attribute("data-winding", "false", timeout=PATIENCE)

    digest = maria.locator("[data-message]", has_text="Bygger på inlämnade rapporter")
    await expect(digest).to_be_visible(timeout=PATIENCE)
    await expect(digest.locator(".stamp")).to_contain_text("08:00")
    SCREENSHOT.parent.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=SCREENSHOT)
    assert SCREENSHOT.stat().st_size > 50_000


def phone(page: Page, number: int) -> Locator:
    return page.locator(f'[data-phone="{number}"]')


async def say(phone: Locator, text: str) -> None:
    await phone.locator("textarea[aria-label]").fill(text)
    await phone.locator("textarea[aria-label]").press("Enter")


async def tap(phone: Locator, key: str) -> None:
    """Press the newest inline button with this label."""
    await phone.locator("button[data-key]", has_text=key).last.click(timeout=PATIENCE)
