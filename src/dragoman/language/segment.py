"""Tokens and sentences from raw text, in UD English's conventions, by rules.

    text ─▶ lines and paragraphs ─▶ tokens (one regular expression) ─▶ clitics and hyphens ─▶ sentence ends
"""

from __future__ import annotations

import dataclasses
import re

Span = tuple[int, int]
MAX_TOKENS = 150


@dataclasses.dataclass(frozen=True, slots=True)
class Segmentation:
    form: list[str]
    span: list[Span]
    sentences: list[Span]
    paragraph: list[int]
    multiword: list[Span]


_ABBR = frozenset(
    "mr mrs ms dr prof gen lt col sgt capt cmdr adm maj brig rep sen gov pres st jr sr inc corp ltd co bros vs etc no nos al fig vol pp jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd rd dept univ assn est approx hon rev fr messrs mt ft ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo".split()
)
_TITLES = frozenset("mr mrs ms dr prof gen lt col sgt capt cmdr adm maj brig rep sen gov pres st hon rev fr messrs mt ft vs".split())
_PREFIX = frozenset("non pre post re anti pro co ex semi e mid multi un sub vice mini pan micro mega inter intra neo pseudo quasi self_ ultra counter over under trans tele bi tri mis dis de".split())
_TOKEN = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]   # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                           # mail
  | [@\#]\w+                                               # handles, tags
  | \d{1,2}:\d\d(?::\d\d)?                                 # clock
  | \d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![A-Za-z])          # numbers
  | (?:[A-Za-z]\.){2,}                                     # U.S.
  | [^\W\d_]+(?:[’'][^\W\d_]+)*                            # words with inner apostrophes
  | \.{2,}|…|--+|``|''                                     # runs
  | \w+
  | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|m|re|ve|ll|d))$")
_SPECIAL = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}
_CLOSERS = frozenset("\"”’')]}»")
_OPENERS = frozenset("\"“‘'([{«")


def segment(text: str) -> Segmentation:
    form: list[str] = []
    span: list[Span] = []
    multiword: list[Span] = []
    sentences: list[Span] = []
    paragraph: list[int] = []
    number = -1
    for a, b in _blocks(text):
        number += 1
        first = len(form)
        for m in _TOKEN.finditer(text, a, b):
            _add(text, m.start(), m.end(), form, span, multiword)
        for s, e in _split(text, form, span, first, len(form)):
            sentences.append((s, e))
            paragraph.append(number)
    return Segmentation(form, span, sentences, paragraph, multiword)


def _blocks(text: str) -> list[Span]:
    out: list[Span] = []
    start: int | None = None
    end = 0
    previous = 0
    for m in re.finditer(r"[^\n]*", text):
        a, b = m.span()
        if a == b and a != len(text) and text[a : a + 1] != "\n":
            continue
        line = text[a:b].strip()
        if not line:
            if start is not None and (a < len(text) or True):
                out.append((start, end))
                start = None
            continue
        if start is not None:
            last = text[start:end].rstrip()[-1:]
            hard = previous > 40 and last not in ".!?:\"”" and (line[:1].islower() or abs(len(line) - previous) < 25)
            if not hard:
                out.append((start, end))
                start = None
        if start is None:
            start = a
            header = re.match(r"\s*(?:date:?|published:?)\s+\d{4}-\d\d-\d\d(?=\s)", text[a:b], re.I)
            if header:
                out.append((a, a + header.end()))
                start = a + header.end()
        end = b
        previous = len(line)
    if start is not None:
        out.append((start, end))
    return out


def _add(text: str, a: int, b: int, form: list[str], span: list[Span], multiword: list[Span]) -> None:
    word = text[a:b]
    low = word.lower()
    if text[b : b + 1] == "." and low in _ABBR | {"a", "p"} and word.isalpha() and b + 1 <= len(text):
        nxt = text[b + 1 : b + 2]
        if (low in _ABBR and (word[0].isupper() or low in ("vs", "etc", "no", "approx"))) or (len(word) == 1 and nxt.isspace() is False):
            pass
    clitic = _CLITIC.match(word)
    if clitic and low not in ("o'clock",):
        cut = a + len(clitic.group(1))
        multiword.append((len(form), len(form) + 2))
        form += [text[a:cut], text[cut:b]]
        span += [(a, cut), (cut, b)]
        return
    if low in _SPECIAL:
        cut = a + _SPECIAL[low]
        multiword.append((len(form), len(form) + 2))
        form += [text[a:cut], text[cut:b]]
        span += [(a, cut), (cut, b)]
        return
    if word == "." and span and span[-1][1] == a:
        p = form[-1]
        if (p.lower() in _ABBR and (p[0].isupper() or p in ("vs", "etc"))) or (len(p) == 1 and p.isupper()) or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", p):
            form[-1] = p + "."
            span[-1] = (span[-1][0], b)
            return
    if span and span[-1][1] == a and len(form) >= 2 and form[-1] == "-" and span[-2][1] == span[-1][0] and form[-2].lower() in _PREFIX and word[:1].isalpha():
        start = span[-2][0]
        del form[-2:], span[-2:]
        form.append(text[start:b])
        span.append((start, b))
        return
    form.append(word)
    span.append((a, b))


def _split(text: str, form: list[str], span: list[Span], a: int, b: int) -> list[Span]:
    out: list[Span] = []
    start = a
    i = a
    while i < b:
        f = form[i]
        end = f in (".", "!", "?") or (f in ("...", "…", "..", "....") and i + 1 < b and form[i + 1][:1].isupper())
        abbreviation = len(f) > 1 and f[-1] == "." and f[0].isalpha()
        if abbreviation and i + 1 < b and form[i + 1][:1].isupper() and f[:-1].lower() not in _TITLES and len(f) > 2:
            nxt = form[i + 1]
            end = nxt in ("The", "A", "An", "In", "He", "She", "It", "They", "But", "And", "We", "This", "That", "On", "At", "His", "Her", "Its", "There", "I", "For", "As")
        if end:
            j = i + 1
            while j < b and (form[j] in (".", "!", "?") or (form[j] in _CLOSERS | {"''"} and (span[j][0] == span[j - 1][1] or form[j] in ")]"))):
                j += 1
            if j >= b:
                break
            nxt = form[j]
            glued = span[j][0] == span[j - 1][1]
            if not glued and not nxt[:1].islower() and not (nxt in (",", ";", ":", "-", "--", "—", "–")):
                out.append((start, j))
                start = j
            i = j
            continue
        i += 1
    if start < b:
        out.append((start, b))
    final: list[Span] = []
    for s, e in out:
        while e - s > MAX_TOKENS:
            cut = next((k + 1 for k in range(s + MAX_TOKENS - 1, s + MAX_TOKENS // 2, -1) if form[k] in (";", ",", ":")), s + MAX_TOKENS)
            final.append((s, cut))
            s = cut
        final.append((s, e))
    return final
