"""The pieces that rules match: items of a sentence, the actors among them, and sentences as sequences of items.

An item carries one character of `code`; a sentence's codes, joined, are the string that compiled rules match. Which
character stands for what is settled by `lang.alphabet`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Entry:
    """A form that the lexicon or the knowledge base knows, with its classes and what it is worth in each.

    Never changed once made; not frozen, as frozen ones take four times as long to load, and there are thousands.
    """

    form: str
    code: str
    classes: Mapping[str, str]

    def __reduce__(self) -> tuple[Any, ...]:
        return (Entry, (self.form, self.code, self.classes))


@dataclass(slots=True)
class Actor:
    """Whoever acts or speaks: a person, a state or body, an office, or several at once.

    `people` and `parties` hold canonical names; `title` and `of` an office, `called` the title as the words give it
    even where it is bound to nobody, `also` a second one beside it, `loose` a title that is an office only beside a
    state or a public body, `generic` a word for any leader,
    `figure` one that tells again of somebody named, `under` the person whom the holder serves, `master` that
    person's phrase, `boss` that person's title inside this phrase, `since` where the words that state an office begin
    if before the actor; `kin` a relation to `of`. `vague` marks unnamed sources ("một quan chức"), `anaphor` words
    that need an antecedent ("ông", "hai nước"), by class;
    `branch` tells those apart who bear one title for one state, by the words of the text;
    `gender` is m or f where an honorific tells it.
    """

    start: int
    end: int
    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    title: str | None = None
    of: str | None = None
    called: str | None = None
    branch: str | None = None
    also: str | None = None
    loose: bool = False
    generic: bool = False
    figure: bool = False
    under: str | None = None
    master: "Actor | None" = None
    boss: str | None = None
    since: int | None = None
    kin: str | None = None
    to: str | None = None
    tense: str | None = None
    office: str | None = None
    vague: bool = False
    anaphor: str | None = None
    place: str | None = None
    unknown: bool = False
    gender: str | None = None
    side: str | None = None
    sources: dict[str, tuple[int, int]] = field(default_factory=dict)
    antecedents: list[tuple[int, int]] = field(default_factory=list)
    rule: str = ""


@dataclass(slots=True)
class Item:
    """One span of a sentence: a word or phrase of the lexicon, a name, a number, a time, a quotation, an actor."""

    start: int
    end: int
    code: str
    type: str
    text: str
    entry: Entry | None = None
    value: str | float | int | None = None
    actor: Actor | None = None
    inner: "list[Item] | None" = None

    def says(self, name: str) -> str | None:
        """What the item is worth in a class of the lexicon; None where it does not belong to it."""
        return self.entry.classes.get(name) if self.entry else None


@dataclass(slots=True)
class Sentence:
    """A sentence, or a clause of a round-up headline. `role` is headline, body, caption or quotation."""

    start: int
    end: int
    role: str
    items: list[Item]
    paragraph: int = 0

    @property
    def codes(self) -> str:
        """The string that rules match: one character an item."""
        return "".join([item.code for item in self.items])
