"""Pages that are kept: the same as new ones, never older than the record allows, never another reader's."""

import shutil
import threading
import time
from pathlib import Path

import httpx
import pytest

from hoadam import Record
from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web import kept
from hoadam.views import decide
from tests.interfaces.web.support import served


def test_a_page_that_is_held_is_not_sent_again(desk: str) -> None:
    first = httpx.get(f"{desk}/meetings")
    again = httpx.get(f"{desk}/meetings", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert httpx.get(f"{desk}/meetings").text == first.text


def test_readers_of_other_languages_and_looks_get_their_own(desk: str) -> None:
    for lang in ("vi", "en", "vi"):
        assert f'<html lang="{lang}"' in httpx.get(desk, headers={"accept-language": lang}).text
    whole = httpx.get(f"{desk}/claims").text
    fact = whole.partition('class="evidence" href="')[2].partition('"')[0]
    assert (
        "<html" in httpx.get(desk + fact).text
        and "<html" not in httpx.get(desk + fact, headers={"hx-request": "1"}).text
    )


def test_a_kept_page_follows_the_record(samples_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FRESH", 0.1)
    place = Path(shutil.copy(samples_record, tmp_path / "own.sqlite"))
    token = Tokens(place).new("An")
    with served(place) as address, Record(place) as record:
        before = httpx.get(f"{address}/claims")
        claim = record.claims()[-1].id
        assert claim in before.text
        decide.reject(record.store, claim, "An")
        writer = httpx.get(f"{address}/claims", cookies={"token": token})
        assert claim not in writer.text and "etag" not in writer.headers
        for _ in range(100):  # the first may still be the old one, and has a new one made
            time.sleep(0.1)
            if claim not in httpx.get(f"{address}/claims").text:
                break
        else:
            pytest.fail("the old page is given for ever")


def test_many_who_ask_at_once_get_the_same_page(desk: str) -> None:
    found: list[tuple[int, str]] = []

    def ask() -> None:
        answer = httpx.get(f"{desk}/timeline", params={"party": "UKR"}, timeout=60)
        found.append((answer.status_code, answer.text))

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(set(found)) == 1 and found[0][0] == 200
