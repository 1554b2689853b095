"""The brief in words: rows of `views.brief` in, sentences of a language out, and a page in one of five formats."""

from hoadam.interfaces.brief.page import Footnote, Page, PageSection, Part, Sentence, wording

__all__ = ["Footnote", "Page", "PageSection", "Part", "Sentence", "wording"]
