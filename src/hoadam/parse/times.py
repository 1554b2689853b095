"""Finds the times in an article: text in, TimeSpans out, in text order, without overlap.

One regular expression finds the words a time can begin with; only there are rules tried, the longest reading wins.
What stands before and behind widens it, neighbours are joined, and the whole is resolved against `published`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache

from hoadam.lang.time_pattern import DIGITS, Pattern, Value
from hoadam.lang.times import TimeRule, TimeRules
from hoadam.model.article import Article
from hoadam.parse.time_join import LONGEST_GAP, complete, join, listed
from hoadam.parse.time_piece import NEVER, Bad, Piece, piece_of
from hoadam.parse.time_resolve import Frame, Resolved, last_day, resolve, said_today
from hoadam.parse.time_widen import BLANKS, LEAD, Widener

_QUOTE = re.compile(r'["“”„«»\n]')
_BREAK = re.compile(r"[.!?;\n](?=\s|$)")
_AHEAD, _BACK = 40, 160  # characters in which the tense of a date may stand behind and before it
_LONGEST = 200  # characters that no pattern of a time goes beyond
_COMMON = 8  # hits from which on a word has a gate of its own
_SPEECH = timedelta(days=7)  # how old a speech may be whose "today" is not the paper's
_LENGTH = re.compile(r"P(T?)(\d+)([HMDWY])")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time in the text. `value` is EDTF, or an ISO 8601 duration (also in `duration`), None where it stays open.

    `kind` is date, interval, duration or open; `after` and `before` are derived bounds (days), never a date to show.
    """

    start: int
    end: int
    value: str | None
    text: str
    rule: str
    kind: str
    duration: str | None = None
    after: str | None = None
    before: str | None = None


def times_in(article: Article, rules: TimeRules) -> tuple[TimeSpan, ...]:
    """The times of an article, resolved against its `published`. Never raises on any text."""
    engine = rules.tools.get("engine")
    if engine is None:
        engine = rules.tools["engine"] = _Engine(rules)
    text = article.text
    low = text.lower()
    if len(low) != len(text):  # "İ" becomes two characters
        low = "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)
    found = engine.pieces(text, low)
    return tuple(engine.spans(article, low, found)) if found else ()


class _Engine:
    """The rules of one language, compiled as they are needed."""

    def __init__(self, rules: TimeRules) -> None:
        self.rules = rules
        self.finder = re.compile(rules.finder)
        self.tense = re.compile(rules.tense)
        self.widener = Widener(rules)
        self.zone = _offset(rules.zone)
        self.gates: dict[str, re.Pattern[str]] = {}
        self.tries: dict[str, list[tuple[TimeRule, Pattern]]] = {}
        self.hits: Counter[str] = Counter()
        self.compiled = cache(re.compile)

    def pieces(self, text: str, low: str) -> list[Piece]:
        """Everything that may be a time, widened by the words around it."""
        found: list[Piece] = []
        done = 0
        for hit in self.finder.finditer(f" {low}"):
            at = hit.start()  # of the sign before, in a text that is one longer: of the word, in the text itself
            if at < done:
                continue
            word = hit[0][1:]
            if word.isdecimal():
                word = DIGITS
            gate = self._gate(word)
            if gate is not None and gate.match(low, at) is None:
                continue
            piece = self._best(text, low, at, word)
            if piece is not None:
                piece = self.widener.widen(text, low, piece, done)
                found.append(piece)
                done = piece.end
        return found

    def _gate(self, word: str) -> re.Pattern[str] | None:
        """All that can begin with a word, as one expression that says no quickly; none before it can pay."""
        gate = self.gates.get(word)
        if gate is None:
            self.hits[word] += 1
            if self.hits[word] > _COMMON:
                plain = "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.source) for _, pattern in self._tries(word))
                gate = self.gates[word] = re.compile(plain)
        return gate

    def _tries(self, word: str) -> list[tuple[TimeRule, Pattern]]:
        """What can begin with a word."""
        tries = self.tries.get(word)
        if tries is None:
            options = [(self.rules.rules[rule], index) for rule, index in self.rules.triggers[word]]
            tries = self.tries[word] = [(rule, rule.patterns[index]) for rule, index in options]
        return tries

    def _best(self, text: str, low: str, at: int, word: str) -> Piece | None:
        """The longest reading that begins here; of equals the first rule's."""
        best: Piece | None = None
        end = 0
        near = low[at : at + _LONGEST]
        for rule, pattern in self._tries(word):
            if pattern.word not in near:
                continue
            match = self.compiled(pattern.source).match(low, at)
            if match is None or match.end() <= end or not self._fits(rule, match, text, low):
                continue
            try:
                best = piece_of(rule, self._values(match, pattern.groups), at, match.end())
            except Bad:
                continue
            end = best.end
        return best

    def _values(self, match: re.Match[str], groups: Mapping[str, str]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for group, name in groups.items():
            said = " ".join((match[group] or "").translate(BLANKS).split())
            if not said:
                continue
            classed = self.rules.classes.get(name, {})
            if said not in classed and not said.isdecimal() and name in self.rules.classes:
                raise Bad
            values[group] = classed[said] if said in classed else int(said) if said.isdecimal() else said
        return values

    def _fits(self, rule: TimeRule, match: re.Match[str], text: str, low: str) -> bool:
        """Do case and neighbours allow the rule here?"""
        start, end = match.span()
        if rule.capital and not text[match.start(rule.capital)].isupper():
            return False
        if rule.lower_after and text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper():
            return False
        before = low[max(0, start - LEAD) : start]
        if rule.only_after and not self.compiled(rule.only_after).search(before):
            return False
        return not (rule.not_after and self.compiled(rule.not_after).search(before))

    def spans(self, article: Article, low: str, found: list[Piece]) -> Iterator[TimeSpan]:
        """The pieces joined and resolved."""
        frame = self._frame(article, low)
        if frame is None:
            return
        quotes = _Quotes(article.text)
        joined = self._joined(low, found)
        today = next((day for piece in joined if (day := said_today(piece, frame))), frame.published)
        for piece in joined:
            if piece.weak and not _of_today(piece, frame):
                continue
            frame.day = self._day_of_speech(piece, frame, quotes) or today
            resolved = resolve(piece, frame)
            if resolved is None:
                continue
            if resolved.low is not None and piece.level != "week":
                frame.seen(resolved.low[:10], piece.end)
            yield _span(article.text, piece, resolved, frame)

    def _joined(self, low: str, found: list[Piece]) -> list[Piece]:
        """Neighbours made one: first clocks with their days and days with their months, then all the rest."""
        return [self._bracketed(low, piece) for piece in self._folded(low, self._folded(low, found, True), False)]

    def _folded(self, low: str, found: list[Piece], close: bool) -> list[Piece]:
        pieces = [found[0]]
        for piece in found[1:]:
            one = pieces[-1]
            gap = low[one.end : piece.start]
            near = len(gap) <= LONGEST_GAP and "\n" not in gap
            both = (complete if close else join)(one, piece, gap, self.rules) if near else None
            if both is not None:
                pieces[-1] = both
                continue
            if near and not close:
                listed(one, piece, gap, self.rules)
            pieces.append(piece)
        return pieces

    def _bracketed(self, low: str, piece: Piece) -> Piece:
        """The piece with the bracket that closes it; a bare date alone in brackets is one where it can be no score."""
        closes = low[piece.end : piece.end + 1] == ")"
        if closes and "(" in low[piece.start : piece.end]:
            return replace(piece, end=piece.end + 1)
        inside = closes and low[max(0, piece.start - 1) : piece.start] == "("
        return replace(piece, weak=0) if inside and piece.weak == 1 and piece.level == "day" else piece

    def _frame(self, article: Article, low: str) -> Frame | None:
        published = _published(article.published, self.zone)
        if published is None:
            return None
        late = self.rules.evening.get(article.outlet or "")
        evening = late is not None and len(article.published) > 10 and published.strftime("%H:%M") >= late
        day = published.date()
        return Frame(day, day, evening, lambda piece: self._lean(low, piece))

    def _lean(self, low: str, piece: Piece) -> int:
        """The tense around a piece: of the last telling word before it in its sentence, else of the first behind it."""
        start = max(0, piece.start - _BACK)
        for stop in _BREAK.finditer(low, start, piece.start):
            start = stop.end()
        stop_ahead = _BREAK.search(low, piece.end, piece.end + _AHEAD)
        end = stop_ahead.start() if stop_ahead else piece.end + _AHEAD
        before, behind = (self._leaning(low, *bounds) for bounds in ((start, piece.start), (piece.end, end)))
        return before[-1] if before else behind[0] if behind else 0

    def _leaning(self, low: str, start: int, end: int) -> list[int]:
        """Which way each word of tense in a stretch looks."""
        found = self.tense.finditer(low, start, end)
        return [-1 if word["past"] else 1 for word in found if word["past"] or word["future"]]

    def _day_of_speech(self, piece: Piece, frame: Frame, quotes: "_Quotes") -> date | None:
        """Inside a quotation "today" is the day of the speech, where its sentence dates it; None elsewhere."""
        if not piece.is_relative or piece.last or frame.last_day is None:
            return None
        opened = quotes.open_at(piece.start)
        if opened is None or opened == quotes.dated:
            return quotes.day if opened is not None else None
        quotes.dated, quotes.day = opened, None
        near = 0 <= opened - frame.last_at <= _BACK and not _BREAK.search(quotes.text, frame.last_at, opened)
        if near and timedelta(0) <= frame.published - frame.last_day <= _SPEECH:
            quotes.day = frame.last_day
        return quotes.day


class _Quotes:
    """Where quotations open and close, read once from left to right; a paragraph closes what it opened."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks = _QUOTE.finditer(text)
        self.next = next(self.marks, None)
        self.opened: int | None = None
        self.dated: int | None = None  # the quotation whose day was asked for last
        self.day: date | None = None

    def open_at(self, at: int) -> int | None:
        """Where the quotation around an offset opened, None outside. Offsets must not fall."""
        while self.next is not None and self.next.start() < at:
            opens = self.next[0] in "“„«" or (self.next[0] == '"' and self.opened is None)
            self.opened = self.next.start() if opens else None
            self.next = next(self.marks, None)
        return self.opened


def _published(text: str, zone: timezone | None) -> datetime | None:
    """The moment of publication on the clocks of the paper's country; midnight where a day alone is known."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(zone) if moment.tzinfo and zone else moment
    except (ValueError, OverflowError):
        return None


def _of_today(piece: Piece, frame: Frame) -> bool:
    """Is a bare date at the head of an item that of its publication?"""
    days = (frame.published.day, frame.published.month)
    return piece.heading and piece.weak < NEVER and (piece.day, piece.month) == days


def _offset(zone: str) -> timezone | None:
    if not zone:
        return None
    hours, minutes = zone[1:].split(":")
    return timezone(timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if zone[0] == "-" else 1))


def _span(text: str, piece: Piece, resolved: Resolved, frame: Frame) -> TimeSpan:
    said = text[piece.start : piece.end]
    after, before = _window(piece, resolved, frame)
    if piece.length:
        return TimeSpan(piece.start, piece.end, piece.length, said, piece.rule, "duration", piece.length, after, before)
    value = resolved.value
    kind = "open" if value is None else "interval" if "/" in value else "date"
    return TimeSpan(piece.start, piece.end, value, said, piece.rule, kind, None, after, before)


def _window(piece: Piece, resolved: Resolved, frame: Frame) -> tuple[str | None, str | None]:
    """Derived bounds: a length back from or on from publication, one side of a limit."""
    if piece.length:
        return _around(piece, frame.published)
    today = frame.published.isoformat()
    if resolved.value is None:
        return (today if piece.way > 0 else None), (today if piece.way < 0 else None)
    if resolved.low is None or resolved.high is None:
        return None, None
    after = f"{resolved.low}-01-01"[:10] if piece.edge in ("from", "after") else None
    limited = piece.edge in ("until", "through", "before")
    return after, last_day(resolved.high) if limited else None


def _around(piece: Piece, published: date) -> tuple[str | None, str | None]:
    found = _LENGTH.fullmatch(piece.length or "")
    if found is None or not piece.way:
        return None, None
    hours = int(found[2]) / (60 if found[3] == "M" else 1) if found[1] else 0
    days = -(-hours // 24) if found[1] else int(found[2]) * _DAYS[found[3]]
    try:
        other = (published + timedelta(days=days * piece.way)).isoformat()
    except OverflowError:
        return None, None
    return (other, published.isoformat()) if piece.way < 0 else (published.isoformat(), other)
