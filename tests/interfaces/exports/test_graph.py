"""GraphML: networkx reads who met whom, and no meeting that is not told to have taken place is an edge."""

import io
from pathlib import Path
from typing import Any

import networkx
from lxml import etree

from hoadam.interfaces.exports import export
from hoadam.interfaces.record import Record
from tests.interfaces.exports.support import open_record, written
from tests.store.support import ROUND, Told, article, fact, filled


def graph(record: Record) -> Any:
    return networkx.read_graphml(io.BytesIO(written("graphml", record)), force_multigraph=True)


def company(found: Any) -> list[tuple[str, str]]:
    """The pairs of labels, sorted."""
    labels = networkx.get_node_attributes(found, "label")
    return sorted(tuple(sorted((labels[one], labels[other]))) for one, other in found.edges())


def meeting(id_: str, day: str, status: str, people: tuple[str, ...]) -> Told:
    slots: dict[str, Any] = {"form": "talks", "parties": ("USA", "RUS"), "place": None, "issues": ()}
    told = fact(
        ROUND, "đoàn Mỹ và đoàn Ukraine mở vòng đàm phán", "meeting", day, status=status, people=people, **slots
    )
    return article(id_, published=f"{day}T20:00:00+07:00"), (told,)


def test_networkx_reads_people_and_parties(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.sqlite")
    found = graph(record)
    assert company(found) == [
        ("Jared Kushner", "Rustem Umerov"), ("Jared Kushner", "Steve Witkoff"), ("Rustem Umerov", "Steve Witkoff"),
        ("Ukraine", "United States"),
    ]  # fmt: skip
    (round_,) = record.meetings()
    for _, _, edge in found.edges(data=True):
        assert edge["fact"] == round_.id and edge["when"] == "2025-12-03" and edge["sentence"] == round_.sentence
        assert edge["outlets"] == 1 and edge["url"] == round_.url
    sorts = networkx.get_node_attributes(found, "sort")
    assert sorted(sorts.values()) == ["country", "country", "person", "person", "person"]
    assert "Q30" in networkx.get_node_attributes(found, "qid").values()


def test_each_meeting_is_an_edge_of_its_own(tmp_path: Path) -> None:
    pair = ("Steve Witkoff", "Kirill Dmitriev")
    told = [meeting("m1", "2025-12-03", "held", pair), meeting("m2", "2025-12-10", "ongoing", pair)]
    told.append(meeting("m3", "2025-12-20", "planned", (*pair, "Yuri Ushakov")))
    filled(tmp_path / "r.sqlite", told).close()
    with Record(tmp_path / "r.sqlite") as record:
        found = graph(record)
        assert company(found).count(("Kirill Dmitriev", "Steve Witkoff")) == 2
        assert "Yuri Ushakov" not in networkx.get_node_attributes(found, "label").values()
        assert set(networkx.get_node_attributes(found, "meetings").values()) == {2}
        pieces = export("graphml", record)
        assert list(pieces) and pieces.left_out == {("not-held", "meeting"): 1}


def test_the_file_is_as_its_own_keys_say(tmp_path: Path) -> None:
    root = etree.fromstring(written("graphml", open_record(tmp_path / "r.sqlite")))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    keys = {key.get("id"): key for key in root.findall("g:key", space)}
    nodes = {node.get("id") for node in root.findall("g:graph/g:node", space)}
    for data in root.findall(".//g:data", space):
        assert keys[data.get("key")].get("for") == etree.QName(data.getparent()).localname
    for edge in root.findall("g:graph/g:edge", space):
        assert {edge.get("source"), edge.get("target")} <= nodes
