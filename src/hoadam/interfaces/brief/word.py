"""The brief as a Word document: one sheet, the notes numbered and set small beneath."""

import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from hoadam.interfaces.brief.page import Footnote, Page, Sentence

FONT, TEXT, NOTE = "Times New Roman", Pt(9.5), Pt(6.5)  # a font that has all Vietnamese letters everywhere


def write(page: Page) -> bytes:
    """The page as a .docx file."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, TEXT
    style.paragraph_format.space_after = Pt(1)
    for level in (1, 2):
        heading = document.styles[f"Heading {level}"].paragraph_format
        heading.space_before, heading.space_after = Pt(4), Pt(1)
    sheet(document.sections[0])
    document.core_properties.title, document.core_properties.language = page.title, page.lang
    document.core_properties.author = ""
    document.add_heading(page.title, level=1)
    document.add_paragraph(page.subtitle).runs[0].italic = True
    for section in page.sections:
        document.add_heading(section.title, level=2)
        for one in section.sentences:
            sentence(document.add_paragraph(style="List Bullet"), one)
        if not section.sentences:
            document.add_paragraph(page.empty)
    document.add_heading(page.noted, level=2)
    document.add_paragraph(page.quoting).runs[0].italic = True
    sheet(document.add_section(WD_SECTION.CONTINUOUS), columns=2)
    for note in page.footnotes:
        source(document.add_paragraph(), note)
    held = io.BytesIO()
    document.save(held)
    return timeless(held)


def timeless(file: io.BytesIO) -> bytes:
    """The same file without the time at which each of its parts was packed: the same page gives the same bytes."""
    again = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            new.writestr(zipfile.ZipInfo(one.filename), old.read(one), zipfile.ZIP_DEFLATED)
    return again.getvalue()


def sheet(section: Any, columns: int = 1) -> None:
    """A4 with narrow margins, in so many columns."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(12)
    found = section._sectPr.xpath("./w:cols") or [OxmlElement("w:cols")]
    section._sectPr.append(found[0])
    found[0].set(qn("w:num"), str(columns))


def sentence(paragraph: Any, one: Sentence) -> None:
    """A line with the numbers of its notes raised."""
    for part in one.parts:
        paragraph.add_run(part.text)
        if part.notes:
            paragraph.add_run(" ".join(map(str, part.notes))).font.superscript = True


def source(paragraph: Any, note: Footnote) -> None:
    """A note: number, outlet, day, headline, the sentence with the fact's words in bold, address, id."""
    paragraph.paragraph_format.space_after = Pt(0)
    told = ", ".join(filter(None, (note.outlet, note.published)))
    paragraph.add_run(f"{note.number} ").font.superscript = True
    paragraph.add_run(f"{told}: ")
    if note.headline:
        paragraph.add_run(f"{note.headline}. ").italic = True
    paragraph.add_run(f"“{note.sentence[: note.start]}")
    paragraph.add_run(note.sentence[note.start : note.end]).bold = True
    paragraph.add_run(f"{note.sentence[note.end :]}” ")
    paragraph.add_run(" · ".join(filter(None, (note.url, note.fact))))
    for run in paragraph.runs:
        run.font.size = NOTE
