"""What the tests of room 1 share: an invented dispatch and short ways to read files."""

import json
from pathlib import Path
from typing import Any

from hoadam.model.article import Article
from hoadam.model.refusal import Refusal
from hoadam.read import ReadOptions, read

BODY = "Hai phái đoàn vừa rời phòng họp ở Thụy Sĩ.\n\nNgười phát ngôn nói sẽ còn gặp lại."
DATE_LINE = " date 2025-12-03 (Báo Sông Lam) -"


def row(**changes: Any) -> dict[str, Any]:
    """An article row; fields set to ... are left out."""
    whole = {
        "id": "a1", "outlet": "Báo Sông Lam", "published": "2025-12-03T08:30:00+07:00", "lang": "vi",
        "url": "https://songlam.example/a1", "title": "Vòng họp mới kết thúc",
        "text": f"Vòng họp mới kết thúc\n\n{BODY}",
    }  # fmt: skip
    return {name: value for name, value in {**whole, **changes}.items() if value is not ...}


def dumped(*rows: Any, ascii_only: bool = False) -> bytes:
    """JSON Lines of these rows."""
    return "".join(json.dumps(row, ensure_ascii=ascii_only) + "\n" for row in rows).encode()


def sorted_out(*paths: Path, options: ReadOptions | None = None) -> tuple[list[Article], list[Refusal]]:
    """What reading gives, articles and other rows apart."""
    found = list(read(paths, options=options) if options else read(paths))
    articles = [item for item in found if isinstance(item, Article)]
    return articles, [item for item in found if isinstance(item, Refusal)]


def read_bytes(folder: Path, data: bytes, options: ReadOptions | None = None) -> tuple[list[Article], list[Refusal]]:
    """What a file with this content gives; its name says nothing about the format."""
    path = folder / "input"
    path.write_bytes(data)
    return sorted_out(path, options=options)
