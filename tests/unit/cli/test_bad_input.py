"""Input as it comes: each kind of bad input has a clear answer, and one bad document never stops a run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

GOOD = "date 2024-03-14 Chad accused Niger on Monday of sheltering rebels."
COMMAND = [sys.executable, "-m", "dragoman"]


def dragoman(*arguments: str, stdin: bytes = b"", timeout: float = 120) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, timeout=timeout)


def coded(path: Path, *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    done = dragoman("code", str(path), "--format", "jsonl", *arguments)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()


def problems(record: dict[str, Any]) -> dict[str, str]:
    return {p["code"]: p["message"] for p in record["problems"]}


@pytest.mark.parametrize(
    ("name", "raw", "code", "says"),
    [
        ("empty.txt", b"", "empty", "empty"),
        ("blank.txt", b" \n\t\n", "empty", "empty"),
        ("binary.txt", bytes(range(256)) * 20, "unreadable", "binary"),
        ("html.txt", b"date 2024-03-14\n<html><body><p>Chad accused Niger.</p></body></html>", "looks-like-html", "HTML"),
        ("control.txt", GOOD.encode() + b" \x07\x1b[31m It \x08 left.", "control-characters", "control characters"),
        ("dates.txt", b"date 2024-02-31 Chad accused Niger of lying.", "bad-date", "2024-02-31"),
        ("none.txt", b"Chad accused Niger of sheltering rebels.", "no-date", "no date"),
        ("french.txt", "Le gouvernement a dénoncé mardi les propos du ministre et il a demandé des excuses à la France.".encode(), "not-english", "English"),
    ],
)
def test_each_has_one_record_that_says_what_is_wrong(tmp_path: Path, name: str, raw: bytes, code: str, says: str) -> None:
    (tmp_path / name).write_bytes(raw)
    status, records, said = coded(tmp_path / name)
    assert status in (0, 3) and "Traceback" not in said
    assert len(records) == 1
    assert records[0]["document"]["id"].endswith(name)
    assert says in problems(records[0])[code]


@pytest.mark.parametrize(
    "text",
    [
        "“Chad accused Niger, the minister said. “It “lied on Monday.",
        "Chad \U0001f54a️ accused Niger \U0001f1f3\U0001f1ea of lying. 😡😡",
        "Chad accused Niger. \u05e9\u05dc\u05d5\u05dd \u202eolleh\u202c said the minister on Monday.",
        "Chad accused Niger of lying on Feb. 31, 2024, and on 45 May.",
        "word " * 5_000,
        "(((((" * 400,
    ],
    ids=["quotes", "emoji", "right-to-left", "impossible dates", "no sentence end", "brackets"],
)
def test_odd_text_is_coded_and_kept_as_it_was(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf8")
    status, records, said = coded(path, "--date", "2024-03-14")
    assert "Traceback" not in said and status in (0, 3)
    assert records[0]["document"]["text"] == text
    for e in records[0]["events"]:
        a, b = e["trigger"]["span"]
        assert text[a:b] == e["trigger"]["text"]


def test_a_line_of_ten_megabytes_is_read_whole_and_coded_in_part(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    text = "date 2024-03-14 " + "Chad accused Niger of lying and left " * 200 + " " * 9_990_000 + "at last."
    path.write_text(text, encoding="utf8")
    status, records, _ = coded(path)
    assert status == 0
    assert len(records[0]["document"]["text"]) == len(text)
    assert "too-long" in problems(records[0])


def test_another_encoding_is_named_or_guessed(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("date 2024-03-14 Chad accused Niger’s army of lying in Timbío.".encode("cp1252"))
    _, records, _ = coded(path)
    assert "’" in records[0]["document"]["text"]
    assert "encoding" in " ".join(problems(records[0]))


def test_malformed_lines_do_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    lines = ['{"id": "a", "text": "Chad accused Niger of lying.", "published": "2024-03-14", "desk": 7}', "{not json", '["text"]', '{"id": "d"}',
             '{"id": "e", "text": "Chad accused Niger of lying.", "published": "yesterday"}']  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf8")
    status, records, _ = coded(path)
    assert status == 3
    assert records[0]["document"]["id"] == "a" and len(records) == 5
    assert records[0]["document"]["meta"] == {"desk": 7}
    assert [bool(r["events"]) for r in records] == [True, False, False, False, True]
    assert all(r["problems"] for r in records[1:])


def test_a_missing_file_is_a_record_with_its_problem_and_the_others_go_on(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD, encoding="utf8")
    done = dragoman("code", str(tmp_path / "missing.txt"), str(good), "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 3
    assert "missing.txt" in records[0]["problems"][0]["message"]
    assert records[1]["events"]


def test_an_output_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD, encoding="utf8")
    done = dragoman("code", str(good), "-o", str(tmp_path / "no" / "folder" / "out.jsonl"))
    assert done.returncode == 5
    assert b"out.jsonl" in done.stderr and b"Traceback" not in done.stderr


@pytest.mark.parametrize(("arguments", "says"), [(("--format", "xml"), b"jsonl"), (("--date", "2024-13-01"), b"YYYY-MM-DD"), (("--input", "pdf"), b"auto")])
def test_settings_that_make_no_sense_name_what_is_accepted(tmp_path: Path, arguments: tuple[str, ...], says: bytes) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD, encoding="utf8")
    done = dragoman("code", str(good), *arguments)
    assert done.returncode == 2
    assert says in done.stderr and b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_a_reader_that_goes_away_ends_the_run_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps({"id": n, "text": GOOD}) for n in range(400)), encoding="utf8")
    done = subprocess.run(["bash", "-c", f"{sys.executable} -m dragoman code {path} --format jsonl | head -c 100 > /dev/null; echo ${{PIPESTATUS[0]}}"], capture_output=True)
    assert b"Traceback" not in done.stderr
    assert done.stdout.strip() in (b"141", b"0")


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_says_interrupted_and_exits_with_130(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps({"id": n, "text": GOOD * 20}) for n in range(3000)), encoding="utf8")
    running = subprocess.Popen([*COMMAND, "code", str(path), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.readline()
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"interrupted" in said and b"Traceback" not in said
