"""The texts that the vector head learns from, and those that it is measured on.

    treebanks' train parts, relation corpus, own paragraphs ─▶ sentences ─▶ noun phrases and clauses of their trees ─▶ questions about them

Only text whose licence allows a model to be shipped: EWT, the GUM genres of ``data.SHIPPED_GENRES``, what the project wrote itself.
"""

from __future__ import annotations

import importlib
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT), str(HERE.parent), str(HERE.parent / "relations")]
from check import read as read_corpus
from data import SHIPPED_GENRES, Sentence, read_conllu

from dragoman.language import LanguageModel

PARAGRAPHS = ("paragraphs", "paragraphs_02", "paragraphs_03", "paragraphs_04")
PHRASE_TAGS = frozenset({"NOUN", "PROPN", "VERB"})
SHORTEST, LONGEST = 2, 12
"""Words of a phrase."""
BEFORE = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT"})
ASKED = (
    "recognition of {}", "support for {}", "approval of {}", "sanctions on {}", "{} to resign", "withdrawal from {}", "release of {}", "talks with {}",
    "recognize {}", "an end to {}", "aid to {}", "an investigation of {}", "{} to join", "the extradition of {}", "arms for {}", "condemn {}", "ban {}",
    "elections in {}", "troops in {}", "ceasefire with {}", "postpone {}", "return of {}", "tariffs on {}", "independence of {}", "trial of {}",
)  # fmt: skip
"""How a question words its predicate (``coding/_questions.py``), for phrases as objects."""


def treebank(path: Path) -> list[Sentence]:
    """Sentences of a treebank file whose text may be trained on."""
    found = read_conllu(path)
    return [s for s in found if not s.doc.startswith("GUM_") or s.doc.split("_")[1] in SHIPPED_GENRES]


def training_texts(banks: Path, seed: int = 7) -> list[str]:
    """Sentences, phrases and questions to train on, each once, in a fixed order.

    Args:
        banks: Folder with ``en_ewt-train.conllu`` and ``en_gum-train.conllu``.
        seed: Draws the phrases.
    """
    rng = random.Random(seed)
    sentences, phrases = _of_treebanks([banks / f"{n}.conllu" for n in ("en_ewt-train", "en_gum-train")], rng)
    own, parts, things = _of_project(rng)
    asked = [rng.choice(ASKED).format(t) for t in things for _ in range(2)]
    out = list(dict.fromkeys(sentences + own + phrases + parts + asked + _words(sentences + own)))
    rng.shuffle(out)
    return out


def _words(sentences: list[str]) -> list[str]:
    """Words of letters alone that stand in the sentences at least twice, and are longer than most that only join others."""
    counts = Counter(w.lower() for s in sentences for w in re.findall(r"[A-Za-z]{4,}", s))
    return sorted(w for w, n in counts.items() if n > 1)


def held_out_texts(banks: Path, seed: int = 7) -> tuple[list[str], list[str]]:
    """Sentences and phrases of the treebanks' dev parts, to measure on; nothing is trained on them."""
    sentences, phrases = _of_treebanks([banks / f"{n}.conllu" for n in ("en_ewt-dev", "en_gum-dev")], random.Random(seed))
    return list(dict.fromkeys(sentences)), list(dict.fromkeys(phrases))


def _of_treebanks(paths: list[Path], rng: random.Random) -> tuple[list[str], list[str]]:
    sentences, phrases = [], []
    for s in (s for path in paths for s in treebank(path)):
        sentences.append(s.text)
        for a, b, _ in _drawn(s.heads, s.upos, rng):
            phrases.append("".join(f + " " * k for f, k in zip(s.forms[a:b], s.space_after[a:b])).strip())
    return sentences, phrases


def _of_project(rng: random.Random) -> tuple[list[str], list[str], list[str]]:
    """Sentences that the project wrote, phrases of them, and those phrases that name something."""
    lines, _ = read_corpus(sorted((ROOT / "training/relations/corpus").glob("*.txt")))
    texts = [line.text for line in lines]
    texts += [p[0] for name in PARAGRAPHS for p in importlib.import_module(f"tests.golden.statements.{name}").PARAGRAPHS]
    language = LanguageModel.load()
    sentences, phrases, things = [], [], []
    for text in texts:
        a = language.analyze(text)
        for first, last in a.sentences:
            sentences.append(a.words(first, last))
            heads = [h - first + 1 if h >= 0 else 0 for h in a.head[first:last]]
            for x, y, tag in _drawn(heads, a.upos[first:last], rng, most=3):
                phrases.append(a.words(first + x, first + y))
                if tag != "VERB":
                    things.append(phrases[-1])
    return sentences, phrases, things


def _drawn(heads: Sequence[int], upos: Sequence[str], rng: random.Random, most: int = 2) -> list[tuple[int, int, str]]:
    """Phrases of one tree: subtrees whose words stand together, without the preposition or conjunction before them.

    Args:
        heads: Head of each word, from 1, 0 at the root.
        upos: Tag of each word.
        rng: Draws them.
        most: How many at most.

    Returns:
        First word, last word and one more, and the tag of the phrase's head.
    """
    n = len(heads)
    low, high, count = list(range(n)), list(range(1, n + 1)), [0] * n
    for i in range(n):
        k = i
        while k >= 0:
            low[k], high[k], count[k] = min(low[k], i), max(high[k], i + 1), count[k] + 1
            k = heads[k] - 1
    found = []
    for i in range(n):
        if upos[i] in PHRASE_TAGS and heads[i] and count[i] == high[i] - low[i]:
            a = next(k for k in range(low[i], i + 1) if k == i or upos[k] not in BEFORE)
            if SHORTEST <= high[i] - a <= LONGEST:
                found.append((a, high[i], upos[i]))
    return rng.sample(found, min(most, len(found)))
