"""Who held which office when, and whom a surname may mean on a day."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import ResourceError
from dragoman.world.leaders import Leaders, fold, surnames

GOOD = Path(__file__).parents[2] / "data" / "world" / "good"
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def leaders() -> Leaders:
    return Leaders.load()


@pytest.fixture(scope="module")
def small() -> Leaders:
    return Leaders.load(GOOD / "leaders.tsv")


@pytest.mark.parametrize(
    ("actor", "office", "date", "person"),
    [
        ("USA", "head_of_state", "1999-06-01", "Bill Clinton"), ("USA", "head_of_state", "2017-01-19", "Barack Obama"),
        ("USA", "foreign_minister", "2000-05-05", "Madeleine Albright"), ("FRA", "head_of_government", "2022-07-01", "Élisabeth Borne"),
        ("RUS", "head_of_state", "2010-01-01", "Dmitry Medvedev"), ("RUS", "head_of_government", "2010-01-01", "Vladimir Putin"),
        ("ARM", "head_of_government", "2020-11-27", "Nikol Pashinyan"), ("IRN", "head_of_government", "2021-12-01", "Ebrahim Raisi"),
        ("IRN", "supreme_leader", "2010-01-01", "Ali Khamenei"), ("GBR", "head_of_government", "2022-10-01", "Liz Truss"),
        ("UN", "head", "2011-01-01", "Ban Ki-moon"), ("NATO", "head", "2024-12-01", "Mark Rutte"),
        ("KAZ", "head_of_state", "2018-01-01", "Nursultan Nazarbayev"),
        ("HAMAS", "head", "2016-01-01", "Khaled Meshaal"), ("TZA", "head_of_state", "2021-04-01", "Samia Suluhu Hassan"),
    ],
)  # fmt: skip
def test_holders(leaders: Leaders, actor: str, office: str, date: str, person: str) -> None:
    assert person in {row.person for row in leaders.holders(actor, office, date)}


@pytest.mark.parametrize(
    ("name", "date", "person", "status"),
    [
        ("Pashinian", "2020-11-27", "Nikol Pashinyan", "current"), ("Nazarbayev", "2022-01-05", "Nursultan Nazarbayev", "former"),
        ("Bush", "1990-08-02", "George H.W. Bush", "current"), ("Bush", "2003-03-20", "George W. Bush", "current"),
        ("Rouhani", "2014-01-01", "Hassan Rouhani", "current"), ("Erdogan", "2019-01-01", "Recep Tayyip Erdoğan", "current"),
        ("al-Assad", "2015-01-01", "Bashar al-Assad", "current"), ("Xi", "2018-01-01", "Xi Jinping", "current"),
        ("Tikhanovskaya", "2021-01-01", "Sviatlana Tsikhanouskaya", "current"),
        ("Francois Hollande", "2018-01-01", "François Hollande", "former"),
    ],
)  # fmt: skip
def test_best_candidate(leaders: Leaders, name: str, date: str, person: str, status: str) -> None:
    best = leaders.find(name, date)[0]
    assert (best.leader.person, best.status) == (person, status)


def test_nobody_of_that_name(leaders: Leaders) -> None:
    assert leaders.find("Qwertyuiop", "2020-01-01") == ()


def test_open_term_is_unknown_after_the_tables_date(small: Leaders) -> None:
    assert small.holders("AAA", "head_of_state", "2025-06-30")[0].person == "Cléo Cedar"
    assert small.holders("AAA", "head_of_state", "2026-01-01") == ()
    assert small.holders("AAA", "head_of_state", "2026-01-01", beyond=True)[0].person == "Cléo Cedar"
    assert small.find("Cedar", "2026-01-01")[0].status == "unknown"


@pytest.mark.parametrize(
    ("name", "date", "expected"),
    [
        ("Alder", "2003-01-01", [("Anna Alder", "current"), ("Oskar Alder", "future")]),
        ("Alder", "2012-01-01", [("Oskar Alder", "current"), ("Anna Alder", "former")]),
        ("cleo cedar", "2010-01-01", [("Cléo Cedar", "future")]),
        ("al-Beech", "2016-09-30", [("Ida al-Beech", "current")]),
        ("Beech", "2016-10-01", [("Ida al-Beech", "former")]),
        ("Brunon Birk", "2017-12-31", [("Bruno Birk", "current")]),
        ("Birk", None, [("Bruno Birk", "unknown")]),
    ],
)
def test_ranking(small: Leaders, name: str, date: str | None, expected: list[tuple[str, str]]) -> None:
    assert [(c.leader.person, c.status) for c in small.find(name, date)] == expected


@pytest.mark.parametrize(
    ("name", "folded"), [("Ban Ki-moon", "ban ki moon"), ("Tansu Çiller", "tansu ciller"), ("Sana'a", "sanaa"), ("J.D. Vance", "j d vance")]
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(("name", "expected"), [("Bashar al-Assad", ("assad", "al assad")), ("Lula", ("lula",)), ("", ())])
def test_surnames(name: str, expected: tuple[str, ...]) -> None:
    assert surnames(name) == expected


def test_table_without_its_date(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "leaders.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("# date: 2025-06-30\n", ""), encoding="utf-8")
    with pytest.raises(ResourceError, match="date"):
        Leaders.load(path)


def test_a_source_that_ends_earlier(tmp_path: Path) -> None:
    text = (GOOD / "leaders.tsv").read_text(encoding="utf-8").replace("# date:", "# date of census: 2018-12-31\n# date:")
    (tmp_path / "leaders.tsv").write_text(text.replace("2017-05-14\t\tday\tmemory", "2017-05-14\t\tday\tcensus"), encoding="utf-8")
    table = Leaders.load(tmp_path / "leaders.tsv")
    assert table.date == "2025-06-30"
    assert [table.find("Cedar", day)[0].status for day in ("2018-06-01", "2020-06-01")] == ["current", "unknown"]


def test_each_difference_from_other_lists_has_its_kind_and_reason() -> None:
    path = ROOT / "training/world/leader_differences.tsv"
    lines = [line.split("\t") for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    kinds = set(re.findall(r"^    (\w+) {2,}\S", (ROOT / "training/world/compare_leaders.py").read_text(encoding="utf8"), re.MULTILINE))
    assert lines[0] == ["list", "state", "theirs", "first", "last", "days", "ours", "kind", "reason"]
    assert len(lines) > 20
    for row in lines[1:]:
        assert len(row) == 9
        assert row[7] in kinds, row
        assert row[8], row


def test_the_table_of_differences_is_current() -> None:
    shared = ROOT.parent / "shared"
    if not (shared / "data/world/reign_leaders_2021-03.csv").exists():
        pytest.skip("needs the published lists in a folder beside the project")
    command = [sys.executable, str(ROOT / "training/world/compare_leaders.py"), "--shared", str(shared), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
