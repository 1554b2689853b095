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
    """The offices or the kinship that the phrase for an actor states, one fact for each person and office."""
    for person in actor.people:
        if actor.kin:
            yield _fact(actor, story, {"person": person, "relation": actor.kin, "of": actor.of})
        elif actor.title:
            office = {"of": _of(actor, person, story), "to": actor.to, "tense": actor.tense or "current"}
            for title in filter(None, (actor.title, actor.also)):
                yield _fact(actor, story, {"person": person, "title": title, **office})


def _of(actor: Actor, person: str, story: Story) -> str | None:
    """The state or body: each one's own where the phrase names several."""
    return actor.of if len(actor.parties) < 2 else story.states.get(person)


def _fact(actor: Actor, story: Story, slots: dict[str, str | None]) -> Fact:
    named = {"person": "name", "title": "title", "of": "of", "to": "to", "tense": "tense", "relation": "kin"}
    evidence: dict[str, tuple[Evidence, ...]] = {
        s: (Evidence(*actor.sources[n]),) for s, n in named.items() if n in actor.sources and slots.get(s)
    }
    if "person" not in evidence and actor.antecedents:
        evidence["person"] = tuple(Evidence(*span) for span in actor.antecedents)
    start = actor.start if actor.since is None else actor.since
    return Fact(
        kind="role", start=start, end=actor.end, quote=story.text(start, actor.end), slots=KIND.empty() | slots,
        rule=actor.rule, evidence=evidence,
    )  # fmt: skip


KIND = Kind(
    name="role",
    order=2,
    slots={"person": None, "title": None, "of": None, "relation": None},
    further={"to": None, "tense": None},
    key=("person", "title", "of", "relation"),
    scored=("person", "title", "of", "relation"),
    agrees=agrees,
    build=build,
    words={"tense": ("current", "former", "acting", "designate")},
)
