"""Bytes of one JSON text in, its value out; what a lenient parser lets pass is refused."""

import json
import re
from collections import Counter
from typing import Any

from hoadam.read.encoding import decoded
from hoadam.read.unreadable import Unreadable

BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)  # strings are taken whole


def loads(data: bytes, max_depth: int) -> Any:
    """The value; keys that stand twice, numbers that are none and nesting beyond `max_depth` are unreadable."""
    text = decoded(data)
    if data.count(b"[") + data.count(b"{") > max_depth:
        _check_depth(text, max_depth)
    try:
        return DECODER.decode(text)
    except json.JSONDecodeError as error:
        problem = f"not JSON: {error.msg} at column {error.colno}"
        raise Unreadable(problem, "a JSON object", "mend or remove it", below=error.lineno - 1) from error
    except ValueError as error:
        raise Unreadable(f"not JSON: {error}", "a JSON object", "mend or remove it") from error


def type_name(value: Any) -> str:
    """What JSON calls such a value, with its article."""
    names = {dict: "an object", list: "an array", str: "a text", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")


def _check_depth(text: str, max_depth: int) -> None:
    depth = 0
    for found in BRACKET.finditer(text):
        mark = found[0]
        depth += (mark in "[{") - (mark in "]}")
        if depth > max_depth:
            raise Unreadable(f"JSON nested over {max_depth} deep", "articles", "check what wrote the file")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise Unreadable(f"the key {twice!a} stands twice in one object", "each key once", "remove one of them")
    return row


def _constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


# not strict: raw control characters in strings are read, and repaired later with a notice
DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant, strict=False)
