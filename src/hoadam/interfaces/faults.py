"""Faults of hoadam's in the chosen language."""

from hoadam.errors import HoadamError
from hoadam.interfaces.messages import has, say

SEVERAL = 8  # names that a message lists at most


def several(names: tuple[str, ...]) -> str:
    """The first of several names."""
    return ", ".join(names[:SEVERAL]) + (" …" if len(names) > SEVERAL else "")


def told(fault: HoadamError) -> str:
    """A fault of hoadam's in the chosen language, where that is known."""
    name = type(fault).__name__
    if not has("fault", name):
        return str(fault)
    held = {key: several(value) if isinstance(value, tuple) else value for key, value in vars(fault).items()}
    sort = held.get("sort")
    if has("fault", f"{name}-{sort}"):
        name = f"{name}-{sort}"
    elif sort:
        held["sort"] = say("sort", sort)
    hint = f"; {say('fault', 'meant', near=held['near'])}" if held.get("near") else ""
    return say("fault", name, **held) + hint
