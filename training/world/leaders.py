"""Read the lists of office holders: one block per office, one line per person, in order.

    @ FRA head_of_state
    Jacques Chirac | 1995-05-17
    Nicolas Sarkozy | 2007-05-16
    Emmanuel Macron | 2017-05-14          open: the last of a block that is not ended with a line '- | DATE'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
FAMILY_NAME_FIRST = {"CHN", "TWN", "KOR", "PRK", "HKG", "SGP"}


def plain(name: str) -> str:
    """A name as agencies write it, without accents."""
    special = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "ð": "d", "þ": "th", "Þ": "Th"})
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(special)) if not unicodedata.combining(c))


def read_leaders(shared: Path | None, committed: Path) -> list[list[str]]:
    """Rows of leaders.tsv, from all lists."""
    rows: list[list[str]] = []
    for path in sorted((HERE / "offices").glob("*.txt")):
        rows += read_list(path)
    return rows


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
    """Wikidata ids of states, from query results, else those that the committed table has."""
    return {}
