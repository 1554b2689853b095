"""The rows of views as OpenAPI describes them: models made from the dataclasses, which `row()` turns into objects."""

from dataclasses import fields, is_dataclass
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model


@cache
def model_of(row: type) -> type[BaseModel]:
    """The model of a row; a field whose name is a Python word has an underscore behind it, which the row leaves out."""
    hints = get_type_hints(row)
    held: dict[str, Any] = {field.name: (shape(hints[field.name]), aliased(field.name)) for field in fields(row)}
    made: type[BaseModel] = create_model(row.__name__, __config__=ConfigDict(extra="forbid"), **held)
    made.__doc__ = (row.__doc__ or "").strip().split("\n\n")[0]
    return made


def aliased(name: str) -> Any:
    """A field that is always there, under the name that the row has for it."""
    return Field(alias=name.rstrip("_")) if name.endswith("_") else Field()


def shape(hint: Any) -> Any:
    """A type with the dataclasses in it turned into models."""
    if is_dataclass(hint) and isinstance(hint, type):
        return model_of(hint)
    inside = [shape(one) for one in get_args(hint) if one is not Ellipsis]
    origin: Any = get_origin(hint)
    if origin is tuple:
        return list[either(inside)]  # type: ignore[misc]
    if origin in (Union, UnionType):
        return either(inside)
    return origin[tuple(inside)] if inside else hint


def either(types: list[Any]) -> Any:
    """Any of some types."""
    return reduce(or_, types)


@cache
def page_of(row: type) -> type[BaseModel]:
    """The model of a page of rows."""
    held: dict[str, Any] = {
        "rows": (list[model_of(row)], Field(description="In order of time, or the foremost first.")),  # type: ignore[misc]
        "limit": (int, Field()),
        "offset": (int, Field()),
        "more": (bool, Field(description="Are there rows after this page?")),
        "next": (str | None, Field(description="The address of the page after this one.")),
    }
    made: type[BaseModel] = create_model(f"{row.__name__}Page", __config__=ConfigDict(extra="forbid"), **held)
    return made
