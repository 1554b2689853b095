"""Room 5: which reports tell one fact, with reasons. Pure functions of reports and judgements: no database, no clock.

A *report* (`model/report.py`) is an observation as merging sees it; the room takes reports and people's judgements and
gives rules' judgements, components, merged facts. All of it at once, as `rebuild` and the tests do it:

    merge(reports, people) -> Outcome(facts, judgements, relations, cuts, oversize)

`people` are the judgements of people that stand (those undone are left out by the caller). The same in pieces, as the
store does it when one article comes in; every piece is a pure function, so that both ways give the same:

1. `report_of(id, fact, article, text=None) -> Report` derives the window; `text` is the root of the article's copies:
   `signature(text)`, `bands(signature, published)` (keys to look up), `copies(one, other)`; a group of copies has the
   id of its earliest article as root (`copy_roots` does it at once).
2. `amended(report, people) -> Report | None` applies corrections; None where the report is withdrawn.
3. `block_keys(report) -> tuple[str, ...]`: reports that share no key are never compared. Keep them as rows (key, id).
4. `rivals(report, members) -> list[Report]`: those of the members of one block that the report is compared with: all,
   while there are no more than `BLOCK`; of a fuller block each is compared with its first few (by `Report.order`;
   roles have a low bound), so that a report which is itself among the first displaces one: judge such a block anew
   (`pairs(members)`). Blocks are split by days, so that their size depends on a few days' news and not on the record.
5. `judge(one, other) -> Judgement | None`: same, contradicts, or nothing. Symmetric; the rows to keep.
6. `solve(reports, judgements) -> Solution(components, cuts, oversize)` over the reports that same-judgements connect
   with the new ones (the caller follows them; people's `same` and `apart` among the judgements). A component is a
   tuple of ids. Links that would join what excludes each other (days, a person's `apart`) are cut, weakest first.
7. `assemble(reports, total) -> Merged` for the reports of one component; `total` where the caller passes only the first
   `COMPONENT` of more.
8. `relations(facts) -> list[Judgement]`: follows (a plan cut from an earlier one, a meeting held after its
   postponement) between merged facts that share a `story_keys(fact)` key, or `in_story(key, facts)` for one of them;
   the judgements name the observations that the facts' ids were minted from.

Identity: `mint(observation)` is the id of the fact whose earliest report that is, so every order of arrival gives the
same ids; an id that loses out leads to the fact that now holds the observation it was minted from: `minted_from(id)`,
and `redirects(old, new)` for what a change of assignments (observation -> fact id) makes of the ids that are gone.
"""

from hoadam.merge.assemble import assemble
from hoadam.merge.block import BLOCK, block_keys, pairs, rivals
from hoadam.merge.judge import excludes, judge
from hoadam.merge.mint import mint, minted_from, redirects
from hoadam.merge.origin import bands, copies, copy_roots, counts, origin, signature, together
from hoadam.merge.relate import in_story, relations, story_keys
from hoadam.merge.solve import COMPONENT, Solution, solve
from hoadam.merge.whole import Outcome, amended, compared, merge
from hoadam.merge.window import report_of

__all__ = [
    "BLOCK", "COMPONENT", "Outcome", "Solution", "amended", "assemble", "bands", "block_keys", "compared", "copies",
    "copy_roots", "counts", "excludes", "in_story", "judge", "merge", "mint", "minted_from", "origin", "pairs",
    "redirects", "relations", "report_of", "rivals", "signature", "solve", "story_keys", "together",
]  # fmt: skip
