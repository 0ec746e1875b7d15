"""The language model: from raw text to tokens, tags, trees, mentions, chains and cues.

    text ─▶ segment ─▶ sentences by length ─▶ encoder and heads (ONNX) ─▶ trees ─▶ mentions ─▶ chains ─▶ Analysis

A document is read in batches of its own sentences only, so its analysis cannot depend on what else is read, in which order, or by
how many workers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from dragoman.errors import ModelError
from dragoman.language._coref import CoreferenceModel
from dragoman.language._lemma import Verbs, apply_rule
from dragoman.language._mentions import mention_span
from dragoman.language._onnx import Graph
from dragoman.language._subwords import Packed, Subwords, buckets
from dragoman.language._tree import decode_all
from dragoman.language.analysis import Analysis, Entity
from dragoman.language.segment import Segmentation, segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL = "en-1"
BATCH_SUBWORDS = 768
"""Padded subwords a batch: 256 to 1,024 are equally fast, more is slower (measured; the working set leaves the cache)."""
_CACHED = 200_000
"""Words whose lemma is kept."""
_VERB_TAGS = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG"})
_CUE_PROBABILITY = 0.35
"""The cue head sees one cue in 200 words; at this probability its precision and recall on GUM dev are nearest to each other."""


_PAST = ("\tVBD", "\tVBN", "\tVBG", "\tVBZ")


class LanguageModel:
    """The shipped English model. Load once; :meth:`analyze` is a pure function of its text."""

    def __init__(self, folder: Path) -> None:
        try:
            vocabulary: dict[str, list[str]] = json.loads((folder / "vocabulary.json").read_text(encoding="utf8"))
            lines = (folder / "lexicon.tsv").read_text(encoding="utf8").splitlines()
        except (OSError, ValueError) as error:
            raise ModelError(f"{folder}: the language model is not whole: {error}") from error
        self.name = MODEL
        self._names = {k: np.array(v, dtype=object) for k, v in vocabulary.items()}
        self._verbs = Verbs()
        self._lexicon = self._verbs.irregular | dict(line.rsplit("\t", 1) for line in lines)
        for form, tag in [k.split("\t") for k in self._lexicon if k.endswith(_PAST)]:
            base = self._verbs.irregular.get(f"{form}\t{tag}") or self._verbs.base(form, tag)  # slips of a treebank's: 'fre' for 'freed', 'flead' for 'fled'
            if base is not None and not self._verbs.is_base(self._lexicon[f"{form}\t{tag}"]):
                self._lexicon[f"{form}\t{tag}"] = base
        self._lemmas: dict[tuple[str, str, str], str] = {}
        self._subwords = Subwords(folder / "tokenizer.json")
        self._parser = Graph(folder / "parser.onnx", optimized=True)
        self._labels = Graph(folder / "labels.onnx", optimized=True)
        coref = folder / "coref.npz"
        self._coref = CoreferenceModel.load(coref) if coref.is_file() else None

    @classmethod
    def load(cls, folder: str | Path | None = None) -> LanguageModel:
        """Load the model that the package ships, or one from ``folder``.

        Raises:
            ModelError: A file is missing or damaged.
        """
        return cls(Path(folder) if folder is not None else Path(str(files("dragoman"))) / "weights" / MODEL)

    def analyze(self, text: str) -> Analysis:
        """Analyse one document. ``text`` may be anything; spans of the result are code points into it."""
        return self.parse(text, segment(text))

    def parse(self, text: str, tokens: Segmentation) -> Analysis:
        """Analyse a document whose tokens and sentences are given."""
        columns = _Columns(len(tokens.form))
        if tokens.form:
            self._subwords.learn(tokens.form)
            packed = self._subwords.pack(tokens.form, tokens.sentences)
            for group in buckets(packed.length.tolist(), BATCH_SUBWORDS):
                self._run(np.array(group), packed, columns)
        xpos, rules = self._named("xpos", columns.xpos), self._named("lemma", columns.lemma)
        analysis = Analysis(
            text=text, form=tokens.form, span=tokens.span, lemma=list(map(self._lemma, tokens.form, xpos, rules)),
            upos=self._named("upos", columns.upos), xpos=xpos, feats=self._named("feats", columns.feats), head=columns.head.tolist(),
            rel=self._named("rel", columns.rel), sentences=tokens.sentences, paragraph=tokens.paragraph, cue=self._cues(columns.cue),
            multiword=tokens.multiword,
        )  # fmt: skip
        return self._with_entities(analysis, columns)

    def _named(self, column: str, classes: NDArray[np.int64]) -> list[str]:
        named: list[str] = self._names[column][classes].tolist()
        return named

    def _run(self, group: NDArray[np.int64], packed: Packed, out: _Columns) -> None:
        inputs, word = packed.batch(group)
        got = self._parser(**inputs)
        n, size = len(word), packed.size[group]
        heads = decode_all(got["heads"], got["arcs"], size)
        first = np.repeat(np.cumsum(size) - size, size)
        above = np.where(heads == 0, np.repeat(np.arange(n, n + len(group)), size), first + heads - 1)
        out.head[word] = np.where(heads == 0, -1, heads - 1 + np.repeat(packed.word[group], size))
        out.rel[word] = self._labels(dependent=got["dependent"][:n], governor=got["governor"][above])["rel"]
        for name in ("upos", "xpos", "feats", "lemma", "mention", "cue", "coref"):
            getattr(out, name)[word] = got[name][:n]

    def _lemma(self, form: str, xpos: str, rule: str) -> str:
        seen = self._lemmas.get((form, xpos, rule))
        if seen is None:
            known = self._lexicon.get(f"{form if xpos in ('NNP', 'NNPS') else form.lower()}\t{xpos}")
            if known is None and xpos in _VERB_TAGS:
                known = self._verbs.base(form.lower(), xpos)
            seen = known if known is not None else (apply_rule(form, rule) or form)
            if len(self._lemmas) > _CACHED:
                self._lemmas.clear()
            self._lemmas[form, xpos, rule] = seen
        return seen

    def _cues(self, logits: NDArray[np.float32]) -> list[str]:
        if not len(logits):
            return []
        e = np.exp(logits - logits.max(-1, keepdims=True))
        p = e / e.sum(-1, keepdims=True)
        best = p[:, 1:].argmax(-1) + 1
        on = 1 - p[:, 0] >= _CUE_PROBABILITY
        names = self._names["cue"]
        return [names[b] if o else "_" for b, o in zip(best.tolist(), on.tolist(), strict=True)]

    def _with_entities(self, analysis: Analysis, columns: _Columns) -> Analysis:
        import dataclasses

        heads = np.flatnonzero(columns.mention).tolist()
        names = self._names["mention"]
        found = []
        for h in heads:
            first, last = mention_span(h, analysis.children, analysis.rel, analysis.upos)
            found.append((first, last, h, names[columns.mention[h]]))
        found.sort(key=lambda f: (f[0], -f[1]))
        if self._coref is not None:
            chains = self._coref.chains(analysis, found, columns.coref)
        else:
            chains = list(range(len(found)))
        return dataclasses.replace(analysis, entities=tuple(Entity(*f, c) for f, c in zip(found, chains, strict=True)))


class _Columns:
    """The heads' answers for all tokens of a document."""

    def __init__(self, n: int) -> None:
        self.upos, self.xpos, self.feats, self.lemma, self.rel, self.mention, self.head = (np.zeros(n, np.int64) for _ in range(7))
        self.cue = np.zeros((n, 4), np.float32)
        self.coref = np.zeros((n, 256), np.float32)


def checksum(paths: Iterable[Path]) -> str:
    """sha256 over files in the order given, as the model card states it."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def named(values: Sequence[int], names: Sequence[str]) -> list[str]:
    """Class numbers to class names."""
    return [names[v] for v in values]
