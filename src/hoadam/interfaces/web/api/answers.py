"""Rows as answers: JSON or CSV, with an ETag that says whether anything changed."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from hoadam.interfaces.output import csv_lines
from hoadam.interfaces.web.api.asked import Answered, Paged
from hoadam.interfaces.web.asked import address
from hoadam.interfaces.web.headers import holds

JSON, CSV = "application/json", "text/csv; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of rows with the headings they have as CSV; `more` tells of rows after it."""

    asked: Paged
    rows: Sequence[Mapping[str, Any]]
    columns: Sequence[str]
    more: bool

    def answer(self, request: Request) -> Response:
        """The page as it is asked for."""
        asked = self.asked
        if asked.format == "csv":
            return csv_answer(request, self.rows, self.columns)
        again = {**request.query_params, "offset": asked.offset + asked.limit, "limit": asked.limit}
        following = address(request.url.path, **again) if self.more else None
        body = {"rows": self.rows, "limit": asked.limit, "offset": asked.offset, "more": self.more, "next": following}
        return json_answer(request, body)


def one(request: Request, asked: Answered, row: Mapping[str, Any]) -> Response:
    """A single object."""
    return csv_answer(request, [row], list(row)) if asked.format == "csv" else json_answer(request, row)


def json_answer(request: Request, body: Any) -> Response:
    """An object as JSON, its letters as they are."""
    return tagged(request, json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace"), JSON)


def csv_answer(request: Request, rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> Response:
    """Rows as CSV under their headings."""
    return tagged(request, "".join(csv_lines(rows, names)).encode(), CSV)


def tagged(request: Request, body: bytes, media: str) -> Response:
    """The answer, or 304 where the asker holds it already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if holds(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media, headers=headers)
