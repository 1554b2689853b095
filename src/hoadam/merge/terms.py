"""For each kind, which signs together make two reports one fact. Data; how signs are found stands in `compare`.

`one_if` lists sets of signs; all of one set must be agreed, and nothing excluded. Every set has two slots at least.
`hard` are the exclusions that no chain of same-judgements may bridge; `cohesion` is the share of all pairs between two
groups that must be judged the same before the groups become one (statements drift from wording to wording).
Where only `over` excludes while all of one set of `given` agrees, the reports contradict each other; while all of one
set of `later` agrees, a higher count told later follows the earlier one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hoadam.merge import compare
from hoadam.merge.meeting import meeting
from hoadam.merge.signs import Signs
from hoadam.model.report import Report


@dataclass(frozen=True, slots=True)
class Terms:
    """What makes two reports of a kind one fact."""

    signs: Callable[[Report, Report], Signs]
    one_if: tuple[frozenset[str], ...]
    hard: frozenset[str]
    cohesion: float = 0.0
    over: str | None = None
    given: tuple[frozenset[str], ...] = ()
    later: tuple[frozenset[str], ...] = ()


def sets(*lines: str) -> tuple[frozenset[str], ...]:
    """Sets of signs, written as words with blanks between."""
    return tuple(frozenset(line.split()) for line in lines)


TERMS: dict[str, Terms] = {
    "meeting": Terms(
        meeting,
        sets(
            "parties day place", "parties person day", "people day", "parties day form", "party day place",
            "party day literal", "day place exact lone", "parties person place near", "people place near",
            "party place near", "party next summit", "people parties next exact", "people parties next status",
            "people parties next then", "parties person next exact", "parties person next literal status",
            "parties person near exact then within", "parties place next", "parties place near then",
            "parties going literal next", "parties exact country next", "many status next",
            "parties clear near exact", "parties time near literal", "parties person near visit",
            "people parties near inroom status", "parties within near then", "people place ahead",
            "parties next exact unpeopled sited done", "parties due literal", "party summit frame",
            "party summit country near", "party within next literal", "many person near exact then",
            "parties summit time",
        ),
        hard=frozenset({"day", "form", "place", "status", "people"}),
    ),
    "delegation": Terms(
        compare.delegation,
        sets("side day place", "side day person", "side person near place", "side day head", "side people near"),
        hard=frozenset({"day", "side", "place"}),
    ),
    "role": Terms(
        compare.role,
        sets("person title", "person relation of"),
        hard=frozenset({"person", "title", "of", "tense", "month"}),
    ),
    "draft": Terms(
        compare.draft,
        sets(
            "event author points near", "event author points day", "event author day", "event points day",
            "event points was_points near", "event points was_points place",
            "event points frame", "event author by acted next", "event author by akin next",
        ),
        hard=frozenset({"day", "author", "points", "event", "done", "article"}),
    ),
    "position": Terms(
        compare.position,
        sets("party issue stance near like", "party named stance near akin", "party issue stance day akin"),
        hard=frozenset({"party", "issue", "stance", "direction", "day"}),
        cohesion=0.5,
    ),
    "statement": Terms(
        compare.statement,
        sets(
            "speaker next like elsewhere", "speaker near half", "speaker soon kindred elsewhere", "speaker day akin",
            "speaker next akin numbers", "spoken next like elsewhere", "spoken soon kindred elsewhere",
            "led next half elsewhere", "via near alike",
        ),
        hard=frozenset({"speaker", "office", "named", "day"}),
        cohesion=0.5,
    ),
    "claim": Terms(
        compare.claim,
        sets(
            "claimant act object quantity day", "claimant act object telling near", "act object quantity day place",
            "claimant act object quantity near place", "claimant act object quantity near like",
            "act object telling near like",
        ),
        hard=frozenset({"quantity", "claimant", "object", "act", "day", "place", "period"}),
        over="quantity",
        given=sets(
            "act object day place", "act object day country", "act object near place of",
            "act object near whole claimant",
        ),
        later=sets("claimant act object near half"),
    ),
    "appointment": Terms(
        compare.appointment,
        sets("person change near", "person title day", "person title near", "person change time"),
        hard=frozenset({"person", "day", "of", "change"}),
    ),
    "deadline": Terms(
        compare.deadline,
        sets("day status set_by", "day status for", "set_by for status near"),
        hard=frozenset({"day", "status", "set_by", "for"}),
    ),
    "agreement": Terms(
        compare.agreement,
        sets("matter event parties near", "matter event parties day", "matter event party day"),
        hard=frozenset({"matter", "event", "day", "parties"}),
    ),
}  # fmt: skip
