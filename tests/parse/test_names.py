"""Names: where they begin and end, and whom another dress of a known name means."""

import pytest

from hoadam import knowledge
from hoadam.extract import matches_in, spans_in
from hoadam.lang import load
from hoadam.model.article import Article
from hoadam.parse import parse
from hoadam.resolve.bind import Binder
from hoadam.resolve.offices import Offices
from hoadam.resolve.variants import Variants

DAY = "2026-02-10"


def article(text: str) -> Article:
    return Article("names", "Bến Nước", f"{DAY}T08:00:00+07:00", None, None, None, text)


def people(text: str) -> list[str]:
    parsed = parse(article(text), load("vi"))
    matches_in(parsed, load("vi"), everything=True)
    known = knowledge.load()
    Binder(parsed, known, Offices(known), DAY).bind()
    return [person for actor in parsed.actors() for person in actor.people]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tổng thống Mỹ D.Trump đến Geneva.", ["D.Trump"]),
        ("A.Araghchi đến Geneva cùng JD.Vance.", ["A.Araghchi", "JD.Vance"]),
        ("Lãnh tụ tối cao Ayatollah Ali Khamenei ở Tehran.", ["Ali Khamenei"]),
        ("Theo Mehran Kamrava, chuyên gia tại Doha, Iran đã rút.", ["Mehran Kamrava"]),
        ("Thitinan Pongsudhirak nói Iran đã rút.", ["Thitinan Pongsudhirak"]),
        ("Ông Ze'ev Elkin và ông Victor Gao ở Geneva.", ["Ze'ev Elkin", "Victor Gao"]),
        ("Theo Rystad Energy, Iran đã rút. Critical Threats nói Iran đã rút.", []),
        ("Khu Vực nói Iran đã rút.", []),
        ("Murithi Mutiga ở Geneva. Theo ông Mutiga, Iran đã rút.", ["Murithi Mutiga", "Mutiga"]),
        ("Cùng đến Geneva có phái viên của Donald Trump Steve Witkof.", ["Donald Trump", "Steve Witkof"]),
        ("Nhà lãnh đạo Syria Amed al Sharaa đến Geneva.", ["Amed al Sharaa"]),
        ("Ngoại trưởng Philippines Maria Theresa P. Lazaro đến Geneva.", ["Maria Theresa P. Lazaro"]),
        ("Tàu sân bay USS George W. Bush và tàu sân bay Charles de Gaulle rời cảng.", []),
        ("Khinh hạm 12 Lý Thường Kiệt rời cảng.", []),
    ],
)
def test_a_name_ends_where_it_ends(text: str, names: list[str]) -> None:
    spans = spans_in(parse(article(text), load("vi")), load("vi"))
    assert [span.text for span in spans if span.type == "person"] == names


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Tổng thống M.Pezeshkian đến Geneva.", "Masoud Pezeshkian"),
        ("Thủ tướng P. Sánchez đến Geneva.", "Pedro Sánchez"),
        ("Đại sứ Kanasugi Kenji đến Geneva.", "Kenji Kanasugi"),
        ("Bộ trưởng Padrino Lopez đến Geneva.", "Vladimir Padrino López"),
        ("Tổng thống Syria al Sharaa đến Geneva.", "Ahmed al-Sharaa"),
        ("Tổng thống Doanld Trump đến Geneva.", "Donald Trump"),
        ("Tướng Mỹ Dan Cain đến Geneva.", "Dan Caine"),
        ("Bộ trưởng Ngoại giao Nga Xéc-gây La-vrốp đến Geneva.", "Sergey Lavrov"),
        ("Ngoại trưởng Iran Abbas Larijani đến Geneva.", "Abbas Larijani"),
        ("Đại sứ Tây Ban Nha Pedro Sanchis đến Geneva.", "Pedro Sanchis"),
        ("Bà Donal Trump đến Geneva.", "Donal Trump"),
        ("Ông Sergey Kislitsa đến Geneva.", "Sergiy Kyslytsya"),
        ("Bộ trưởng Quốc phòng Khawaja Mohammad Asif đến Geneva.", "Khawaja Asif"),
        ("Bộ trưởng Quốc phòng Colombia Pedro Sánchez đến Geneva.", "Pedro Sánchez Suárez"),
    ],
)
def test_another_dress_of_a_name_means_whom_it_fits(text: str, meant: str) -> None:
    assert people(text) == [meant]


@pytest.mark.parametrize("name", ["Trump", "Kim Yong-kwan", "Nguyễn Văn Thăng", "Sergei Trump", "A. Nobody", ""])
def test_what_fits_nobody_or_several_means_nobody(name: str) -> None:
    assert Variants(knowledge.load()).of(name, None, None) is None


def test_who_serves_another_state_is_not_meant() -> None:
    known = Variants(knowledge.load())
    assert known.of("V. Putin", "RUS", "m") == "Vladimir Putin"
    assert known.of("V. Putin", "FRA", None) is None
    assert known.of("V. Putin", None, "f") is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Bộ trưởng Thông tin Pakistan Attaullah Tarar đến Geneva. Bộ trưởng Nội vụ Pakistan rời Geneva.",
            ["Attaullah Tarar"],
        ),
        (
            "Bộ trưởng Thông tin Pakistan Attaullah Tarar đến Geneva. Bộ trưởng Thông tin Pakistan rời Geneva.",
            ["Attaullah Tarar", "Attaullah Tarar"],
        ),
        (
            "Tổng thống Mỹ Donald Trump đến Geneva. Tổng thống Iran Masoud Pezeshkian rời đi. Vị tổng thống nói thêm.",
            ["Donald Trump", "Masoud Pezeshkian", "Masoud Pezeshkian"],
        ),
        (
            "Ông Steve Witkoff cho hay Tổng thống Mỹ Donald Trump biết điều ông cần.",
            ["Steve Witkoff", "Donald Trump", "Steve Witkoff"],
        ),
        (
            "Ngoại trưởng Qatar Mohammed bin Abdulrahman Al Thani đến Geneva. Ông Al Thani nói thêm.",
            ["Mohammed bin Abdulrahman bin Jassim Al Thani"] * 2,
        ),
    ],
)
def test_an_office_or_a_pronoun_alone_is_whoever_the_article_tells_of(text: str, last: list[str]) -> None:
    assert people(text) == last
