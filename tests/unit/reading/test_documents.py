"""Documents from files, folders and JSON lines: what is kept, what is doubted, what fails."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from dragoman.errors import QueryError
from dragoman.reading import LONGEST, Failure, Input, head_of, make_document, make_input, read_documents, whole
from dragoman.records import Record

TEXT = "Chad accused Niger on Monday of sheltering rebels.\n"


def only(*paths: Path, **options: str) -> Input | Failure:
    (found,) = read_documents(paths, **options)
    return found


def line(tmp_path: Path, raw: str | bytes) -> Input | Failure:
    file = tmp_path / "one.jsonl"
    file.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return only(file)


def codes(found: Input) -> list[str]:
    return [p.code for p in found.problems]


def test_the_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = "date 2024-03-14\r\n\r\n  " + TEXT.replace("\n", "\r\n")
    (tmp_path / "r.txt").write_bytes(text.encode())
    found = only(tmp_path / "r.txt")
    assert isinstance(found, Input)
    assert (found.document.text, found.document.published, found.document.published_basis) == (text, "2024-03-14", "header")


@pytest.mark.parametrize(
    ("given", "text", "day", "basis"),
    [
        ("2020-01-02", "date 2024-03-14 " + TEXT, "2020-01-02", "option"),
        (None, "---\ntitle: A\ndate: 2024-03-14\n---\n" + TEXT, "2024-03-14", "header"),
        (None, "NIAMEY, March 14, 2024 (Wire) -- " + TEXT, "2024-03-14", "dateline"),
        (None, "COMMUNIQUE\nNiamey, 14 March 2024\n\n" + TEXT, "2024-03-14", "dateline"),
        (None, TEXT, None, None),
    ],
)
def test_where_the_date_comes_from(tmp_path: Path, given: str | None, text: str, day: str | None, basis: str | None) -> None:
    (tmp_path / "r.md").write_text(text)
    found = only(tmp_path / "r.md", **({"published": given} if given else {}))
    assert (found.document.published, found.document.published_basis) == (day, basis)


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.text", "d.pdf", "e.ndjson"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps({"id": "e", "text": TEXT}) if name.endswith("json") else TEXT)
    ids = [f.document.id for f in read_documents([tmp_path])]
    assert [Path(i).name for i in ids] == ["a.md", "b.txt", "e", "c.text"]


def test_fields_of_a_line(tmp_path: Path) -> None:
    found = line(tmp_path, json.dumps({"id": 7, "text": TEXT, "published": "2024-03-14T10:00:00Z", "title": "T", "desk": {"a": [1]}, "url": 3}))
    assert isinstance(found, Input)
    d = found.document
    assert (d.id, d.title, d.published, d.published_basis, d.meta, d.url) == ("7", "T", "2024-03-14", "field", {"desk": {"a": [1]}}, None)
    assert codes(found) == ["bad-field"]


def test_whatever_a_line_holds_can_be_written_again(tmp_path: Path) -> None:
    raw = '{"id": "a\\ud800", "text": "Chad \\ud83d\\ude21 accused \\udfff Niger.", "\\ud800": 123456789012345678901234567890, "n": [NaN, {"k": "\\udc00"}]}'
    found = line(tmp_path, raw)
    assert isinstance(found, Input)
    assert found.document.text == "Chad \U0001f621 accused \ufffd Niger."
    written = json.loads(msgspec.json.encode(Record(document=found.document, problems=found.problems)))
    assert written["document"]["meta"]["\ufffd"] == "123456789012345678901234567890"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("{", "malformed-jsonl"), ("[1]", "malformed-jsonl"), ("3", "malformed-jsonl"), ('{"id": "a"}', "malformed-jsonl"),
        ('{"id": "a", "text": 3}', "malformed-jsonl"), ('{"id": "a", "text": " "}', "empty"), ("[" * 100_000, "malformed-jsonl"),
        (b'{"id": "a", "text": "\x00\x01"}', "unreadable"),
    ],
)  # fmt: skip
def test_lines_that_fail(tmp_path: Path, raw: str | bytes, code: str) -> None:
    found = line(tmp_path, raw)
    assert isinstance(found, Failure) and found.problem.code == code and "one.jsonl:1" in found.problem.message


def test_settings_that_make_no_sense() -> None:
    with pytest.raises(QueryError, match="accepted are auto, text, jsonl"):
        list(read_documents(["x"], input="xml"))
    with pytest.raises(QueryError, match="2024-02-30"):
        list(read_documents(["x"], published="2024-02-30"))


def test_of_a_very_long_text_the_beginning_is_coded_and_all_is_kept() -> None:
    given = make_input("word " * (LONGEST // 4), id="long", published="2024-03-14")
    head = head_of(given.document)
    assert "too-long" in codes(given) and LONGEST - 5 <= len(head.text) <= LONGEST and given.document.text.startswith(head.text)
    assert whole(Record(document=head), given.document).document == given.document
    assert head_of(make_document(TEXT, id="short")).text == TEXT


def test_an_unbroken_run_is_cut_somewhere() -> None:
    assert len(head_of(make_document("x" * (LONGEST + 9), id="run")).text) == LONGEST


def test_direction_characters_are_told() -> None:
    assert "direction-characters" in codes(make_input("Chad \u202eaccused Niger of lying.", id="x", published="2024-03-14"))


def test_a_document_has_its_own_key_for_each_date() -> None:
    one, other = (make_document(TEXT, id="a", published=d) for d in ("2024-03-14", "2024-03-15"))
    assert one.sha256 != other.sha256 and len(one.sha256) == 64
