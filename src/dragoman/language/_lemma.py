"""Lemmas: a lexicon of (form, tag) pairs first, an edit rule second.

A rule ``L|3|e`` reads: lower the form, strip three characters, add ``e`` (*hoping* → *hope*). Case letters: ``L`` lower,
``T`` Title, ``U`` UPPER, ``K`` keep.
"""

from __future__ import annotations


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
