"""Read the lists of office holders: one block per office, one line per person, in order.

@ FRA head_of_state
Jacques Chirac | 1995-05-17
Nicolas Sarkozy | 2007-05-16
Emmanuel Macron | 2017-05-14          open: the last of a block that is not ended with a line '- | DATE'
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
OTHER_NAMES = {"People's Republic of China": "CHN", "United States of America": "USA", "The Bahamas": "BHS", "The Gambia": "GMB", "Kingdom of the Netherlands": "NLD",
               "Republic of Ireland": "IRL", "Federated States of Micronesia": "FSM", "São Tomé and Príncipe": "STP", "Kingdom of Denmark": "DNK"}  # fmt: skip
"""Wikidata's labels where they are not the table's names."""
FAMILY_NAME_FIRST = {"CHN", "TWN", "KOR", "PRK", "HKG", "SGP"}


def plain(name: str) -> str:
    """A name as agencies write it, without accents."""
    special = str.maketrans(
        {
            "ł": "l",
            "Ł": "L",
            "ø": "o",
            "Ø": "O",
            "đ": "d",
            "Đ": "D",
            "ı": "i",
            "ß": "ss",
            "æ": "ae",
            "Æ": "Ae",
            "ð": "d",
            "þ": "th",
            "Þ": "Th",
        }
    )
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(special)) if not unicodedata.combining(c))


def read_leaders(shared: Path | None, committed: Path) -> list[list[str]]:
    """Rows of leaders.tsv, from all lists."""
    rows: list[list[str]] = []
    for path in sorted((HERE / "offices").glob("*.txt")):
        rows += read_list(path)
    return rows + list(from_wikidata(shared, committed, {(row[3], row[2]) for row in rows}))


def from_wikidata(shared: Path | None, committed: Path, known: set[tuple[str, str]]) -> Iterator[list[str]]:
    """Heads of state and government of states that the lists leave out, as Wikidata had them in 2021: years only."""
    if shared is None:
        lines = committed.read_text(encoding="utf-8").splitlines() if committed.exists() else []
        yield from (row for row in (line.split("\t") for line in lines) if row[-1] == "wikidata" and (row[3], row[2]) not in known)
        return
    names = dict(
        fields[:2] for line in (HERE / "states.txt").read_text(encoding="utf-8").splitlines() if (fields := line.split("|"))[0].isupper()
    )
    codes = {name: code for code, name in names.items()} | OTHER_NAMES
    with (shared / "data/world/world_leaders_wikidata_2021.csv").open(encoding="utf-8") as file:
        found = sorted(csv.DictReader(file), key=lambda r: (r["country"], r["positionLabel"], r["start_year"]))
    for row in found:
        title = row["positionLabel"].lower()
        head = re.match(r"(president|king|queen|monarch|emir|sultan|grand duke|prince) of", title)
        office = (
            "head_of_state"
            if head
            else "head_of_government"
            if re.match(r"(prime minister|chancellor|head of government)\b", title)
            else ""
        )
        actor = codes.get(row["country"], "")
        if office and actor and (actor, office) not in known and row["start_year"] and not re.match(r"Q\d", row["officeholderLabel"]):
            person = re.sub(r" (\(.*\)|of [A-Z].*)$", "", row["officeholderLabel"])
            yield [person, "|".join(spellings([person], actor)), office, actor, row["start_year"], row["end_year"], "year", "wikidata"]


def read_list(path: Path) -> Iterator[list[str]]:
    """Rows of one list. A person's line: name / spellings | start | end; without an end, the next start ends it."""
    actor = office = ""
    open_row: list[str] | None = None
    for number, line in entries(path):
        if line.startswith("@"):
            if open_row:
                yield open_row
            open_row = None
            actor, office = line[1:].split()
            continue
        fields = [f.strip() for f in line.split("|")] + ["", ""]
        names, start, end = [n.strip() for n in fields[0].split("/")], fields[1], fields[2]
        if not actor:
            raise SystemExit(f"{path.name}:{number}: no '@ ACTOR office' line before {line!r}")
        if open_row:
            if not open_row[5]:
                open_row[5] = start
            yield open_row
            open_row = None
        if names[0] == "-":
            continue
        precision = {4: "year", 7: "month", 10: "day"}.get(len(start), "year")
        row = [names[0], "|".join(spellings(names, actor)), office, actor, start, "" if end == "?" else end, precision, "memory"]
        if end == "?":
            yield row
        else:
            open_row = row
    if open_row:
        yield open_row


def entries(path: Path) -> Iterator[tuple[int, str]]:
    """Number and text of each entry; several on a line stand between semicolons."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("#"):
            for entry in line.split(";"):
                if entry.strip():
                    yield number, entry.strip()


def spellings(names: list[str], actor: str) -> list[str]:
    """Other spellings, those without accents among them, and the family name alone where it stands first."""
    out = dict.fromkeys(names[1:])
    out |= dict.fromkeys(plain(n) for n in names)
    if actor.split("-")[0] in FAMILY_NAME_FIRST and " " in names[0]:
        out[names[0].split()[0]] = None
    out.pop(names[0], None)
    return list(out)


def wikidata_ids(shared: Path | None, committed: Path, actors: dict[str, dict[str, str]]) -> dict[str, str]:
    """Wikidata ids of states, from query results (``countryid``, ``country``), else those that the committed table has."""
    if shared is None:
        rows = (
            [line.split("\t") for line in committed.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
            if committed.exists()
            else []
        )
        return {row[0]: row[10] for row in rows[1:] if row[10] and row[0] in actors}
    by_name = {fields["name"]: code for code, fields in actors.items() if fields["kind"] == "state" and not fields["end"]}
    by_name |= OTHER_NAMES
    with (shared / "data/world/world_leaders_wikidata_2021.csv").open(encoding="utf-8") as file:
        return {by_name[row["country"]]: row["countryid"] for row in csv.DictReader(file) if row["country"] in by_name}
