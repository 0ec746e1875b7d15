"""Read the treebanks: sentences with tags, trees, mentions, chains and cue labels.

    en_gum-train.conllu ─┐
    en_ewt-train.conllu ─┼─▶ list[Sentence]  (one document's sentences stand together, in order)
    attribution_gum.jsonl ┘
"""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

MENTION_TYPES = ["person", "organization", "place", "time", "event", "object", "abstract", "substance", "animal", "plant"]
CUE_CLASSES = ["speech", "belief", "other"]
SHIPPED_GENRES = {"news", "interview", "bio", "voyage", "textbook", "vlog", "speech"}
_ENTITY = re.compile(r"\((\d+)(?:\[[\d/]+\])?-([a-z]+)[^()]*?(\))?(?=\(|\)|\d|$)|(\d+)(?:\[[\d/]+\])?\)")


@dataclasses.dataclass
class Sentence:
    doc: str
    forms: list[str]
    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    heads: list[int]
    rels: list[str]
    text: str
    space_after: list[bool]
    mentions: list[tuple[int, int, str, int]]  # first word, last word, type, chain; empty for EWT
    has_mentions: bool
    new_paragraph: bool
    cues: list[int] | None = None  # class index + 1 per word, None where nothing is annotated
    spans: list[tuple[int, int]] = dataclasses.field(default_factory=list)

    def mention_heads(self) -> list[tuple[int, str, int]]:
        out = []
        for first, last, kind, chain in self.mentions:
            for i in range(first, last + 1):
                head = self.heads[i] - 1
                if not first <= head <= last:
                    out.append((i, kind, chain))
                    break
        return out


def _entities(cells: list[str]) -> list[tuple[int, int, str, int]]:
    """Bracket notation of Universal Anaphora to spans of words."""
    open_: dict[int, list[tuple[int, str]]] = {}
    out = []
    for i, cell in enumerate(cells):
        if not cell:
            continue
        for token in re.findall(r"\([^()]+\)?|\d+(?:\[[\d/]+\])?\)", cell):
            if token.startswith("("):
                number, kind = token.strip("()").split("-")[:2]
                chain = int(number.split("[")[0])
                if "[" in number:
                    continue
                if token.endswith(")"):
                    out.append((i, i, kind, chain))
                else:
                    open_.setdefault(chain, []).append((i, kind))
            else:
                if "[" in token:
                    continue
                chain = int(token.rstrip(")"))
                if open_.get(chain):
                    start, kind = open_[chain].pop()
                    out.append((start, i, kind, chain))
    return out


def read_conllu(path: Path) -> list[Sentence]:
    """Read a treebank file. Multi-word token lines give the spacing; empty nodes are skipped."""
    out: list[Sentence] = []
    doc, text, new_paragraph = path.stem, "", False
    rows: list[list[str]] = []
    joined: dict[int, tuple[int, bool]] = {}
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith("# newdoc id"):
            doc, new_paragraph = line.split("= ", 1)[1], True
        elif line.startswith("# newpar"):
            new_paragraph = True
        elif line.startswith("# text = "):
            text = line[9:]
        elif line.startswith("#"):
            continue
        elif line:
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                for k in range(first, last):
                    joined[k] = (last, False)
                joined[last] = (last, "SpaceAfter=No" not in cells[9])
            elif "." not in cells[0]:
                rows.append(cells)
        elif rows:
            misc = [dict(p.split("=", 1) for p in r[9].split("|") if "=" in p) for r in rows]
            gum = doc.startswith("GUM_")
            out.append(
                Sentence(
                    doc=doc,
                    forms=[r[1] for r in rows],
                    lemmas=[r[2] for r in rows],
                    upos=[r[3] for r in rows],
                    xpos=[r[4] for r in rows],
                    feats=[r[5] for r in rows],
                    heads=[int(r[6]) for r in rows],
                    rels=[r[7] for r in rows],
                    text=text,
                    space_after=[joined[i + 1][1] if i + 1 in joined else m.get("SpaceAfter") != "No" for i, m in enumerate(misc)],
                    mentions=_entities([m.get("Entity", "") for m in misc]) if gum else [],
                    has_mentions=gum,
                    new_paragraph=new_paragraph,
                )
            )
            rows, joined, new_paragraph = [], {}, False
    return out


def add_cues(sentences: list[Sentence], path: Path) -> int:
    """Align statement cues to words by finding each document's words in its text, in order. Returns the cues placed."""
    placed = 0
    by_doc: dict[str, list[Sentence]] = {}
    for s in sentences:
        by_doc.setdefault(s.doc, []).append(s)
    for line in path.read_text(encoding="utf8").splitlines():
        record = json.loads(line)
        group = by_doc.get(record["id"])
        if not group:
            continue
        text, at = record["text"], 0
        for s in group:
            s.cues = [0] * len(s.forms)
            s.spans = []
            for form in s.forms:
                found = text.find(form, at, at + 80)
                if found >= 0:
                    s.spans.append((found, found + len(form)))
                    at = found + len(form)
                else:
                    s.spans.append((at, at))
        starts = {span[0]: (s, i) for s in group for i, span in enumerate(s.spans) if span[1] > span[0]}
        for a in record["attributions"]:
            kind = a.get("cue_class")
            label = CUE_CLASSES.index(kind if kind in CUE_CLASSES else "other") + 1
            for start, end in a["cue"]:
                hit = [starts[k] for k in range(start, end) if k in starts]
                if hit:
                    s, _ = hit[0]
                    ids = [i for t, i in hit if t is s]
                    head = next((i for i in ids if s.heads[i] - 1 not in ids), ids[0])
                    assert s.cues is not None
                    s.cues[head] = label
                    placed += 1
    return placed
