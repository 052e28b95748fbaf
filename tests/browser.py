"""Chromium for the tests, from the package registry, with its own libraries and fonts: none of the system's are used.

`python -m tests.browser` fetches and unpacks it; `chromium()` does so itself when nobody did before.
"""

import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from base64 import b64encode
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, async_playwright

MANIFEST = Path(__file__).parent.parent / "package.json"
CHROMIUM = "package/bin/chromium.br"
LIBRARIES = "package/bin/al2023.tar.br"
FONTS = "package/bin/fonts.tar.br"

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",
]

FONT_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fonts</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias binding="same"><family>emoji</family><prefer><family>Noto Color Emoji</family></prefer></alias>
</fontconfig>
"""

# Python has no brotli of its own, and npm never comes without node.
UNBROTLI = "process.stdin.pipe(require('zlib').createBrotliDecompress()).pipe(process.stdout)"


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A headless browser that sees neither the system's libraries and fonts nor the environment's proxies."""
    home = installed()
    with tempfile.TemporaryDirectory() as scratch:
        environment: dict[str, str | float | bool] = {
            "FONTCONFIG_FILE": str(home / "fonts.conf"),
            "HOME": scratch,
            "LD_LIBRARY_PATH": str(home / "lib"),
            "XDG_CACHE_HOME": str(home / "cache"),
        }
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=home / "chromium", args=FLAGS, env=environment)
            try:
                yield browser
            finally:
                await browser.close()


def installed() -> Path:
    """The folder that holds the unpacked browser, beside the packages of this environment."""
    version = hashlib.sha256(MANIFEST.read_bytes() + FONT_CONFIGURATION.encode()).hexdigest()[:12]
    home = Path(sys.prefix) / "browser" / version
    if not home.exists():
        home.parent.mkdir(exist_ok=True)
        _install(home)
    return home


def _install(home: Path) -> None:
    """Unpacks beside `home` and moves it there when it is whole, so that a set-up cut short is never taken for one."""
    with tempfile.TemporaryDirectory(dir=home.parent) as scratch:
        unpacked = Path(scratch) / "unpacked"
        for archive in _fetched(Path(scratch)):
            _unpack(archive, unpacked)
        (unpacked / "fonts.conf").write_text(FONT_CONFIGURATION)
        try:
            unpacked.rename(home)
        except OSError:
            if not home.exists():  # else another test process was faster
                raise


def _fetched(scratch: Path) -> list[Path]:
    manifest = json.loads(MANIFEST.read_text())
    wanted = [f"{name}@{version}" for name, version in manifest["devDependencies"].items()]
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("The browser tests need npm (with node) to fetch Chromium.")
    pack = [npm, "pack", "--silent", "--ignore-scripts", "--pack-destination", str(scratch), *wanted]
    subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    archives = {_integrity(path): path for path in scratch.glob("*.tgz")}
    if sorted(archives) != sorted(manifest["integrity"]):
        raise ValueError(f"The registry served other archives than {MANIFEST.name} knows: {sorted(archives)}")
    return list(archives.values())


def _integrity(archive: Path) -> str:
    return "sha512-" + b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()


def _unpack(archive: Path, home: Path) -> None:
    for name, content in _files(archive.read_bytes()):
        if name == CHROMIUM:
            _write(home / "chromium", _unbrotli(content)).chmod(0o755)
        elif name in (LIBRARIES, FONTS):
            for inner, inner_content in _files(_unbrotli(content)):
                _write(home / inner, inner_content)
        elif name.endswith(".ttf"):
            _write(home / "fonts" / Path(name).name, content)


def _files(archive: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        for member in packed:
            file = packed.extractfile(member)
            if file is not None:
                yield member.name, file.read()


def _unbrotli(packed: bytes) -> bytes:
    node = shutil.which("node") or "node"
    return subprocess.run([node, "--eval", UNBROTLI], input=packed, stdout=subprocess.PIPE, check=True).stdout


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    installed()
