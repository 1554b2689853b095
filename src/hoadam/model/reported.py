"""Whose a date in a sentence is: of the report that tells of an event, of another clause, or of the event itself."""

from hoadam.model.item import Item

BRACKET = 8  # items before a time within which the bracket it stands in may open
SOURCE = 9  # items that the name of a source may take


def of_report(items: list[Item], at: int) -> bool:
    """Does the time stand beside who tells it: an outlet, a speaker and the verb of saying, "according to"?"""
    if at == 0:
        return False
    if of_outlet(items, at) or _opens_content(items, at):
        return True
    after = at + 1
    while after < len(items) and (items[after].says("adverb") is not None or items[after].code in "T()"):
        after += 1
    told = after < len(items) and (items[after].says("say") is not None or items[after].says("reports") is not None)
    return told and items[at - 1].code in "A)"


def of_outlet(items: list[Item], at: int) -> bool:
    """Does the time stand beside whoever only passes on what is told?"""
    if at == 0:
        return False
    return items[at - 1].says("reports") is not None or _is_outlet(items, at - 1) or _is_source(items, at)


def _opens_content(items: list[Item], at: int) -> bool:
    """Does a verb of saying stand before the time, and what is said open behind it?"""
    if items[at - 1].says("say") is None or at + 1 >= len(items):
        return False
    return items[at + 1].code == ":" or items[at + 1].says("that") is not None


def _is_outlet(items: list[Item], at: int) -> bool:
    """Is it an outlet, with or without what explains it in brackets?"""
    if items[at].code == ")":
        at = next((n - 1 for n in range(at - 1, max(0, at - BRACKET), -1) if items[n].code == "("), at)
    return items[at].code == "M"


def _is_source(items: list[Item], at: int) -> bool:
    """Is it "theo" with a speaker, what was said, a site or an outlet that nobody knows, that the time follows?"""
    for n in range(at - 1, max(-1, at - SOURCE), -1):
        if items[n].says("according") is not None:
            site = any(item.code in 'Q."' or item.says("outlet-word") is not None for item in items[n + 1 : at])
            told = items[at - 1].actor is not None or items[at - 1].says("say") is not None
            return site or (n == at - 2 and told and _opens_clause(items, n))
        if items[n].code in ",;:":
            return False
    return False


def _opens_clause(items: list[Item], at: int) -> bool:
    return at == 0 or items[at - 1].code in ",;"


def bracketed(items: list[Item], at: int) -> bool:
    """Does the time stand in brackets, beside another that it only explains?"""
    before = [item.code for item in items[max(0, at - BRACKET) : at]]
    return "(" in before and ")" not in before[before.index("(") :]


def fenced(items: list[Item], at: int, first: int, last: int) -> bool:
    """Does a verb of saying or another clause stand between the time and the event?"""
    low, high = (at + 1, first) if at < first else (last, at)
    return any(
        i.says("say") is not None
        or i.code in ".;:"
        or i.says("turn") in ("hard", "soft")
        or i.says("since") is not None
        for i in items[low:high]
    )
