"""Reads the data files of this folder into one Knowledge, and reports all their faults at once."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from hoadam.errors import RuleFault
from hoadam.knowledge.compiled import keep, kept_file, recall
from hoadam.knowledge.knowledge import Knowledge
from hoadam.knowledge.ledger import Ledger
from hoadam.knowledge.name import Name
from hoadam.knowledge.person import Office, Person
from hoadam.knowledge.spelling import spellings
from hoadam.model.vocabulary import TITLES

HERE = Path(__file__).resolve().parent
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
CODE = re.compile(r", ([A-Z]{3})$")
BODY_KINDS = ("bloc", "armed-group", "international", "collective")
MEDIUM_KINDS = ("outlet", "agency", "platform")
GENDERS = ("m", "f")

Row = dict[str, Any]


@cache
def load() -> Knowledge:
    """All that is known, from the cache where that is as new as the files; raises RuleFault."""
    file = kept_file("knowledge", sorted([*HERE.glob("*.toml"), *HERE.glob("*.py")]))
    known = recall(file, Knowledge)
    if known is None:
        known = read(HERE)
        keep(file, known)
    return known


def read(folder: Path) -> Knowledge:
    """The knowledge in the TOML files of `folder`; raises RuleFault with every fault of every file."""
    reader = Reader(folder)
    reader.countries()
    reader.bodies()
    reader.institutions()
    reader.people()
    reader.places()
    reader.media()
    reader.first_names()
    if reader.ledger.faults:
        raise RuleFault("\n".join(reader.ledger.faults))
    return reader.knowledge()


class Reader:
    """Reads one file after another; what a later file refers to (codes, bodies) stands in an earlier one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = Ledger()
        self.known_people: dict[str, Person] = {}
        self.english: dict[str, str] = {}
        self.vietnamese: dict[str, str] = {}
        self.qids: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.members: dict[str, frozenset[str]] = {}
        self.given: dict[str, frozenset[str]] = {}
        self.alike: dict[str, str] = {}

    def knowledge(self) -> Knowledge:
        """What has been read so far."""
        names = tuple(self.ledger.names)
        given, families = self.given.get("given", frozenset()), self.given.get("families", frozenset())
        return Knowledge(
            names,
            self.known_people,
            self.english,
            self.vietnamese,
            self.qids,
            self.kinds,
            members=self.members,
            given=given,
            families=families,
            alike=self.alike,
        )

    def rows(self, pattern: str, keys: tuple[str, ...]) -> Iterator[tuple[str, str, Row]]:
        """Each row of the files that match `pattern`: where it stands, its canonical name, and its fields."""
        for path in sorted(self.folder.glob(pattern)):
            file = path.relative_to(self.folder).as_posix()
            try:
                table = tomllib.loads(path.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
                self.ledger.fault(file, str(problem))
                continue
            for value, row in table.items():
                where = f"{file}: {value}"
                if self.ledger.check_row(where, row, keys):
                    yield where, value, row

    def countries(self) -> None:
        """Reads the CLDR's names, then those of the press, whose display names win."""
        standard = {code: row for _, code, row in self.rows("cldr.toml", ("en", "vi"))}
        press = {code: (where, row) for where, code, row in self.rows("countries.toml", COUNTRY_KEYS)}
        for code in sorted(set(press) - set(standard)):
            self.ledger.fault(press[code][0], f"unknown country code {code!r}")
        for code, names in standard.items():
            where, row = press.get(code, (f"cldr.toml: {code}", {}))
            self._country(where, code, names, row)

    def _country(self, where: str, code: str, names: Row, row: Row) -> None:
        shown = {**names, **row}
        self._describe(code, row, shown["en"], shown["vi"])
        forms = (self.english[code], self.vietnamese[code], names["en"], names["vi"], *row.get("forms", ()))
        self.ledger.add(where, Name("", "country", code), forms, row.get("weak", ()))

    def bodies(self) -> None:
        """Reads blocs, armed groups, international bodies and collectives."""
        for where, body, row in self.rows("bodies.toml", BODY_KEYS):
            self._kind(where, body, row, BODY_KINDS)
            self._describe(body, row, row.get("en", body), row.get("vi", body))
            if "members" in row:
                self.members[body] = frozenset(row["members"])
                for code in row["members"]:
                    self._country_code(where, code)
            forms = (body, self.english[body], self.vietnamese[body], *row.get("forms", ()))
            self.ledger.add(where, Name("", "body", body), forms, row.get("weak", ()))

    def institutions(self) -> None:
        """Reads the institutions of states, with their own state where the name implies one."""
        for where, office, row in self.rows("institutions.toml", INSTITUTION_KEYS):
            stands = self._actor(where, row.get("stands"))
            name = Name("", "institution", office, stands, office=office)
            self.ledger.add(where, name, (office, *row.get("forms", ())), row.get("weak", ()))

    def people(self) -> None:
        """Reads people with their offices and kin."""
        for where, full, row in self.rows("people-*.toml", PERSON_KEYS):
            if full in self.known_people:
                self.ledger.fault(where, "this person stands in another file too")
            self.known_people[full] = self._person(where, full, row)
            strong = [form for one in (full, *row.get("forms", ())) for form in spellings(one)]
            weak = [form for one in row.get("weak", ()) for form in spellings(one)]
            self.ledger.add(where, Name("", "person", full), strong, weak)

    def _person(self, where: str, full: str, row: Row) -> Person:
        if "qid" in row:
            self.qids[full] = row["qid"]
        gender = row.get("gender")
        if gender is not None and gender not in GENDERS:
            self.ledger.fault(where, f"gender {gender!r}; expected m or f")
        offices = tuple(self._office(where, office) for office in row.get("offices", ()))
        kin = tuple(self._kin(where, one) for one in row.get("kin", ()))
        return Person(full, row.get("qid"), gender, offices, kin)

    def _kin(self, where: str, row: Row) -> tuple[str, str]:
        self.ledger.check_row(where, row, ("relation", "of"))
        if not (row.get("relation") and row.get("of")):
            self.ledger.fault(where, f"kin {row!r} lacks its relation or whose it is")
        return (row.get("relation", ""), row.get("of", ""))

    def _office(self, where: str, row: Row) -> Office:
        self.ledger.check_row(where, row, ("title", "of", "from", "to"))
        office = Office(row.get("title", ""), row.get("of", ""), row.get("from"), row.get("to"))
        if office.title not in TITLES:
            self.ledger.fault(where, f"unknown title {office.title!r}; known are {', '.join(TITLES)}")
        self._actor(where, office.of)
        for day in (office.start, office.end):
            if day is not None and not DAY.fullmatch(day):
                self.ledger.fault(where, f"{day!r} is no day, month or year")
        if office.start and office.end and office.start > office.end:
            self.ledger.fault(where, f"held from {office.start} to {office.end}, which is earlier")
        return office

    def places(self) -> None:
        """Reads places; a name ends in the code of its country, save seas and borders."""
        for where, place, row in self.rows("places-*.toml", PLACE_KEYS):
            code = CODE.search(place)
            if code:
                self._country_code(where, code[1])
            stands = self._actor(where, row.get("stands"))
            name = Name("", "place", place, stands, office=row.get("office"))
            own = spellings(CODE.sub("", place))
            self.ledger.add(where, name, (*own, *row.get("forms", ())), row.get("weak", ()))

    def media(self) -> None:
        """Reads outlets, agencies and platforms."""
        for where, medium, row in self.rows("media.toml", MEDIUM_KEYS):
            self._kind(where, medium, row, MEDIUM_KINDS)
            forms = (*spellings(medium), *row.get("forms", ()))
            self.ledger.add(where, Name("", "medium", medium), forms, row.get("weak", ()))

    def first_names(self) -> None:
        """Reads first names by tongue, the surnames that come first, and words of names in several spellings."""
        file = self.folder / "given.toml"
        table = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        for line in table.pop("alike", "").splitlines():
            one, *others = line.split()
            self.alike.update(dict.fromkeys(others, one))
        self.given["families"] = frozenset(table.pop("families", "").split())
        self.given["given"] = frozenset(name for names in table.values() for name in names.split())

    def _describe(self, value: str, row: Row, english: str, vietnamese: str) -> None:
        self.english[value], self.vietnamese[value] = english, vietnamese
        if "qid" in row:
            self.qids[value] = row["qid"]

    def _kind(self, where: str, value: str, row: Row, known: tuple[str, ...]) -> None:
        self.kinds[value] = row.get("kind", "")
        if self.kinds[value] not in known:
            self.ledger.fault(where, f"unknown kind {self.kinds[value]!r}; known are {', '.join(known)}")

    def _actor(self, where: str, value: str | None) -> str | None:
        if value is not None and value not in self.english:
            self.ledger.fault(where, f"{value!r} is neither a country code nor a body")
        return value

    def _country_code(self, where: str, code: str) -> None:
        if code not in self.english or code in self.kinds:
            self.ledger.fault(where, f"unknown country code {code!r}")


COUNTRY_KEYS = ("qid", "en", "vi", "forms", "weak")
BODY_KEYS = ("kind", "qid", "en", "vi", "forms", "weak", "members")
INSTITUTION_KEYS = ("stands", "forms", "weak")
PERSON_KEYS = ("qid", "gender", "forms", "weak", "offices", "kin")
PLACE_KEYS = ("stands", "office", "forms", "weak")
MEDIUM_KEYS = ("kind", "forms", "weak")
