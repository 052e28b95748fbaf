from base64 import b64encode
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.async_api import Browser

from tests.browser import chromium, installed

pytestmark = pytest.mark.browser

# The C library is the one thing a program cannot bring along.
SYSTEM_LIBRARIES = ("ld-linux", "libc.", "libdl.", "libgcc_s.", "libm.", "libpthread.", "libresolv.", "librt.")
LIST_OF_LIBRARIES = Path("/etc/ld.so.cache")
"""Where the system's are; a process that is just starting has it open."""

COUNT_INK = """async source => {
  const picture = new Image()
  picture.src = source
  await picture.decode()
  const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d")
  context.drawImage(picture, 0, 0)
  const { data } = context.getImageData(0, 0, picture.width, picture.height)
  let dark = 0, coloured = 0
  for (let at = 0; at < data.length; at += 4) {
    const pixel = data.slice(at, at + 3)
    if (Math.max(...pixel) < 100) dark++
    if (Math.max(...pixel) - Math.min(...pixel) > 60) coloured++
  }
  return [dark, coloured]
}"""


async def ink(browser: Browser, text: str) -> tuple[int, int]:
    """How many dark and how many coloured pixels it takes to draw `text`."""
    page = await browser.new_page(viewport={"width": 400, "height": 100})
    await page.goto("data:text/html;charset=utf-8," + quote(f"<p style='font: 32px system-ui'>{text}"))
    picture = b64encode(await page.screenshot()).decode()
    dark, coloured = await page.evaluate(COUNT_INK, f"data:image/png;base64,{picture}")
    await page.close()
    return dark, coloured


async def test_swedish_letters_and_emoji_are_drawn() -> None:
    async with chromium() as browser:
        assert await ink(browser, "") == (0, 0)
        plain, _ = await ink(browser, "aao")
        swedish, _ = await ink(browser, "åäö")
        assert swedish > plain > 0
        _, coloured = await ink(browser, "🚗")
        assert coloured > 100


async def test_only_the_c_library_comes_from_the_system() -> None:
    async with chromium() as browser:
        await ink(browser, "åäö 🚗")
        mapped = {path for process in _processes() for path in _mapped(process)}
    assert installed() / "lib" / "libnss3.so" in mapped
    foreign = {path for path in mapped if not path.is_relative_to(installed())}
    assert {path.suffix for path in foreign}.isdisjoint({".ttf", ".otf", ".woff2"})
    libraries = {path for path in foreign if ".so" in path.name} - {LIST_OF_LIBRARIES}
    assert [path for path in libraries if not path.name.startswith(SYSTEM_LIBRARIES)] == []


def _processes() -> list[Path]:
    executable = str(installed() / "chromium").encode()
    return [path.parent for path in Path("/proc").glob("[0-9]*/cmdline") if _read(path).startswith(executable)]


def _mapped(process: Path) -> set[Path]:
    lines = _read(process / "maps").decode().splitlines()
    return {Path(line.split(maxsplit=5)[5]) for line in lines if "/" in line}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # a process ended meanwhile, or is somebody else's
        return b""
