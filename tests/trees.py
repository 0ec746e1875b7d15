"""Small trees for tests: one word a line, ``form upos head rel [xpos] [feats]``, lemma by ``form>lemma``."""

from __future__ import annotations

from dragoman.language.analysis import Analysis
from dragoman.language.conllu import read_conllu


def tree(*sentences: str) -> Analysis:
    """Build an analysis from sentences in the short notation above."""
    lines = ["# newdoc id = test"]
    for sentence in sentences:
        for n, row in enumerate((r for r in sentence.strip().splitlines() if r.strip()), 1):
            word, upos, head, rel, *rest = row.split()
            form, _, lemma = word.partition(">")
            xpos = rest[0] if rest else "_"
            feats = rest[1] if len(rest) > 1 else "_"
            lines.append("\t".join([str(n), form, lemma or form.lower(), upos, xpos, feats, head, rel, "_", "_"]))
        lines.append("")
    return read_conllu(lines)[0]
