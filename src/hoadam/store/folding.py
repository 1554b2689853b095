"""Words → the form in which full text compares them."""

import re
import unicodedata
from functools import cache

PHRASE = re.compile(r'"([^"]*)"|(\S+)')


def folded(text: str) -> str:
    """The text with đ and Đ as plain letters, which remove_diacritics 2 leaves alone; it folds all other accents."""
    return text.replace("đ", "d").replace("Đ", "D")  # str.translate is thirty times slower here


def plain_letters(text: str) -> str:
    """The text in small letters without accents, of the same length, so that offsets hold in both."""
    return "".join(map(plain_letter, folded(text)))


@cache
def plain_letter(letter: str) -> str:
    """A letter in small and without accents."""
    return unicodedata.normalize("NFD", letter)[0].lower()[0]


def asked_words(words: str) -> list[str]:
    """The words that a person typed, in their order, without quotation marks and other punctuation."""
    return re.findall(r"\w+", words)


def expressions(words: str) -> list[str]:
    """FTS5 expressions for what a person typed, firmest first, the last for all that is found.

    The whole as a phrase in the headline, as a phrase anywhere, all words in the headline, all words; words in
    quotation marks always as a phrase. Empty where nothing but punctuation was typed. No character typed is syntax.
    """
    asked = [phrase or word for phrase, word in PHRASE.findall(folded(words))]
    terms = [" ".join(re.findall(r"\w+", term)) for term in asked]
    quoted = [f'"{term}"' for term in terms if term]
    whole, every = f'"{" ".join(term for term in terms if term)}"', " AND ".join(quoted)
    tiers = [f"title : {whole}", whole, f"title : ({every})", f"{whole} OR ({every})"] if quoted else []
    return tiers if len(quoted) > 1 else tiers[:2]
