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


def verb_lexicon() -> dict[str, str]:
    """``form<TAB>tag`` to lemma, for the irregular verbs and for verbs of news that the treebanks rarely hold."""
    folder = files("dragoman.language") / "data"
    out: dict[str, str] = {}

    def regular(base: str, tags: tuple[str, ...]) -> None:
        forms = inflections(base)
        for tag in tags:
            for form in forms[tag]:
                out.setdefault(f"{form}\t{tag}", base)
        out.setdefault(f"{base}\tVB", base)
        out.setdefault(f"{base}\tVBP", base)

    for line in (folder / "irregular.tsv").read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            base, past, participle = line.split("\t")
            regular(base, ("VBG", "VBZ"))
            for tag, cell in (("VBD", past), ("VBN", participle)):
                for form in cell.split("/"):
                    out.setdefault(f"{form}\t{tag}", base)
    for line in (folder / "verbs.txt").read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            regular(line, ("VBD", "VBN", "VBG", "VBZ"))
    return out
