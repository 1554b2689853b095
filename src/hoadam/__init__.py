"""hoadam reads news dispatches and keeps the record of a negotiation: the public names, each loaded when it is used."""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hoadam.errors import HoadamError, InputFault, NotFound, RuleFault, StoreFault, UsageFault
    from hoadam.interfaces.python import extract, read
    from hoadam.interfaces.record import Listener, Record, Summary
    from hoadam.model.article import Article
    from hoadam.model.fact import Evidence, Fact
    from hoadam.model.refusal import Refusal
    from hoadam.views import Filters

__all__ = [
    "Article", "Evidence", "Fact", "Filters", "HoadamError", "InputFault", "Listener", "NotFound", "Record", "Refusal",
    "RuleFault", "StoreFault", "Summary", "UsageFault", "extract", "read",
]  # fmt: skip

PLACES = {
    "hoadam.errors": ("HoadamError", "InputFault", "NotFound", "RuleFault", "StoreFault", "UsageFault"),
    "hoadam.interfaces.python": ("extract", "read"),
    "hoadam.interfaces.record": ("Listener", "Record", "Summary"),
    "hoadam.model.article": ("Article",),
    "hoadam.model.fact": ("Evidence", "Fact"),
    "hoadam.model.refusal": ("Refusal",),
    "hoadam.views": ("Filters",),
}
HOME = {name: place for place, names in PLACES.items() for name in names}


class Public(ModuleType):
    """The module itself: `read` and `extract` stay the functions, though rooms of the same names are imported."""

    def __getattr__(self, name: str) -> Any:
        if name not in HOME:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return getattr(import_module(HOME[name]), name)

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = Public
