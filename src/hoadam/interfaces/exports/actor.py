"""Who acts in a fact, as other data know them: name, sort, country, Wikidata id."""

import hashlib
from dataclasses import dataclass

from hoadam.interfaces.words import knowledge


@dataclass(frozen=True, slots=True)
class Actor:
    """`value` is how the record writes it, `name` English; `sort` is person, country, or the sort of a body.

    Bodies are bloc, international, armed-group or collective; what nobody knows is `unknown`. `country` is ISO 3166-1
    alpha-3 where it is a country, or a person who holds an office of one.
    """

    value: str
    name: str
    sort: str
    country: str | None
    qid: str | None

    @property
    def id(self) -> str:
        """The Wikidata id, else one made of the name."""
        return self.qid or f"hoadam-{hashlib.sha256(f'{self.sort}/{self.value}'.encode()).hexdigest()[:20]}"


def actor(value: str, person: bool = False, day: str = "") -> Actor:
    """The actor of a name in a slot; `person` where the slot holds people alone. `day` is when its office counts."""
    known = knowledge()
    if value in known.english and not person:
        sort = known.kinds.get(value, "country")
        code = value if sort == "country" else None
        return Actor(value, known.english[value], sort, code, known.qids.get(value))
    if value in known.people:
        held = known.people[value].held(day) if day else ()
        states = [office.of for office in held if office.of in known.english and office.of not in known.kinds]
        return Actor(value, value, "person", states[0] if states else None, known.qids.get(value))
    return Actor(value, value, "person" if person else "unknown", None, None)
