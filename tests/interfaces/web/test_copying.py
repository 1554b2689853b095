"""One key copies a quotation with its source: in lists, in the evidence dialog, on pages; and where it is refused."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
REFUSED = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error('no'))}})"
NO_WAY = f"{REFUSED}; document.execCommand = () => false"
COPIED = "navigator.clipboard.readText()"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser, desk: str) -> Iterator[BrowserContext]:
    made = chromium.new_context(locale="en")
    made.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk)
    yield made
    made.close()


def at(context: BrowserContext, address: str, script: str = "") -> Page:
    """A page that has loaded with its scripts; `script` runs before them."""
    page = context.new_page()
    if script:
        page.add_init_script(script)
    page.goto(address)
    return page


def quoted(words: str) -> bool:
    """Is it a quotation with its source?"""
    return words.startswith("“") and "” — " in words and "2025" in words


def test_in_a_list_and_in_the_dialog_over_it(context: BrowserContext, desk: str) -> None:
    page = at(context, f"{desk}/meetings")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_selector("[role=status]:has-text('Copied')")
    assert page.evaluate(COPIED) == page.locator("main .fact").first.get_attribute("data-copy")
    page.keyboard.press("e")
    page.wait_for_selector("dialog[open] .report")
    page.locator("dialog .report").last.focus()
    page.keyboard.press("c")
    page.wait_for_selector("dialog [role=status]:has-text('Copied')")
    copied = page.evaluate(COPIED)
    assert quoted(copied) and copied == page.locator("dialog .report").last.get_attribute("data-copy")


@pytest.mark.parametrize("script", ["", REFUSED])
def test_on_the_page_of_a_fact_by_key_and_button(context: BrowserContext, desk: str, script: str) -> None:
    listed = at(context, f"{desk}/meetings")
    address = listed.locator("a.evidence").first.get_attribute("href")
    page = at(context, f"{desk}{address}", script)
    page.keyboard.press("c")
    page.wait_for_selector("[role=status]:has-text('Copied')")
    assert quoted(listed.evaluate(COPIED))
    listed.evaluate("navigator.clipboard.writeText('')")
    page.locator("button.copy").first.click()
    page.wait_for_selector("[role=status]:has-text('Copied')")
    assert listed.evaluate(COPIED) == page.locator(".report").first.get_attribute("data-copy")


def test_where_nothing_may_be_copied_the_words_stand_ready(context: BrowserContext, desk: str) -> None:
    page = at(context, f"{desk}/article/bn-12", NO_WAY)
    page.keyboard.press("j")
    page.keyboard.press("c")
    field = page.wait_for_selector("dialog.by-hand[open] textarea")
    assert field and quoted(field.input_value())
    assert page.evaluate("getSelection().toString() || document.activeElement.tagName") != "BODY"
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog.by-hand", state="detached")
