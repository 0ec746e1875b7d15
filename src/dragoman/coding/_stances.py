"""The stance lexicon: which predicates say where somebody stands, and which words ask the same question.

    reject   ─▶  opposes approve(...)        free, liberate, 'her release'  ─▶  release(her)
    refuse to recognize ─▶ withholds         impose sanctions               ─▶  approve(sanction)

The words are data (``data/stances.toml``, whose head says what each table holds).
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from dragoman.errors import ResourceError

STANCES = ("supports", "opposes", "withholds", "neutral")
OPPOSITE = {"supports": "opposes", "opposes": "supports", "withholds": "withholds", "neutral": "neutral"}
WORD_LISTS = ("good", "bad", "vague", "brings", "ability", "personal", "politics", "empty", "wanting", "business")
PREPOSITIONS = frozenset(
    {"about", "against", "around", "at", "behind", "by", "for", "from", "in", "of", "on", "over", "to", "toward", "towards", "upon", "with"}
)
"""What may be written after a word of the file as the slot that it takes."""
_POS = (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective"))


@dataclasses.dataclass(frozen=True, slots=True)
class Stance:
    """A predicate that carries a stance."""

    predicate: str
    """Of the question: ``recognize``, ``support``, ``approve``; empty where the question is what its object says."""
    stance: str
    negated: str
    """The stance of the negated predicate."""
    object: tuple[str, ...]
    """Slots that hold what the question is about, best first."""
    judges: bool
    """Judges deeds: an actor as its object is no question."""
    only: frozenset[str] = frozenset()
    """Lemmas that its object must be one of; empty: any."""
    role: bool = False
    """A noun for who holds it: 'an opponent of the tax'."""
    weak: bool = False
    """A worry more than a stand: hedged, and only on what is public by its own words."""


@dataclasses.dataclass(frozen=True, slots=True)
class Predicate:
    """The normal form of words that ask the same question."""

    name: str
    patient: bool
    """Whether the possessor of the noun is whom it is done to ('her release')."""
    everyday: bool = False
    """Done in private life too, so that its object must be public."""


@dataclasses.dataclass(frozen=True, slots=True)
class StanceLexicon:
    """Stances and predicates by part of speech and lemma, and word lists by name."""

    by_lemma: Mapping[tuple[str, str], tuple[Stance, ...]]
    """Each with its own slots, those with a preposition first."""
    predicates: Mapping[tuple[str, str], Predicate]
    words: Mapping[str, frozenset[str]]

    @classmethod
    def load(cls) -> StanceLexicon:
        """Read the shipped file.

        Raises:
            ResourceError: An entry names an unknown stance, or a word list is missing.
        """
        name = "stances.toml"
        table = tomllib.loads((files("dragoman.coding") / "data" / name).read_text(encoding="utf8"))
        stances: dict[tuple[str, str], tuple[Stance, ...]] = {}
        for n, e in enumerate(table["stance"], 1):
            if e["stance"] not in STANCES or e["negated"] not in STANCES:
                raise ResourceError(f"{name}, stance {n}: {e['stance']!r}/{e['negated']!r}; accepted are {', '.join(STANCES)}")
            stance = Stance(
                e["predicate"], e["stance"], e["negated"], tuple(e["object"]), bool(e.get("judges", False)), frozenset(e.get("only", ())),
                bool(e.get("role", False)), bool(e.get("weak", False)),
            )  # fmt: skip
            for key, pos in _POS:
                for word in e.get(key, ()):
                    bare, _, last = word.rpartition(" ")
                    if bare and last in PREPOSITIONS:  # 'side with': the object is the phrase with 'with'
                        with_slot = dataclasses.replace(stance, object=(f"obl:{last}",))
                        stances[pos, bare] = (with_slot, *stances.get((pos, bare), ()))
                    else:
                        stances[pos, word] = (*stances.get((pos, word), ()), stance)
        predicates: dict[tuple[str, str], Predicate] = {}
        for e in table["predicate"]:
            predicate = Predicate(e["name"], bool(e.get("patient", False)), bool(e.get("everyday", False)))
            predicates |= {(pos, lemma): predicate for key, pos in _POS for lemma in e.get(key, ())}
        missing = [w for w in WORD_LISTS if not table["words"].get(w)]
        if missing:
            raise ResourceError(f"{name}: no words for {', '.join(missing)}")
        return cls(stances, predicates, {w: frozenset(table["words"][w]) for w in WORD_LISTS})

    def judgement(self, lemmas: tuple[str, ...]) -> str | None:
        """``supports`` or ``opposes`` by what something is called; None where the words are neither good nor bad, or both."""
        good = any(w in self.words["good"] for w in lemmas)
        bad = any(w in self.words["bad"] for w in lemmas)
        return None if good == bad else "supports" if good else "opposes"
