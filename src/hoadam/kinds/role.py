"""A public office that a person holds, or kinship to one who does."""

from collections.abc import Iterable

from hoadam.kinds.kind import Kind, Row, equal
from hoadam.model.fact import Evidence, Fact
from hoadam.model.item import Actor
from hoadam.model.parsed import Match
from hoadam.model.story import Story


def agrees(a: Row, b: Row) -> bool:
    """The key of `record.md`."""
    return equal(a, b, "person", "title") and (bool(a.get("title")) or equal(a, b, "relation"))


def build(match: Match, story: Story) -> Iterable[Fact]:
    """Roles come with the actors of the text (`roles_of`), not with rules over them."""
    return ()


def roles_of(actor: Actor, story: Story) -> Iterable[Fact]:
    """The offices or the kinship that the phrase for an actor states."""
    for person in actor.people:
        slots = KIND.empty() | {"person": person}
        if actor.kin:
            slots |= {"relation": actor.kin, "of": actor.of}
        elif actor.title:
            slots |= {"title": actor.title, "of": actor.of, "to": actor.to, "tense": actor.tense or "current"}
        else:
            continue
        named = {"person": "name", "title": "title", "of": "of", "to": "to", "tense": "tense", "relation": "kin"}
        evidence = {s: (Evidence(*actor.sources[n]),) for s, n in named.items() if n in actor.sources}
        if "person" not in evidence and actor.antecedents:
            evidence["person"] = tuple(Evidence(*span) for span in actor.antecedents)
        yield Fact(
            kind="role", start=actor.start, end=actor.end, quote=story.text(actor.start, actor.end), slots=slots,
            rule=actor.rule, evidence=evidence,
        )  # fmt: skip


KIND = Kind(
    name="role",
    order=2,
    slots={"person": None, "title": None, "of": None, "relation": None},
    further={"to": None, "tense": None},
    scored=("person", "title", "of", "relation"),
    agrees=agrees,
    build=build,
    words={"tense": tuple(["current", "former", "acting", "designate"])},
)
