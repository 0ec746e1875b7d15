"""How well statements are found and given to their speakers: ``python benchmarks/statements.py GOLD.jsonl [--nested]``.

GOLD holds lines ``{"id", "text", "attributions": [{"id", "source", "cue", "content", "nested_in", "polarity"}, ...]}``, where source (the
speaker), cue and content are lists of ``[start, end]``: the shape of PolNeAR and of GUM's discourse layer.

    content           the words of the contents overlap by half or more (intersection over union), one to one
    content+speaker   and each side's speaker holds the other's head word, or neither has a speaker
    direct, ...       the same by how much of the content stands in quotation marks: all, some, none
    nested            the gold's embedded statements that are found, and those of them that are given the right parent
    negative          the gold's negated statements that are found, and those of them that are marked negated

Only outermost statements are scored unless ``--nested``, since PolNeAR marks no others. Errors are read in training files only; a set without
one is split by the SHA-256 of its texts: errors are read in the even half, the odd half (``--half odd``) is only scored.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from dragoman.coding.statements import CueLexicon, MentionIndex, NoMentions, find_statements
from dragoman.language import Analysis, LanguageModel
from dragoman.records import Statement

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|``.*?(?:''|$)", re.MULTILINE)
_BREAK = re.compile(r",|\(|\b(?:of|in|at|for|from|who|which|that|with|on|to|by)\b|[—–]")

Row = dict[str, Any]


def words(text: str, spans: list[Any]) -> frozenset[int]:
    """Where the words of some spans begin."""
    return frozenset(a + m.start() for a, b in spans for m in _WORD.finditer(text[a:b]))


def head(text: str, spans: list[Any]) -> int | None:
    """Where the head word of a speaker begins: the last word before the first comma, preposition or relative pronoun."""
    if not spans:
        return None
    a, b = sorted(spans)[0]
    cut = next((m.start() for m in _BREAK.finditer(text[a:b]) if m.start() > 0), b - a)
    found = list(_WORD.finditer(text[a : a + cut])) or list(_WORD.finditer(text[a:b]))
    return a + found[-1].start() if found else None


def form(text: str, spans: list[Any]) -> str:
    """``direct``, ``mixed`` or ``indirect``, by the marks."""
    said = words(text, spans)
    quoted = said & words(text, [m.span() for m in _QUOTED.finditer(text)])
    return "indirect" if not quoted else "direct" if len(quoted) >= 0.95 * len(said) else "mixed"


def holds_clause(s: Statement, analysis: Analysis) -> bool:
    """Does the content hold a verb? GUM marks clauses only; 'condemned the raid' is a statement of ours that it has no line for."""
    return any(analysis.upos[i] in ("VERB", "AUX") and any(a <= start < b for a, b in s.content) for i, (start, _) in enumerate(analysis.span))


def as_row(s: Statement) -> Row:
    """A statement in the shape of the gold; a document that speaks is its own speaker there."""
    speaker = [s.vehicle.span] if s.vehicle and not (s.speakers and s.speakers[0].span[1] <= s.vehicle.span[0]) else [p.span for p in s.speakers]
    polarity = "negative" if s.cue and s.cue.negated else "positive"
    return {"id": s.id, "source": speaker, "content": list(s.content), "nested_in": s.parent, "polarity": polarity}


def same_speaker(text: str, a: Row, b: Row) -> bool:
    x, y = head(text, a["source"]), head(text, b["source"])
    if x is None or y is None:
        return x is y
    return x in words(text, b["source"]) and y in words(text, a["source"])


def match(text: str, gold: list[Row], system: list[Row], speaker: bool) -> dict[int, int]:
    """Gold to system, one to one, best overlap first."""
    g, s = ([words(text, x["content"]) for x in side] for side in (gold, system))
    pairs = []
    for i, a in enumerate(g):
        for k, b in enumerate(s):
            overlap = len(a & b) / len(a | b) if a or b else 0.0
            if overlap >= 0.5 and (not speaker or same_speaker(text, gold[i], system[k])):
                pairs.append((-overlap, i, k))
    out: dict[int, int] = {}
    for _, i, k in sorted(pairs):
        if i not in out and k not in out.values():
            out[i] = k
    return out


def count(text: str, gold: list[Row], system: list[Row], tally: collections.Counter[str]) -> None:
    """Add one document's figures."""
    for name, speaker in (("content", False), ("content+speaker", True)):
        pairs = match(text, gold, system, speaker)
        for i, k in pairs.items():
            tally[f"{name} hit"] += 1
            if speaker:
                tally[f"{form(text, gold[i]['content'])} recalled"] += 1
                tally[f"{form(text, system[k]['content'])} hit"] += 1
        tally[f"{name} gold"] += len(gold)
        tally[f"{name} system"] += len(system)
    for side, rows in (("gold", gold), ("system", system)):
        for x in rows:
            tally[f"{form(text, x['content'])} {side}"] += 1
    found = match(text, gold, system, False)
    where = {x["id"]: i for i, x in enumerate(gold)}
    for i, x in enumerate(gold):
        mine = system[found[i]] if i in found else None
        if x.get("nested_in"):
            up = where.get(x["nested_in"])
            tally["nested gold"] += 1
            tally["nested found"] += mine is not None
            tally["nested parent"] += mine is not None and up in found and mine["nested_in"] == system[found[up]]["id"]
        if x.get("polarity") == "negative":
            tally["negative gold"] += 1
            tally["negative found"] += mine is not None
            tally["negative marked"] += mine is not None and mine["polarity"] == "negative"


def half(text: str) -> str:
    """``even`` or ``odd``: the half of a set that a document falls in."""
    return "odd" if int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 else "even"


def _line(name: str, hit: int, recalled: int, gold: int, system: int) -> str:
    p, r = hit / max(1, system), recalled / max(1, gold)
    return f"{name:18}{p:8.3f}{r:8.3f}{2 * p * r / (p + r) if p + r else 0.0:8.3f}{gold:8d}{system:8d}"


def resolver(wanted: bool) -> Any:
    """From an analysis and a date to an index of mentions."""
    if not wanted:
        return lambda analysis, published: NoMentions()
    from dragoman.world.mentions import World, resolve_mentions  # type: ignore[attr-defined,unused-ignore]

    world = World.load()
    return lambda analysis, published: resolve_mentions(analysis, world, published)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", type=Path, help="folder of the language model; the shipped one by default")
    parser.add_argument("--limit", type=int, help="only the first documents")
    parser.add_argument("--clauses", action="store_true", help="leave out statements whose content holds no verb, where gold has clauses only")
    parser.add_argument("--half", choices=("even", "odd"), help="only the documents whose text has an even or an odd hash")
    parser.add_argument("--nested", action="store_true", help="score embedded statements too")
    parser.add_argument("--mentions", action="store_true", help="resolve speakers with the world's tables (slower; the heads stay the same)")
    options = parser.parse_args()
    if not options.gold.is_file():
        print(f"no {options.gold}: give a file of statements as JSON lines", file=sys.stderr)
        return 2
    model, cues, mentions = LanguageModel.load(options.model), CueLexicon.load(), resolver(options.mentions)
    tally: collections.Counter[str] = collections.Counter()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()][: options.limit]
    rows = [r for r in rows if options.half in (None, half(r["text"]))]
    spent = 0.0
    for row in rows:
        analysis: Analysis = model.analyze(row["text"])
        index: MentionIndex = mentions(analysis, row.get("date"))
        start = time.perf_counter()
        found = find_statements(analysis, index, cues)
        spent += time.perf_counter() - start
        if options.clauses:
            found = tuple(s for s in found if holds_clause(s, analysis))
        count(row["text"], row["attributions"], [as_row(s) for s in found if options.nested or s.parent is None], tally)
    print(f"{'':18}{'P':>8}{'R':>8}{'F1':>8}{'gold':>8}{'system':>8}")
    for name in ("content", "content+speaker"):
        print(_line(name, tally[f"{name} hit"], tally[f"{name} hit"], tally[f"{name} gold"], tally[f"{name} system"]))
    for name in ("direct", "mixed", "indirect"):
        print(_line(f"  {name}", tally[f"{name} hit"], tally[f"{name} recalled"], tally[f"{name} gold"], tally[f"{name} system"]))
    for name, last in (("nested", "parent"), ("negative", "marked")):
        if tally[f"{name} gold"]:
            print(f"{name}: {tally[f'{name} found']} of {tally[f'{name} gold']} found, {tally[f'{name} {last}']} with the right {last}")
    print(f"{len(rows)} documents, {sum(len(r['text']) for r in rows) / max(spent, 1e-9) / 1e3:.0f} kB/s after parsing")
    return 0


if __name__ == "__main__":
    sys.exit(main())
