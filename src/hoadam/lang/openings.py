"""How the forms of a lexicon begin: what is looked up first when text is cut into items, made once and kept with it."""

from collections.abc import Mapping

from hoadam.model.item import Entry
from hoadam.model.language import Opening


def openings(forms: Mapping[str, Entry]) -> dict[str, Opening]:
    """For each first token the form that it is alone, and by second token the lengths of longer ones, longest first."""
    found: dict[str, Opening] = {}
    for form in forms:
        first, _, rest = form.partition(" ")
        if first not in found:
            found[first] = (forms.get(first), {})
        if rest:
            second = rest.partition(" ")[0]
            length = form.count(" ") + 1
            lengths = found[first][1].get(second, ())
            if length not in lengths:
                found[first][1][second] = tuple(sorted((*lengths, length), reverse=True))
    return found


def foreign(names: Mapping[str, Entry], home: str) -> dict[str, tuple[str, ...]]:
    """The names that bring an article into question, by their first word: all but those of home.

    Of forms with marks in them the first word stands alone.
    """
    found: dict[str, set[str]] = {}
    for entry in names.values():
        if entry.code in "PN" and home not in (entry.classes.get("country"), entry.classes.get("stands")):
            first = entry.form.partition(" ")[0]
            plain = entry.form.replace(" ", "").isalnum()
            found.setdefault(first, set()).add(entry.form if plain else first)
    return {first: tuple(sorted(forms, key=len)) for first, forms in found.items()}
