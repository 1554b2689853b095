"""The brief as files: each opened again by what it is for, and no text of an article acts in any of them."""

import io
import json
import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt

from hoadam import Record
from hoadam.interfaces.brief import Footnote, Page, PageSection, Part, Sentence, html, markdown, plain, wording
from hoadam.interfaces.brief import word as docx_page
from hoadam.views.brief import brief
from tests.interfaces.support import run

CHROMIUM = Path("/usr/bin/chromium")
HOSTILE = (
    "<script>alert(1)</script>", "**đậm** _nghiêng_ `mã`", "[bấm](javascript:alert(1))", "![ảnh](http://x.example/a.png)",
    "https://x.example/ www.x.example a@x.example", "# Đầu đề", "- mục", "1. mục", "> trích", "| a | b |", "[^1]: giả",
    "&lt;b&gt; &amp;", "$x$ ~~gạch~~", "\\* \\[", "=1+1", "<https://x.example>", "---", "```",
)  # fmt: skip


@pytest.fixture(scope="module", params=["vi", "en"])
def page(record: Record, request: pytest.FixtureRequest) -> Page:
    return wording(brief(record.store, "russia-ukraine", "2025-12-15"), request.param)


def hostile(page: Page, text: str) -> Page:
    """The page with this text wherever an article could put it."""
    note = Footnote(1, text, text, text, f"javascript:{text}", "m1", text, text, 0, len(text))
    sentence = Sentence((Part(text, (1,)),), "m1")
    return replace(page, sections=(PageSection("new", page.title, (sentence,)),), footnotes=(note,))


def style(paragraph: Paragraph) -> str | None:
    return paragraph.style.name if paragraph.style else None


def test_the_word_document_opens_again(page: Page) -> None:
    opened = docx.Document(io.BytesIO(docx_page.write(page)))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    assert texts[0] == page.title and style(opened.paragraphs[0]) == "Heading 1"
    bullets = [paragraph for paragraph in opened.paragraphs if style(paragraph) == "List Bullet"]
    sentences = [one for section in page.sections for one in section.sentences]
    assert len(bullets) == len(sentences) > 10
    for paragraph, one in zip(bullets, sentences, strict=True):
        spoken = "".join(run.text for run in paragraph.runs if not run.font.superscript)
        raised = " ".join(run.text for run in paragraph.runs if run.font.superscript)
        assert spoken == one.text and raised.split() == [str(number) for number in one.notes]
    assert all(any(text.startswith(f"{note.number} ") and note.sentence in text for text in texts)
               for note in page.footnotes)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_acts_in_a_word_document(page: Page, text: str) -> None:
    opened = docx.Document(io.BytesIO(docx_page.write(hostile(page, text))))
    assert [paragraph.text for paragraph in opened.paragraphs if style(paragraph) == "List Bullet"] == [f"{text}1"]
    assert not opened.part.rels or not any("hyperlink" in rel.reltype for rel in opened.part.rels.values())


def test_markdown_has_footnotes(page: Page) -> None:
    text = markdown.write(page).decode()
    marks, definitions = re.findall(r"\[\^(\d+)\](?!:)", text), re.findall(r"^\[\^(\d+)\]: ", text, re.M)
    assert set(marks) == set(definitions) == {str(note.number) for note in page.footnotes}
    assert text.startswith(f"# {page.title}\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_acts_in_markdown(page: Page, text: str) -> None:
    written = markdown.write(hostile(page, text)).decode()
    tokens = (
        MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"]).parse(written)
    )
    inline = [token for block in tokens for token in block.children or ()]
    types = {token.type for token in (*tokens, *inline)}
    assert not types & {"html_block", "html_inline", "image", "table_open", "s_open", "fence", "hr", "blockquote_open"}
    assert "link_open" not in types and sum(token.type == "bullet_list_open" for token in tokens) == 1
    assert not any(token.type == "ordered_list_open" for token in tokens)
    bullet = next(block for block in tokens if block.type == "inline" and "^1" in block.content and block.level > 2)
    assert [token.type for token in bullet.children or ()] == ["text"] * len(bullet.children or ())
    assert "".join(token.content for token in bullet.children or ()) == f"{text}[^1]"


class Tags(HTMLParser):
    """What tags and attributes a page has, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses |= {str(value) for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_acts_in_html(page: Page, text: str) -> None:
    found = Tags(html.write(hostile(page, text)).decode())
    ours = "html head meta title style body h1 h2 p ul li sup a ol mark code"
    assert found.tags == set(ours.split())
    assert found.addresses == {"#note-1"} and found.text.count(text) == 5


def test_html_prints_on_one_sheet(page: Page, tmp_path: Path) -> None:
    if not CHROMIUM.exists():
        pytest.skip("no browser")
    (tmp_path / "brief.html").write_bytes(html.write(page))
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/own")
    command: list[str | Path] = [CHROMIUM, *options, f"--print-to-pdf={tmp_path}/brief.pdf", tmp_path / "brief.html"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "brief.pdf").read_bytes())) == 1


def test_text_fits_the_terminal(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = plain.write(page).decode().splitlines()
    assert max(map(len, lines)) <= 60 and lines[0] == page.title


def asked(place: Path, *words: str) -> tuple[int, str, str]:
    return run("brief", "russia-ukraine", *words, HOADAM_DB=str(place), HOADAM_READER="thu")


def test_the_command_writes_each_format(place: Path, tmp_path: Path) -> None:
    week = ("--since", "2025-12-15", "--as-of", "2025-12-23", "--lang", "vi")
    for form, begins in (("text", "Nga"), ("markdown", "# Nga"), ("html", "<!DOCTYPE"), ("json", "{")):
        code, out, err = asked(place, *week, "--format", form)
        assert (code, err) == (0, "") and out.startswith(begins)
    assert json.loads(out)["day"] == "2025-12-23"
    assert asked(place, *week, "--format", "docx", "--out", str(tmp_path / "b.docx")) == (0, "", "")
    assert docx.Document(str(tmp_path / "b.docx")).paragraphs[0].text == "Nga–Ukraine: tóm lược ngày 23/12/2025"
    code, _, err = asked(place, *week, "--out", str(tmp_path))
    assert code == 2 and err
    code, _, err = asked(place, "--since", "hôm qua")
    assert code == 2 and "YYYY-MM-DD" in err


def test_last_is_since_the_last_brief_of_this_reader_and_process(place: Path) -> None:
    first, second = (asked(place, "--format", "json")[1] for _ in range(2))
    assert json.loads(first)["notes"] and json.loads(second)["notes"] == []
    other = run("brief", "thailand-cambodia", "--format", "json", HOADAM_DB=str(place), HOADAM_READER="thu")[1]
    assert json.loads(other)["notes"]
