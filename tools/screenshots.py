"""Pictures of the desk for the README, over samples/: `.venv/bin/python -m tools.screenshots`."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.interfaces.web.support import record_of_samples, served

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
WIDTH, HEIGHT = 1340, 820
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
# name → address, language, colours, and where to click first
SHOTS = {
    "process": ("/process/russia-ukraine", "en", "light", None),
    "evidence": ("/claims?party=RUS&since=2025-12-29", "en", "light", "table.sides a.evidence"),
    "today": ("/", "vi", "dark", None),
}


def shoot(browser: Browser, base: str, name: str) -> int:
    """Take one picture; its size in bytes."""
    path, lang, theme, click = SHOTS[name]
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, locale=lang, color_scheme="dark" if theme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(base + path)
    if click:
        page.locator(f"main {click}").first.click()
        page.locator("dialog[open] mark").first.wait_for()
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file, animations="disabled", caret="hide")
    context.close()
    return file.stat().st_size


def main() -> None:
    """Take them all."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(record_of_samples(Path(folder) / "r.sqlite")) as base,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name in SHOTS:
            print(name, shoot(browser, base, name))
        browser.close()


if __name__ == "__main__":
    main()
