"""Each format: its exact columns, values by hand, and what comes back when it is read."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.errors import TextError
from dragoman.exchange import READERS, WRITERS, cameo, dna, gdelt, icews, phoenix, polecat
from dragoman.exchange._codes import Countries, code_of, phoenix_quad
from dragoman.exchange.crosswalk import Crosswalk
from dragoman.records import Document, Record
from tests.unit.record.made import ACTORS, accusation, all_records, event, record, stance, talks

SHARED = Path(__file__).resolve().parents[4] / "shared" / "codebook" / "format_columns.json"


def text(format: str, *records: Record) -> str:
    stream = io.StringIO()
    rows = WRITERS[format](records, stream)
    assert isinstance(rows, int)
    return stream.getvalue()


def table(format: str, columns: tuple[str, ...], *records: Record, header: bool) -> list[dict[str, str]]:
    lines = [line.split("\t") for line in text(format, *records).splitlines()]
    assert all(len(line) == len(columns) for line in lines)
    if header:
        assert lines.pop(0) == list(columns)
    return [dict(zip(columns, line)) for line in lines]


@pytest.mark.skipif(not SHARED.exists(), reason="the list of official columns is not here")
@pytest.mark.parametrize(("name", "columns"), [("gdelt2_events", gdelt.COLUMNS), ("icews", icews.COLUMNS), ("polecat", polecat.COLUMNS)])
def test_columns_are_the_official_ones(name: str, columns: tuple[str, ...]) -> None:
    assert list(columns) == json.loads(SHARED.read_text())[name]


def test_numbers_of_columns() -> None:
    assert (len(gdelt.COLUMNS), len(gdelt.MENTIONS), len(icews.COLUMNS), len(polecat.COLUMNS), len(phoenix.COLUMNS)) == (61, 16, 20, 40, 26)


@pytest.mark.parametrize("format", WRITERS)
def test_every_format_writes_nothing_and_everything(format: str) -> None:
    stream = io.StringIO()
    assert WRITERS[format]([], stream) == 0
    assert WRITERS[format](all_records(), stream) > 0


def test_gdelt_events() -> None:
    accused, rammed = table("gdelt", gdelt.COLUMNS, accusation(), header=False)
    expected = {
        "SQLDATE": "20220504", "MonthYear": "202205", "Year": "2022", "FractionDate": "2022.4219", "Actor1Code": "NOR", "Actor1Name": "NORWAY",
        "Actor1CountryCode": "NOR", "Actor2Code": "CHLMILGOV", "Actor2Type1Code": "MIL", "Actor2Type2Code": "GOV", "IsRootEvent": "1", "EventCode": "112",
        "EventBaseCode": "112", "EventRootCode": "11", "QuadClass": "3", "GoldsteinScale": "-2", "NumMentions": "1", "AvgTone": "", "ActionGeo_Type": "",
        "DATEADDED": "20220504000000", "SOURCEURL": "https://example.org/1",
    }  # fmt: skip
    assert {name: accused[name] for name in expected} == expected
    place = {name: rammed[f"ActionGeo_{name}"] for name in ("Type", "FullName", "CountryCode", "Lat", "Long")}
    assert place == {"Type": "4", "FullName": "Arica, Arica y Parinacota, Chile", "CountryCode": "CI", "Lat": "-18.4746", "Long": "-70.2979"}
    assert accused["GLOBALEVENTID"].isdigit() and accused["GLOBALEVENTID"] != rammed["GLOBALEVENTID"]


def test_gdelt_mentions_belong_to_the_events() -> None:
    events = table("gdelt", gdelt.COLUMNS, *all_records(), header=False)
    mentions = table("gdelt-mentions", gdelt.MENTIONS, *all_records(), header=False)
    assert [m["GLOBALEVENTID"] for m in mentions] == [e["GLOBALEVENTID"] for e in events]
    words = accusation().document.text
    assert words[int(mentions[0]["Actor2CharOffset"]) :].startswith("the Chilean navy") and words[int(mentions[0]["ActionCharOffset"]) :].startswith("accused")
    assert (mentions[0]["MentionType"], mentions[0]["Confidence"], mentions[0]["MentionDocLen"]) == ("1", "80", str(len(words)))
    assert (mentions[-1]["MentionType"], mentions[-1]["MentionIdentifier"]) == ("2", "talks-4")


def test_polecat() -> None:
    accused, rammed = table("polecat", polecat.COLUMNS, accusation(), header=True)
    expected = {
        "Event Date": "2022-05-04", "Event Type": "ACCUSE", "Event Mode": "allege", "Intensity": "-3.5", "Quad Code": "VERBAL CONFLICT",
        "Contexts": "military; territory", "Actor Name": "Norway", "Actor Country": "NOR", "Actor COW": "385", "Primary Actor Sector": "None",
        "Wikipedia Actor ID": "Q20", "Recipient Country": "CHL", "Recipient COW": "155", "Recipient Sectors": "MIL; GOV",
        "Recipient Name Raw": "the Chilean navy", "Placename": "None", "Source": "Fjord Wire", "Publication Date": "2022-05-04",
    }  # fmt: skip
    assert {name: accused[name] for name in expected} == expected
    assert (rammed["City"], rammed["Province"], rammed["GeoNames ID"]) == ("Arica", "Arica y Parinacota", "3899361")


def test_icews() -> None:
    accused, _ = table("icews", icews.COLUMNS, accusation(), header=True)
    expected = {
        "Event Date": "2022-05-04", "Source Name": "Norway", "Source Sectors": "NULL", "Source Country": "Norway", "Event Text": "Disapprove",
        "CAMEO Code": "112", "Intensity": "-2", "Target Name": "Chilean armed forces", "Target Sectors": "Military,Government", "Target Country": "Chile",
        "Story ID": "trawler", "Sentence Number": "1", "Publisher": "Fjord Wire", "City": "NULL",
    }  # fmt: skip
    assert {name: accused[name] for name in expected} == expected


def test_phoenix_counts_once_a_day() -> None:
    rows = table("phoenix", phoenix.COLUMNS, talks(1), talks(2), talks(3, "2022-06-09"), header=False)
    columns = ("Date", "SourceActorFull", "SourceActorEntity", "SourceActorRole", "TargetActorFull", "EventCode", "QuadClass", "SentenceID")
    assert [tuple(r[c] for c in columns) for r in rows] == [
        ("20220601", "NORGOV", "NOR", "GOV", "CHL", "042", "1", "talks-1_0;talks-2_0"), ("20220609", "NORGOV", "NOR", "GOV", "CHL", "042", "1", "talks-3_0"),
    ]  # fmt: skip
    assert [phoenix_quad(c) for c in ("010", "02", "036", "08", "130", "161", "145", "20", "", "99")] == [0, 0, 1, 2, 3, 3, 4, 4, None, None]


def test_cameo_lines() -> None:
    line = text("cameo", accusation()).splitlines()[0].split("\t")
    assert dict(zip(cameo.COLUMNS, line)) == {
        "date": "20220504", "source": "NOR", "target": "CHLMILGOV", "code": "112", "issues": "military,territory", "ids": "trawler_0",
        "StorySource": "Fjord Wire", "source_text": "Norway", "target_text": "the Chilean navy", "event_text": "accused",
    }  # fmt: skip


def test_plover_json() -> None:
    accused, rammed = (json.loads(line) for line in text("plover", accusation()).splitlines())
    assert {"id", "date", "actor", "event"} <= accused.keys()
    assert (accused["date"], accused["event"], accused["mode"], accused["quad_code"]) == ("2022-05-04", ["ACCUSE"], ["allege"], "VERBAL CONFLICT")
    assert accused["actor"] == [{"code": "NOR", "sector": [], "entity_text": "Norway", "identifier_id": "Q20", "identifier_text": "Norway"}]
    assert rammed["event_loc"]["country_code"] == "CHL" and rammed["event_loc"]["resolution"] == 4
    assert "standing=denied; statement=s1" in rammed["comment"]


def test_an_unrecognized_state_is_its_claimants_in_exports_only() -> None:
    assert code_of(ACTORS["NKR"]) == "AZEPREGOV"
    (row,) = table("polecat", polecat.COLUMNS, stance("x", "2022-01-01", ("CHL", "Chile"), "supports"), header=True)
    assert (row["Recipient Name"], row["Recipient Country"], row["Primary Recipient Sector"]) == ("Nagorno-Karabakh Republic", "AZE", "PRE")
    assert code_of(ACTORS["UN"]) == "UNOIGO" and code_of(ACTORS["EU"]) == "EUR"


def test_dna_leaves_out_who_takes_no_side() -> None:
    rows = list(csv.DictReader(io.StringIO(text("dna", *all_records())), delimiter=";"))
    assert tuple(rows[0]) == dna.COLUMNS
    assert [(r["organization"], r["concept"], r["agreement"]) for r in rows] == [
        ("Chile", "recognition of the Nagorno-Karabakh Republic", "1"), ("Parliament of Norway", "recognition of the Nagorno-Karabakh Republic", "1"),
        ("Chile", "recognition of the Nagorno-Karabakh Republic", "0"), ("European Union", "recognition of the Nagorno-Karabakh Republic", "0"),
    ]  # fmt: skip
    stream = io.StringIO()
    assert dna.write(all_records(), stream, withheld=True) == 5


def test_graphml_reads_as_a_graph() -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    graph = networkx.parse_graphml(text("graphml", *all_records()), force_multigraph=True)
    assert graph.nodes["NOR-GOV"]["country"] == "NOR"
    assert [d["events"] for *_, d in graph.edges("NOR-GOV", data=True)] == [4]


@pytest.mark.parametrize("format", ["graphml", "graphml-positions"])
def test_graphml_edges_join_declared_nodes(format: str) -> None:
    ns = "{http://graphml.graphdrawing.org/xmlns}"
    odd = stance("odd", "2022-01-01", ("~a&b", 'The <"A&B"> club'), "supports")
    root = ET.fromstring(text(format, *all_records(), odd))
    nodes = {n.get("id") for n in root.iter(f"{ns}node")}
    keys = {k.get("id") for k in root.iter(f"{ns}key")}
    edges = [(e.get("source"), e.get("target")) for e in root.iter(f"{ns}edge")]
    assert edges and {end for edge in edges for end in edge} == nodes and "~a&b" in nodes
    assert {d.get("key") for d in root.iter(f"{ns}data")} <= keys


def test_geojson_has_longitude_first() -> None:
    data = json.loads(text("geojson", *all_records()))
    (feature,) = data["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-70.29792, -18.4746]}
    assert (feature["properties"]["standing"], feature["properties"]["place"]) == ("denied", "Arica")


def test_several_actors_without_recipients_act_toward_each_other() -> None:
    words = "Norway and Chile signed a treaty."
    sides = [event(words, "e", "AGREE", who, None, "signed", "2022-07-01").actors[0] for who in (("NOR", "Norway"), ("CHL", "Chile"))]
    treaty = msgspec.structs.replace(event(words, "e1", "AGREE", ("NOR", "Norway"), None, "signed", "2022-07-01", cameo="057"), actors=tuple(sides))
    again = msgspec.structs.replace(treaty, id="e2", same_as="e1")
    rows = table("gdelt", gdelt.COLUMNS, record(words, "t", "2022-07-01", events=(treaty, again)), header=False)
    assert [(r["Actor1Code"], r["Actor2Code"], r["NumMentions"]) for r in rows] == [("NOR", "CHL", "2"), ("CHL", "NOR", "2")]


def test_cells_hold_no_tabs_or_line_ends() -> None:
    words = "The\tport\nunion accused Chile."
    odd = record(words, "t\t1", "2022-07-01", events=(event(words, "e1", "ACCUSE", ("~x", "The\tport\nunion"), ("CHL", "Chile"), "accused", None),))
    for format, columns, header in (("polecat", polecat.COLUMNS, True), ("icews", icews.COLUMNS, True), ("gdelt", gdelt.COLUMNS, False)):
        (row,) = table(format, columns, odd, header=header)
        assert all("\n" not in v for v in row.values())


# and back


@pytest.mark.parametrize("format", READERS)
def test_what_was_written_is_read_back(format: str) -> None:
    """The fields that the format can hold, against the record itself."""
    written = accusation()
    read = sorted(READERS[format](text(format, written).encode(), "file"), key=lambda e: e.date or "", reverse=True)
    assert len(read) == 2
    for foreign, own in zip(read, written.events):
        has_scores = format in ("polecat", "plover")
        assert (foreign.dataset, foreign.date, foreign.type) == (format, own.date and own.date.start, own.type)
        assert foreign.score == (own.score if has_scores else own.goldstein)
        assert foreign.actor_country == ("NOR" if own.id == "e1" else "CHL") and foreign.recipient_country == ("CHL" if own.id == "e1" else "NOR")
        sectors = foreign.recipient_sectors if own.id == "e1" else foreign.actor_sectors
        assert sectors == ("MIL", "GOV")
        assert foreign.cameo == (None if has_scores else own.cameo)
        if own.place:
            assert foreign.lat == pytest.approx(own.place.lat, abs=1e-4) and foreign.lon == pytest.approx(own.place.lon, abs=1e-4)
            assert foreign.place_country == "CHL"
        if format not in ("phoenix", "gdelt"):
            assert foreign.publisher == "Fjord Wire"


def variant(**cells: str) -> dict[str, str]:
    return {c: "None" for c in polecat.COLUMNS} | {"Event ID": "1", "Event Date": "2023-01-02", "Event Type": "AID", "Actor Name": "Chile"} | cells


def polecat_file(row: dict[str, str], rename: dict[str, str] | None = None, tail: str = "") -> str:
    return "\t".join((rename or {}).get(c, c) for c in row) + tail + "\n" + "\t".join(row.values()) + tail + "\n"


@pytest.mark.parametrize(
    "data",
    [
        polecat_file(variant(Intensity="7.0")).encode(),
        polecat_file(variant(Intensity="7.0"), {"Intensity": "Event Intensity"}).encode(),
        polecat_file(variant(Intensity="7.0", Headline="Aid comes", Feed="x", **{"Story ID": "9"})).encode(),
        polecat_file(variant(Intensity="7.0"), tail="\t\t").encode(),
        polecat_file(variant(Intensity="7.0"), tail="\t").replace("\n", "\r\n").encode("utf-8-sig"),
        polecat_file(variant(Intensity="7.0", Placename="Viña del Mar")).encode("latin-1"),
    ],
)  # fmt: skip
def test_variants_of_polecat(data: bytes) -> None:
    (read,) = READERS["polecat"](data, "file")
    assert (read.id, read.type, read.score, read.actor, read.recipient) == ("1", "AID", 7.0, "Chile", None)
    assert read.place in (None, "Viña del Mar")


def test_variants_of_icews_and_gdelt() -> None:
    row = {c: "NULL" for c in icews.COLUMNS} | {"Event ID": "7", "Event Date": "3/9/2017", "Source Name": "Chile", "CAMEO Code": "40", "Target Name": "X"}
    (read,) = READERS["icews"](("\t".join(row) + "\n" + "\t".join(row.values()) + "\n").encode(), "file")
    assert (read.id, read.date) == ("7/2017-03-09", "2017-03-09")
    old = [c for c in gdelt.COLUMNS if not c.endswith("ADM2Code")]
    cells = dict.fromkeys(old, "") | {"GLOBALEVENTID": "1", "SQLDATE": "20130401", "EventCode": "042", "QuadClass": "1", "ActionGeo_CountryCode": "CI"}
    for width in (58, 57):
        (read,) = READERS["gdelt"](("\t".join(list(cells.values())[:width]) + "\n").encode(), "file")
        assert (read.date, read.type, read.modes, read.quad, read.place_country) == ("2013-04-01", "CONSULT", ("visit",), "VERBAL COOPERATION", "CHL")


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("data", [b"a\tb\tc\n1\t2\t3\n", b"{}\n", b"\x00\x01\x02\tx\n"])
def test_files_of_another_kind_are_refused_with_their_place(format: str, data: bytes) -> None:
    with pytest.raises(TextError, match=r"strange\.txt"):
        list(READERS[format](data, "strange.txt"))


def test_the_tables_hold_together() -> None:
    rows = Countries.load().rows
    for column in ("iso3", "iso2", "fips", "cow"):
        codes = [getattr(r, column) for r in rows if getattr(r, column)]
        assert len(codes) == len(set(codes)), column
    assert Crosswalk.load().plover("1711")[0] == "COERCE" and Crosswalk.load().plover(None) == (None, None)


def test_an_event_without_a_day_or_a_code_goes_where_it_can() -> None:
    words = "Norway accused Chile."
    vague = event(words, "e1", "ACCUSE", ("NOR", "Norway"), ("CHL", "Chile"), "accused", None, cameo=None)
    undated = Record(document=Document(id="u", text=words, coder="c"), actors=record(words, "u", None, events=(vague,)).actors, events=(vague,))
    counts: dict[str, Any] = {format: WRITERS[format]([undated], io.StringIO()) for format in ("polecat", "plover", "gdelt", "icews", "cameo", "phoenix")}
    assert counts == {"polecat": 1, "plover": 1, "gdelt": 0, "icews": 0, "cameo": 0, "phoenix": 0}
