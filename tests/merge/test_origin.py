"""Who copies whom, and what counts as independent."""

from hoadam.merge import bands, copies, copy_roots, counts, origin, signature
from tests.merge.support import talks

TEXT = (
    "Phái đoàn hai nước ngồi lại ở Geneva suốt ngày chủ nhật, bàn từng dòng của bản thảo và rời phòng lúc gần nửa đêm "
    "với một danh sách những chỗ còn để trống, theo một người có mặt. Không bên nào nói bao giờ họp tiếp."
)
COPIED = TEXT.replace("suốt ngày chủ nhật", "cả ngày") + " Hai bên từ chối bình luận thêm."
OTHER = "Giá cà phê ở chợ đầu mối tăng tuần thứ ba liên tiếp, các vựa nói hàng về chậm vì mưa kéo dài trên cao nguyên."


def test_near_copies_are_one_text() -> None:
    assert copies(signature(TEXT), signature(COPIED)) and not copies(signature(TEXT), signature(OTHER))
    assert not copies(signature("hai từ"), signature("hai từ"))
    assert set(bands(signature(TEXT), "2025-11-24")) & set(bands(signature(COPIED), "2025-11-26"))
    assert not set(bands(signature(TEXT), "2025-11-24")) & set(bands(signature(TEXT), "2025-12-24"))


def test_the_earliest_of_the_copies_is_their_root_in_any_order() -> None:
    articles = {
        "c": ("2025-11-24T09:00:00+07:00", signature(COPIED)),
        "b": ("2025-11-24T07:00:00+07:00", signature(TEXT)),
        "x": ("2025-11-24T06:00:00+07:00", signature(OTHER)),
    }
    expected = {"b": "b", "c": "b", "x": "x"}
    assert copy_roots(articles) == copy_roots(dict(reversed(articles.items()))) == expected


def test_relays_and_copies_are_one_origin() -> None:
    reports = [
        talks("a", via=("Axios",)),
        talks("b", via=("Axios", "Reuters")),
        talks("c", text="article-a"),
        talks("d"),
        talks("e", named=False),
    ]
    found = counts(reports)
    assert (found.outlets, found.texts, found.origins, found.unknown) == (5, 4, 2, 1)
    assert [origin(report) for report in reports[2:]] == ["text article-a", "text article-d", None]
