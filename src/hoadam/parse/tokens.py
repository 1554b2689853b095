"""Turns a stretch of text into items: words and names of the lexicon, numbers, times, quotations, unknown names."""

import re
from collections.abc import Sequence

from hoadam.lang.alphabet import PUNCTUATION
from hoadam.lang.fold import TOKEN
from hoadam.model.item import Entry, Item
from hoadam.model.language import Language
from hoadam.model.span import Span
from hoadam.parse.names import SYLLABLE, join_names


class Tokenizer:
    """Cuts text into items by the lexicon of a language: longest form first, names only where they are capitalised."""

    def __init__(self, language: Language) -> None:
        lexicon = language.lexicon
        self.words, self.names = lexicon.words, lexicon.names
        self.word_firsts, self.name_firsts = lexicon.word_firsts, lexicon.name_firsts
        self.given, self.families = lexicon.given, lexicon.families

    def items(self, text: str, start: int, end: int, fixed: Sequence[Span | Item]) -> list[Item]:
        """The items of `text[start:end]` (folded, straight marks); `fixed` are times and quotations, taken as they are."""
        found = [(m.start(), m.end(), m[0]) for m in TOKEN.finditer(text, start, end)]
        pending = [piece for piece in fixed if start <= piece.start and piece.end <= end]
        items: list[Item] = []
        at = 0
        while at < len(found):
            begin, stop, token = found[at]
            while pending and pending[0].end <= begin:
                pending.pop(0)
            if pending and pending[0].start <= begin:
                piece = pending.pop(0)
                items.append(_whole(piece, text))
                while at < len(found) and found[at][0] < piece.end:
                    at += 1
                continue
            item, used = self._item(text, found, at, items)
            items.append(item)
            at += used
        return join_names(items, self.given, self.families)

    def _item(self, text: str, found: list[tuple[int, int, str]], at: int, before: list[Item]) -> tuple[Item, int]:
        begin, stop, token = found[at]
        entry, used = self._longest(found, at)
        if entry is not None:
            end = found[at + used - 1][1]
            sort = "name" if entry.form in self.names and self.names[entry.form] is entry else "form"
            return Item(begin, end, entry.code, sort, text[begin:end], entry), used
        first = token[0]
        if first.isdigit():
            value = number(token)
            code = "w" if value is None else "D"
            return Item(begin, stop, code, "number" if value is not None else "word", token, value=value), 1
        if not first.isalnum():
            return Item(begin, stop, first if first in PUNCTUATION else "w", "mark", token), 1
        if first.isupper() and not (_opens(before) and _plain(token, found, at)):
            return Item(begin, stop, "X", "unknown", token), 1
        return Item(begin, stop, "w", "word", token), 1

    def _longest(self, found: list[tuple[int, int, str]], at: int) -> tuple[Entry | None, int]:
        token = found[at][2]
        low = token.lower()
        left = len(found) - at
        best, used = None, 0
        for length in self.word_firsts.get(low, ()):
            if length > left:
                continue
            form = low if length == 1 else " ".join([t[2] for t in found[at : at + length]]).lower()
            if form in self.words:
                best, used = self.words[form], length
                break
        for length in self.name_firsts.get(token, ()):
            if length < used:
                break
            if length > left:
                continue
            form = token if length == 1 else " ".join([t[2] for t in found[at : at + length]])
            if form in self.names:
                return self.names[form], length
        return best, used


def number(token: str) -> int | float | None:
    """The value of a number as Vietnamese papers write it: `1.375` is 1375, `17,2` is 17.2; None if it is none."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", token):
        whole, _, part = token.partition(",")
        value = float(whole.replace(".", "") + "." + (part or "0"))
    elif re.fullmatch(r"\d{1,15}(?:[.,]\d{1,6})?", token):
        value = float(token.replace(",", "."))
    else:
        return None
    return int(value) if value.is_integer() else value


def _whole(piece: Span | Item, text: str) -> Item:
    if isinstance(piece, Item):
        return piece
    return Item(piece.start, piece.end, "T", "time", text[piece.start : piece.end], value=piece.value)


def _opens(before: list[Item]) -> bool:
    return not before or before[-1].text in ('"', "'", ":", "-", ".", "!", "?")


def _plain(token: str, found: list[tuple[int, int, str]], at: int) -> bool:
    """Could the capitalised word that opens a sentence be an ordinary word?"""
    follows = found[at + 1][2] if at + 1 < len(found) else ""
    return bool(SYLLABLE.fullmatch(token.lower())) and not follows[:1].isupper()
