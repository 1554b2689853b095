"""Ids of merged facts. An id says which observation it was minted from, so it can lead there for ever.

The id of a merged fact is minted from its earliest observation: the part that keeps this observation keeps the id, in
any order of arrival. Where parts grow together, or an earlier report comes in, the id that is not used leads to the
fact that holds its observation.
"""

from collections import Counter
from collections.abc import Mapping

MARK = "m"


def mint(observation: str) -> str:
    """The id of the merged fact whose earliest observation this is."""
    return MARK + observation


def minted_from(id: str) -> str | None:
    """The observation that an id was minted from; None where it is no id of a merged fact."""
    return id[len(MARK) :] if id.startswith(MARK) else None


def redirects(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str | None]:
    """For each fact id of the old assignment (observation -> fact id) that the new one lacks, the id it leads to now.

    That is the fact that holds the observation it was minted from; where that is gone (read again with better rules),
    the fact that holds most of its other observations; None where none is left.
    """
    lost = set(old.values()) - set(new.values())
    heirs: dict[str, Counter[str]] = {id: Counter() for id in lost}
    for observation, id in old.items():
        if id in lost and observation in new:
            heirs[id][new[observation]] += 1
    return {id: new.get(minted_from(id) or "", _most(heirs[id])) for id in sorted(lost)}


def _most(heirs: Counter[str]) -> str | None:
    return min(heirs, key=lambda id: (-heirs[id], id)) if heirs else None
