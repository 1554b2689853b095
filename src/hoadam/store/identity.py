"""What makes two rows the same: the hash of an article's words, the id of an observation."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from hoadam.kinds import KINDS
from hoadam.model.article import Article
from hoadam.model.fact import Fact

# The slots that keep an observation's id apart from another of the same kind on the same words: the key of `record.md`
# and whoever acts jointly. Slots that a better reading fills in later (when, place, people) must stay out.
KEYS: dict[str, tuple[str, ...]] = {
    "meeting": ("parties",),
    "delegation": ("side",),
    "role": ("person", "title", "of", "relation"),
    "draft": ("event", "points", "author"),
    "position": ("party", "issue", "stance"),
    "statement": ("speaker",),
    "claim": ("claimant", "act", "quantity", "object"),
    "appointment": ("person", "change"),
    "deadline": ("set_by", "for", "status"),
    "agreement": ("matter", "event"),
}


def digest(*parts: object) -> str:
    """SHA-256 over the parts as canonical JSON, in hex."""
    plain = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def content_hash(article: Article) -> str:
    """The identity of a revision: all that its reading depends on (not the address it was fetched from)."""
    return digest(article.outlet, article.published, article.lang, article.title, article.text)[:32]


def key_of(fact: Fact) -> list[object]:
    """The key slots of a fact in a fixed order; lists sorted."""
    names = KEYS.get(fact.kind) or KINDS[fact.kind].scored
    held = {"speaker": fact.speaker, "when": fact.when, **fact.slots}
    values = [held.get(name) for name in names]
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
