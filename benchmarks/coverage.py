"""Who takes part in real news: ``python benchmarks/coverage.py --data FOLDER [--sample NAME]`` draws, ``--score FILE`` counts.

Drawn are subjects and objects of political verbs (the lemma has a frame in the codebook) that may be somebody: a pronoun, a proper name, what the
language model takes for a person, an organization or a place, or what the coder gave an actor to; no things ('the resolution'). By set:

    polnear   attribution_polnear_train.jsonl   US politics, 2015-16
    tbaq      times_tbaq.jsonl                  agency copy, 1989-2000
    web       places_geowebnews.jsonl           newspapers of many countries, 2018, without a date
    gum       attribution_gum.jsonl, news       Wikinews, without a date

A quarter each, from 50 documents of each set (all 21 of gum): documents by the hash of sample and id, mentions by that of sample, id and offset. Written
are lines for a reader who judges them: sentence and the two before, the mention, and whom the coder takes it for. A judgement is
``{"id", "right", "why"}``: right if country (or group) and sectors are, or if nobody is given and nobody can be ('the price', or a person of whom the
report tells neither country nor sector); the person's or body's identity must not be another's.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.codebook import Codebook
from dragoman.coder import with_speakers
from dragoman.coding import CueLexicon, find_statements
from dragoman.language import Analysis, LanguageModel
from dragoman.world import Mentions, World, resolve_mentions
from dragoman.world.calendar import find_times

SETS = {"polnear": "attribution_polnear_train.jsonl", "tbaq": "times_tbaq.jsonl", "web": "places_geowebnews.jsonl", "gum": "attribution_gum.jsonl"}
DOCUMENTS = 50
_SLOTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"})
_AGENTS = frozenset({"person", "organization", "place"})
_THINGS = frozenset({"document", "thing", "event"})
_NO_ONE = frozenset({"what", "which", "that", "this", "there", "these", "those", "something", "nothing", "anything", "everything", "whatever"})
Row = dict[str, Any]


def rank(*parts: object) -> str:
    """Where something stands in the draw."""
    return hashlib.sha256("\t".join(map(str, parts)).encode()).hexdigest()


def documents(name: str, folder: Path, sample: str) -> list[Row]:
    """The documents of a set that a sample draws from."""
    rows = [json.loads(line) for line in (folder / SETS[name]).read_text(encoding="utf-8").splitlines()]
    rows = [r for r in rows if r.get("genre", "news") == "news"]
    return sorted(rows, key=lambda r: rank(sample, r["id"]))[:DOCUMENTS]


def drawable(a: Analysis, mentions: Mentions, book: Codebook) -> Iterator[int]:
    """Heads of the phrases that may be drawn."""
    for i, rel in enumerate(a.rel):
        verb = a.head[i]
        if rel not in _SLOTS or verb < 0 or a.upos[verb] != "VERB" or not book.frames_for("verb", a.lemma[verb].lower()):
            continue
        entity, found = a.entity_at.get(i), mentions.at(i)
        if found is not None and found.type in _THINGS:
            continue  # 'the resolution' takes part through its maker only
        if a.form[i].lower() in _NO_ONE and (found is None or found.actor is None):
            continue
        if a.upos[i] in ("PRON", "PROPN") or (entity is not None and entity.type in _AGENTS) or (found is not None and found.actor is not None):
            yield i


def described(a: Analysis, mentions: Mentions, i: int) -> Row:
    """One line for the reader: the mention, its context, and whom the coder takes it for."""
    k = a.sentence_of[i]
    own = mentions.at(i)
    span = a.char_span(own.first, own.last) if own is not None else a.span[i]
    joined = {c for c in a.subtree(i) if c != i and a.rel[c] == "conj"}
    spans = [a.char_span(*a.sentences[n]) for n in range(max(0, k - 2), k + 1)]
    return {
        "offset": span, "before": [a.text[s:e] for s, e in spans[:-1]], "sentence": a.text[slice(*spans[-1])], "verb": a.form[a.head[i]],
        "slot": a.rel[i], "mention": a.text[slice(*span)], "kind": own.kind if own is not None else "none",
        "resolved": [
            {"actor": m.actor.id, "name": m.actor.name, "country": m.actor.country, "group": m.actor.group, "sectors": list(m.actor.sectors),
             "confidence": round(m.confidence, 2), "why": m.why}
            for m in mentions.resolve(i) if m.actor is not None and m.head not in joined
        ],
    }  # fmt: skip


def draw(folder: Path, sample: str, size: int) -> Iterator[Row]:
    """The lines of a sample, ``size`` in all."""
    model, world, book, cues = LanguageModel.load(), World.load(), Codebook.load(), CueLexicon.load()
    for name in SETS:
        found: list[tuple[str, Row]] = []
        for document in documents(name, folder, sample):
            a = model.analyze(document["text"])
            date = document.get("date") or document.get("published")
            mentions = resolve_mentions(a, world, date)
            mentions = with_speakers(mentions, find_statements(a, mentions, cues, date, find_times(document["text"], date)))
            for i in drawable(a, mentions, book):
                place = rank(sample, document["id"], a.span[i][0])
                key = f"{name}:{document['id']}:{a.span[i][0]}"
                found.append((place, {"id": key, "set": name, "doc": document["id"], "date": date, **described(a, mentions, i)}))
        yield from (row for _, row in sorted(found, key=lambda f: f[0])[: size // len(SETS)])


def score(rows: list[Row]) -> None:
    """Print the share that is right, by set and by kind."""
    tally: dict[tuple[str, str], list[bool]] = collections.defaultdict(list)
    for r in rows:
        for key in (("set", r.get("set") or r["id"].split(":")[0]), ("kind", r.get("kind", "")), ("all", "")):
            tally[key].append(bool(r["right"]))
    print("| by | of | mentions | right |\n|---|---|---|---|")
    for (by, of), right in sorted(tally.items()):
        print(f"| {by} | {of} | {len(right)} | {sum(right) / len(right):.3f} |")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with " + ", ".join(SETS.values()))
    parser.add_argument("--sample", default="a", help="another name draws another sample")
    parser.add_argument("--size", type=int, default=400)
    parser.add_argument("--score", type=Path, help="judgements to count")
    parser.add_argument("--drawn", type=Path, help="with --score: the sample that was judged, for the kinds")
    args = parser.parse_args()
    if args.score is not None:
        drawn = {r["id"]: r for r in map(json.loads, args.drawn.read_text(encoding="utf-8").splitlines())} if args.drawn else {}
        score([{**drawn.get(r["id"], {}), **r} for r in map(json.loads, args.score.read_text(encoding="utf-8").splitlines())])
        return 0
    if args.data is None or (missing := [f for f in SETS.values() if not (args.data / f).is_file()]):
        print(f"coverage.py: --data: got {args.data}; it must hold {', '.join(SETS.values() if args.data is None else missing)}", file=sys.stderr)
        return 2
    for row in draw(args.data, args.sample, args.size):
        print(json.dumps(row, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
