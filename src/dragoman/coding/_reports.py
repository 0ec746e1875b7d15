"""Reports: a reporting word with its arguments, as the tree has them.

    The mayor  told  reporters  on Friday  that the bridge was unsafe .
    ───┬────   ──┬─  ────┬────  ────┬────  ───────────┬────────────
    speaker     cue  addressee   clause            content

Surfaces differ (a finite complement, a parenthetical 'she said', an infinitive, a noun with a clause, 'according to'); a :class:`Report`
is what they share. Relations are Universal Dependencies v2; where parsers and treebanks differ (the quoted clause as head or as
dependent of 'said'), both are read.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator

from dragoman.coding._cues import CueFrame, CueLexicon, Frames
from dragoman.language.analysis import Analysis

_SUBJECTS = ("nsubj:", "nsubj:outer", "nsubj:pass", "csubj:")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLAUSES = frozenset({"root", "ccomp", "parataxis", "conj", "advcl", "advcl:relcl", "acl:relcl", "acl", "csubj"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "nobody", "none", "neither", "nor", "hardly", "without"})
_POSSIBLE = frozenset({"may", "might", "can", "could"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_CONDITIONAL = frozenset({"if", "unless", "whether"})
_PERSUADES = frozenset({"object-to", "clause-to"})
_OUTER = frozenset({"nsubj:outer", "nsubj"})
_POINTERS = frozenset({"this", "that", "these", "what", "which", "nothing", "something", "everything", "there"})
_STOPS = frozenset({",", ";", ":", ".", "?", "!", "--", "—", "–"})
_LONGEST_ASIDE = 8
"""Tokens from the subject to the verb in 'P, she said, Q'."""
_DASHES = frozenset({"--", "—", "–", "-"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_OPEN_QUESTIONS = frozenset({"when", "where", "why", "how", "whether"})
_OPEN_WORDS = _OPEN_QUESTIONS | {"who", "what", "which"}
_INSIDE_NOUN = frozenset({"det", "amod", "compound", "nummod", "flat", "nmod", "goeswith", "advmod", "case"})
_NOUN_LIKE = _NOMINAL | {"NUM", "ADJ"}
_CLOSING = frozenset({"”", '"', "''", "»", ",", "’", "'"})
_MARKS = _CLOSING - {","}
_FREE_NOUNS = frozenset({"claim", "allegation", "accusation", "report", "rumor", "rumour", "assertion", "charge", "speculation", "complaint", "criticism"})
"""Nouns that report even where nobody is named."""
_COMMENTS = _FREE_NOUNS | {"statement", "view", "remark", "denial", "suggestion", "argument", "position", "assessment", "demand", "move", "decision", "step"}
"""', a claim that he denied': the reporter's word on what was said."""
_OF_THE_NOUN = frozenset({"for", "of", "to", "over", "about", "between", "toward", "towards", "against"})
ASIDE = frozenset({"punct", "discourse", "vocative"})


@dataclasses.dataclass(slots=True)
class Report:
    """A cue and what hangs on it; token indices throughout."""

    head: int
    """The reporting word."""
    cue: tuple[int, int]
    """Half-open token range of the cue."""
    frame: CueFrame
    take: str
    """The complement that carries the content, as the lexicon calls it; ``quote`` where only quotation marks show it."""
    content: set[int]
    root: int | None
    speakers: tuple[int, ...] = ()
    addressees: tuple[int, ...] = ()
    negated: bool = False
    modality: str | None = None
    certainty: float = 1.0
    """How sure the surface is, in (0, 1]; multiplies the frame's confidence."""
    clause: int = -1
    """The head of the clause that the cue stands in."""
    takes: frozenset[str] = frozenset()
    """All complements that the cue can have."""


class ReportReader:
    """Reads the reports of one document."""

    def __init__(self, analysis: Analysis, lexicon: CueLexicon, quote_of: Callable[[int], int | None]) -> None:
        """``quote_of`` says in which quotation a token stands, innermost, or None."""
        self.doc = analysis
        self.lexicon = lexicon
        self.quote_of = quote_of

    def read(self) -> list[Report]:
        """Return all reports, by cue; a verb of saying without content is kept, since a quotation may give it one."""
        out: list[Report] = []
        for i, upos in enumerate(self.doc.upos):
            reader = {"VERB": self._verb, "NOUN": self._noun, "ADJ": self._adjective, "ADV": self._adverb}.get(upos)
            if reader is not None:
                out += reader(i)
            if self.doc.form[i].lower() in self.lexicon.prepositions:
                out += self._according(i)
            elif self.lemma(i) in self.lexicon.views:
                out += self._view(i)
        return out

    # ------------------------------------------------------------------ small things
    def lemma(self, i: int) -> str:
        return self.doc.lemma[i].lower()

    def kids(self, i: int, *rels: str) -> list[int]:
        return self.doc.kids(i, *rels)

    def cases(self, i: int) -> list[str]:
        """The prepositions or subordinators of a phrase or clause, fixed ones written out word by word."""
        return [self.doc.form[k].lower() for k in self.kids(i, "case", "mark")]

    def tree(self, i: int) -> set[int]:
        return set(self.doc.subtree(i))

    def infinitive(self, i: int) -> bool:
        return any(self.doc.form[k].lower() == "to" for k in self.kids(i, "mark", "aux"))

    def gerund(self, i: int) -> bool:
        return self.doc.xpos[i] == "VBG" or self.doc.feature(i, "VerbForm") == "Ger"

    def passive(self, v: int) -> bool:
        if self.kids(v, "aux:pass", "nsubj:pass"):
            return True
        bare = not self.kids(v, *_SUBJECTS, "aux", "obj")
        return bare and self.doc.rel[v] in ("acl", "advcl") and self.doc.xpos[v] in ("VBN", "VBD")

    # ------------------------------------------------------------------ whose word it is
    def subject(self, v: int, seen: int = 0) -> tuple[int, ...]:
        """The heads of the noun phrases that a verb's active subject names; empty where nobody is named."""
        if seen > 6:
            return ()
        own = [k for k in self.kids(v, *_SUBJECTS) if self.doc.upos[k] not in ("VERB",) and not self._in_other_words(v, k)]
        if own and all(self.quote_of(k) is not None for k in own) and self.quote_of(v) is None and (beside := self.inverted_subject(v)):
            return beside  # '"These polls," said the mission, "were ..."'
        if own:
            return (self._likeliest(v, own),)
        if (stray := self._stray_subject(v)) is not None:
            return (stray,)
        if early := [k for k in self.kids(v, "iobj", "obj") if k < v and self.doc.upos[k] in _NOMINAL and self.lemma(k) not in _RELATIVE]:
            return (early[-1],)  # 'her minister had assured her', where the tree has an object before the verb
        if aside := self._aside_subject(v):
            return aside
        if self.kids(v, "expl"):
            return ()
        return self._borrowed_subject(v, seen)

    def _in_other_words(self, v: int, k: int) -> bool:
        """Does ``k`` stand in a quotation while ``v`` stands in none: '"I guess not," added a voter', where the tree gives 'added' the 'I'?"""
        return self.quote_of(v) is None and self.quote_of(k) is not None and self.doc.upos[k] == "PRON"

    def _likeliest(self, v: int, subjects: list[int]) -> int:
        """Of several subjects: one that stands in the verb's own quotation, or in none as it does; then the nearest before it."""
        same = [k for k in subjects if self.quote_of(k) == self.quote_of(v)] or subjects
        before = [k for k in same if k < v]
        return before[-1] if before else same[0]

    def _aside_subject(self, v: int) -> tuple[int, ...]:
        """'The cabinet, its spokesman said, respects ...', where the tree makes the spokesman an apposition of the cabinet."""
        doc = self.doc
        if doc.rel[v] != "parataxis" or v + 1 >= len(doc):
            return ()
        if doc.form[v - 1] == "," and v > 1:  # 'P, say the engineers, and Q'
            behind = [k for k in self.kids(v, "obj", "iobj", "nsubj") if k > v and doc.upos[k] in _NOMINAL and min(self.tree(k)) == v + 1]
            last = max(self.tree(behind[0])) if behind else v
            if behind and last + 1 < len(doc) and doc.form[last + 1] in (",", ".") and "that" in self.lexicon.verb.get(self.lemma(v), {}):
                return (behind[0],)
        if doc.form[v + 1] != ",":
            return ()
        k = next((k for k in range(v - 1, max(-1, v - 4), -1) if doc.upos[k] not in ("AUX", "ADV")), -1)
        while k >= 0 and doc.rel[k] == "flat":
            k = doc.head[k]
        if k < 0 or doc.rel[k] != "appos" or doc.upos[k] not in ("NOUN", "PROPN"):
            return ()
        first = next(t for t in self.doc.subtree(k) if doc.upos[t] != "PUNCT")
        return (k,) if first > 0 and doc.form[first - 1] == "," else ()

    def _stray_subject(self, v: int) -> int | None:
        """'She said: "Mr. Ito recalled ..."', where the tree makes Ito a subject of 'said': quotation marks part him from it."""
        head = self.doc.head[v]
        if head < 0 or self.doc.rel[v] not in ("ccomp", "parataxis") or not self._quoted_apart(head, v):
            return None
        return next((k for k in self.kids(head, *_SUBJECTS) if k < v and self.quote_of(k) == self.quote_of(v)), None)

    def antecedent(self, i: int) -> int | None:
        """The noun that a relative pronoun stands for, or None where ``i`` is none."""
        if self.lemma(i) not in _RELATIVE or self.doc.feature(i, "PronType") in ("Dem", "Int"):
            return None
        for k in self.doc.ancestors(i):
            if self.doc.rel[k].endswith("relcl") and self.doc.head[k] >= 0:
                return self.doc.head[k]
        return None

    def inverted_subject(self, v: int) -> tuple[int, ...]:
        """'"...," added the statement': the noun phrase beside a cue that stands next to a quotation, whatever the tree calls it."""
        doc = self.doc
        a, b = doc.sentences[doc.sentence_of[v]]
        before = next((k for k in range(v - 1, a - 1, -1) if doc.upos[k] not in ("ADV", "AUX")), None)
        if before is None:
            return ()
        if doc.form[before] == "," and before - 1 > a and doc.upos[before - 1] in _NOMINAL:  # 'the minister, Ana Lund, wrote'
            before -= 1
        if doc.form[before] in _CLOSING and before - 1 >= 0:
            for k in range(v + 1, min(v + 3, b)):
                if doc.rel[k].startswith(("obl:", "nmod:unmarked", "advmod")):
                    continue
                if doc.upos[k] in _NOMINAL or doc.upos[k] in ("DET", "ADJ", "NUM"):
                    return self._phrase_head(k, v + 1, b)
                if doc.upos[k] != "ADV":
                    return ()
        if doc.upos[before] in _NOMINAL:
            low = next((k + 1 for k in range(before, a - 1, -1) if doc.form[k] in _MARKS), a)
            return self._phrase_head(before, low, v) if low > a else ()
        if doc.upos[before] == "ADJ":  # 'a 19-year-old told researchers'
            low = next((k + 1 for k in range(before, a - 1, -1) if doc.form[k] in _MARKS), a)
            return (before,) if low > a and doc.upos[low] == "DET" else ()
        return ()

    def _phrase_head(self, k: int, low: int, high: int) -> tuple[int, ...]:
        while low <= self.doc.head[k] < high and self.doc.upos[self.doc.head[k]] in _NOUN_LIKE and self.doc.rel[k].split(":")[0] in _INSIDE_NOUN:
            k = self.doc.head[k]
        return (k,) if self.doc.upos[k] in _NOUN_LIKE else ()

    def _fuller_name(self, v: int, named: tuple[int, ...]) -> tuple[int, ...]:
        """'said party strategist Ana Lund', where the tree takes the noun for the subject and the name for something else: the name."""
        doc = self.doc
        if len(named) != 1 or named[0] < v or doc.upos[named[0]] not in ("NOUN", "PROPN"):
            return named
        tree = self.tree(named[0])
        k = max(tree) + 1
        while k < len(doc) and doc.upos[k] in ("ADJ", "NUM") and k - max(tree) <= 2 and (doc.form[k][:1].isupper() or doc.form[k][:1].isdigit()):
            k += 1  # 'said Air Force 1st Lt. Ana Lund'
        if min(tree) != v + 1 or k >= len(doc) or doc.upos[k] != "PROPN" or doc.upos[max(tree)] not in ("NOUN", "PROPN"):
            return named
        while doc.upos[doc.head[k]] == "PROPN" and doc.head[k] > max(tree):
            k = doc.head[k]
        return (k,)

    def _borrowed_subject(self, v: int, seen: int) -> tuple[int, ...]:
        rel, head = self.doc.rel[v], self.doc.head[v]
        if head < 0:
            return ()
        if rel == "advcl" and self.doc.upos[head] == "ADV" and self.doc.head[head] >= 0:  # 'stopped short of saying'
            head = self.doc.head[head]
        if rel == "conj":
            if (outer := self._outer_cue(v)) is not None:
                return self.subject(outer, seen + 1)
            if self.doc.upos[head] in ("VERB", "AUX", "ADJ", "NOUN"):
                return self.subject(head, seen + 1)
            return ()
        if rel == "xcomp":
            objects = self.kids(head, "obj", "iobj")
            frames = self.lexicon.verb.get(self.lemma(head), {})
            if objects and (_PERSUADES & set(frames) or "to" not in frames):
                return (objects[-1],)
            return self.subject(head, seen + 1)
        if rel == "acl":
            if self.infinitive(v):
                return self.owner(head)
            if self.gerund(v) and (self.cases(v) or self._loose_gerund(v)):  # 'gave few ideas aside from saying that': who gave them says it
                return self._clause_subject(head, seen) or (head,)
            return (head,)
        if rel.endswith("relcl"):
            return ()
        if rel in ("advcl", "ccomp", "parataxis", "dep") and (self.gerund(v) or self.infinitive(v) or rel == "advcl"):
            return self.subject(head, seen + 1)
        return ()

    def _loose_gerund(self, v: int) -> bool:
        """'Others echoed those comments, saying that ...': set off from a noun that is no document and no subject."""
        head = self.doc.head[v]
        return self.doc.form[v - 1] == "," and self.doc.rel[head] in ("obj", "obl") and self.lemma(head) not in self.lexicon.vehicles

    def _outer_cue(self, v: int) -> int | None:
        """'said that he would stay but denied that ...', where the tree joins 'denied' to what is said: the cue that it goes with.

        The tense tells: of the outer cue, and not of the clause that the tree joins it to; 'added' always goes on from a cue.
        """
        doc, root = self.doc, self.doc.head[v]
        if doc.rel[v] != "conj" or root < 0 or doc.rel[root] != "ccomp" or self.kids(v, *_SUBJECTS, "aux"):
            return None
        outer = doc.head[root]
        frames = self.lexicon.verb.get(self.lemma(v), {})
        if outer > root or doc.xpos[outer] not in ("VBD", "VBZ") or doc.xpos[v] != doc.xpos[outer] or "that" not in frames:
            return None
        finite = next((doc.xpos[k] for k in (*self.kids(root, "aux", "aux:pass", "cop"), root)), "")
        return outer if frames["that"].cls == "speech" and (finite != doc.xpos[outer] or self.lemma(v) == "add") else None

    def _clause_subject(self, i: int, seen: int) -> tuple[int, ...]:
        """Who does what the clause around ``i`` tells."""
        for k in self.doc.ancestors(i):
            if self.doc.upos[k] in ("VERB", "AUX"):
                return self.subject(k, seen + 1)
        return ()

    def agent(self, v: int) -> tuple[int, ...]:
        """Who does it in a passive: the phrase with 'by'."""
        return tuple(k for k in self.kids(v, "obl") if "by" in self.cases(k))[:1]

    def owner(self, noun: int) -> tuple[int, ...]:
        """Whose a claim is: possessor, 'by' or 'from' phrase, or the subject of 'make', 'issue', ..."""
        own = self.kids(noun, "nmod:poss")
        if own:
            return (own[0],)
        if noun > 1 and self.doc.xpos[noun - 1] == "POS" and self.doc.upos[self.doc.head[noun - 1]] in _NOMINAL:  # whatever the tree makes of it
            return (self.doc.head[noun - 1],)
        if self.kids(noun, "expl") and (whose := [k for k in self.kids(noun, "nmod") if "of" in self.cases(k)]):
            return (whose[0],)  # 'it is the view of the court that P'
        for k in self.kids(noun, "nmod", "acl"):
            if {"by", "from", "among"} & set(self.cases(k)) and self.doc.rel[k].startswith("nmod"):
                return (k,)
        head = self.doc.head[noun]
        if head >= 0 and self.doc.rel[noun] == "obj" and self.lemma(head) in self.lexicon.light:
            return self.agent(head) if self.passive(head) else self.subject(head)
        return ()

    # ------------------------------------------------------------------ negation and modality
    def negated(self, v: int) -> bool:
        for k in self.doc.children[v]:
            if self.doc.form[k].lower() in _NEGATIONS and self.doc.rel[k] in ("advmod", "advmod:neg", "cc", "cc:preconj", "mark"):
                return True
            if self.doc.rel[k].startswith("nsubj") and (
                self.lemma(k) in _NEGATIONS or any(self.lemma(d) in ("no", "neither") for d in self.kids(k, "det", "cc:preconj"))
            ):
                return True
            if self.doc.rel[k] in ("obj", "iobj") and self.lemma(k) in ("nobody", "none", "nothing"):  # 'told nobody that'
                return True
            if self.doc.rel[k] == "obl" and k < v and any(self.lemma(d) == "no" for d in self.kids(k, "det")):  # 'at no point did she say'
                return True
        head = self.doc.head[v]
        if head >= 0 and self.doc.rel[v] == "xcomp" and self.lemma(head) == "have" and any(self.lemma(k) == "yet" for k in self.kids(head, "advmod")):
            return True  # 'has yet to say'
        if head >= 0 and self.doc.rel[v] == "advcl" and {"of", "from"} & set(self.cases(v)):
            return self.lemma(head) in ("short", "refrain", "abstain", "shy")  # 'stopped short of saying'
        if head >= 0 and self.doc.rel[v] == "xcomp":
            return self.lemma(head) in self.lexicon.refusals or (self.lemma(head) in ("go", "want", "able", "have") and self.negated(head))
        return False

    def modality(self, v: int) -> str | None:
        for k in self.kids(v, "aux"):
            word = self.doc.form[k].lower()
            if word in _POSSIBLE:
                return "possible"
            if word in _FUTURE:
                return "future"
            if word in ("would", "'d"):
                return "conditional"
        if any(self.doc.form[k].lower() in _CONDITIONAL for k in self.kids(v, "mark")) and self.doc.rel[v].startswith("advcl"):
            return "conditional"
        head = self.doc.head[v]
        if head >= 0 and self.doc.rel[v] == "xcomp" and self.infinitive(v):
            if self.lemma(head) in ("expect", "likely", "set", "due", "schedule"):
                return "expected"
            if self.lemma(head) in ("plan", "go", "intend", "want", "hope", "promise", "vow", "pledge", "decide"):
                return "future"
        return None

    # ------------------------------------------------------------------ verbs
    def _frames(self, v: int) -> Iterator[tuple[Frames, tuple[int, int]]]:
        """The entries of a verb: with its particle or preposition first, then bare."""
        lemma = self.lemma(v)
        for k in self.kids(v, "compound:prt", "advmod", "obl", "advcl", "xcomp", "obj"):
            if self.doc.rel[k] in ("compound:prt", "advmod") and k > v:
                words = [k]
            else:
                words = [c for c in self.kids(k, "case", "mark") if (c > v and self.doc.form[c].lower() != "to") or (self.doc.upos[c] == "ADP" and c > v)]
            for c in words[:1]:
                frames = self.lexicon.verb.get(f"{lemma} {self.doc.form[c].lower()}")
                if frames:
                    yield frames, (v, c + 1 if c == v + 1 else v + 1)
        after = self.doc.form[v + 1].lower() if v + 1 < len(self.doc) else ""
        for key, end in ((f"{lemma} {after}", v + 2), (lemma, v + 1), (lemma.removesuffix("e"), v + 1), (lemma + "e", v + 1)):
            frames = self.lexicon.verb.get(key)
            if frames:
                yield frames, (v, end)
                return

    def _verb(self, v: int) -> list[Report]:
        if self.doc.rel[v] in ("amod", "compound", "case", "aux", "cop", "fixed", "mark"):
            return []
        if self._filler(v) or self._raised_cue(v):
            return []
        if (let := self._let_be_known(v)) is not None:
            return [let]
        pending: Report | None = None
        if (quoted := self._quoted_as_saying(v)) is not None:
            return [quoted]
        head = self.doc.head[v]
        if head >= 0 and self.lemma(head) in ("quote", "cite") and self.gerund(v) and "as" in self.cases(v):
            return []  # told with 'quoted'
        if (clear := self._made_clear(v)) is not None:
            return [clear] if clear.content else []
        for frames, cue in self._frames(v):
            for take, content, root, certainty in self._complements(v, frames):
                if take == "to" and root is not None and self._refused_cue(v, root):
                    return []  # told as 'declined to say'
                report = self._make(v, cue, frames[take], take, content, root, certainty)
                if report is not None:
                    return [report]
            take = next((t for t in ("that", "quote", "small", "obl:as") if t in frames), None) or next(iter(frames))
            if pending is None and (frames[take].cls in ("speech", "decree") or take == "quote"):
                pending = self._make(v, cue, frames[take], "quote", set(), None, 0.9)
        return [pending] if pending is not None else []

    def _filler(self, v: int) -> bool:
        """'You know, it rained', 'you see': words that fill a pause, not what somebody knows."""
        if self.lemma(v) not in ("know", "see", "mean") or self.negated(v):
            return False
        if not any(self.doc.form[k].lower() == "you" for k in self.kids(v, "nsubj")) or self.kids(v, "aux"):
            return False
        return not any(self.kids(k, "mark") or self._wh(k)[:1] in (["what"], ["how"], ["why"], ["who"], ["where"]) for k in self.kids(v, "ccomp"))

    def _refused_cue(self, v: int, k: int) -> bool:
        """'declined to say whether P': is what is refused itself a saying with a content?"""
        frames = self.lexicon.verb.get(self.lemma(k), {})
        return self.lemma(v) in self.lexicon.refusals and "that" in frames and any(True for _ in self._finite(k, "that"))

    def _raised_cue(self, v: int) -> bool:
        """'is expected to announce that P', 'is known to have said that P': one saying, the subject's, however sure it is."""
        if not self.passive(v) or self.agent(v) or "that" not in self.lexicon.verb.get(self.lemma(v), {}):
            return False
        inner = [k for k in self.kids(v, "xcomp") if self.infinitive(k) and self.doc.upos[k] == "VERB"]
        return any("that" in self.lexicon.verb.get(self.lemma(k), {}) and self.kids(k, "ccomp") for k in inner)

    def _let_be_known(self, v: int) -> Report | None:
        """'She let it be known that P'."""
        head = self.doc.head[v]
        if self.lemma(v) not in ("know", "understand") or head < 0 or self.lemma(head) != "let" or not self.passive(v):
            return None
        k = next((k for k in self.kids(v, "ccomp") if k > v), None)
        named = self.subject(head)
        if k is None or not self._can_speak(named):
            return None
        content = {t for t in self.tree(k) if t > v}
        frame = CueFrame("speech", 0.85)
        return Report(head=v, cue=(head, v + 1), frame=frame, take="that", content=content, root=k, speakers=named, negated=self.negated(head), clause=head)

    def _quoted_as_saying(self, v: int) -> Report | None:
        """'The agency quoted her as saying P', 'P, she was quoted by the agency as saying': she says it, whoever tells us so."""
        if self.lemma(v) not in ("quote", "cite"):
            return None
        saying = next((k for k in self.kids(v, "advcl", "xcomp", "ccomp", "acl", "obl") if self.gerund(k) and "as" in self.cases(k)), None)
        passive = self.passive(v)
        named = self.kids(v, "nsubj:pass") if passive else [k for k in self.kids(v, "obj") if saying is not None and k < saying]
        if saying is None:
            return None
        if not named and passive and self.doc.rel[v] in ("acl", "advcl", "xcomp"):
            named = list(self.subject(v) or (self.doc.head[v],))
        content: set[int] = set()
        root = None
        for k in self.kids(saying, "ccomp", "parataxis", "obj"):
            content, root = content | self.tree(k), k if root is None else root
        head = self.doc.head[v]
        if not content and head >= 0 and self._parenthetical(v):
            content, root = self.tree(head) - self.tree(v), head
        if not content and (quoted := self._quoted_child(v)) is not None:
            content, root = self.tree(quoted), quoted
        return Report(
            head=v, cue=(v, v + 1), frame=CueFrame("speech", 0.9), take="that", content=content - set(named), root=root, speakers=tuple(named[:1]),
            clause=v, takes=frozenset({"that", "quote"}), negated=self.negated(v),
        )  # fmt: skip

    def _quoted_child(self, v: int) -> int | None:
        """The clause of another quotation that hangs on ``v``."""
        return next((k for k in self.kids(v, "ccomp", "parataxis", "dep") if self._quoted_apart(v, k)), None)

    def _made_clear(self, v: int) -> Report | None:
        """'She made (it) clear that P': the adjective is part of the cue."""
        if self.lemma(v) != "make":
            return None
        clear = next((k for k in self.kids(v, "xcomp", "obj", "advmod") if self.doc.form[k].lower() in ("clear", "plain", "known")), None)
        if clear is None:
            return None
        for k in (*self.kids(v, "ccomp", "advcl"), *self.kids(clear, "ccomp", "advcl")):
            if k > clear:
                frame = CueFrame("speech", 0.85)
                return self._make(v, (v, clear + 1), frame, "that", {t for t in self.tree(k) if t > clear}, k, 0.95)
        return None

    def _make(self, v: int, cue: tuple[int, int], frame: CueFrame, take: str, content: set[int], root: int | None, certainty: float) -> Report | None:
        passive = self.passive(v)
        named = self.agent(v) if passive else self.subject(v)
        if not named and not passive and take in ("that", "quote") and frame.cls == "speech":
            named = self.inverted_subject(v)
        named = self._fuller_name(v, named)
        if take == "quote" and self.lemma(v) in ("quote", "cite") and not passive:  # 'quoted the leader: "..."'
            named = tuple(k for k in self.kids(v, "obj") if k > v and self.quote_of(k) == self.quote_of(v))[:1] or named
        if not passive and content and not self._can_speak(named):
            return None
        head = self.doc.head[v]
        if head >= 0 and self.doc.rel[v] == "xcomp" and self.lemma(head) in self.lexicon.refusals and self.doc.upos[head] == "VERB":
            cue = (head, cue[1])
        content = content - set(range(*cue)) - set(named)
        return Report(
            head=v, cue=cue, frame=frame, take=take, content=content, root=root, speakers=named, addressees=self._addressees(v, take, passive, content),
            negated=self.negated(v), modality=self.modality(v), certainty=certainty, clause=v, takes=self._takes(v),
        )  # fmt: skip

    def _takes(self, v: int) -> frozenset[str]:
        return frozenset(t for frames, _ in self._frames(v) for t in frames)

    def _can_speak(self, named: tuple[int, ...]) -> bool:
        """Is somebody there, and not a bare 'this', 'that' or 'it' that points at a state of affairs?"""
        if not named:
            return False
        word = self.doc.form[named[0]].lower()
        return not (self.doc.upos[named[0]] in ("PRON", "DET") and word in _POINTERS and self.antecedent(named[0]) is None)

    def _addressees(self, v: int, take: str, passive: bool, content: set[int]) -> tuple[int, ...]:
        out: list[int] = []
        takes = self._takes(v)
        if self.lemma(v) in self.lexicon.addressing and (take in ("that", "object-to") or (take == "quote" and "that" in takes)):
            rels = ("nsubj:pass", "iobj") if passive else ("obj", "iobj")
            asked = passive and "object-to" in self.lexicon.verb.get(self.lemma(v), {})
            if not passive or asked:
                out += [k for k in self.kids(v, *rels) if self.doc.upos[k] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")]
            out += [t for k in self.kids(v, "ccomp") if (t := self._told_first(v, k)) is not None]
            out += [k for k in self.kids(v, "obl") if {"to", "on", "upon", "with"} & set(self.cases(k)) and self._addressable(v, k, take)]
        speaking = (*self.inverted_subject(v), *self._aside_subject(v)) if not self.kids(v, *_SUBJECTS) else ()
        return tuple(k for k in out if k not in content and k not in speaking and self.quote_of(k) == self.quote_of(v))

    def _addressable(self, v: int, k: int, take: str) -> bool:
        case = self.cases(k)
        if "to" in case and len(case) == 1:
            return self.doc.upos[k] in ("PROPN", "PRON", "NOUN") and take in ("that", "quote", "object-to")
        return take == "object-to" and f"{self.lemma(v)} {case[0]}" in self.lexicon.verb

    def _complements(self, v: int, frames: Frames) -> Iterator[tuple[str, set[int], int, float]]:
        """What could be the content: the complement's name, its tokens, its head, and how sure that surface is."""
        if "that" in frames:
            yield from self._after_colon(v)
        if "that" in frames or "quote" in frames:
            yield from self._finite(v, "that" if "that" in frames else "quote")
        yield from self._nonfinite(v, frames)
        yield from self._phrases(v, frames)

    def _finite(self, v: int, take: str) -> Iterator[tuple[str, set[int], int, float]]:
        quoted_only = take == "quote"
        doc = self.doc
        ccomp = [k for k in self.kids(v, "ccomp", "csubj:pass") if self._is_content(v, k)]
        parataxis = [k for k in self.kids(v, "parataxis") if self._dependent_content(v, k)]
        if not ccomp and not quoted_only and not self._follows_quotation(v):  # 'did not say when it would end', 'asked where they went'
            ccomp = [k for k in self.kids(v, "advcl") if min(self.tree(k)) == v + 1 and set(self._wh(k)) & _OPEN_QUESTIONS]
        if not ccomp and not parataxis and not quoted_only:
            ccomp = self._after_venue(v) or self._told_who(v) or [k for k in self.kids(v, "obj") if k > v and doc.xpos[k] == "WP" and self.kids(k, "acl:relcl")]
        parts = [k for k in (*ccomp, *parataxis) if not quoted_only or self._quoted_apart(v, k)]
        head = doc.head[v]
        if head >= 0 and self._parenthetical(v) and (not quoted_only or self._quoted_apart(v, head)):
            head = self._told_around(v)
            content = self.tree(head) - self.tree(v)
            if aside := [k for k in self._aside_subject(v) if k < v]:  # with all that stands between the comma and the cue
                comma = next((i for i in range(aside[0], -1, -1) if doc.form[i] == ","), v)
                content -= set(range(comma, v))
            for k in self.kids(head, "conj"):  # 'P, as she said, and Q': only P is hers
                if k > v > head and self.kids(k, *_SUBJECTS) and doc.rel[v] == "advcl":
                    content -= self.tree(k)
            for k in parts:
                if self._quoted_apart(v, k) or k in parataxis:
                    content |= self.tree(k)
            if not (ccomp and not self._quoted_apart(v, ccomp[0])):
                yield take, content, head, 0.95
        if parts:
            content = self._joined(v, parts, set().union(*(self.tree(k) for k in parts)))
            if (told := self._told_first(v, parts[0])) is not None:
                content -= self.tree(told)
            elif (subject := self._subject_before(v, parts[0])) is not None:
                content |= self.tree(subject)
            yield take, content, parts[0], 1.0 if ccomp else 0.85
        if not quoted_only and (cleft := self._what_was_said(v)) is not None:
            yield take, *cleft, 0.9
        if not quoted_only:
            yield from self._rest(v)
            if not self.kids(v, "ccomp", "xcomp") and not self._parenthetical(v):
                yield from self._in_line(v)
        for k in self.kids(v, "advcl", "obj", "xcomp", "dep", "obl"):
            if doc.rel[k] == "xcomp" and self.kids(v, "obj"):
                continue
            if self._quoted_apart(v, k) and doc.upos[k] in ("VERB", "ADJ", "NOUN", "PROPN", "INTJ", "AUX", "PRON", "ADV") and take == "quote":
                yield take, self.tree(k), k, 0.8

    def _told_who(self, v: int) -> list[int]:
        """'would tell the court who had paid', where the tree makes the clause a relative one of the court."""
        for o in self.kids(v, "iobj", "obj") if self.lemma(v) in self.lexicon.addressing else ():
            entity = self.doc.entity_at.get(o)
            if self.doc.upos[o] == "PRON" or (entity is not None and entity.type == "organization"):
                if clauses := [k for k in self.kids(o, "acl:relcl") if k > o and self.doc.form[min(self.tree(k))].lower() in _OPEN_WORDS]:
                    return clauses[:1]
        return []

    def _what_was_said(self, v: int) -> tuple[set[int], int] | None:
        """'What the minister said was that P'."""
        n = self.doc.head[v]
        if n < 0 or self.doc.rel[v] != "acl:relcl" or self.lemma(n) not in ("what", "all") or self.doc.rel[n] not in _OUTER:
            return None
        h = self.doc.head[n]
        that = next((k for k in self.kids(h, "mark") if self.doc.form[k].lower() == "that"), None)
        return None if that is None else ({t for t in self.tree(h) - self.tree(n) if t > that}, h)

    def _follows_quotation(self, v: int) -> bool:
        """'"Really," she added when ...': does a quotation end where the clause of the cue begins?"""
        first = min([v, *(t for k in self.kids(v, *_SUBJECTS) for t in self.tree(k))])
        return first > 0 and self.doc.form[first - 1] in _MARKS and self.quote_of(first - 1) is not None and self.quote_of(first) is None

    def _after_venue(self, v: int) -> list[int]:
        """'said in a statement that P', where the tree hangs P on the statement."""
        for o in self.kids(v, "obl"):
            if o > v and "in" in self.cases(o) and not self.kids(o, "nmod:poss"):
                if clauses := [k for k in self.kids(o, "acl:", "acl", "ccomp", "acl:relcl") if "that" in self.cases(k) and self.kids(k, *_SUBJECTS)]:
                    return clauses[:1]
        return []

    def _told_first(self, v: int, k: int) -> int | None:
        """Whom it is told to, where the tree has them for a first subject of what is told: 'told [the cabinet] the camps were empty'."""
        if self.lemma(v) not in self.lexicon.addressing or self.kids(v, "obj", "iobj"):
            return None
        subjects = [x for x in self.kids(k, *_SUBJECTS) if v < x < k]
        if len(subjects) < 2 or min(self.tree(subjects[0])) != v + 1 or max(self.tree(subjects[0])) + 1 != min(self.tree(subjects[1])):
            return None
        return subjects[0]

    def _subject_before(self, v: int, k: int) -> int | None:
        """The subject of a finite clause that the tree has for an object of the cue: 'claimed [the platform] stood in a closed zone'."""
        doc = self.doc
        finite = {doc.xpos[x] for x in (k, *self.kids(k, "aux", "cop", "aux:pass"))} & {"VBD", "VBZ", "VBP", "MD"}
        if not finite or self.kids(k, *_SUBJECTS, "expl", "mark") or self.quote_of(k) != self.quote_of(v):
            return None
        objects = [x for x in self.kids(v, "iobj", "obj") if v < x < k]
        if not objects or max(self.tree(objects[-1])) + 1 != min(self.tree(k)) or (self.lemma(v) in self.lexicon.addressing and len(objects) < 2):
            return None
        return objects[-1]

    def _after_colon(self, v: int) -> Iterator[tuple[str, set[int], int, float]]:
        """'She repeated the firm's line: the mine is safe': what follows the colon, to the end of the sentence or of the quotation."""
        doc = self.doc
        _, end = doc.sentences[doc.sentence_of[v]]
        colon = next((i for i in range(v + 1, end) if doc.form[i] == ":" and self.quote_of(i) == self.quote_of(v)), None)
        if colon is None or self.quote_of(min(colon + 1, end - 1)) != self.quote_of(v) or not self.kids(v, "obj", "iobj", "advmod"):
            return
        between = range(v + 1, colon)
        if any(doc.upos[i] in ("VERB", "AUX") and not doc.rel[i].startswith("acl") for i in between):
            return
        content = {i for i in range(colon + 1, end) if self._in_same(i, v)}
        verbs = [i for i in sorted(content) if doc.upos[i] == "VERB" or doc.rel[i] == "cop"]
        if verbs:
            yield "that", content, verbs[0], 0.85

    def _in_same(self, i: int, v: int) -> bool:
        return self.quote_of(v) is None or self.quote_of(i) is not None

    def _joined(self, v: int, parts: list[int], content: set[int]) -> set[int]:
        """Leave out what stands before the cue ('In a letter, she said that'), unless the cue is set off by commas; add a clause that
        is joined to the content without a comma ('said prices rise and wages must follow') though the tree joins it to the cue."""
        doc = self.doc
        if parts[0] > v and not any(self._quoted_apart(v, k) for k in parts) and not (v + 1 < len(doc) and doc.form[v + 1] == ","):
            content = self._contrast(v, {t for t in content if t > v})
        that = [k for k in self.kids(parts[0], "mark") if k > v and doc.form[k].lower() == "that"]
        if that:
            content = {t for t in content if t >= that[0]}
        if parts[0] > v and v + 1 < len(doc) and doc.form[v + 1] == "," and not that:
            content |= self._before_aside(v)
        for k in self.kids(parts[0], "conj"):
            if k > v and (self._outer_cue(k) is not None or self._told_outside(v, parts[0], k)):
                content = content - self.tree(k)
        end = max(content, default=v)
        for k in self.kids(v, "conj"):
            tree = self.tree(k)
            if self._told_outside(v, parts[0], k):
                continue
            if self.kids(k, "mark") and end < min(tree) <= end + 2:  # 'said he would talk, but only after they had left'
                content |= tree
                continue
            if min(tree) == end + 1 and self.kids(k, *_SUBJECTS) and doc.upos[k] != "X" and self.lemma(k) not in self.lexicon.verb:
                content |= tree
        return content

    def _told_outside(self, v: int, root: int, k: int) -> bool:
        """'said the man claimed he was alone, but that others helped him': the second 'that' goes with 'said', not with 'claimed'."""
        doc, outer = self.doc, self.doc.head[v]
        if outer < 0 or doc.rel[v] != "ccomp" or "that" not in self.lexicon.verb.get(self.lemma(outer), {}) or "that" not in self.cases(k):
            return False
        first = next(t for t in doc.subtree(k) if doc.upos[t] != "PUNCT")
        return doc.form[first - 1] == "," or "that" not in self.cases(root)

    def _before_aside(self, v: int) -> set[int]:
        """'If the ship returned, he added, it would regret it': what stands before a cue that commas part from both sides."""
        subjects = [k for k in self.kids(v, *_SUBJECTS) if k < v]
        if not subjects:
            return set()
        first = min(self.tree(subjects[0]))
        if self.doc.form[first - 1] != "," or v - first > _LONGEST_ASIDE:
            return set()
        fronted = [k for k in self.kids(v, "advcl", "obl", "advmod") if k < first]
        return {t for k in fronted for t in self.tree(k) if t < first}

    def _rest(self, v: int) -> Iterator[tuple[str, set[int], int, float]]:
        """A verb of saying or thinking that has no noun phrase for an object has a clause: what follows it, where the tree broke that up."""
        doc = self.doc
        frames = self.lexicon.verb.get(self.lemma(v), {})
        if "that" not in frames or "object" in frames or "small" in frames or "object-to" in frames or not self.kids(v, *_SUBJECTS):
            return
        objects = [k for k in self.kids(v, "obj") if k > v and self.quote_of(k) == self.quote_of(v)]
        if not objects or min(self.tree(objects[0])) != v + 1:
            return
        end = max(self.tree(v))
        rest = {i for i in range(v + 1, end + 1) if self._in_same(i, v)}
        stop = next((i for i in sorted(rest) if doc.form[i] in (";", "—", "--")), end + 1)
        rest = {i for i in rest if i < stop}
        finite = [
            i for i in sorted(rest) if doc.head[i] == v and i > objects[0] and doc.upos[i] in ("VERB", "AUX", "ADJ", "NOUN") and not self.kids(i, "nsubj", "cc")
        ]
        if finite and doc.rel[finite[0]] in ("conj", "parataxis", "xcomp", "advcl", "dep") and not self.infinitive(finite[0]) and not self.gerund(finite[0]):
            yield "that", rest, finite[0], 0.7

    def _in_line(self, v: int) -> Iterator[tuple[str, set[int], int, float]]:
        """The clause beside a verb of saying that has no content in the tree, by word order: 'S says [they are ...],' or '[P], S said.'"""
        doc = self.doc
        start, end = doc.sentences[doc.sentence_of[v]]
        subjects = [k for k in self.kids(v, "nsubj:", "nsubj") if k < v]
        if self.gerund(v) and not subjects and not self.kids(v, "obj", "iobj", "obl"):
            yield from self._to_the_end(v, end)
        if not subjects or self.lemma(subjects[0]) in _RELATIVE or self.kids(v, "obj", "iobj", "expl"):
            return
        stop = next((i for i in range(v + 1, end) if doc.form[i] in _STOPS), end)
        after = {i for i in range(v + 1, stop) if self._in_same(i, v)}
        if stop < end and doc.form[stop] in _DASHES and self._clause_in(after) is None:
            yield from self._to_the_end(v, end)
        if (root := self._clause_in(after)) is not None and (doc.upos[v + 1] in ("PRON", "DET", "PROPN", "NOUN") or doc.form[v + 1].lower() == "that"):
            yield "that", after, root, 0.6
        first = min(self.tree(subjects[0]))
        start = max((i + 1 for i in range(start, first) if doc.form[i] == ";"), default=start)
        before = {i for i in range(start, first - 1) if self._in_same(i, v)}
        closed = stop - v <= 4 and not any(doc.upos[i] in ("VERB", "AUX") for i in range(v + 1, stop))
        if closed and first > start and doc.form[first - 1] == "," and (root := self._clause_in(before)) is not None:
            opener = next((i for i in sorted(before) if doc.upos[i] != "PUNCT"), root)
            if doc.upos[opener] != "SCONJ":
                yield "that", before, root, 0.6

    def _to_the_end(self, v: int, end: int) -> Iterator[tuple[str, set[int], int, float]]:
        """'saying the strategy -- raids in the north -- is not enough': all that follows, where an insertion kept the tree from joining it."""
        rest = {i for i in range(v + 1, end) if self._in_same(i, v)}
        if v + 1 < end and self.doc.upos[v + 1] in ("PRON", "DET", "PROPN", "NOUN", "ADJ") and (root := self._clause_in(rest)) is not None:
            yield "that", rest, root, 0.6

    def _clause_in(self, tokens: set[int]) -> int | None:
        """The finite verb, with its subject, of the clause that some tokens make; None where they make none."""
        finite = [i for i in tokens if self.doc.xpos[i] in ("VBZ", "VBD", "VBP", "MD") or self.doc.feature(i, "VerbForm") == "Fin"]
        subjects = [i for i in tokens if self.doc.rel[i].startswith("nsubj")]
        return min(finite) if finite and subjects else None

    def _contrast(self, v: int, content: set[int]) -> set[int]:
        """Leave out what comes last, after a comma, and is the reporter's: ', while others say the contrary', ', as the mayor had claimed', ', a claim
        that he denied'."""
        doc = self.doc
        last = max(content, default=v)
        for k in sorted(content):
            if k <= v or k not in content:
                continue
            tree = self.tree(k)
            first = next((t for t in sorted(tree) if doc.upos[t] != "PUNCT"), k)
            if doc.form[first - 1] != "," or last > max(tree) + 1:
                continue
            marks = {doc.form[c].lower() for c in self.kids(k, "mark", "advmod")}
            saying = "that" in self.lexicon.verb.get(self.lemma(k), {}) and bool(self.kids(k, *_SUBJECTS))
            stands_against = saying and doc.rel[k] == "advcl" and marks & {"while", "whereas"} and self._reports_root(v, doc.head[k])
            echoes = doc.rel[k] == "advcl" and "as" in marks and self.lemma(k) in self.lexicon.verb and self._parenthetical(k)
            comments = (
                doc.rel[k] in ("appos", "parataxis") and self.lemma(k) in _COMMENTS and any(doc.form[d].lower() in ("a", "an") for d in self.kids(k, "det"))
            )
            if stands_against or echoes or comments:
                content = content - tree - {first - 1}
                last = max(content, default=v)
        return content

    def _reports_root(self, v: int, h: int) -> bool:
        """Is ``h`` what ``v`` reports, not something inside it?"""
        return self.doc.head[h] == v or (self.doc.rel[h] == "conj" and self.doc.head[self.doc.head[h]] == v)

    def _is_content(self, v: int, k: int) -> bool:
        return not (self.infinitive(k) and not self._quoted_apart(v, k) and not any(w in ("whether", "how", "what") for w in self._wh(k)))

    def _wh(self, k: int) -> list[str]:
        return [self.doc.form[c].lower() for c in self.doc.children[k]]

    def _quoted_apart(self, v: int, k: int) -> bool:
        """Does ``k`` stand in a quotation that ``v`` is not in?"""
        return self.quote_of(k) is not None and self.quote_of(k) != self.quote_of(v)

    def _dependent_content(self, v: int, k: int) -> bool:
        """A clause that hangs loosely on a verb of saying is its content when quoted, put before it, or after a colon."""
        if self._quoted_apart(v, k) or (k < v and not self.kids(v, "ccomp")):
            return True
        first = min(self.doc.subtree(k))
        return first > v and (self.doc.form[first] == ":" or (first > 0 and self.doc.form[first - 1] == ":"))

    def _parenthetical(self, v: int) -> bool:
        """'P, she said' and 'as she said, P': the clause of saying hangs on what is said."""
        doc, head = self.doc, self.doc.head[v]
        if not (self.kids(v, *_SUBJECTS) or self._aside_subject(v)) or doc.upos[head] == "X":
            return False
        if self._comma_aside(v):
            return True
        if doc.rel[v] == "parataxis":
            if self.kids(v, "xcomp") or any(self.infinitive(k) for k in self.kids(v, "advcl")):
                return False
            if v > head and ";" in (doc.form[first := min(self.tree(v))], doc.form[max(0, first - 1)]):
                return False
            if doc.upos[head] not in ("VERB", "AUX", "ADJ") and not self.kids(head, "cop", *_SUBJECTS) and not self._quoted_apart(v, head):
                return False
            return min(self.tree(head) - self.tree(v), default=v) < v or self._quoted_apart(v, head)
        if doc.rel[v] == "advcl":
            marks = self.cases(v) + [doc.form[k].lower() for k in self.kids(v, "advmod")]
            if self.passive(v) and self.kids(v, "nsubj:pass"):  # 'as she was known'
                return False
            return (
                "as" in marks
                and not self.kids(v, "obj", "ccomp")
                and ("," in (doc.form[first := min(self.tree(v))], doc.form[max(0, first - 1)]) or first < head)
            )
        return False

    def _comma_aside(self, v: int) -> bool:
        """Commas on both sides of a bare subject and verb ('His wife, he said, had left'), whatever the tree makes of them."""
        if self.doc.form[min(v + 1, len(self.doc) - 1)] != "," or self.kids(v, "obj", "ccomp", "xcomp", "mark", "conj"):
            return False
        subjects = [k for k in self.kids(v, *_SUBJECTS) if k < v and self.lemma(k) not in _RELATIVE] or list(self._aside_subject(v))
        if not subjects:
            return False
        first = min(self.tree(subjects[0]))
        if self.doc.form[first] == ",":
            first += 1
        return first > 0 and self.doc.form[first - 1] == "," and v - first <= _LONGEST_ASIDE and self.doc.sentence_of[first - 1] == self.doc.sentence_of[v]

    def _told_around(self, v: int) -> int:
        """The head of the clause that a parenthetical cue stands in or beside: not a noun in it; of two joined clauses the one around it."""
        head = self.doc.head[v]
        while self.doc.rel[v].startswith(("acl", "appos", "parataxis")) and self.doc.head[head] >= 0 and not self._predicate(head):
            head = self.doc.head[head]
        for k in self.kids(head, "conj"):
            if min(self.tree(k)) < v < k:
                return k
        return head

    def _predicate(self, i: int) -> bool:
        return self.doc.upos[i] in ("VERB", "AUX") or bool(self.kids(i, "cop"))

    def _nonfinite(self, v: int, frames: Frames) -> Iterator[tuple[str, set[int], int, float]]:
        passive = self.passive(v)
        objects = [k for k in self.kids(v, "obj", "iobj") if k not in self.kids(v, "xcomp")]
        subject = self.kids(v, "nsubj:pass")
        for k in self.kids(v, "xcomp", "ccomp", "advcl"):
            loose = self.doc.rel[k] == "advcl"
            if self.infinitive(k):
                first = min(self.doc.subtree(k))
                if loose and not (("object-to" in frames and self._asked(v)) or k < v):
                    continue
                if loose and k < v:
                    continue
                if passive and subject and ("that" in frames or "clause-to" in frames) and "object-to" not in frames:
                    yield ("that" if "that" in frames else "clause-to"), self.tree(k) | self.tree(subject[0]), k, 0.8
                elif "object-to" in frames and (objects or self._asked(v) or passive):
                    yield "object-to", self.tree(k), k, 0.95
                elif "clause-to" in frames and (objects or self.doc.form[first].lower() == "for"):
                    yield "clause-to", self.tree(k) | {t for o in objects if o < first + 1 for t in self.tree(o)}, k, 0.9
                elif "to" in frames and not objects and not passive:
                    yield "to", self.tree(k), k, 0.95
            elif self.gerund(k) and "gerund" in frames and (not loose or self.cases(k)):
                blamed = {t for o in (objects or subject) if o < k and self.cases(k) for t in self.tree(o)}
                yield "gerund", self.tree(k) | blamed, k, 0.85
            elif self.gerund(k) and "that" in frames and not loose and not objects and k > v and self._clause_in(self.tree(k)) is not None:
                yield "that", self.tree(k), k, 0.8  # 'believes moving the capital would help', where the tree has the gerund on top
            elif self.doc.rel[k] == "xcomp" and "small" in frames and (objects or (subject and self.agent(v))):
                yield "small", self.tree(k) | {t for o in (objects or subject) for t in self.tree(o)}, k, 0.9
            elif "obl:as" in frames and "as" in self.cases(k) and k > v:
                yield "obl:as", self.tree(k) | {t for o in (objects or subject) for t in self.tree(o)}, k, 0.9

    def _nominal_tree(self, k: int) -> set[int]:
        """A noun phrase without a verb that the tree joins to it: 'called for her firing and carried signs'."""
        content = self.tree(k)
        if self.doc.upos[k] in ("NOUN", "PROPN"):
            for c in self.kids(k, "conj"):
                if self.doc.upos[c] == "VERB" and self.doc.xpos[c] != "NN":
                    content -= self.tree(c)
        return content

    def _with_phrases(self, v: int, o: int) -> set[int]:
        """An object and the phrases right after it that a parser may hang on the verb: 'proposed cuts for small firms'."""
        content = self._nominal_tree(o)
        for k in self.kids(v, "obl"):
            tree = self.tree(k)
            if min(tree) == max(content) + 1 and (set(self.cases(k)) & _OF_THE_NOUN or self.lemma(v) in ("express", "voice")):
                content |= tree
        return content

    def _blamed(self, objects: list[int], frames: Frames) -> Iterator[tuple[str, set[int], int, float]]:
        """'accused the firm of hiding it', where the tree hangs 'of hiding' on the firm."""
        for o in objects:
            for k in (x for n in (o, *self.kids(o, "conj")) for x in self.kids(n, "acl:", "nmod")):
                case = self.cases(k)
                if k > o and case and f"obl:{case[0]}" in frames and case[0] in ("of", "for"):
                    yield f"obl:{case[0]}", self.tree(o), k, 0.8

    def _asked(self, v: int) -> bool:
        """Is somebody addressed in a prepositional phrase: 'called on the firms to'?"""
        return any(f"{self.lemma(v)} {c}" in self.lexicon.verb for k in self.kids(v, "obl") for c in self.cases(k)[:1])

    def _phrases(self, v: int, frames: Frames) -> Iterator[tuple[str, set[int], int, float]]:
        passive = self.passive(v)
        objects = self.kids(v, "nsubj:pass") if passive else self.kids(v, "obj")
        for k in self.kids(v, "obl", "advcl", "nmod"):
            case = self.cases(k)
            if not case or (take := f"obl:{case[0]}") not in frames or k < v:
                continue
            together = {t for o in objects for t in self.tree(o)} if take in ("obl:as", "obl:for", "obl:of") else set()
            yield take, (self._nominal_tree(k) | together) - set(self.kids(k, "case")[:1]), k, 0.85
        yield from self._blamed(objects, frames)
        if "object-to" in frames and not passive:
            for k in (x for o in objects for x in self.kids(o, "xcomp", "acl:") if self.infinitive(x)):
                yield "object-to", self.tree(k), k, 0.85
        if "object" in frames and objects and (not passive or self.agent(v)):
            o = objects[0]
            if self.doc.feature(o, "PronType") == "Prs" and self.doc.upos[o] == "PRON":  # 'rejected it' says nothing by itself
                return
            if self.doc.upos[o] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "VERB") and self.doc.feature(o, "Reflex") != "Yes":
                entity = self.doc.entity_at.get(o)
                if frames["object"].cls == "speech" and entity is not None and entity.type in ("person", "organization"):
                    return  # 'admit observers' lets them in, 'mentioned the general' says nothing of him
                yield "object", self._with_phrases(v, o), o, 0.8

    # ------------------------------------------------------------------ nouns, adjectives, adverbs, 'according to'
    def _noun(self, n: int) -> list[Report]:
        frames = self.lexicon.noun.get(self.lemma(n))
        if not frames:
            return []
        for take, content, root, certainty in self._noun_complements(n, frames):
            speakers = self.owner(n)
            if not speakers and (take != "that" or self.lemma(n) not in _FREE_NOUNS):
                continue
            content = content - {n} - set(speakers)
            return [
                Report(
                    head=n,
                    cue=(n, n + 1),
                    frame=frames[take],
                    take=take,
                    content=content,
                    root=root,
                    speakers=speakers,
                    certainty=certainty * (1.0 if speakers else 0.75),
                    clause=n,
                    negated=any(self.lemma(d) == "no" for d in self.kids(n, "det")),
                )
            ]
        return []

    def _noun_complements(self, n: int, frames: Frames) -> Iterator[tuple[str, set[int], int, float]]:
        for k in self.kids(n, "acl:", "ccomp", "advcl", "nmod", "acl"):
            if self.doc.rel[k].endswith("relcl"):
                continue
            case = self.cases(k)
            if self.doc.rel[k].startswith("nmod"):
                if case and (take := f"obl:{case[0]}") in frames:
                    yield take, self.tree(k) - set(self.kids(k, "case")[:1]), k, 0.8
            elif self.infinitive(k):
                if "clause-to" in frames and "for" in case:
                    yield "clause-to", self.tree(k), k, 0.85
                elif "to" in frames:
                    yield "to", self.tree(k), k, 0.85
            elif "that" in frames and ("that" in case or (self.doc.rel[k] == "ccomp")):
                yield "that", self.tree(k), k, 0.95
            elif "gerund" in frames and self.gerund(k) and case:
                yield "gerund", self.tree(k), k, 0.8
        head = self.doc.head[n]
        if "that" in frames and head > n and self.doc.rel[n] in _OUTER and self.kids(head, "cop") and "that" in self.cases(head):
            cop = self.kids(head, "cop")[0]
            that = next(k for k in self.kids(head, "mark") if self.doc.form[k].lower() == "that")
            content = {t for t in self.tree(head) - self.tree(n) if t > max(cop, that)}
            yield "that", content, head, 0.9
        if "that" in frames and head > n and self.doc.rel[n] == "nsubj" and self.lemma(head) == "be":
            for k in self.kids(head, "ccomp"):
                yield "that", self.tree(k), k, 0.9

    def _adjective(self, a: int) -> list[Report]:
        frames = self.lexicon.adjective.get(self.lemma(a))
        if not frames or self.doc.rel[a] == "amod":
            return []
        for k in self.kids(a, "ccomp", "xcomp", "advcl", "obl"):
            case = self.cases(k)
            take = None
            if self.doc.rel[k].startswith("obl"):
                take = f"obl:{case[0]}" if case else None
            elif self.infinitive(k):
                take = "to"
            elif self.doc.rel[k] == "ccomp" or "that" in case:
                take = "that"
            elif self.gerund(k) and case:
                take = "gerund"
            if take in frames and take is not None:
                speakers = self.subject(a)
                if not speakers:
                    return []
                content = self.tree(k) - set(speakers)
                return [
                    Report(
                        head=a,
                        cue=(a, a + 1),
                        frame=frames[take],
                        take=take,
                        content=content,
                        root=k,
                        speakers=speakers,
                        negated=self.negated(a),
                        modality=self.modality(a),
                        certainty=0.9,
                        clause=a,
                    )
                ]
        return []

    def _adverb(self, a: int) -> list[Report]:
        frames = self.lexicon.adverb.get(self.lemma(a))
        head = self.doc.head[a]
        if head >= 0 and not self.kids(head, *_SUBJECTS):
            return []
        if not frames or "clause" not in frames or head < 0 or self.doc.rel[a] != "advmod" or self.doc.upos[head] not in ("VERB", "AUX", "ADJ", "NOUN"):
            return []
        content = self.tree(head) - self.tree(a)
        return [Report(head=a, cue=(a, a + 1), frame=frames["clause"], take="clause", content=content, root=head, certainty=0.8, clause=a)]

    def _according(self, p: int) -> list[Report]:
        """'According to X, P': the phrase that it marks names the speaker, the clause that this hangs on is the content."""
        phrase = self.doc.head[p]
        if phrase < 0 or self.doc.rel[p] not in ("case", "mark", "amod", "advmod"):
            return []
        last = max([p, *self.kids(p, "fixed")])
        if self.doc.form[p].lower() == "according" and p + 1 < len(self.doc) and self.doc.form[p + 1].lower() == "to":
            last = p + 1
            if self.doc.head[p + 1] != p and self.doc.rel[p + 1] == "case" and self.doc.head[p + 1] > p:
                phrase = self.doc.head[p + 1]
        if phrase == last or phrase < p:
            return []
        return self._aside(phrase, (p, last + 1), (phrase,))

    def _view(self, n: int) -> list[Report]:
        """'In X's view, P'."""
        owner = self.kids(n, "nmod:poss")
        if "in" not in self.cases(n) or not owner or not self.doc.rel[n].startswith("obl") or not self._set_apart(n):
            return []
        return self._aside(n, (n, n + 1), (owner[0],))

    def _set_apart(self, phrase: int) -> bool:
        """Does a comma part the phrase from its clause, on either side?"""
        inside = sorted(self.tree(phrase))
        around = {inside[0], inside[0] - 1, inside[-1], min(inside[-1] + 1, len(self.doc) - 1)}
        first, _ = self.doc.sentences[self.doc.sentence_of[phrase]]
        return inside[0] == first or any(i >= 0 and self.doc.form[i] == "," for i in around)

    def _aside(self, phrase: int, cue: tuple[int, int], speakers: tuple[int, ...]) -> list[Report]:
        frame = CueFrame("speech", 0.9)
        h = self.doc.head[phrase]
        if h < 0:
            return []
        inside = self.tree(phrase)
        for k in self.kids(phrase, "conj"):  # 'P, according to the report, and Q': no list of speakers
            first = min(self.tree(k))
            if self.doc.form[first - 1] == "," or self.doc.form[first] == ",":
                inside -= self.tree(k)
        start, stop = self.doc.sentences[self.doc.sentence_of[phrase]]
        start = max((i + 1 for i in range(start, phrase) if self.doc.form[i] == ";"), default=start)
        stop = next((i for i in range(phrase, stop) if self.doc.form[i] == ";"), stop)  # 'according to X, P; according to Y, Q'
        initial = all(self.doc.rel[t] in ASIDE or self.doc.rel[t] == "cc" for t in range(start, min(inside)))
        while start <= self.doc.head[h] < stop and (initial or self.doc.rel[h].split(":")[0] not in _CLAUSES or self._subjectless(h)):
            h = self.doc.head[h]
        if not initial and self.doc.rel[h] == "conj" and phrase < h and self.doc.head[h] < phrase:  # 'P, according to X, and Q': P is X's
            h = self.doc.head[h]
        final = max(inside) >= stop - 2
        if final and start <= self.doc.head[h] < stop and self.doc.rel[h] in ("conj", "advcl", "parataxis") and not self._quotes_differ(h, phrase):
            h = self.doc.head[h] if self.doc.rel[h] in ("advcl", "conj") else h
        content = {t for t in self.tree(h) - inside if start <= t < stop}
        if not initial:  # what follows, up to a comma, is the rest of the phrase
            comma = next((i for i in range(max(inside) + 1, stop) if self.doc.form[i] in (",", ";", "—", "”", '"')), stop)
            content = {i for i in content if not cue[0] < i < comma}
        return [Report(head=cue[0], cue=cue, frame=frame, take="that", content=content, root=h, speakers=speakers, certainty=0.95, clause=phrase)]

    def _subjectless(self, h: int) -> bool:
        return self.doc.rel[h] in ("conj", "advcl", "acl") and not self.kids(h, *_SUBJECTS)

    def _quotes_differ(self, a: int, b: int) -> bool:
        return self.quote_of(a) != self.quote_of(b)


def runs(tokens: Iterable[int], analysis: Analysis) -> list[tuple[int, int]]:
    """Group tokens into half-open ranges; a gap of punctuation alone does not part them."""
    out: list[list[int]] = []
    for i in sorted(tokens):
        if out and all(analysis.upos[k] == "PUNCT" for k in range(out[-1][1], i)) and analysis.sentence_of[i] == analysis.sentence_of[out[-1][1] - 1]:
            out[-1][1] = i + 1
        else:
            out.append([i, i + 1])
    return [(a, b) for a, b in out]
