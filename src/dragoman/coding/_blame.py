"""Blame in what somebody says: 'the senator said that the governor had lied' is an accusation, though no verb of accusing stands there.

    statement (speaker: the senator) ── content: [the governor] had [lied] ──▶ ACCUSE, the senator ▶ the governor

PLOVER 2.0, ACCUSE: criticism and blame in words, whatever the verb of speech. The predicate is what the words of ``data/blame.toml`` name, its subject the
one who is blamed; denied, asked and merely feared blame is none.
"""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

from dragoman.coding._status import clause_status
from dragoman.coding.propositions import Proposition, Reader
from dragoman.errors import ResourceError


class Blame:
    """The words of blame, by part of speech."""

    def __init__(self, verbs: frozenset[str], adjectives: frozenset[str], nouns: frozenset[str]) -> None:
        self._by_pos = {"verb": verbs, "adjective": adjectives, "noun": nouns}

    @classmethod
    @functools.cache
    def load(cls) -> Blame:
        """The shipped words; read once.

        Raises:
            ResourceError: The file is not the three lists.
        """
        data = tomllib.loads((files("dragoman.coding") / "data" / "blame.toml").read_text(encoding="utf8"))
        if set(data) != {"verbs", "adjectives", "nouns"}:
            raise ResourceError(f"coding/data/blame.toml: got the keys {sorted(data)}; accepted are adjectives, nouns, verbs")
        return cls(*(frozenset(data[k]) for k in ("verbs", "adjectives", "nouns")))

    def blamed(self, reader: Reader, prop: Proposition) -> tuple[int, ...]:
        """Heads of those whom a predicate blames; empty where it blames nobody."""
        a, i = reader.analysis, prop.head
        if prop.negated or prop.lemma not in self._by_pos[prop.pos]:
            return ()
        if prop.pos != "verb" and not a.kids(i, "cop"):
            return ()
        if any(a.form[c].lower() in ("not", "n't", "n’t", "never", "no", "hardly") for c in a.kids(i, "advmod", "det")):
            return ()
        if prop.pos == "verb" and reader.is_passive(i):
            return ()
        if clause_status(reader, i, reported=True) == "hypothetical" and not any(a.form[c].lower() == "could" for c in a.kids(i, "aux")):
            return ()
        return tuple(a.kids(i, "nsubj")) or prop.get("subj")
