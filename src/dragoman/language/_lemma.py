"""Lemmas: a lexicon of (form, tag) pairs first, an edit rule second.

A rule ``L|3|e`` reads: lower the form, strip three characters, add ``e`` (*hoping* → *hope*). Case letters: ``L`` lower,
``T`` Title, ``U`` UPPER, ``K`` keep.
"""

from __future__ import annotations

import re
from importlib.resources import files


def lemma_rule(form: str, lemma: str) -> str:
    """Return the edit rule that makes ``lemma`` of ``form``.

    >>> lemma_rule("hoping", "hope")
    'L|3|e'
    """
    low_form, low = form.lower(), lemma.lower()
    i = 0
    while i < len(low_form) and i < len(low) and low_form[i] == low[i]:
        i += 1
    strip, add = len(low_form) - i, low[i:]
    if lemma == low:
        case = "L"
    elif lemma[:1].isupper() and lemma[1:] == low[1:]:
        case = "T"
    elif lemma == lemma.upper():
        case = "U"
    else:
        case = "K"
    if case != "L" and strip == 0 and not add and lemma == form:
        case = "K"
    return f"{case}|{strip}|{add}"


def apply_rule(form: str, rule: str) -> str:
    """Apply an edit rule to a form.

    >>> apply_rule("Hoping", "L|3|e")
    'hope'
    """
    case, strip_text, add = rule.split("|", 2)
    strip = int(strip_text)
    if case == "K":
        return (form[: len(form) - strip] if strip else form) + add
    low = form.lower()
    out = (low[: len(low) - strip] if strip else low) + add
    if case == "L":
        return out
    return out[:1].upper() + out[1:] if case == "T" else out.upper()


_VOWELS = frozenset("aeiou")
_CLOSED = re.compile(r"(?:^|qu|[^aeiou])[aeiou][^aeiouwxy]$")
_SYLLABLE = re.compile(r"[aeiouy]+")


def inflections(base: str) -> dict[str, tuple[str, ...]]:
    """The regular inflections of a verb, by tag; a doubled consonant beside the plain one where both are heard.

    >>> inflections("ban")["VBD"], inflections("expel")["VBD"]
    (('banned',), ('expeled', 'expelled'))
    """
    stems = [base[:-1] if base.endswith("e") else base]
    if _CLOSED.search(base):
        doubled = base + base[-1]
        stems = [doubled] if len(_SYLLABLE.findall(base.replace("qu", "q"))) == 1 else [*stems, doubled]
    elif base.endswith("l") and base[-2] in _VOWELS:
        stems = [*stems, base + "l"]  # British: initialled, dialled
    past: tuple[str, ...]
    gerunds: tuple[str, ...]
    if base.endswith("y") and base[-2] not in _VOWELS:
        past, third = (base[:-1] + "ied",), base[:-1] + "ies"
    else:
        past = tuple(s + "ed" for s in stems)
        third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    gerunds = tuple(s + "ing" for s in stems) if not base.endswith("ie") else (base[:-2] + "ying",)
    if base.endswith(("ee", "ye", "oe")):
        gerunds = (base + "ing",)
    return {"VBD": past, "VBN": past, "VBG": gerunds, "VBZ": (third,)}


_SUFFIXES = {"VBD": ("ied", "ed", "d"), "VBN": ("ied", "ed", "d"), "VBG": ("ying", "ing"), "VBZ": ("ies", "es", "s")}


class Verbs:
    """The irregular forms of verbs, and the bases of regular ones, whose forms are undone by rule when they are met."""

    def __init__(self) -> None:
        folder = files("dragoman.language") / "data"
        self.irregular: dict[str, str] = {}
        """``form<TAB>tag`` to base."""
        self._bases: set[str] = set()
        for line in _rows((folder / "irregular.tsv").read_text(encoding="utf8")):
            base, past, participle = line.split("\t")
            for tag, cell in (("VBD", past), ("VBN", participle)):
                for form in cell.split("/"):
                    self.irregular.setdefault(f"{form}\t{tag}", base)
            self._bases.add(base)
        self._bases.update(_rows((folder / "verbs.txt").read_text(encoding="utf8")))

    def is_base(self, lemma: str) -> bool:
        """Whether the list has this verb."""
        return lemma in self._bases

    def base(self, form: str, tag: str) -> str | None:
        """The base of a lower-case verb form, or None where no verb of the list has it.

        >>> Verbs().base("persuaded", "VBD"), Verbs().base("banning", "VBG"), Verbs().base("tried", "VBN")
        ('persuade', 'ban', 'try')
        """
        if tag in ("VB", "VBP"):
            return form if form in self._bases else None
        for suffix in _SUFFIXES.get(tag, ()):
            if not form.endswith(suffix):
                continue
            stem = form[: len(form) - len(suffix)]
            for base in (stem + "e", stem, stem[:-1], stem + "y", stem + "ie"):
                if base in self._bases and form in inflections(base)[tag]:
                    return base
        return None


def _rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]
