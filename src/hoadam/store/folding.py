"""Words → the form in which full text compares them."""

import re
import unicodedata

PHRASE = re.compile(r'"([^"]*)"|(\S+)')


def folded(text: str) -> str:
    """The text with đ and Đ as plain letters, which remove_diacritics 2 leaves alone; it folds all other accents."""
    return text.replace("đ", "d").replace("Đ", "D")  # str.translate is thirty times slower here


def plain_letters(text: str) -> str:
    """The text in small letters without accents, of the same length, so that offsets hold in both."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[0] for letter in folded(text))


def asked_words(words: str) -> list[str]:
    """The words that a person typed, in their order, without quotation marks and other punctuation."""
    return re.findall(r"\w+", words)


def matching(words: str) -> str:
    """An FTS5 expression for what a person typed: all words, phrases in quotation marks, the whole as a phrase first.

    Empty where nothing but punctuation was typed. No character typed reaches FTS5 as syntax.
    """
    asked = [phrase or word for phrase, word in PHRASE.findall(folded(words))]
    terms = [" ".join(re.findall(r"\w+", term)) for term in asked]
    quoted = [f'"{term}"' for term in terms if term]
    if len(quoted) < 2:
        return "".join(quoted)
    whole = " ".join(term for term in terms if term)
    return f'"{whole}" OR ({" AND ".join(quoted)})'
