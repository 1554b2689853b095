"""What is known of countries, bodies, people, offices, places and media before an article is read."""

from hoadam.knowledge.knowledge import Knowledge
from hoadam.knowledge.load import load
from hoadam.knowledge.name import Name
from hoadam.knowledge.person import Office, Person

__all__ = ["Knowledge", "Name", "Office", "Person", "load"]
