"""The list of facts and names that a published page searches, as a script: a page without a server may read that."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from hoadam.interfaces.messages import choose, say
from hoadam.interfaces.record import Record
from hoadam.interfaces.table import slot
from hoadam.interfaces.web.listed import as_event
from hoadam.interfaces.web.places import Place
from hoadam.interfaces.web.published import Publication
from hoadam.interfaces.web.render import LINES
from hoadam.interfaces.words import printed, shown, when
from hoadam.views import Filters

INDEX = Place("/index/facts.js")
NAMES = ("person", "party", "issue")
PORTION = 500  # facts that are taken out of the record at once

Row = tuple[str, str, str, str, str, str]  # file, kind, day, what it says, its sentence, outlet and day of publication


def written(folder: Path, publication: Publication, record: Record, places: Sequence[Place]) -> None:
    """The list of what is published, in each language."""
    for lang in publication.languages:
        choose(lang)
        rows = [*names(places), *facts(record, publication, places)]
        file = folder / publication.file(INDEX, lang)
        file.parent.mkdir(parents=True, exist_ok=True)
        held = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        file.write_text(f'const facts = {{ root: "../", rows: [\n{held}\n] }};\n', encoding="utf-8", newline="\n")


def names(places: Iterable[Place]) -> Iterator[Row]:
    """Whom and what there is a page of."""
    for place in sorted(places):
        if place.first in NAMES:
            name = unquote(place.path.split("/", 2)[2])
            yield place.file, say("heading", place.first), "", shown(place.first, name), "", ""


def facts(record: Record, publication: Publication, places: Iterable[Place]) -> Iterator[Row]:
    """The facts, the latest told first."""
    files = {unquote(place.path.split("/", 2)[2]): place.file for place in places if place.first == "fact"}
    point = Filters(as_of=publication.as_of).point(record.store)
    ids = iter(sorted(files))
    found: list[dict[str, Any]] = []
    while portion := list(islice(ids, PORTION)):
        found += [as_event(one) for one in record.store.facts_of(portion, point)]
    for row in sorted(found, key=lambda one: (one["published"], one["id"]), reverse=True):
        held = {**row, **row["slots"]}
        line = " · ".join(filter(None, (slot(name, held) for name in LINES[row["kind"]])))
        day = when(row["when"]) if row["when"] else ""
        told = ", ".join(filter(None, (row["outlet"], printed(row["published"][:10]))))
        yield files[row["id"]], shown("kind", row["kind"]), day, line, row["sentence"], told
