"""The page of spellings: a choice holds for names on all pages, in one language, and touches no quotation."""

import base64
import json
import re

import httpx
import pytest

from hoadam.interfaces.web.spelled import MOST, ROOM, chosen, packed

PAGES = (
    "/statements?person=Zelensky&limit=500", "/meetings?limit=500", "/drafts", "/person/Volodymyr%20Zelenskyy",
    "/party/UKR", "/issue/territory", "/search?q=zelensky", "/delegations", "/article/bn-12",
)  # fmt: skip
PRINTED = re.compile(r"<blockquote>.*?</blockquote>|<mark>.*?</mark>|<q>.*?</q>|data-copy=\"[^\"]*\"", re.S)


def browser(desk: str, lang: str = "vi") -> httpx.Client:
    """A browser that speaks a language."""
    return httpx.Client(base_url=desk, headers={"accept-language": lang})


def test_a_choice_holds_for_names_and_no_quotation(desk: str) -> None:
    with browser(desk) as plain, browser(desk) as own:
        for value, form in (("Volodymyr Zelenskyy", "Volodymyr Zelensky"), ("USA", "Hoa Kỳ"), ("Kyiv, UKR", "Kiev")):
            answer = own.post("/choices/spelling", data={"value": value, "form": form})
            assert (answer.status_code, answer.headers["location"]) == (303, "/choices")
        for path in PAGES:
            before, after = plain.get(path).text, own.get(path).text
            assert PRINTED.findall(before) == PRINTED.findall(after), path
            linked = [re.findall(r'<a href="/(?:person|party)/[^"]*">([^<]*)</a>', page) for page in (before, after)]
            assert {"Volodymyr Zelenskyy", "Mỹ"} & set(linked[0]), path
            assert not {"Volodymyr Zelenskyy", "Mỹ"} & set(linked[1]), path
        assert "Hoa Kỳ</a>" in own.get("/meetings").text
        assert "Hoa Kỳ</a>" not in own.get("/meetings?lang=en").text


def test_the_text_of_an_article_is_as_printed(desk: str) -> None:
    with browser(desk) as plain, browser(desk) as own:
        own.post("/choices/spelling", data={"value": "Volodymyr Zelenskyy", "form": "Volodymyr Zelensky"})
        texts = [
            re.sub(r"<aside.*?</aside>|<[^>]+>", "", one.get("/article/bn-12").text.split("<h1")[1], flags=re.S)
            for one in (plain, own)
        ]
    assert texts[0] == texts[1]


def test_names_are_listed_found_and_set_back(desk: str) -> None:
    with browser(desk) as own:
        assert "Volodymyr Zelenskyy" in own.get("/choices").text
        found = own.get("/choices", params={"q": "matxcova"}).text
        assert (
            '<input type="hidden" name="value" value="Moscow, RUS">' in found and "<option>Matxcơva</option>" in found
        )
        own.post("/choices/spelling", data={"value": "Moscow, RUS", "form": "Matxcơva"})
        assert "<option selected>Matxcơva</option>" in own.get("/choices").text
        own.post("/choices/spelling", data={"value": "Moscow, RUS", "form": ""})
        assert "<option selected>Matxcơva</option>" not in own.get("/choices", params={"q": "matxcova"}).text


@pytest.mark.parametrize(("value", "form"), [("Moscow, RUS", "<script>"), ("Nowhere", "x"), ("", ""), ("USA", "Nga")])
def test_only_known_forms_are_taken(desk: str, value: str, form: str) -> None:
    with browser(desk) as own:
        assert own.post("/choices/spelling", data={"value": value, "form": form}).status_code in (303, 422)
        assert all(not rows for rows in chosen(dict(own.cookies)).values())


@pytest.mark.parametrize(
    "held", [None, 3, [], {"vi": 3}, {"vi": {"USA": "<b>"}}, {"vi": {"USA": 3}}, {"vi": ["USA"]}, {"xx": {}}]
)
def test_a_cookie_written_by_hand_does_no_harm(desk: str, held: object) -> None:
    for cookie in (base64.urlsafe_b64encode(json.dumps(held).encode()).decode(), "%%%", "A" * 5000):
        assert httpx.get(f"{desk}/meetings", cookies={"spelling": cookie}).status_code == 200


def test_there_is_room_for_so_many() -> None:
    assert packed({"vi": {f"n{number}": "x" for number in range(MOST + 1)}}) is None
    assert packed({"vi": {"đ" * ROOM: "x"}}) is None


def test_another_site_cannot_choose(desk: str) -> None:
    sent = httpx.post(f"{desk}/choices/spelling", data={"value": "USA"}, headers={"origin": "https://evil.example"})
    assert sent.status_code == 403
