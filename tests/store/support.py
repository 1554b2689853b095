"""What the tests of the record, the views and the command share: invented articles with facts, and a record of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hoadam.model.article import Article
from hoadam.model.fact import Evidence, Fact
from hoadam.store import Store, open_store

READER = "tests+1"
Told = tuple[Article, tuple[Fact, ...]]

ROUND = (
    "Hai đoàn ngồi lại ở Geneva\n\nSáng 3/12, đoàn Mỹ và đoàn Ukraine mở vòng đàm phán thứ tư tại Geneva. "
    "Ông Steve Witkoff, đặc phái viên của Nhà Trắng, dẫn đầu đoàn Mỹ; Jared Kushner cùng đi.\n\n"
    "Phía Kiev cử Thư ký Rustem Umerov.\n\nÔng Umerov nói hai bên đã tiến gần nhau hơn về lãnh thổ. "
    "Một quan chức Nga cho rằng Moskva sẽ không rút quân."
)
PLAN = (
    "Bản kế hoạch còn 19 điểm\n\nKế hoạch 28 điểm của Mỹ được rút xuống còn 19 điểm, theo Axios. "
    "Nga nói đã bắn hạ ít nhất 1.375 máy bay không người lái trong 24 giờ qua. "
    "Tổng thống Trump đặt hạn chót cho Ukraine vào ngày 20/12."
)
QUIET = "Mưa lớn ở miền núi\n\nNhiều con đường bị ngập sau trận mưa đêm qua."


def article(id_: str = "a1", text: str = ROUND, **changes: Any) -> Article:
    """An article of an invented outlet."""
    whole = {
        "id": id_, "outlet": "Báo Sông Lam", "published": "2025-12-03T08:30:00+07:00", "lang": "vi",
        "url": f"https://songlam.example/{id_}", "title": text.partition("\n\n")[0], "text": text,
    }  # fmt: skip
    return Article(**{**whole, **changes})


def fact(text: str, quote: str, kind: str, when: str | None = None, **slots: Any) -> Fact:
    """A fact on the first place where the quote stands; common slots go by their names, the rest are the kind's."""
    start = text.index(quote)
    common = {name: slots.pop(name) for name in ("speaker", "named", "via", "office", "evidence") if name in slots}
    return Fact(kind, start, start + len(quote), quote, slots, when=when, rule="<thử>", **common)


def evidence(text: str, words: str) -> tuple[Evidence, ...]:
    """The first place of these words as evidence."""
    start = text.index(words)
    return (Evidence(start, start + len(words)),)


def round_told() -> Told:
    """A meeting with both delegations, offices and what was said there."""
    speech = "hai bên đã tiến gần nhau hơn về lãnh thổ"
    facts = (
        fact(ROUND, "đoàn Mỹ và đoàn Ukraine mở vòng đàm phán thứ tư tại Geneva", "meeting", "2025-12-03", form="talks",
             status="held", parties=("USA", "UKR"), people=("Steve Witkoff", "Jared Kushner", "Rustem Umerov"),
             place="Geneva, CHE", issues=("territory",), evidence={"place": evidence(ROUND, "Geneva")}),
        fact(ROUND, "Steve Witkoff, đặc phái viên", "role", person="Steve Witkoff", title="special envoy", of="USA",
             relation=None),
        fact(ROUND, "đoàn Mỹ; Jared Kushner", "delegation", "2025-12-03", side="USA",
             people=("Steve Witkoff", "Jared Kushner"), head="Steve Witkoff", place="Geneva, CHE"),
        fact(ROUND, "Kiev cử Thư ký Rustem Umerov", "delegation", "2025-12-03", side="UKR",
             people=("Rustem Umerov",), head=None, place="Geneva, CHE"),
        fact(ROUND, speech, "statement", speaker="Rustem Umerov", speech="indirect", medium=None,
             issues=("territory",)),
        fact(ROUND, "Moskva sẽ không rút quân", "position", speaker="RUS", named=False, party="RUS",
             issue="troop-withdrawal", stance="rejects"),
    )  # fmt: skip
    return article(), facts


def plan_told() -> Told:
    """A draft, a claim and a deadline, from another outlet."""
    facts = (
        fact(PLAN, "rút xuống còn 19 điểm", "draft", author="USA", points=19, was_points=28, event="revised",
             via=("Axios",)),
        fact(PLAN, "bắn hạ ít nhất 1.375 máy bay không người lái", "claim", speaker="RUS", claimant="RUS",
             act="shot-down", quantity=1375, object="drones", place=None, period="PT24H", bound="at-least", of="UKR"),
        fact(PLAN, "hạn chót cho Ukraine vào ngày 20/12", "deadline", "2025-12-20", set_by="USA", status="set",
             **{"for": "UKR"}),
    )  # fmt: skip
    return article("b2", PLAN, outlet="Tin Bến Nghé", published="2025-12-05T21:00:00+07:00"), facts


def quiet_told() -> Told:
    """An article without facts."""
    return article("c3", QUIET, published="2025-12-04"), ()


def told() -> list[Told]:
    """All three."""
    return [round_told(), plan_told(), quiet_told()]


def filled(path: Path, batch: Sequence[Told] | None = None) -> Store:
    """A record at a path with these articles."""
    store = open_store(path)
    store.add(told() if batch is None else batch, READER)
    return store
