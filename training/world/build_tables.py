"""Make the actor tables that the package ships from the lists in this folder.

    states.txt ──▶ states, their governments and organs, named by pattern ─┐
    organs.txt, groups/*.txt ──▶ organs with names of their own, others   ─┼─▶ src/dragoman/world/data/*.tsv
    members.txt, generics.txt, leaders/*.txt ──────────────────────────────┘

    python training/world/build_tables.py [--check] [--shared FOLDER]

With ``--shared`` (a folder with Wikidata query results) Wikidata ids and the heads of states that the lists leave out are filled in; without
it those that the committed tables have are kept. The lists are the place for corrections; the tables are made from them, in a fixed order.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src/dragoman/world/data"
DATE = "2025-06-30"
ACTOR_FIELDS = ("id", "name", "kind", "country", "claimed_by", "group", "sectors", "parent", "start", "end", "wikidata", "source")
LEADER_FIELDS = ("person", "names", "office", "actor", "start", "end", "precision", "source")

ORGANS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "GOV": ("Government of {}", "GOV", ("government", "cabinet", "administration", "presidency")),
    "LEG": ("Parliament of {}", "LEG", ("parliament", "legislature")),
    "MFA": ("Foreign Ministry of {}", "GOV", ("foreign ministry", "ministry of foreign affairs", "foreign affairs ministry")),
    "MOD": ("Defence Ministry of {}", "GOV,MIL", ("defence ministry", "defense ministry", "ministry of defence", "ministry of defense")),
    "MOI": ("Interior Ministry of {}", "GOV", ("interior ministry", "ministry of the interior")),
    "MIL": ("Armed Forces of {}", "MIL", ("armed forces", "army", "military", "air force", "navy")),
    "COP": ("Police of {}", "COP", ("police",)),
    "JUD": ("Courts of {}", "JUD", ("supreme court", "constitutional court")),
    "CBK": ("Central Bank of {}", "GOV,BUS", ("central bank",)),
    "SPY": ("Intelligence services of {}", "SPY", ("intelligence", "intelligence service", "intelligence agency")),
}
"""Suffix → name, sectors, what reports call it. The first two phrases are also named after the country ('Ukraine parliament')."""
LOWER_ONLY = {"cabinet", "administration", "presidency", "legislature", "intelligence", "intelligence service", "intelligence agency", "military",
              "constitutional court", "foreign affairs ministry"}  # fmt: skip
"""Phrases that reports do not write with capitals, or where those who do are found by their words."""
NO_ORGANS = {"ATA"}
SMALL = {
    "the",
    "of",
    "and",
    "for",
    "de",
    "del",
    "la",
    "al",
    "el",
    "ul",
    "i",
    "y",
    "e",
    "du",
    "des",
    "da",
    "do",
    "dos",
    "das",
    "di",
    "in",
    "on",
}


def lines(path: Path, columns: int) -> Iterator[list[str]]:
    """Yield the fields of each line that is not empty and no comment; missing ones at the end are empty."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [f.strip() for f in line.split("|")]
        if len(fields) > columns:
            raise SystemExit(f"{path.name}:{number}: {len(fields)} fields, at most {columns} expected: {line[:80]}")
        yield fields + [""] * (columns - len(fields))


def several(field: str) -> list[str]:
    """Split a list; 'the X' becomes 'X' where that still says who is meant (two words or more)."""
    out: list[str] = []
    items = [i.strip() for i in field.split(";") if i.strip()]
    for item in items:
        bare = item[4:] if item[:4].lower() == "the " else item
        keep = item if item == bare or (" " not in bare and bare not in items) else bare
        if keep not in out:
            out.append(keep)
    return out


def plain(name: str) -> str:
    """The name as agencies write it, without accents."""
    special = str.maketrans(
        {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "ð": "d", "þ": "th"}
    )
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(special)) if not unicodedata.combining(c))


def titled(phrase: str) -> str:
    """'ministry of foreign affairs' → 'Ministry of Foreign Affairs'."""
    return " ".join(w if w in SMALL else w[:1].upper() + w[1:] for w in phrase.split())


def demonyms(adjective: str) -> list[str]:
    """Singular and plural of a people's name made from its adjective; none where a noun of its own is needed."""
    if re.search(r"(ese|ss|ois)$", adjective):
        return [adjective]
    return [adjective, adjective + "s"]


class Tables:
    """What has been gathered: rows in order, each name once per actor and kind."""

    def __init__(self) -> None:
        self.actors: dict[str, dict[str, str]] = {}
        self.names: dict[tuple[str, str], str] = {}

    def add(self, **fields: str) -> None:
        """Add an actor."""
        if fields["id"] in self.actors:
            raise SystemExit(f"actor {fields['id']} twice: {self.actors[fields['id']]['name']}, {fields['name']}")
        self.actors[fields["id"]] = {k: fields.get(k, "") for k in ACTOR_FIELDS}

    def name(self, names: Iterable[str], actor: str, kind: str) -> None:
        """Add names of an actor; the first kind that a name was given stays."""
        for name in names:
            self.names.setdefault((name, actor), kind)
            if plain(name) != name:
                self.names.setdefault((plain(name), actor), kind)


def add_states(tables: Tables) -> None:
    """States with their names, then governments and organs by pattern."""
    rows = list(lines(HERE / "states.txt", 11))
    for code, name, other, adjectives, people, _, short, _, claimed, start, end in rows:
        tables.add(
            id=code,
            name=name,
            kind="state",
            country=code,
            claimed_by=claimed,
            start=start,
            end=end,
            source="iso-3166" if not claimed and not end else "own",
        )
        tables.name([name, *several(other)], code, "name")
        tables.name(several(short), code, "abbreviation")
        adjective_list = several(adjectives)
        tables.name([a for a in adjective_list if a != name], code, "adjective")
        tables.name(several(people) or [d for a in adjective_list if a[0].isupper() for d in demonyms(a)], code, "demonym")
    for code, name, _, _, _, capitals, _, seats, claimed, start, end in rows:
        if code in NO_ORGANS:
            continue
        tables.add(
            id=f"{code}-GOV",
            name=f"Government of {name}",
            kind="organ",
            country=code,
            claimed_by=claimed,
            sectors="GOV",
            parent=code,
            start=start,
            end=end,
            source="pattern",
        )
        tables.name(several(capitals), f"{code}-GOV", "capital")
        for seat in several(seats):
            label, _, owner = seat.partition("=")
            tables.name([label], owner or f"{code}-GOV", "metonym")


def add_pattern_organs(tables: Tables) -> None:
    """Organs named by pattern: 'Turkish parliament', 'Ukraine army', 'Government of Kenya'."""
    rows = list(lines(HERE / "states.txt", 11))
    uses = Counter(a for row in rows for a in several(row[3]))
    taken = {name: actor for name, actor in tables.names}
    for code, name, _, adjectives, _, _, short, _, _, _, _ in rows:
        if code in NO_ORGANS:
            continue
        owners = [a for a in several(adjectives)[:3] if uses[a] == 1] or [name]
        for suffix, (_, _, phrases) in ORGANS.items():
            actor = f"{code}-{suffix}"
            names: list[str] = []
            for number, phrase in enumerate(phrases):
                for owner in dict.fromkeys([*owners, *([name, *several(short)[:2]] if number < 2 else [])]):
                    if " of " not in phrase:
                        names += [f"{owner} {phrase}"] + ([] if phrase in LOWER_ONLY else [f"{owner} {titled(phrase)}"])
                if number == 0 or " of " in phrase:
                    names += [f"{phrase} of {name}", f"{titled(phrase)} of {name}"]
            tables.name([n for n in names if taken.get(n, actor) == actor], actor, "name")


def add_listed(tables: Tables) -> None:
    """Organs with names of their own, organizations, groups, parties, peoples, media, regions."""
    for path in [HERE / "organs.txt", *sorted((HERE / "groups").glob("*.txt"))]:
        kind = "organ" if path.stem == "organs" else ""
        for fields in lines(path, 10):
            code, name, names, short, country, group, sectors, parent, start, end = fields
            claimed = ""
            if ">" in country:
                country, _, claimed = country.partition(">")
            row_kind = kind
            if ":" in code:
                row_kind, _, code = code.partition(":")
            if code in tables.actors:
                tables.actors[code].update(name=name, **({"sectors": sectors} if sectors else {}), source="own")
            else:
                if kind == "organ":
                    country, parent = country or code.split("-")[0], parent or code.split("-")[0]
                tables.add(
                    id=code,
                    name=name,
                    kind=row_kind,
                    country=country,
                    claimed_by=claimed,
                    group=group,
                    sectors=sectors,
                    parent=parent,
                    start=start,
                    end=end,
                    source="own",
                )
            adjectives = [n[1:] for n in several(names) if n.startswith("~")]
            people = [n[1:] for n in several(names) if n.startswith("+")]
            metonyms = [n[1:] for n in several(names) if n.startswith("@")]
            tables.name([n for n in [name, *several(names)] if n[0] not in "~+@!"], code, "name")
            tables.name(adjectives, code, "adjective")
            tables.name(people, code, "demonym")
            tables.name(metonyms, code, "metonym")
            tables.name(several(short), code, "abbreviation")


def add_organ_rows_first(tables: Tables) -> None:
    """Rows (without names) of all pattern organs, so that listed organs may rename them."""
    for code, name, _, _, _, _, _, _, claimed, start, end in lines(HERE / "states.txt", 11):
        if code in NO_ORGANS:
            continue
        for suffix, (title, sectors, _) in ORGANS.items():
            if f"{code}-{suffix}" not in tables.actors:
                tables.add(
                    id=f"{code}-{suffix}",
                    name=title.format(name),
                    kind="organ",
                    country=code,
                    claimed_by=claimed,
                    sectors=sectors,
                    parent=code,
                    start=start,
                    end=end,
                    source="pattern",
                )


def read_members() -> list[tuple[str, str, str, str]]:
    """``ORG: A B@1995 C@1999..2020``: members with the dates of joining and leaving."""
    out = []
    for fields in lines(HERE / "members.txt", 1):
        organization, _, rest = fields[0].partition(":")
        for item in rest.split():
            member, _, dates = item.partition("@")
            start, _, end = dates.partition("..")
            out.append((organization, member, start, end))
    return out


def read_generics() -> list[tuple[str, str, str]]:
    """``SECTORS type: noun, noun, ...``"""
    out: dict[str, tuple[str, str, str]] = {}
    for fields in lines(HERE / "generics.txt", 1):
        head, _, nouns = fields[0].partition(":")
        sectors, kind = head.split()
        for noun in (n.strip().lower() for n in nouns.split(",")):  # as lemmas are
            out.setdefault(noun, (noun, "" if sectors == "-" else sectors, kind))
    return sorted(out.values())


def header(title: str, source: str, columns: Iterable[str]) -> str:
    """The lines that every table begins with."""
    return f"# title: {title}\n# source: {source}\n# licence: Apache-2.0\n# version: 1\n# date: {DATE}\n" + "\t".join(columns) + "\n"


def render(rows: Iterable[Iterable[str]]) -> str:
    """Rows as tab-separated text."""
    return "".join("\t".join(row) + "\n" for row in rows)


def build(shared: Path | None) -> dict[str, str]:
    """All tables as text, by file name."""
    from leaders import read_leaders, wikidata_ids  # beside this script

    tables = Tables()
    add_states(tables)
    add_organ_rows_first(tables)
    add_listed(tables)
    add_pattern_organs(tables)
    for name, actor in tables.names:
        if actor not in tables.actors:
            raise SystemExit(f"names: {name!r} names {actor!r}, which no list has")
    for code, wikidata in wikidata_ids(shared, DATA / "actors.tsv", tables.actors).items():
        tables.actors[code]["wikidata"] = wikidata
    own = "written for this project from common knowledge; patterns: training/world/build_tables.py"
    return {
        "ambiguous.txt": (HERE / "ambiguous.txt").read_text(encoding="utf-8"),
        "actors.tsv": header("Actors", own + "; Wikidata ids: Wikidata (CC0)", ACTOR_FIELDS) + render(r.values() for r in tables.actors.values()),
        "names.tsv": header("Names of actors", own, ("name", "actor", "kind")) + render((n, a, k) for (n, a), k in tables.names.items()),
        "members.tsv": header("Members of organizations by date", own, ("organization", "member", "start", "end")) + render(read_members()),
        "generics.tsv": header("Nouns that name agents without a name", own, ("lemma", "sectors", "type")) + render(read_generics()),
        "leaders.tsv": header("Who held which office when", "a row's source: memory (common knowledge), wikidata (Wikidata, CC0, state of 2021: years only); dates compared with Archigos 4.1", LEADER_FIELDS).replace("\nperson", "\n# date of wikidata: 2022-12-31\nperson")
        + render(read_leaders(shared, DATA / "leaders.tsv")),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail where the committed tables differ")
    parser.add_argument("--shared", type=Path, help="folder with the optional inputs")
    options = parser.parse_args()
    stale = []
    for file_name, text in build(options.shared).items():
        path = DATA / file_name
        if options.check:
            stale += [file_name] if not path.exists() or path.read_text(encoding="utf-8") != text else []
        else:
            path.write_text(text, encoding="utf-8")
            print(f"{file_name}: {sum(line[0] != '#' for line in text.splitlines()) - 1} rows", file=sys.stderr)
    if stale:
        raise SystemExit("not made from the lists: " + ", ".join(stale))


if __name__ == "__main__":
    main()
