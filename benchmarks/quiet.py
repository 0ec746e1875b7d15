"""How quiet the coder is where there is no news: ``python benchmarks/quiet.py --data ../shared/data [--list]``.

Coded are GUM's biographies, travel guides and textbooks, training and development part (``treebanks/en_gum-*.conllu``), as running text. Events per
1,000 words, all and by genre: an upper bound of the false ones, since some of what lives, towns and states did in the past is politics.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.coder import Coder
from dragoman.records import Document

FILES = ("en_gum-train.conllu", "en_gum-dev.conllu")
GENRES = ("bio", "voyage", "textbook")
PUBLISHED = "2018-01-01"
"""Given to every document; GUM's texts were gathered before."""


def documents(folder: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each document of the genres, paragraphs apart."""
    for name in FILES:
        for block in (folder / name).read_text(encoding="utf8").split("# newdoc id = ")[1:]:
            id_ = block.split("\n", 1)[0].strip()
            if re.search(f"_({'|'.join(GENRES)})_", id_):
                lines = re.findall(r"^# (?:newpar|text = ).*", block, re.M)
                yield id_, "".join("\n\n" if line.startswith("# newpar") else line[9:].strip() + " " for line in lines).strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--list", action="store_true", help="print the events")
    args = parser.parse_args()
    coder = Coder.load()
    words: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for id_, text in documents(args.data / "treebanks"):
        record = coder.code(Document(id=id_, text=text, published=PUBLISHED))
        genre = id_.split("_")[1]
        words[genre] += len(text.split())
        events[genre] += len(record.events)
        for e in record.events if args.list else ():
            print(f"{id_}\t{e.type}\t{e.status}\t{e.confidence:.2f}\t{e.trigger.text}\t{text[slice(*e.sentence)][:200]}")
    print("| quiet genres | events per 1,000 words | events | words |\n|---|---|---|---|")
    for genre in GENRES:
        print(f"| {genre} | {1000 * events[genre] / max(1, words[genre]):.2f} | {events[genre]} | {words[genre]} |")
    print(f"| events per 1,000 words where there is no news | {1000 * events.total() / max(1, words.total()):.2f} | {events.total()} | {words.total()} |")


if __name__ == "__main__":
    main()
