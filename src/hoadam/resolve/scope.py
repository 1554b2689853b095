"""Is the article of our subject: relations between states, armed groups and international bodies?"""

from hoadam.model.language import Language
from hoadam.model.parsed import Parsed


def in_scope(parsed: Parsed, language: Language) -> bool:
    """Whether facts are to be looked for in the article at all."""
    return True
