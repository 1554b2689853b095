"""Widens a piece by the words around it: "đến hết", "cuối", "sáng" before; "tới", "âm lịch", "(giờ VN)" behind."""

import re
from functools import cache

from hoadam.lang.times import Mark, TimeRules
from hoadam.parse.time_piece import NEVER, RANK, Piece

BLANKS = str.maketrans("\t\u00a0\u202f\u2009", "    ")
LEAD = 28  # characters that words before a time may take
LEAD_WORDS = 4
_TAIL = 48  # characters that words behind may take


class Widener:
    """The words around times of one language."""

    def __init__(self, rules: TimeRules) -> None:
        self.rules = rules
        self.zones = re.compile(rules.zones)
        self.compiled = cache(re.compile)
        self.longest = max((tail.count(" ") for tail in rules.tails), default=0) + 1

    def widen(self, text: str, low: str, piece: Piece, floor: int) -> Piece:
        """The piece with the words before it and behind it."""
        core = piece.start
        while (lead := self._lead(low, piece, floor, core)) is not None:
            mark, begins = lead
            piece.start = piece.start if mark.outside else begins
            piece.edge, piece.part = mark.edge or piece.edge, mark.part or piece.part
            piece.portion, piece.about = mark.portion or piece.portion, mark.about or piece.about
            piece.tense = mark.tense or piece.tense
            if mark.about and piece.weak and (piece.day or 31) <= 12:  # "khoảng 3/4" is a share
                piece.weak = NEVER
            sure = mark.strong >= piece.weak or (mark.portion and piece.level == "year")
            if piece.weak < NEVER and sure and not (mark.edge and piece.doubtful):
                piece.weak = 0
            if mark.closes or mark.outside:
                break
        if self._recurs(low, piece):
            piece.weak = NEVER
        while (tail := self._tail(text, low, piece)) is not None:
            mark, piece.end = tail
            piece.tense, piece.lunar = mark.tense or piece.tense, mark.lunar or piece.lunar
            piece.edge, piece.now = mark.edge or piece.edge, mark.now or piece.now
            piece.tense = -1 if mark.now else piece.tense
        return piece

    def _recurs(self, low: str, piece: Piece) -> bool:
        """Is it a habit, a day of every week or of every year?"""
        habit, again = self.rules.habit, self.rules.again
        if again and self.compiled(again).match(low, piece.end):
            return piece.level != "length"
        before = low[max(0, piece.start - LEAD) : piece.start]
        return bool(piece.weekday is not None and habit and self.compiled(habit).search(before))

    def _lead(self, low: str, piece: Piece, floor: int, core: int) -> tuple[Mark, int] | None:
        """The longest word before a piece that may stand there, and where it begins."""
        before = low[max(floor, piece.start - LEAD) : piece.start].translate(BLANKS)
        before = before[before.rfind("\n") + 1 :]
        if not before.endswith(" "):
            return None
        words = before.rstrip(" ")
        cut = len(words)
        found: tuple[Mark, int] | None = None
        for _ in range(LEAD_WORDS):
            cut = words.rfind(" ", 0, cut)
            start = cut + 1
            while start < len(words) and not words[start].isalnum():  # "(từ 5/12"
                start += 1
            mark = self.rules.leads.get(words[start:])
            whole = cut >= 0 or len(before) < LEAD or not words[:1].isalnum()
            if mark is not None and whole and self._may_lead(mark, piece, words[:start], core):
                found = mark, piece.start - len(before) + start
            if cut < 0:
                break
        return found

    def _may_lead(self, mark: Mark, piece: Piece, before: str, core: int) -> bool:
        if (piece.edge is not None and (mark.edge or mark.about)) or (mark.edge == "until" and piece.tense < 0):
            return False
        if mark.part and piece.level != "day":
            return False
        if mark.counted and not piece.counted:
            return False
        if (mark.portion or mark.adjacent) and piece.start != core:
            return False
        if mark.adjacent and piece.level != "day":
            return False
        if mark.portion and (piece.portion or piece.first or RANK.get(piece.level, 0) < RANK["week"]):
            return False
        if mark.edge and piece.level in ("open", "length"):
            return False
        return not (mark.not_after and self.compiled(mark.not_after).search(before))

    def _tail(self, text: str, low: str, piece: Piece) -> tuple[Mark, int] | None:
        """The longest words behind a piece that belong to it, and where they end."""
        if piece.level in ("open", "length") or low[piece.end : piece.end + 1] not in {" ", ",", "\u00a0", "\u202f"}:
            return None
        zone = self.zones.match(low, piece.end)
        if zone is not None:
            return Mark(), zone.end()
        behind = low[piece.end : piece.end + _TAIL].split("\n", 1)[0].translate(BLANKS)
        words = behind.lstrip(" ").split(" ", self.longest)
        skipped = len(behind) - len(behind.lstrip(" "))
        for count in range(min(len(words), self.longest), 0, -1):
            said = " ".join(words[:count])
            bare = said.rstrip(".,;:!?)\"'”’…") if said not in self.rules.tails else said
            mark = self.rules.tails.get(bare)
            end = piece.end + skipped + len(bare)
            if mark is not None and (not mark.tense or self._may_tail(text, piece, bare, end)):
                return mark, end
        return None

    def _may_tail(self, text: str, piece: Piece, word: str, end: int) -> bool:
        """Is the word behind a date its tense, and not a preposition before what follows?"""
        if piece.shift is not None or piece.year is not None:
            return False
        follows = text[end : end + 1].isspace()
        if follows and piece.edge == "from" and word in self.rules.leads:
            return False
        return not (follows and (text[end + 1 : end + 2].isupper() or text[end + 1 : end + 2].isdigit()))
