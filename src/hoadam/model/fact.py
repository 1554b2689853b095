"""A fact: one thing that one article reports, in one of the ten kinds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

COMMON = ("speaker", "named", "via", "when")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of text that supplies a slot. `speaker`, `named`, `via` only where they differ from the fact's own."""

    start: int
    end: int
    speaker: str | None = None
    named: bool | None = None
    via: tuple[str, ...] | None = None

    def row(self) -> list[Any]:
        """`[start, end]`, with the differing credits as a third member where there are any."""
        credits = {"speaker": self.speaker, "named": self.named, "via": self.via and list(self.via)}
        differing = {name: value for name, value in credits.items() if value is not None}
        return [self.start, self.end, differing] if differing else [self.start, self.end]

    @classmethod
    def from_row(cls, row: list[Any]) -> "Evidence":
        """The evidence of a JSON array."""
        credits = dict(row[2]) if len(row) > 2 else {}
        if credits.get("via") is not None:
            credits["via"] = tuple(credits["via"])
        return cls(row[0], row[1], **credits)


@dataclass(frozen=True, slots=True)
class Fact:
    """One observation. `slots` holds the kind's own slots, scored and further; lists are tuples.

    `antecedents` are, for a slot, the stretches that its evidence ("he", "both sides") goes back to; they explain the
    fact and are no part of it, so no file and no record keeps them.
    """

    kind: str
    start: int
    end: int
    quote: str
    slots: Mapping[str, Any]
    speaker: str | None = None
    named: bool = True
    via: tuple[str, ...] = ()
    when: str | None = None
    office: str | None = None
    rule: str = ""
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    antecedents: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict, compare=False)

    def row(self) -> dict[str, Any]:
        """The fact as the JSON object of `record.md`: common slots, the kind's own, then what hoadam gives besides."""
        plain = {name: list(value) if isinstance(value, tuple) else value for name, value in self.slots.items()}
        return {
            "kind": self.kind, "quote": self.quote, "speaker": self.speaker, "named": self.named,
            "via": list(self.via), "when": self.when, **plain, "start": self.start, "end": self.end,
            "office": self.office,
            "evidence": {slot: [e.row() for e in spans] for slot, spans in self.evidence.items()},
            "rule": self.rule,
        }  # fmt: skip

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> "Fact":
        """The fact of a JSON object; slots that a gold file leaves out stay out."""
        own = ("kind", "quote", "start", "end", "office", "evidence", "rule", *COMMON)
        slots = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if k not in own}
        evidence = {s: tuple(Evidence.from_row(e) for e in spans) for s, spans in row.get("evidence", {}).items()}
        return cls(
            kind=row["kind"], start=row["start"], end=row["end"], quote=row["quote"], slots=slots,
            speaker=row.get("speaker"), named=row.get("named", True), via=tuple(row.get("via") or ()),
            when=row.get("when"), office=row.get("office"), rule=row.get("rule", ""), evidence=evidence,
        )  # fmt: skip
