"""What makes two rows the same: the hash of an article's words, the id of an observation."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from hoadam.kinds import KINDS
from hoadam.model.article import Article
from hoadam.model.fact import Fact


def digest(*parts: object) -> str:
    """SHA-256 over the parts as canonical JSON, in hex."""
    plain = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def content_hash(article: Article) -> str:
    """The identity of a revision: all that its reading depends on (not the address it was fetched from)."""
    return digest(article.outlet, article.published, article.lang, article.title, article.text)[:32]


def key_of(fact: Fact) -> list[object]:
    """The key slots of a fact in a fixed order; lists sorted."""
    held = {"speaker": fact.speaker, "when": fact.when, **fact.slots}
    values = [held.get(name) for name in KINDS[fact.kind].key]
    return [sorted(value) if isinstance(value, (list, tuple)) else value for value in values]


def observation_ids(article: str, facts: Iterable[Fact]) -> Iterator[str]:
    """The id of each fact of an article (20 hex digits): a hash of article id, kind, span and key slots.

    Facts that agree in all of these are told apart by their order in the text.
    """
    seen: Counter[str] = Counter()
    for fact in facts:
        base = digest(article, fact.kind, fact.start, fact.end, key_of(fact))
        yield (digest(base, seen[base]) if seen[base] else base)[:20]
        seen[base] += 1
