"""Parquet: rows in columns with their types, for data frames and databases."""

import io
import json
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from itertools import islice
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hoadam.interfaces.exports.format import ANY, Format, Missing
from hoadam.interfaces.exports.selection import VIEWS, Selection

TOGETHER = 5_000  # rows in a row group


def write(selection: Selection) -> Iterator[bytes]:
    """The file, a row group at a time."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as fault:
        raise Missing("parquet", "pyarrow", "desk") from fault
    types = dict(zip(selection.columns, columns(selection), strict=True))
    schema = pyarrow.schema([(name, arrow(sort)) for name, sort in types.items()])
    file, rows = Sink(), selection.rows()
    with pyarrow.parquet.ParquetWriter(file, schema) as writer:
        while some := [one.row() for one in islice(rows, TOGETHER)]:
            held = [{name: fitted(one.get(name), sort) for name, sort in types.items()} for one in some]
            writer.write_table(pyarrow.Table.from_pylist(held, schema))
            yield file.taken()
    yield file.taken()


class Sink(io.RawIOBase):
    """A file to write into that hands its bytes on and keeps none."""

    def __init__(self) -> None:
        self.held: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes in."""
        piece = bytes(data)
        self.held.append(piece)
        self.size += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How many bytes there have been."""
        return self.size

    def taken(self) -> bytes:
        """The bytes since the last time."""
        piece, self.held = b"".join(self.held), []
        return piece


def columns(selection: Selection) -> list[Any]:
    """The types of a view's columns, in their order."""
    hints = hints_of(VIEWS[selection.view])
    names = {name.rstrip("_"): sort for name, sort in hints.items()}
    return [names[name] for name in selection.columns]


@cache
def hints_of(row: type) -> dict[str, Any]:
    """The types of a row's fields."""
    return get_type_hints(row)


def arrow(sort: Any) -> Any:
    """The type of a column for the type of a field; whatever has no fixed shape is JSON text."""
    import pyarrow

    plain_ = {str: pyarrow.string(), int: pyarrow.int64(), bool: pyarrow.bool_(), float: pyarrow.float64()}
    sort = without_none(sort)
    if sort in plain_:
        return plain_[sort]
    if sort == int | float:
        return pyarrow.float64()
    if get_origin(sort) is tuple:
        return pyarrow.list_(arrow(get_args(sort)[0]))
    if is_dataclass(sort):
        return pyarrow.struct([(name, arrow(inner)) for name, inner in hints_of(sort).items()])  # type: ignore[arg-type]
    return pyarrow.string()


def without_none(sort: Any) -> Any:
    """A type without its None: every column may be empty."""
    if get_origin(sort) not in (Union, UnionType):
        return sort
    return Union[tuple(one for one in get_args(sort) if one is not type(None))]  # noqa: UP007


def fitted(value: Any, sort: Any) -> Any:
    """A value as its column takes it."""
    sort = without_none(sort)
    if value is None or sort in (str, int, bool):
        return value
    if sort == int | float:
        return float(value)
    if get_origin(sort) is tuple:
        return [fitted(member, get_args(sort)[0]) for member in value]
    if is_dataclass(sort):
        return {name: fitted(value[name], inner) for name, inner in hints_of(sort).items()}  # type: ignore[arg-type]
    return json.dumps(value, ensure_ascii=False)


FORMAT = Format("parquet", "application/vnd.apache.parquet", "parquet", ("timeline", ANY), write, binary=True)
