"""Gold that is wrong is refused, with file and line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from dragoman.codebook import Codebook
from dragoman.errors import TextError
from dragoman.evaluate import gold_of, read_gold
from dragoman.evaluate.gold import sha256_of

TYPES = {name: tuple(t.modes) for name, t in Codebook.load().types.items()}
TEXT = "Quito met Lima."
EVENT: dict[str, Any] = {"type": "CONSULT", "trigger": {"span": [6, 9], "text": "met"}, "actors": [{"country": "ECU"}]}
DOCUMENT: dict[str, Any] = {"id": "d", "text": TEXT, "events": [EVENT]}
DOCS = Path(__file__).parents[3] / "docs"


def write(path: Path, *lines: Any) -> Path:
    path.write_text("".join((x if isinstance(x, str) else json.dumps(x)) + "\n" for x in lines), encoding="utf8")
    return path


def test_documents_are_read_with_ids_for_lines_that_have_none(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "g.jsonl", "", DOCUMENT, {**DOCUMENT, "id": "e", "text": None, "sha256": sha256_of(TEXT)}), TYPES)
    assert list(gold.documents) == ["d", "e"] and gold.lines == {"d": 2, "e": 3}
    events = gold.documents["d"].events
    assert events is not None and [e.id for e in events] == ["e1"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{not json", "is no JSON"),
        ("[1]", "got an array; accepted is a JSON object"),
        ({"id": "x"}, "neither events, statements, positions"),
        ({**DOCUMENT, "text": None}, "neither text nor sha256"),
        ({**DOCUMENT, "sha256": "0" * 64}, "sha256 is not that of text"),
        ({**DOCUMENT, "event": []}, "unknown field `event`"),
        ({**DOCUMENT, "id": 7}, "Expected `str`, got `int`"),
        ({**DOCUMENT, "partial": ["event"]}, "partial: got event; accepted are events"),
        ({**DOCUMENT, "events": [{**EVENT, "type": "MEET"}]}, "d, e1: type is 'MEET'; accepted are AGREE"),
        ({**DOCUMENT, "events": [{**EVENT, "modes": ["walk"]}]}, "mode of CONSULT is 'walk'; accepted are"),
        ({**DOCUMENT, "events": [{**EVENT, "status": "done"}]}, "status is 'done'; accepted are actual"),
        ({**DOCUMENT, "events": [{**EVENT, "accept": [["AGREED", None]]}]}, "accepted type is 'AGREED'"),
        ({**DOCUMENT, "events": [{**EVENT, "accept": [["AGREE", "done"]]}]}, "accepted status is 'done'"),
        ({**DOCUMENT, "events": [{**EVENT, "trigger": {"span": [6, 99]}}]}, "[6, 99) is no part of the text of 15 code points"),
        ({**DOCUMENT, "events": [{**EVENT, "trigger": {"span": [6, 6]}}]}, "start before end"),
        ({**DOCUMENT, "events": [{**EVENT, "trigger": {"span": [0, 3], "text": "met"}}]}, "of the text is 'Qui', not 'met'"),
        ({**DOCUMENT, "events": [{**EVENT, "actors": [{"land": "ECU"}]}]}, "unknown field `land`"),
        ({**DOCUMENT, "events": [{**EVENT, "actors": [{"span": [0, 70]}]}]}, "span of a participant: [0, 70)"),
        ({**DOCUMENT, "events": [{**EVENT, "id": "a"}, {**EVENT, "id": "a"}]}, "events: the id 'a' stands twice"),
        ({**DOCUMENT, "statements": [{"id": "s", "content": []}]}, "content is empty"),
        ({**DOCUMENT, "statements": [{"id": "s", "content": [[0, 5]], "parent": "s"}]}, "parent 's' is no other statement"),
        ({**DOCUMENT, "positions": [{"holder": {}, "stance": "likes", "question": {"object": "x"}}]}, "stance is 'likes'; accepted are supports"),
        ({"id": "p", "type": "MEET"}, "p: type is 'MEET'"),
        ({"id": "p", "type": "NONE", "modes": ["visit"]}, "mode of NONE is 'visit'; accepted are none"),
        ({"id": "p", "type": "ACCUSE", "accept": [["NOTHING", None]]}, "accepted type is 'NOTHING'"),
    ],
)
def test_bad_lines_are_refused_with_file_and_line(tmp_path: Path, line: Any, says: str) -> None:
    path = write(tmp_path / "g.jsonl", "", line)
    with pytest.raises(TextError, match=re.escape(says)) as caught:
        read_gold(path, TYPES)
    assert str(caught.value).startswith(f"{path}:2: ")


@pytest.mark.parametrize("line", [DOCUMENT, {"id": "d", "type": "AID"}])
def test_an_id_stands_once(tmp_path: Path, line: Any) -> None:
    with pytest.raises(TextError, match=r"g.jsonl:2: the id 'd' stands on line 1 already"):
        read_gold(write(tmp_path / "g.jsonl", line, line), TYPES)


def test_documents_and_pairs_stand_in_files_of_their_own(tmp_path: Path) -> None:
    with pytest.raises(TextError, match=r"g.jsonl:2: a pair, where the lines before are documents; use two files"):
        read_gold(write(tmp_path / "g.jsonl", DOCUMENT, {"id": "p", "type": "AID"}), TYPES)


def test_files_that_hold_nothing_or_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="holds no line of gold"):
        read_gold(write(tmp_path / "g.jsonl", ""), TYPES)
    with pytest.raises(TextError, match=r"none.jsonl: can't be read: No such file"):
        read_gold(tmp_path / "none.jsonl", TYPES)
    (tmp_path / "latin.jsonl").write_bytes('{"id": "é"}'.encode("latin-1"))
    with pytest.raises(TextError, match=r"latin.jsonl:1: is no JSON in UTF-8"):
        read_gold(tmp_path / "latin.jsonl", TYPES)


def test_lines_of_gold_in_the_guide_are_read(tmp_path: Path) -> None:
    blocks = re.findall(r"```jsonl\n(.*?)```", (DOCS / "evaluate.md").read_text(encoding="utf8"), re.DOTALL)
    assert len(blocks) == 2
    kinds = [read_gold(write(tmp_path / f"{k}.jsonl", block), TYPES) for k, block in enumerate(blocks)]
    assert kinds[0].documents and kinds[1].pairs
    event = next(e for d in kinds[0].documents.values() for e in d.events or ())
    assert event.trigger.text


def test_the_guide_names_every_field() -> None:
    from dragoman.evaluate.gold import GoldDocument, GoldEvent, GoldPair, GoldParticipant, GoldPosition, GoldStatement

    guide = (DOCS / "evaluate.md").read_text(encoding="utf8")
    fields = {f for cls in (GoldDocument, GoldEvent, GoldPair, GoldParticipant, GoldPosition, GoldStatement) for f in cls.__struct_fields__}
    assert not [f for f in sorted(fields) if f"`{f}`" not in guide]


def test_objects_with_more_fields_become_gold() -> None:
    expected = {
        "published": "2020-01-01", "note": "n", "events": [{**EVENT, "id": "e9", "theme": "x", "date": {"start": "2020-01-01", "end": None, "by": "x"}}],
        "positions": [{"id": "p", "stance": "supports", "holder": {"name": "all"}, "quantifier": "all", "question": {"object": "o", "x": 1}}],
    }  # fmt: skip
    found = gold_of(expected, "d")
    assert found.events is not None and found.events[0].id == "e9" and found.events[0].date is not None
    assert found.positions is not None and found.positions[0].holder.quantifier == "all"
