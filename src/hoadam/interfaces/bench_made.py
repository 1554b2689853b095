"""Invented articles with their facts, for `hoadam bench record`: as many as are asked for, the same for one seed.

They are like what a desk sees: a few countries and people fill most of the news, the words are as unequal, one event is
told by several outlets on its day and the next one, each with its own slots and words, and some articles copy others.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from hoadam.kinds import KINDS
from hoadam.model.article import Article
from hoadam.model.fact import Fact
from hoadam.model.vocabulary import ISSUES

SEED = 20251203
PER_ARTICLE = 5  # facts
PER_DAY = 100  # facts, twice what two months of three outlets gave: a million are 27 years
FIRST = date(1999, 1, 1)
RETOLD = 0.6  # of facts are told by somebody else already
COPIED = 0.08  # of articles copy one of the same day
PARTIES = {
    "USA": "USA", "RUS": "Russia", "UKR": "Ukraine", "ISR": "Israel", "IRN": "Iran", "CHN": "China", "EU": "EU",
    "PSE": "Palestine", "THA": "Thailand", "KHM": "Cambodia", "TUR": "Türkiye", "QAT": "Qatar", "EGY": "Egypt",
    "FRA": "France", "DEU": "Germany", "GBR": "United Kingdom", "POL": "Poland", "SAU": "Saudi Arabia", "JPN": "Japan",
    "IND": "India", "VNM": "Vietnam", "KOR": "South Korea", "PRK": "North Korea", "SYR": "Syria", "LBN": "Lebanon",
    "JOR": "Jordan", "ARE": "United Arab Emirates", "OMN": "Oman", "ITA": "Italy", "FIN": "Finland", "HUN": "Hungary",
    "VEN": "Venezuela", "COL": "Colombia", "BRA": "Brazil", "MYS": "Malaysia", "PAK": "Pakistan", "AFG": "Afghanistan",
    "SDN": "Sudan", "YEM": "Yemen", "ARM": "Armenia", "AZE": "Azerbaijan", "SRB": "Serbia",
}  # fmt: skip
PEOPLE = 3000
PLACES = (
    "Geneva, CHE", "Doha, QAT", "Istanbul, TUR", "Cairo, EGY", "Vienna, AUT", "Berlin, DEU", "Paris, FRA", "Miami, USA",
    "Riyadh, SAU", "Muscat, OMN", "Moscow, RUS", "Kyiv, UKR", "Kuala Lumpur, MYS", "Beijing, CHN", "London, GBR",
)  # fmt: skip
TITLES = ("foreign minister", "president", "special envoy", "defence minister", "spokesperson", "ambassador")
OUTLETS = tuple(f"Outlet {number}" for number in range(1, 16))
MIX = {
    "statement": 36, "meeting": 15, "position": 15, "role": 10, "claim": 8, "delegation": 4, "draft": 4, "agreement": 4,
    "appointment": 2, "deadline": 2,
}  # fmt: skip
SYLLABLES = tuple(
    head + vowel + tail for head in "bcdghklmnprstvx" for vowel in "aeiou" for tail in ("", "n", "m", "ng", "t", "p")
)
WORDS = tuple(f"{one} {other}" for one in SYLLABLES[::3] for other in SYLLABLES[::5])  # pairs, as Vietnamese words are
QUOTED, BETWEEN = 8, 14  # pairs of syllables of a quote, and of what stands behind it

Told = tuple[Article, tuple[Fact, ...]]


def unequal(count: int) -> list[float]:
    """Weights of which the first are the greatest, summed up as `random.choices` likes them."""
    return list(accumulate(1 / (rank + 2) for rank in range(count)))


WORD_WEIGHTS, PARTY_WEIGHTS, PERSON_WEIGHTS = unequal(len(WORDS)), unequal(len(PARTIES)), unequal(PEOPLE)
ISSUE_NAMES = tuple(sorted(ISSUES))
CODES = tuple(PARTIES)
KIND_NAMES, KIND_WEIGHTS = tuple(MIX), list(accumulate(MIX.values()))


@dataclass(frozen=True, slots=True)
class Event:
    """What happens: a fact without its place in a text."""

    kind: str
    slots: dict[str, Any]
    speaker: str | None
    when: str | None
    quote: str
    parties: tuple[str, str]


class Press:
    """Outlets that tell of events, day by day."""

    def __init__(self, seed: int = SEED) -> None:
        self.chance = random.Random(seed)
        self.events: list[Event] = []
        self.before: list[Event] = []
        self.told: list[Told] = []
        self.day = ""

    def article(self, number: int) -> Told:
        """The next article; `number` says on which day it comes out."""
        day = (FIRST + timedelta(days=number * PER_ARTICLE // PER_DAY)).isoformat()
        if day != self.day:
            self.day, self.before, self.events, self.told = day, self.events, [], []
        if self.told and self.chance.random() < COPIED:
            return self._copied(number, self.chance.choice(self.told))
        told = [self._retold() if self.chance.random() < RETOLD else self._new() for _ in range(PER_ARTICLE)]
        self.told.append(self._written(number, told))
        return self.told[-1]

    def _new(self) -> Event:
        self.events.append(happening(self.chance, self.day))
        return self.events[-1]

    def _retold(self) -> Event:
        """An event as somebody else tells it: other words around the same ones, a slot that is left open."""
        if not self.events and not self.before:
            return self._new()
        event = self.chance.choice(
            self.events or self.before if self.chance.random() < 0.8 else self.before or self.events
        )
        words = event.quote.split()
        words[: len(words) // 4] = prose(self.chance, len(words) // 8).split()
        slots = {slot: value for slot, value in event.slots.items() if slot != "place" or self.chance.random() < 0.6}
        when = event.when if self.chance.random() < 0.5 else None
        return replace(event, slots=slots, when=when, quote=" ".join(words))

    def _written(self, number: int, told: Sequence[Event]) -> Told:
        title = f"{prose(self.chance, 4).capitalize()} {number}"
        text, facts = title, []
        for event in told:
            start = len(text) + 2
            names = " ".join(PARTIES[code] for code in event.parties)
            text += f"\n\n{event.quote} {names}, {prose(self.chance, BETWEEN)}."
            slots = {**KINDS[event.kind].empty(), **event.slots}
            facts.append(
                Fact(event.kind, start, start + len(event.quote), event.quote, slots, event.speaker, when=event.when,
                     rule="bench")
            )  # fmt: skip
        return self._issued(number, title, text), tuple(facts)

    def _issued(self, number: int, title: str, text: str) -> Article:
        time = f"{self.day}T{number % 24:02}:{number % 60:02}:00+07:00"
        return Article(f"bench-{number}", self.chance.choice(OUTLETS), time, None, None, title, text)

    def _copied(self, number: int, told: Told) -> Told:
        """The same words with a last line of one's own."""
        text = f"{told[0].text}\n\n{prose(self.chance, 6)}."
        return self._issued(number, told[0].title or "", text), told[1]


def prose(chance: random.Random, count: int) -> str:
    """So many words, the common ones often."""
    return " ".join(chance.choices(WORDS, cum_weights=WORD_WEIGHTS, k=count))


def person(chance: random.Random) -> str:
    """Somebody, most often one of a few."""
    rank = chance.choices(range(PEOPLE), cum_weights=PERSON_WEIGHTS)[0]
    return f"{SYLLABLES[rank % 449].capitalize()} {SYLLABLES[rank % 331].capitalize()} {rank:04}"


def happening(chance: random.Random, day: str) -> Event:
    """A new event of a day."""
    kind = chance.choices(KIND_NAMES, cum_weights=KIND_WEIGHTS)[0]
    one, other = chance.choices(CODES, cum_weights=PARTY_WEIGHTS, k=2)
    slots, when = slots_of(kind, chance, one, other), None
    speaker = person(chance) if kind == "statement" else one if kind == "claim" else None
    if kind == "deadline" or slots.get("status") == "planned":
        when = (date.fromisoformat(day) + timedelta(days=chance.randrange(1, 20))).isoformat()
    elif kind in ("meeting", "delegation", "appointment", "agreement"):
        when = day
    return Event(kind, slots, speaker, when, prose(chance, QUOTED), (one, other))


def slots_of(kind: str, chance: random.Random, one: str, other: str) -> dict[str, Any]:
    """The slots that an event of a kind between two parties fills."""
    issue, place = chance.choice(ISSUE_NAMES), chance.choice(PLACES)
    match kind:
        case "meeting":
            people = tuple(dict.fromkeys(person(chance) for _ in range(chance.randrange(1, 5))))
            slots = {"form": chance.choice(("talks", "call", "visit")), "status": chance.choice(("held", "planned"))}
            return {**slots, "parties": (one, other), "people": people, "place": place, "issues": (issue,)}
        case "delegation":
            return {"side": one, "people": (person(chance), person(chance)), "head": person(chance), "place": place}
        case "role":
            return {"person": person(chance), "title": chance.choice(TITLES), "of": one}
        case "draft":
            points = chance.randrange(5, 40)
            return {
                "author": one,
                "points": points,
                "event": chance.choice(("proposed", "revised", "sent")),
                "to": other,
            }
        case "position":
            return {
                "party": one,
                "issue": issue,
                "stance": chance.choice(("demands", "rejects", "offers")),
                "to": other,
            }
        case "statement":
            return {"speech": "indirect", "issues": (issue,), "to": other}
        case "claim":
            number = chance.randrange(1, 2000)
            return {
                "claimant": one,
                "act": "shot-down",
                "quantity": number,
                "object": "drones",
                "of": other,
                "place": place,
            }
        case "appointment":
            return {"person": person(chance), "title": chance.choice(TITLES), "of": one, "change": "appointed"}
        case "deadline":
            return {"set_by": one, "for": other, "status": "set"}
        case _:
            return {"parties": (one, other), "matter": "ceasefire", "event": chance.choice(("reached", "violated"))}


def made(count: int, seed: int = SEED) -> Iterator[Told]:
    """So many articles in the order in which they came out."""
    press = Press(seed)
    return (press.article(number) for number in range(count))
