"""An analysed document, as columns over its tokens.

    text    France does n't recognize Artsakh .
    tokens  0      1    2   3         4       5      all lists below have one entry a token
    head    3      3    3   -1        3       3      document-wide token indices, -1 at a root
    sentences = [(0, 6)]                             half-open ranges of tokens

Universal Dependencies v2 throughout. A parser of any kind can stand in through CoNLL-U (:mod:`dragoman.language.conllu`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from functools import cached_property

Span = tuple[int, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Entity:
    """A mention as the language model sees it: token range ``[first, last)``, its syntactic head, GUM's type, its chain."""

    first: int
    last: int
    head: int
    type: str
    """``person``, ``organization``, ``place``, ``time``, ``event``, ``object``, ``abstract``, ``substance``, ``animal``, ``plant``."""
    chain: int
    """Mentions with one number corefer. Numbers run from 0 in order of first mention; singletons have their own."""


@dataclasses.dataclass(frozen=True)
class Analysis:
    """Tokens, trees, mentions and chains of one document. All token indices are document-wide, from 0."""

    text: str
    form: Sequence[str]
    span: Sequence[Span]
    """Code points of ``text``; the parts of a multi-word token share out its span (``do``, ``n't``)."""
    lemma: Sequence[str]
    upos: Sequence[str]
    xpos: Sequence[str]
    feats: Sequence[str]
    """UD features as in CoNLL-U, ``_`` for none."""
    head: Sequence[int]
    rel: Sequence[str]
    sentences: Sequence[Span]
    """Half-open token ranges, in order, none empty."""
    paragraph: Sequence[int]
    """The paragraph of each sentence, from 0, never falling."""
    entities: Sequence[Entity] = ()
    cue: Sequence[str] = ()
    """Per token ``_``, ``speech``, ``belief`` or ``other``; empty where no model said."""
    multiword: Sequence[Span] = ()
    """Token ranges that are one written word."""

    def __len__(self) -> int:
        return len(self.form)

    @cached_property
    def children(self) -> list[list[int]]:
        """The dependents of each token, in order."""
        out: list[list[int]] = [[] for _ in self.form]
        for i, h in enumerate(self.head):
            if h >= 0:
                out[h].append(i)
        return out

    @cached_property
    def sentence_of(self) -> list[int]:
        """The sentence that each token stands in."""
        out: list[int] = []
        for k, (a, b) in enumerate(self.sentences):
            out += [k] * (b - a)
        return out

    @cached_property
    def entity_at(self) -> dict[int, Entity]:
        """The mention headed by a token, by head token."""
        return {e.head: e for e in self.entities}

    def kids(self, i: int, *rels: str) -> list[int]:
        """Dependents of ``i`` by relation; ``nmod`` also matches ``nmod:poss``, ``nmod:`` only the bare one."""
        spelled = self._spelled
        out = []
        for c in self.children[i]:
            one, other = spelled[c]
            if one in rels or other in rels:
                out.append(c)
        return out

    @cached_property
    def _spelled(self) -> list[tuple[str, str]]:
        """The two ways in which :meth:`kids` may be asked for each token's relation: ``nmod:poss``, ``nmod``; ``nmod``, ``nmod:``."""
        ways = {r: (r, r.partition(":")[0] if ":" in r else r + ":") for r in set(self.rel)}
        return [ways[r] for r in self.rel]

    def subtree(self, i: int) -> list[int]:
        """``i`` and all that hangs on it, in text order."""
        out, stack = [], [i]
        while stack:
            k = stack.pop()
            out.append(k)
            stack += self.children[k]
        return sorted(out)

    def ancestors(self, i: int) -> Iterator[int]:
        """The head of ``i``, its head, and so on to the root."""
        h = self.head[i]
        while h >= 0:
            yield h
            h = self.head[h]

    def feature(self, i: int, name: str) -> str | None:
        """One UD feature of a token, or None: ``feature(3, "Tense")`` → ``"Past"``."""
        for part in self.feats[i].split("|"):
            if part.startswith(name + "="):
                return part[len(name) + 1 :]
        return None

    def char_span(self, first: int, last: int) -> Span:
        """The code points that tokens ``[first, last)`` cover."""
        return self.span[first][0], self.span[last - 1][1]

    def words(self, first: int, last: int) -> str:
        """The text that tokens ``[first, last)`` cover."""
        a, b = self.char_span(first, last)
        return self.text[a:b]

