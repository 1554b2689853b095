"""Room 6, the record: articles with their facts in; merged facts, revisions and search results out."""

from hoadam.store.account import Account, Move, Tie
from hoadam.store.acts import Act
from hoadam.store.observation import TODAY, Hit, Mention, Observation, Point, Query, Revision
from hoadam.store.open import default_place, open_store
from hoadam.store.protocol import Outcome, Store
from hoadam.store.ranking import Gathering, Lead, Stance, Tallied, Tally

__all__ = [
    "TODAY", "Account", "Act", "Gathering", "Hit", "Lead", "Mention", "Move", "Observation", "Outcome", "Point",
    "Query", "Revision", "Stance", "Store", "Tallied", "Tally", "Tie", "default_place", "open_store",
]  # fmt: skip
