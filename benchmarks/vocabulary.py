"""What share of the predicates of political news the codebook knows: ``python benchmarks/vocabulary.py FILE [--every N] [--list]``.

Counted, by token, in PolNeAR's articles is every predicate that stands between two who act in politics. The floor is held on the training articles
(``attribution_polnear_train.jsonl``), from which the list was drawn; the development articles, whose text played no part in it, say what that is worth elsewhere:

    verb         its subject (active subject, passive agent, understood subject) and another slot hold different political actors
    event noun   the same of a noun that names nobody by itself ('Mr X's criticism of the Senate'; not 'the party's leader in the Senate')

It is known if its lemma has a frame or is an operator, or if ``unframed.toml`` says why it has none. Whether the frame's slots fit the
sentence is another question (the frames' own tests). ``--list`` prints the lemmas that are not known, the most frequent first, each with a sentence.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.codebook import Codebook
from dragoman.codebook.unframed import Unframed
from dragoman.coder import clause_tense, with_speakers
from dragoman.coding import Clock, CueLexicon, find_statements
from dragoman.coding.events import EventCoder, _is_core
from dragoman.coding.propositions import Proposition
from dragoman.language import Analysis, LanguageModel
from dragoman.world import World, resolve_mentions
from dragoman.world.calendar import find_times

_INSIDE = frozenset({"subj", "comp", "adv", "attr"})
"""Slots that hold no other party: the subject itself, and what is a clause or is said of somebody."""
_SOMEBODY = frozenset({"person", "organization", "state", "place", "group", "time"})


@dataclasses.dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate between two political actors, and the sentence it was found in."""

    pos: str
    lemma: str
    sentence: str


def articles(file: Path, every: int = 1) -> Iterator[dict[str, Any]]:
    """The articles, or one in ``every`` of them by the hash of its id."""
    for line in file.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        if int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % every == 0:
            yield row


def predicates(analysis: Analysis, coder: EventCoder) -> Iterator[Predicate]:
    """The predicates of a document between two political actors, in text order."""
    for i in range(len(analysis)):
        prop = coder.reader.read(i) if analysis.upos[i] in ("VERB", "NOUN") else None
        if prop is None or prop.pos not in ("verb", "noun") or not between(prop, coder):
            continue
        known = coder.mentions.at(i)
        if prop.pos == "noun" and known is not None and known.type in _SOMEBODY:
            continue
        yield Predicate(prop.pos, prop.lemma, " ".join(analysis.form[slice(*analysis.sentences[analysis.sentence_of[i]])]))


def between(prop: Proposition, coder: EventCoder) -> bool:
    """Whether the subject and another slot hold different political actors."""
    actors, _ = coder._resolve(prop.get("subj"))
    if not any(_is_core(m) for m in actors):
        return False
    mine = {m.actor.id for m in actors if m.actor}
    others = (m for slot in prop.slots if slot not in _INSIDE for m in coder._resolve(prop.get(slot))[0])
    return any(_is_core(m) and m.actor is not None and m.actor.id not in mine for m in others)


def read_predicates(rows: Iterable[dict[str, Any]], codebook: Codebook) -> Iterator[Predicate]:
    """The predicates of all articles."""
    language, world, cues = LanguageModel.load(), World.load(), CueLexicon.load()
    for row in rows:
        analysis, published = language.analyze(row["text"]), row["date"]
        mentions = resolve_mentions(analysis, world, published)
        times = find_times(row["text"], published, clause_tense(analysis))
        mentions = with_speakers(mentions, find_statements(analysis, mentions, cues, published, times))
        yield from predicates(analysis, EventCoder(analysis, mentions, codebook, Clock(analysis, times, published), ()))


def knows(codebook: Codebook, unframed: Unframed, pos: str, lemma: str) -> str:
    """What the codebook has of a predicate: ``framed``, ``unframed`` (on purpose) or ``unknown``."""
    words = dict.fromkeys((lemma, lemma.split()[-1] if pos == "noun" else lemma))
    if any(codebook.frames_for(pos, w) or codebook.operators.get(pos, w) is not None for w in words):
        return "framed"
    return "unframed" if any(unframed.reason(pos, w) for w in words) else "unknown"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="articles, one JSON object a line with id, date and text")
    parser.add_argument("--every", type=int, default=1, help="only one article in so many")
    parser.add_argument("--list", action="store_true", help="print the lemmas that are not known")
    args = parser.parse_args()
    codebook, unframed = Codebook.load(), Unframed.load()
    counts: Counter[tuple[str, str]] = Counter()
    sentences: dict[tuple[str, str], str] = {}
    for p in read_predicates(articles(args.file, args.every), codebook):
        counts[p.pos, p.lemma] += 1
        sentences.setdefault((p.pos, p.lemma), p.sentence)
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for (pos, lemma), n in counts.items():
        what = knows(codebook, unframed, pos, lemma)
        tally[pos][what] += n
        tally["predicate"][what] += n
    print("| predicates | share | framed | without a frame on purpose | tokens |\n|---|---|---|---|---|")
    for pos in ("verb", "noun", "predicate"):
        got, total = tally[pos], tally[pos].total() or 1
        print(f"| {pos}s known | {(got['framed'] + got['unframed']) / total:.3f} | {got['framed'] / total:.3f} | {got['unframed'] / total:.3f} | {tally[pos].total()} |")
    if args.list:
        for (pos, lemma), n in counts.most_common():
            if knows(codebook, unframed, pos, lemma) == "unknown":
                print(f"{n}\t{pos}\t{lemma}\t{sentences[pos, lemma][:150]}")


if __name__ == "__main__":
    main()
