"""CoNLL-U in and out (https://universaldependencies.org/format.html).

Mentions and chains stand in MISC as ``Entity=`` in the bracket notation of Universal Anaphora: ``(3-person)``. Cues stand as
``Cue=speech``. ``# newpar`` opens a paragraph; without ``# text`` the text is made from the forms and ``SpaceAfter``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.errors import TextError
from dragoman.language.analysis import Analysis, Entity, Span

_BRACKET = re.compile(r"\([^()]+\)?|\d+\)")


def write_conllu(analysis: Analysis, *, doc_id: str = "document") -> str:
    """Return a document in CoNLL-U, with a blank line after each sentence."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for e in sorted(analysis.entities, key=lambda e: (e.first, -e.last)):
        if e.last == e.first + 1:
            opens.setdefault(e.first, []).append(f"({e.chain + 1}-{e.type})")
        else:
            opens.setdefault(e.first, []).append(f"({e.chain + 1}-{e.type}")
            closes.setdefault(e.last - 1, []).insert(0, f"{e.chain + 1})")
    units = {a: (a, b) for a, b in analysis.multiword}
    out = [f"# newdoc id = {doc_id}"]
    paragraph = -1
    for k, (a, b) in enumerate(analysis.sentences):
        if analysis.paragraph[k] != paragraph:
            paragraph = analysis.paragraph[k]
            out.append("# newpar")
        start, end = analysis.char_span(a, b)
        out.append(f"# sent_id = {doc_id}-{k + 1}")
        out.append("# text = " + " ".join(analysis.text[start:end].split()))
        inside = -1
        for i in range(a, b):
            spaced = i + 1 == b or analysis.span[i][1] < analysis.span[i + 1][0]
            if i in units:
                first, last = units[i]
                inside = last
                whole = analysis.words(first, last)
                glued = last < b and analysis.span[last - 1][1] == analysis.span[last][0]
                out.append("\t".join([f"{first - a + 1}-{last - a}", whole, *"_______", "SpaceAfter=No" if glued else "_"]))
            misc = []
            entity = "".join(opens.get(i, [])) + "".join(closes.get(i, []))
            if analysis.cue and analysis.cue[i] != "_":
                misc.append(f"Cue={analysis.cue[i]}")
            if entity:
                misc.append(f"Entity={entity}")
            if not spaced and i >= inside:
                misc.append("SpaceAfter=No")
            head = 0 if analysis.head[i] < 0 else analysis.head[i] - a + 1
            cells = [str(i - a + 1), analysis.form[i], analysis.lemma[i], analysis.upos[i], analysis.xpos[i], analysis.feats[i]]
            out.append("\t".join([*cells, str(head), analysis.rel[i], "_", "|".join(misc) or "_"]))
        out.append("")
    return "\n".join(out) + "\n"


def read_conllu(lines: Iterable[str]) -> list[Analysis]:
    """Read documents (split at ``# newdoc``) from CoNLL-U.

    The text is rebuilt from forms and ``SpaceAfter``; sentences are joined by a space, paragraphs by an empty line.

    Raises:
        TextError: A line that is not CoNLL-U, with its number.
    """
    documents: list[Analysis] = []
    builder = _Builder()
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        if line.startswith("# newdoc"):
            builder.end_sentence()
            if builder.form:
                documents.append(builder.build())
            builder = _Builder()
        elif line.startswith("# newpar"):
            builder.new_paragraph = True
        elif line.startswith("#"):
            continue
        elif not line:
            builder.end_sentence()
        else:
            builder.add(line, number)
    builder.end_sentence()
    if builder.form:
        documents.append(builder.build())
    return documents


class _Builder:
    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.form: list[str] = []
        self.span: list[Span] = []
        self.columns: list[list[str]] = [[], [], [], [], []]
        self.head: list[int] = []
        self.sentences: list[Span] = []
        self.paragraph: list[int] = []
        self.entities: list[Entity] = []
        self.cue: list[str] = []
        self.multiword: list[Span] = []
        self.open: dict[int, list[tuple[int, str]]] = {}
        self.start = 0
        self.new_paragraph = False
        self.space = False
        self.word: tuple[int, str, bool] | None = None  # a multi-word token: its last part, its form, space after

    def add(self, line: str, number: int) -> None:
        cells = line.split("\t")
        if len(cells) != 10:
            raise TextError(f"line {number}: got {len(cells)} columns, CoNLL-U has 10, separated by tabs")
        index, form, misc = cells[0], cells[1], cells[9]
        if "." in index:
            return
        glued = "SpaceAfter=No" in misc
        if len(self.form) == self.start and (self.word is None):
            self._open_sentence()
        if "-" in index:
            first, last = self._ints(index.split("-"), number)
            self._gap()
            base = self.start
            self.multiword.append((base + first - 1, base + last))
            self.word = (base + last, form, not glued)
            self._emit(form)
            self.word_at, self.word_left = self.length - len(form), form
            return
        (head,) = self._ints([cells[6]], number)
        if self.word is not None and len(self.form) < self.word[0]:
            end, whole, after = self.word
            left = end - len(self.form)
            size = min(len(form), max(0, len(self.word_left) - (left - 1)))
            if left == 1:
                size = len(self.word_left)
            span = (self.word_at, self.word_at + size)
            self.word_at, self.word_left = self.word_at + size, self.word_left[size:]
            if left == 1:
                self.space, self.word = after, None
        else:
            self._gap()
            self._emit(form)
            span = (self.length - len(form), self.length)
            self.space = not glued
        i = len(self.form)
        self.form.append(form)
        self.span.append(span)
        for column, value in zip(self.columns, [*cells[2:6], cells[7]], strict=True):
            column.append(value)
        self.head.append(head - 1 + self.start if head else -1)
        fields = dict(p.split("=", 1) for p in misc.split("|") if "=" in p)
        self.cue.append(fields.get("Cue", "_"))
        for token in _BRACKET.findall(fields.get("Entity", "")):
            if token.startswith("("):
                name, _, kind = token.strip("()").partition("-")
                if not name.isdigit():
                    continue
                if token.endswith(")"):
                    self._entity(i, i + 1, kind, int(name))
                else:
                    self.open.setdefault(int(name), []).append((i, kind))
            elif self.open.get(int(token[:-1])):
                first, kind = self.open[int(token[:-1])].pop()
                self._entity(first, i + 1, kind, int(token[:-1]))

    def _ints(self, cells: list[str], number: int) -> list[int]:
        try:
            return [int(c) for c in cells]
        except ValueError:
            raise TextError(f"line {number}: got {'-'.join(cells)!r} where CoNLL-U has a number") from None

    def _entity(self, first: int, last: int, kind: str, chain: int) -> None:
        self.entities.append(Entity(first, last, -1, kind.split("-")[0], chain))

    def _open_sentence(self) -> None:
        if self.form:
            self._emit("\n\n" if self.new_paragraph else " ")
            self.space = False
        here = (self.paragraph[-1] + 1 if self.new_paragraph else self.paragraph[-1]) if self.paragraph else 0
        self.paragraph.append(here)
        self.new_paragraph = False

    def _gap(self) -> None:
        if self.space:
            self._emit(" ")
        self.space = False

    def _emit(self, piece: str) -> None:
        self.text.append(piece)
        self.length += len(piece)

    def end_sentence(self) -> None:
        if len(self.form) > self.start:
            self.sentences.append((self.start, len(self.form)))
            self.start, self.space, self.word = len(self.form), False, None

    def build(self) -> Analysis:
        lemma, upos, xpos, feats, rel = self.columns
        numbers: dict[int, int] = {}
        entities = []
        for e in sorted(self.entities, key=lambda e: (e.first, -e.last)):
            head = next((i for i in range(e.first, e.last) if not e.first <= self.head[i] < e.last), e.first)
            entities.append(Entity(e.first, e.last, head, e.type, numbers.setdefault(e.chain, len(numbers))))
        return Analysis(
            text="".join(self.text), form=self.form, span=self.span, lemma=lemma, upos=upos, xpos=xpos, feats=feats, head=self.head,
            rel=rel, sentences=self.sentences, paragraph=self.paragraph, entities=entities,
            cue=self.cue if any(c != "_" for c in self.cue) else (), multiword=self.multiword,
        )  # fmt: skip
