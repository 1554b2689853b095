"""Turns a stretch of text into items: words and names of the lexicon, numbers, times, quotations, unknown names."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from hoadam.lang.alphabet import PUNCTUATION
from hoadam.lang.fold import TOKEN
from hoadam.model.item import Entry, Item
from hoadam.model.language import Language, Opening
from hoadam.parse.names import SYLLABLE, join_names


class Tokenizer:
    """Cuts text into items by the lexicon of a language: longest form first, names only where they are capitalised."""

    def __init__(self, language: Language) -> None:
        lexicon = language.lexicon
        self.words, self.names = lexicon.words, lexicon.names
        self.word_openings, self.name_openings = lexicon.word_openings, lexicon.name_openings
        self.given, self.families = lexicon.given, lexicon.families

    def items(self, text: str, start: int, end: int, fixed: Sequence[Item]) -> list[Item]:
        """The items of `text[start:end]` (folded, straight marks); `fixed` are times and quotations."""
        places = [(m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]
        tokens = [text[begin:stop] for begin, stop in places]
        lows = " ".join(tokens).lower().split(" ")
        words, names = list(map(self.word_openings.get, lows)), list(map(self.name_openings.get, tokens))
        items: list[Item] = []
        pieces = iter(fixed)
        piece = next(pieces, None)
        at, count = 0, len(tokens)
        while at < count:
            begin, stop = places[at]
            if piece is not None and piece.start <= begin:
                if begin < piece.end:
                    items.append(piece)
                    at = bisect_left(places, (piece.end,), at)
                piece = next(pieces, None)
                continue
            word, name = words[at], names[at]
            if word is None and name is None:
                items.append(_unlisted(begin, stop, tokens, at, items))
                at += 1
                continue
            entry, used = longest(word, lows, at, self.words) if word else (None, 1)
            sort = "form"
            if name:
                named, length = longest(name, tokens, at, self.names)
                if named is not None and (entry is None or length >= used):
                    entry, used, sort = named, length, "name"
            if entry is None:
                items.append(_unlisted(begin, stop, tokens, at, items))
            elif used == 1:
                items.append(Item(begin, stop, entry.code, sort, tokens[at], entry))
            else:
                stop = places[at + used - 1][1]
                items.append(Item(begin, stop, entry.code, sort, text[begin:stop], entry))
            at += used
        return join_names(items, self.given, self.families)


def longest(opening: Opening, tokens: list[str], at: int, forms: Mapping[str, Entry]) -> tuple[Entry | None, int]:
    """The longest of the forms that begin so, and its length in tokens; None and 1 where none goes on as the text."""
    alone, seconds = opening
    if seconds and at + 1 < len(tokens):
        for length in seconds.get(tokens[at + 1], ()):
            if length == 2 or at + length <= len(tokens):
                entry = forms.get(" ".join(tokens[at : at + length]))
                if entry is not None:
                    return entry, length
    return alone, 1


def _unlisted(begin: int, stop: int, tokens: list[str], at: int, before: list[Item]) -> Item:
    """The item of a token that begins no form."""
    token = tokens[at]
    first = token[0]
    if first.islower() and first.isalpha():
        return Item(begin, stop, "w", "word", token)
    if first.isdigit():
        value = number(token)
        return (
            Item(begin, stop, "D", "number", token, value=value)
            if value is not None
            else Item(begin, stop, "w", "word", token)
        )
    if not first.isalnum():
        return Item(begin, stop, first if first in PUNCTUATION else "w", "mark", token)
    if first.isupper() and not (_opens(before) and _plain(tokens, at)) and not _dateline(tokens, at, before):
        return Item(begin, stop, "X", "unknown", token)
    return Item(begin, stop, "w", "word", token)


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


def _opens(before: list[Item]) -> bool:
    return not before or before[-1].text in ('"', "'", ":", "-", ".", "!", "?")


def _dateline(tokens: list[str], at: int, before: list[Item]) -> bool:
    """Does the word open the text as the paper's own initials do: "TPO - Tổng thống …"?"""
    return not before and tokens[at].isupper() and tokens[at + 1 : at + 2] == ["-"]


def _plain(tokens: list[str], at: int) -> bool:
    """Could the capitalised word that opens a sentence be an ordinary word?"""
    follows = tokens[at + 1] if at + 1 < len(tokens) else ""
    if len(tokens[at]) == 1 and follows == "." and "".join(tokens[at + 2 : at + 3])[:1].isupper():
        return False
    return bool(SYLLABLE.fullmatch(tokens[at].lower())) and not follows[:1].isupper()
