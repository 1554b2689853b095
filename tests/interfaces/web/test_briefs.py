"""The brief at the desk: every line on its notes, every note on its fact, the same in every file."""

import io
import re

import docx
import httpx
import pytest


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_line_rests_on_notes_that_are_there(desk: str, lang: str) -> None:
    answer = httpx.get(f"{desk}/brief/russia-ukraine", params={"since": "2025-12-01", "lang": lang})
    assert answer.status_code == 200
    used = set(re.findall(r'href="#note-(\d+)"', answer.text))
    assert used and used == set(re.findall(r'id="note-(\d+)"', answer.text))
    lines = re.findall(r"<li>.*?</li>", answer.text.partition('class="notes"')[0].partition('class="brief"')[2], re.S)
    assert lines and all("#note-" in line and "/fact/" in line for line in lines)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "docx"])
def test_it_can_be_taken_away(desk: str, form: str) -> None:
    answer = httpx.get(f"{desk}/brief/russia-ukraine/file/{form}", params={"since": "2025-12-01"})
    assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
    if form == "docx":
        assert any("Ukraine" in one.text for one in docx.Document(io.BytesIO(answer.content)).paragraphs)
    else:
        assert "Ukraine" in answer.text


def test_what_is_not_there_is_said(desk: str) -> None:
    assert httpx.get(f"{desk}/brief/nowhere").status_code == 404
    assert httpx.get(f"{desk}/brief/russia-ukraine/file/pdf").status_code == 400
