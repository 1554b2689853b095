"""Room 6, the record: articles with their facts in; observations, revisions and search results out."""

from hoadam.store.observation import Hit, Mention, Observation, Query, Revision
from hoadam.store.open import default_place, open_store
from hoadam.store.protocol import Outcome, Store

__all__ = [
    "Hit", "Mention", "Observation", "Outcome", "Query", "Revision", "Store", "default_place", "open_store",
]  # fmt: skip
