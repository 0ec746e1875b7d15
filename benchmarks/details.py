"""How many, by what means, in which context: ``python benchmarks/details.py [--errors]``, on sentences of our own.

The sentences and what their events must carry were written before any run (``tests/golden/details``):

    magnitudes   60 sentences; a magnitude is right in kind, low, high, whether it is approximate, and the noun counted (or the currency)
    modes        30 sentences with an instrument in the clause, or with none; right is an event of the type with exactly that mode
    contexts     for each of the 37, two sentences that show it and one with a word that only looks like it

Each has a second, smaller sheet that was written after the rules had been mended by the first, and tells what they are worth elsewhere.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from dragoman.codebook import Codebook
from dragoman.coder import Coder
from dragoman.records import Document, Event, Magnitude

FOLDER = Path(__file__).parent.parent / "tests" / "golden" / "details"
PUBLISHED = "2024-05-15"
Size = tuple[str, float | None, float | None, bool, str]
"""Kind, low, high, approximate, the last word of what is counted."""


def rows(name: str, folder: Path = FOLDER) -> Iterator[list[str]]:
    """The lines of a table, split at tabs, comments apart."""
    for line in (folder / name).read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def read_sizes(field: str) -> set[Size]:
    """``killed 20 30 exact rebels | ...``; ``none`` for no magnitude."""
    out = set()
    for part in field.split(" | ") if field != "none" else ():
        kind, low, high, how, noun = part.split(" ")
        out.add((kind, _number(low), _number(high), how == "about", "" if noun == "-" else noun))
    return out


def _number(word: str) -> float | None:
    return None if word == "-" else float(word)


def size_of(m: Magnitude) -> Size:
    """What is compared of a magnitude."""
    noun = m.unit or m.of
    return m.kind, m.low, m.high, m.approximate, (noun or "").split(" ")[-1]


def magnitudes(coder: Coder, sheet: str = "magnitudes.tsv") -> Iterator[tuple[str, set[Size], set[Size]]]:
    """Sentence, the magnitudes expected, those of its events."""
    for text, field in rows(sheet):
        events = coder.code(Document(id="size", text=text, published=PUBLISHED)).events
        yield text, read_sizes(field), {size_of(m) for e in events for m in e.magnitude}


def modes(coder: Coder, sheet: str = "modes.tsv") -> Iterator[tuple[str, str, list[str]]]:
    """Sentence, type and mode expected, and the types and modes of its events."""
    for text, field in rows(sheet):
        events = coder.code(Document(id="mode", text=text, published=PUBLISHED)).events
        yield text, field, [_shown(e) for e in events]


def _shown(event: Event) -> str:
    return f"{event.type} {'/'.join(event.modes) or '-'}"


def contexts(codebook: Codebook, sheet: str = "contexts.tsv") -> Iterator[tuple[str, str, str, bool]]:
    """Context, sign, sentence, and whether the sentence is taken to show it."""
    for context, sign, text in rows(sheet):
        yield context, sign, text, context in codebook.contexts_of(codebook.context_words(text), ())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="print the sentences that are wrong")
    args = parser.parse_args()
    coder = Coder.load()
    print("| figure | value | of |\n|---|---|---|")
    for sheet, end in (("first", ".tsv"), ("second", "_2.tsv")):
        sizes, means, shown = list(magnitudes(coder, f"magnitudes{end}")), list(modes(coder, f"modes{end}")), list(contexts(coder.codebook, f"contexts{end}"))
        if args.errors:
            _errors(sizes, means, shown)
        expected, found = sum(len(w) for _, w, _ in sizes), sum(len(g) for _, _, g in sizes)
        right = sum(len(w & g) for _, w, g in sizes)
        print(f"| magnitudes precision, {sheet} sheet | {right / max(1, found):.3f} | {found} |")
        print(f"| magnitudes recall, {sheet} sheet | {right / max(1, expected):.3f} | {expected} |")
        print(f"| modes from instruments, {sheet} sheet | {sum(f in e for _, f, e in means) / len(means):.3f} | {len(means)} |")
        for name, sign in (("contexts shown", "+"), ("contexts not shown", "-")):
            of = [fires == (sign == "+") for _, s, _, fires in shown if s == sign]
            print(f"| {name}, {sheet} sheet | {sum(of) / len(of):.3f} | {len(of)} |")


def _errors(sizes: list[tuple[str, set[Size], set[Size]]], means: list[tuple[str, str, list[str]]], shown: list[tuple[str, str, str, bool]]) -> None:
    for text, want, got in sizes:
        if want != got:
            print(f"size\t{text}\t{sorted(want - got, key=str)} missing\t{sorted(got - want, key=str)} too many")
    for text, field, events in means:
        if field not in events:
            print(f"mode\t{text}\t{field}\t{', '.join(events) or 'no event'}")
    for context, sign, text, fires in shown:
        if fires != (sign == "+"):
            print(f"context\t{context}\t{sign}\t{text}")

if __name__ == "__main__":
    main()
