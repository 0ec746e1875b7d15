"""The pictures: what is chosen for them, what they say, and that they are files which are safe to publish."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import matplotlib as mpl
import msgspec
import numpy as np
import pytest
import typer
from typer.testing import CliRunner

import dragoman.pictures
from dragoman.cli._draw import draw as draw_command
from dragoman.errors import QueryError, StoreError
from dragoman.pictures import KINDS, draw, dyads, network, places, positions, timeline
from dragoman.pictures._canvas import colour_of, label, plain, signed
from dragoman.pictures.basemap import FILE, load_basemap
from dragoman.record import Filters, Store, Writer
from dragoman.records import Actor
from tests.unit.record.made import accusation, stance, talks

# The files


@pytest.fixture(scope="module")
def drawn(store: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each kind, as SVG."""
    folder = tmp_path_factory.mktemp("drawn")
    for kind in KINDS:
        draw(kind, store, folder / f"{kind}.svg")
    return {kind: (folder / f"{kind}.svg").read_bytes() for kind in KINDS}


def notes(svg: bytes) -> str:
    """What the picture says about itself; the same words stand below it as outlines."""
    found = ET.fromstring(svg).find(".//{http://purl.org/dc/elements/1.1/}description")
    assert found is not None and found.text
    return found.text


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_self_contained_and_the_same_each_time(kind: str, drawn: dict[str, bytes], store: Store, tmp_path: Path) -> None:
    with mpl.rc_context({"font.size": 30, "text.parse_math": True}):  # somebody's own settings
        draw(kind, store, tmp_path / "again.svg")
        assert mpl.rcParams["font.size"] == 30
    assert (tmp_path / "again.svg").read_bytes() == drawn[kind]
    text = drawn[kind].decode("utf8")
    assert not re.search(r"<script|@import|href=\"(?!#|data:image/png)|<dc:date>", text)


def test_png(store: Store, tmp_path: Path) -> None:
    draw("dyads", store, tmp_path / "a.PNG")
    draw("dyads", store, tmp_path / "b.png")
    assert (tmp_path / "a.PNG").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert (tmp_path / "a.PNG").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_the_notes_say_what_was_counted(drawn: dict[str, bytes], store: Store, tmp_path: Path) -> None:
    assert "10 events in 9 reports (2 publishers), 2022-02-10 to 2022-06-04: 9 asserted by the report, 0 claimed by somebody it cites, 1 denied" in notes(drawn["timeline"])
    assert "9 events without coordinates" in notes(drawn["map"])
    assert "5 positions in 5 reports (1 publisher)" in notes(drawn["positions"])
    assert all(f"Record {Path(store.place).name}, version 1. Coded by dragoman 0.1.0 plover-2.0+1 en-1." in notes(svg) for svg in drawn.values())
    draw("timeline", store, tmp_path / "x.svg", Filters(actor=["NOR"], min_confidence=0.5), title="Norway")
    assert "Filters: actor NOR; min confidence 0.5." in notes((tmp_path / "x.svg").read_bytes())
    draw("dyads", store, tmp_path / "y.svg", top=2)
    assert "Not shown for want of room: 4 actors, 2 recipients." in notes((tmp_path / "y.svg").read_bytes())


def test_names_from_reports_are_drawn_as_they_stand(tmp_path: Path) -> None:
    """No mathematics, no markup, no direction tricks, no crash on a script that the font lacks."""
    names = ["$\\frac{1}{0}$ $", "--><script>alert(1)</script><!--", "国民议会", "\u202egnal\x07\ud7fb", "A" * 500, "&lt;b&gt; & ]]>"]
    with Writer(Store(tmp_path / "r", create=True)) as writer:
        for n, name in enumerate(names):
            made = stance(f"x{n}", f"2022-0{n + 1}-10", ("EU", "The EU"), "supports" if n % 2 else "opposes")
            who = msgspec.structs.replace(made.events[0].actors[0], actor=f"~x{n}")
            writer.add(msgspec.structs.replace(
                made, actors=(*made.actors, Actor(id=f"~x{n}", name=name)), events=(msgspec.structs.replace(made.events[0], actors=(who,)),),
                positions=(msgspec.structs.replace(
                    made.positions[0], holder=msgspec.structs.replace(made.positions[0].holder, actor=f"~x{n}"),
                    question=msgspec.structs.replace(made.positions[0].question, text=name),
                ),),
            ))  # fmt: skip
    store = Store(tmp_path / "r")
    for kind in ("dyads", "network", "positions"):
        draw(kind, store, tmp_path / "x.svg", title="$x$ --> <script>")
        root = ET.parse(tmp_path / "x.svg").getroot()
        assert not [e for e in root.iter() if e.tag.endswith("script")]
        assert "<script" not in (tmp_path / "x.svg").read_text(encoding="utf8")


def test_labels() -> None:
    assert plain("a\n\tb\u202e\x00 c") == "a b c"
    assert label("abcdef", 4) == "abc…" and label("abcd", 4) == "abcd"
    assert label("one two three four", 9, 2) == "one two\nthree…" and label("one two three", 9, 2) == "one two\nthree"
    assert [signed(s) for s in (3.25, -0.5, 0.01, None)] == ["+3.2", "−0.5", "0.0", ""]


def test_conflict_and_cooperation_differ_in_more_than_colour() -> None:
    """A greyscale print must tell the two apart by shape, pattern or sign."""
    assert len({shape for shape, _, _ in positions.LOOKS.values()}) == len({sign for *_, sign in positions.LOOKS.values()}) == 4
    assert len({str(pattern) for _, pattern, _ in network.LINES.values()}) == 3
    assert len({marker for marker, *_ in places.LOOKS.values()}) == 3
    assert colour_of(-10) != colour_of(10)


# What is accepted


@pytest.mark.parametrize(
    ("kind", "output", "options", "says"),
    [
        ("pie", "x.svg", {}, "accepted are timeline, dyads"), ("map", "x.pdf", {}, "ends in .svg or .png"), ("dyads", "x.svg", {"per": "day"}, "with timeline only"),
        ("timeline", "x.svg", {"per": "hour"}, "accepted are auto, day"), ("map", "x.svg", {"by": "state"}, "with dyads and network only"),
        ("network", "x.svg", {"top": 41}, "1 to 40"), ("map", "x.svg", {"top": 0}, "1 to 5000"), ("timeline", "x.svg", {"top": 3}, "shows all its periods"),
        ("timeline", "x.svg", {"filters": Filters(actor=["PER"])}, "no event with a date"), ("map", "x.svg", {"filters": Filters(actor=["EU"])}, "coordinates"),
        ("positions", "x.svg", {"filters": Filters(type=["ACCUSE"])}, "can't be filtered"), ("network", "x.svg", {"by": "country", "filters": Filters(actor=["EU"])}, "no event"),
    ],
)  # fmt: skip
def test_what_makes_no_sense(kind: str, output: str, options: dict[str, Any], says: str, store: Store, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=says):
        draw(kind, store, tmp_path / output, **options)
    assert not (tmp_path / output).exists()


def test_a_file_that_can_not_be_written(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be written"):
        draw("map", store, tmp_path / "nowhere" / "x.svg")


def test_without_matplotlib(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delitem(sys.modules, "dragoman.pictures._canvas")
    monkeypatch.delattr(dragoman.pictures, "_canvas")
    with pytest.raises(StoreError, match=r"pip install 'dragoman\[record,pictures\]'"):
        draw("map", store, tmp_path / "x.svg")


def test_the_command(kept: Path, tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(draw_command)
    out = tmp_path / "n.svg"
    given = ["network", "--record", kept, "--by", "country", "--actor", "NOR", "--title", "Norway", "-o", out]
    result = CliRunner().invoke(app, [str(a) for a in given])
    assert result.exception is None, result.exception
    assert "Filters: actor NOR." in notes(out.read_bytes())


# What is chosen


def test_periods() -> None:
    assert timeline.period_for(date(2024, 1, 1), date(2024, 2, 1)) == "day"
    assert timeline.period_for(date(2024, 1, 1), date(2024, 12, 1)) == "week"
    assert timeline.period_for(date(2020, 1, 1), date(2024, 12, 1)) == "month"
    assert timeline.period_for(date(1990, 1, 1), date(2024, 12, 1)) == "year"
    assert timeline.periods(date(2023, 11, 1), date(2024, 2, 1), "month") == [date(2023, 11, 1), date(2023, 12, 1), date(2024, 1, 1), date(2024, 2, 1)]
    assert timeline.periods(date(2023, 10, 1), date(2024, 1, 1), "quarter") == [date(2023, 10, 1), date(2024, 1, 1)]
    with pytest.raises(QueryError, match="there is room for 400 periods"):
        timeline.periods(date(2000, 1, 1), date(2024, 1, 1), "day")


def pair(actor: str, recipient: str, events: int, asserted: int | None = None, score: float | None = -1.0) -> dict[str, Any]:
    asserted = events if asserted is None else asserted
    return {"actor": actor, "recipient": recipient, "events": events, "asserted": asserted, "score_asserted": score if asserted else None}


def test_no_row_of_the_heat_map_is_empty() -> None:
    rows = [pair("a", "x", 9), pair("b", "y", 8), pair("c", "z", 7), pair("a", "y", 1), pair("d", "x", 6)]
    assert dyads.choose(rows, 2) == (["a", "b"], ["x", "y"])
    assert dyads.choose(rows[::-1], 2) == dyads.choose(rows, 2)


def test_everybody_in_the_network_has_an_arrow() -> None:
    rows = [pair("a", "a", 99), pair("a", "b", 9), pair("c", "d", 8), pair("b", "a", 7), pair("b", "c", 1)]
    ids, arrows = network.choose(rows, 3)
    assert (ids, [(r["actor"], r["recipient"]) for r in arrows]) == (["b", "a", "c"], [("a", "b"), ("b", "a"), ("b", "c")])
    many = [pair(f"a{i:02}", f"b{j:02}", 1) for i in range(10) for j in range(10)]
    ids, arrows = network.choose(many, 40)
    assert len(arrows) == network.ARROWS and {r[s] for r in arrows for s in ("actor", "recipient")} == set(ids)
    assert [network.kind_of(pair("a", "b", 2, n, s)) for n, s in ((2, -1.0), (1, 0.0), (0, None))] == ["conflict", "cooperation", "claims"]


def test_who_deals_with_each_other_stands_together() -> None:
    ring = network.circle(["a", "x", "b", "y"], {("a", "b"): 5, ("x", "y"): 4})
    assert ring in (["a", "b", "x", "y"], ["b", "a", "x", "y"])
    chain = network.circle(["m", "a", "b", "c", "d"], {("a", "b"): 1, ("b", "m"): 2, ("m", "c"): 2, ("c", "d"): 1})
    assert sorted(chain) == ["a", "b", "c", "d", "m"]


def told(question: str, holder: str, stance: str, **more: Any) -> dict[str, Any]:
    return {"question": question, "holder": holder, "stance": stance, "tense": "current", "standing": "reporter", "speakers": None} | more


def test_the_latest_stance_is_shown_with_the_one_before() -> None:
    rows = [told("q", "CHL", "supports"), told("q", "CHL", "opposes"), told("q", "CHL", "opposes"), told("q", "EU", "neutral", tense="past"),
            told("q", "EU", "opposes", standing="denied")]  # fmt: skip
    assert positions.latest(rows, {}) == [positions.Stand("q", "CHL", "opposes", True, "supports")]


@pytest.mark.parametrize(
    ("speakers", "own"), [(["CHL"], True), (["CHL-MFA"], True), (["CHL-GOV"], True), (["NOR"], False), ([], False), ([None], False), (["~rival"], False)]
)
def test_whose_word_a_position_is(speakers: Sequence[str | None], own: bool) -> None:
    """A ministry speaks for its state and its government; another state, or somebody of whom nothing is known, does not."""
    acting = {"CHL": "CHL", "CHL-MFA": "CHL", "CHL-GOV": "CHL", "NOR": "NOR"}
    rows = [told("q", "CHL-GOV", "supports", standing="claim", speakers=speakers)]
    assert positions.latest(rows, acting)[0].own is own


def test_questions_on_which_they_differ_come_first_and_whole() -> None:
    def stand(question: str, holder: str, stance: str) -> positions.Stand:
        return positions.Stand(question, holder, stance, True, None)

    stands = [stand("agreed", h, "supports") for h in "abc"] + [stand("split", "a", "supports"), stand("split", "d", "opposes"), stand("alone", "a", "neutral")]
    assert positions.order(stands) == ["split", "agreed", "alone"]
    questions, holders = positions.choose(stands, 3)
    assert questions == ["split", "alone"] and set(holders) == {"a", "d"}, "'agreed' would need four holders"
    assert positions.choose(stands, 1) == (["split"], ["a"])


# The map


def at(name: str, lon: float, lat: float, score: float | None = -2.0, standing: str = "reporter") -> dict[str, Any]:
    return {"place": name, "lon": lon, "lat": lat, "score": score, "standing": standing}


def test_spots_count_by_place_and_score_what_is_asserted() -> None:
    found = places.spots([at("A", 1, 1), at("A", 1, 1, 4.0), at("A", 1, 1, -9.0, "claim"), at("B", 2, 2, -9.0, "denied"), at("C", None, None)])  # type: ignore[arg-type]
    assert [(s.name, s.events, s.score, s.kind) for s in found] == [("A", 3, 1.0, "cooperation"), ("B", 1, None, "claims")]


@pytest.mark.parametrize(
    "points", [[(10.0, 10.0)], [(178.0, -18.0), (-172.0, -14.0)], [(-170.0, 60.0), (175.0, 65.0)], [(-179.0, 0.0), (0.0, 50.0), (120.0, -40.0)], [(0.0, -89.0), (10.0, 88.0)]]
)  # fmt: skip
def test_a_frame_holds_all_places(points: list[tuple[float, float]]) -> None:
    west, east, south, north = places.frame(*zip(*points))
    assert -90 <= south < north <= 90 and places.NARROWEST - 0.01 <= east - west <= 360.01
    for lon, lat in points:
        assert west <= lon + 360 * places._turns(lon, west) <= east and south <= lat <= north


def test_places_across_the_date_line_lie_side_by_side() -> None:
    west, east, *_ = places.frame([178.0, -172.0], [-18.0, -14.0])
    assert east - west < 30


def inside(ring: np.ndarray, lon: float, lat: float) -> bool:
    """The even-odd rule."""
    x, y = ring.T
    x2, y2 = np.roll(ring, -1, axis=0).T
    cuts = (y > lat) != (y2 > lat)
    return bool(np.sum(cuts & (lon < (x2 - x) * (lat - y) / np.where(y2 == y, 1, y2 - y) + x)) % 2)


def test_the_basemap_is_the_world() -> None:
    basemap = load_basemap()
    on_land = {name: any(inside(ring, lon + turn, lat) for ring in basemap.land for turn in (-360, 0, 360)) for name, (lon, lat) in {
        "Nairobi": (36.82, -1.29), "Paris": (2.35, 48.85), "La Paz": (-68.15, -16.5), "Viti Levu": (178.0, -17.8),
        "Chukotka, west of the date line": (172.0, 66.5), "and east of it": (-175.0, 66.5),
    }.items()}  # fmt: skip
    assert all(on_land.values()), on_land
    assert not any(inside(ring, *sea) for ring in basemap.land for sea in ((-30.0, 0.0), (70.0, -30.0), (-150.0, 30.0)))
    assert all(np.abs(np.diff(line[:, 0])).max(initial=0) < 30 for line in (*basemap.coasts, *basemap.borders, *basemap.land)), "a line across the world"
    assert FILE.stat().st_size <= 120_000


def test_events_told_again_are_drawn_once(tmp_path: Path) -> None:
    made = accusation()
    again = msgspec.structs.replace(made.events[1], id="e3", same_as="e2")
    with Writer(Store(tmp_path / "r", create=True)) as writer:
        writer.add(msgspec.structs.replace(made, events=(*made.events, again)))
        writer.add(talks(1))
    draw("map", Store(tmp_path / "r"), tmp_path / "x.svg")
    assert "3 events in 2 reports" in notes((tmp_path / "x.svg").read_bytes())
