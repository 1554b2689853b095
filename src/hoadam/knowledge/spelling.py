"""Other spellings that follow from a name by rule, so that the data need not list them."""

import re
import unicodedata

# Letters without a decomposition, as English copy writes them.
ARTICLE = re.compile(r"\b[Aa]l[- ](?=[A-Z])")
PLAIN = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "ß": "ss", "’": "'"})


def folded(form: str) -> str:
    """The form in plain Latin letters: "Recep Tayyip Erdoğan" gives "Recep Tayyip Erdogan"."""
    if form.isascii():
        return form
    letters = unicodedata.normalize("NFD", form.translate(PLAIN))
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def unhyphenated(form: str) -> tuple[str, ...]:
    """A Korean or Chinese given name in its other dress: "Kim Jong-un" gives "Kim Jong Un" and "Kim Jong-Un"."""
    head, dash, tail = form.rpartition("-")
    if not dash or not head or not tail[:1].islower() or " " in tail:
        return ()
    return (f"{head} {tail.capitalize()}", f"{head}-{tail.capitalize()}")


def articled(form: str) -> tuple[str, ...]:
    """A name with the Arabic article in its other dresses: "Ahmed al-Sharaa" gives "Ahmed Al-Sharaa", "al Sharaa"."""
    bare = ARTICLE.sub("al-", form)
    if bare == ARTICLE.sub("", form):
        return ()
    return tuple(bare.replace("al-", article) for article in ("al-", "Al-", "al ", "Al "))


def spellings(form: str) -> tuple[str, ...]:
    """The form itself and all that follow from it, each once."""
    dressed = (form, *unhyphenated(form), *articled(form))
    return tuple(dict.fromkeys((*dressed, *(folded(other) for other in dressed))))
