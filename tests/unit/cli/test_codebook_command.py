"""The command ``dragoman codebook``, and the guide to a codebook of one's own, as a reader would follow it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli._codebook import codebook_app, show_lines, with_codebook
from dragoman.cli._codebook import test_lines as lines_of_test
from dragoman.codebook import Codebook
from dragoman.codebook.operators import KINDS
from dragoman.codebook.own import QUADS, OwnOperator, OwnType
from dragoman.coder import Coder
from dragoman.errors import QueryError, ResourceError
from dragoman.records import Document

GUIDE = (Path(__file__).parents[3] / "docs" / "own-codebook.md").read_text(encoding="utf8")


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return Codebook.load()


@pytest.fixture
def land(tmp_path: Path) -> Path:
    """The guide's example."""
    block = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert block is not None
    path = tmp_path / "land.toml"
    path.write_text(block[1], encoding="utf8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(codebook_app, list(arguments))


def test_the_guides_example_holds_and_is_as_printed(land: Path, coder: Coder) -> None:
    lines = list(lines_of_test(str(land), coder))
    assert all(good for _, good in lines), lines
    printed = re.search(r"\$ dragoman codebook test land.toml\n(.*)\n", GUIDE)
    assert printed is not None
    assert [line for line, _ in lines] == [printed[1].replace("VERSION", Codebook.load([land]).version.rpartition("@")[2])]


def test_events_of_the_guides_type_have_its_scores(land: Path, coder: Coder) -> None:
    own = with_codebook(coder, Codebook.load([land]))
    record = own.code(Document(id="x", text="Ecuador nationalized a Spanish oil company.", published="2024-05-15"))
    assert [(e.type, e.modes, e.quad, e.score) for e in record.events] == [("EXPROPRIATE", ("nationalize",), "MATERIAL CONFLICT", -8.5)]
    assert record.document.codebook.startswith("plover-2.0+1+land@")


def test_other_events_are_coded_as_ever_beside_a_type_of_ones_own(land: Path, coder: Coder) -> None:
    given = Document(id="x", text="Kenya accused Somalia of moving a border post. Ecuador nationalized a Spanish oil company.", published="2024-05-15")
    ours, own = coder.code(given).events, with_codebook(coder, Codebook.load([land])).code(given).events
    assert ours[0] == own[0] and own[0].type == "ACCUSE" and own[0].why["reader"]
    assert [e.type for e in own] == ["ACCUSE", "EXPROPRIATE"] and not own[1].why["reader"]


def test_a_codebook_instead_of_ours_codes_its_own_types_alone(land: Path, coder: Coder) -> None:
    land.write_text("replace = true\n" + land.read_text(encoding="utf8"), encoding="utf8")
    text = "Kenya accused Somalia of moving a border post. Norway promised to send aid to Malawi. Ecuador nationalized a Spanish oil company."
    record = with_codebook(coder, Codebook.load([land])).code(Document(id="x", text=text, published="2024-05-15"))
    assert [(e.id, e.type) for e in record.events] == [("e1", "EXPROPRIATE")]
    assert record.document.codebook == Codebook.load([land]).version


@pytest.mark.parametrize("workers", ["1", "2"])
def test_code_takes_a_codebook_of_ones_own(land: Path, tmp_path: Path, workers: str) -> None:
    from dragoman.cli._app import app

    report = tmp_path / "report.txt"
    report.write_text("Quito, 15 May 2024 - Ecuador nationalized a Spanish oil company.", encoding="utf8")
    result = CliRunner().invoke(app, ["code", str(report), "--codebook", str(land), "--format", "jsonl", "--workers", workers])
    assert result.exit_code == 0, result.exception
    record = json.loads(result.stdout)
    assert [e["type"] for e in record["events"]] == ["EXPROPRIATE"]
    assert record["document"]["codebook"] == Codebook.load([land]).version
    land.write_text("x = 1", encoding="utf8")
    broken = CliRunner().invoke(app, ["code", str(report), "--codebook", str(land), "--workers", workers])
    assert isinstance(broken.exception, ResourceError)


def test_the_guide_names_every_key() -> None:
    keys = {*OwnType.__struct_fields__, *OwnOperator.__struct_fields__}
    assert not [k for k in sorted(keys) if f"`{k}`" not in GUIDE]
    assert all(quad in GUIDE for quad in QUADS) and all(kind in GUIDE for kind in KINDS)


def test_a_sentence_that_does_not_hold_is_shown_with_its_reason_and_fails(land: Path, coder: Coder) -> None:
    text = land.read_text(encoding="utf8").replace("Viewers nationalized the joke within a week.", "Ecuador nationalized a Spanish oil company.")
    land.write_text(text, encoding="utf8")
    lines = list(lines_of_test(str(land), coder))
    assert lines[0] == ("land.nationalize: counter: Ecuador nationalized a Spanish oil company.\n    fired on 'nationalized'", False)
    assert lines[-1][0].startswith("5 of 6 sentences hold")


def test_the_exit_status_says_whether_all_hold(land: Path, coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Coder, "load", classmethod(lambda cls: coder))
    assert run("test", str(land)).exit_code == 0
    land.write_text(land.read_text(encoding="utf8").replace("[nationalized] <", "nationalized <[a] "), encoding="utf8")
    result = run("test", str(land))
    assert result.exit_code == 1 and "no event at the trigger" in result.stdout


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[expropriated] <a Canadian", "[expropriated <a Canadian", "land.expropriate: .*is not closed"),
        ("[expropriated] <a Canadian", "expropriated <a Canadian", r"land.expropriate: no \[trigger\]"),
        ("EXPROPRIATE", "Expropriate", "accepted are names in capitals"),
    ],
)
def test_examples_that_can_not_be_read(land: Path, coder: Coder, old: str, new: str, says: str) -> None:
    land.write_text(land.read_text(encoding="utf8").replace(old, new), encoding="utf8")
    with pytest.raises(ResourceError, match=says) as caught:
        list(lines_of_test(str(land), coder))
    assert str(land) in str(caught.value)


def test_frames_without_sentences_are_named(land: Path, coder: Coder) -> None:
    text = re.sub(r"^counter = .*\n", "", land.read_text(encoding="utf8"), flags=re.M)
    land.write_text(text, encoding="utf8")
    assert ("land.expropriate: has no counter-examples", True) in list(lines_of_test(str(land), coder))
    land.write_text('name = "x"\n', encoding="utf8")
    with pytest.raises(ResourceError, match=r"has no \[\[frame\]\] to test"):
        list(lines_of_test(str(land), coder))


def test_show_a_type(codebook: Codebook) -> None:
    lines = show_lines("COERCE", codebook)
    assert lines[0] == f"COERCE  MATERIAL CONFLICT, score {codebook.types['COERCE'].score:g}"
    assert show_lines("AID", codebook)[0].endswith(", a recipient is required")
    assert any(line.startswith("  mode arrest: score") for line in lines)
    assert sum(line.startswith("    coerce.") for line in lines) == sum(f.type == "COERCE" for f in codebook.frames)


def test_show_a_frame_with_all_that_it_says(codebook: Codebook) -> None:
    frame = next(f for f in codebook.frames if f.examples and f.counter and f.require and f.recipient)
    shown = "\n".join(show_lines(frame.id, codebook))
    said = [frame.id, frame.type, *frame.examples, *frame.counter, *frame.verbs, *frame.actor, *frame.recipient, *frame.modes]
    assert not [x for x in said if x not in shown]


def test_show_a_word_with_its_operator_and_all_its_frames(codebook: Codebook) -> None:
    shown = "\n".join(show_lines("Refuse", codebook))
    assert "refuse (verb)" in shown and "operator refuse" in shown
    assert all(f.id in shown for f in codebook.frames_for("verb", "refuse"))


@pytest.mark.parametrize(("name", "near"), [("SANCTON", "SANCTION"), ("acuse", "accuse"), ("accuse.acuse", "accuse.accuse")])
def test_show_what_is_not_there_says_what_comes_near(codebook: Codebook, name: str, near: str) -> None:
    with pytest.raises(QueryError, match=f"called '{name}'; near are .*{near}"):
        show_lines(name, codebook)


def test_show_takes_a_codebook_of_ones_own(land: Path) -> None:
    assert "EXPROPRIATE  MATERIAL CONFLICT" in run("show", "EXPROPRIATE", "--codebook", str(land)).stdout
    assert "+ {Ecuador} [nationalized]" in run("show", "land.nationalize", "--codebook", str(land)).stdout
    assert isinstance(run("show", "land.nationalize").exception, QueryError)


@pytest.mark.parametrize("status", [0, 1])
def test_check_is_the_check_of_all_frames(monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr("dragoman.codebook.check.main", lambda arguments: asked.append(arguments) or status)
    assert run("check", "--list", "--type", "AID").exit_code == status
    assert run("check").exit_code == status
    assert asked == [["--list", "--type", "AID"], []]
