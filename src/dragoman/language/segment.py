"""Tokens, sentences and paragraphs from raw text, by rules, in the conventions of UD English (EWT, GUM).

    text ─▶ lines ─▶ blocks ───────▶ tokens ────────▶ sentences ─▶ pieces
            joined where wrapped,    one compiled     at . ! ? …   150 tokens
            parted where a title,    expression,      unless an    at most
            item or header ends      clitics cut      abbreviation

A block is what no sentence can cross: a paragraph, a headline, a list item, a header line, a dateline. The text is never changed and
spans are code points into it. Time grows with the length of the text alone: every repetition in the expressions is bounded, or eats what
it has seen.
"""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import re
from collections.abc import Iterator

Span = tuple[int, int]

MAX_TOKENS = 150
"""Longer sentences are cut: beyond it a parser's memory grows and its trees are poor."""


@dataclasses.dataclass(frozen=True, slots=True)
class Segmentation:
    """Tokens and sentences of one document, with the columns of :class:`dragoman.language.analysis.Analysis`."""

    form: list[str]
    """``text[a:b]`` of the token's span."""
    span: list[Span]
    """Half-open, in code points of the text; the parts of a multi-word token share out its span (``do``, ``n't``)."""
    sentences: list[Span]
    """Half-open token ranges, in order, none empty, together all tokens."""
    paragraph: list[int]
    """The paragraph of each sentence, from 0, never falling."""
    multiword: list[Span]
    """Token ranges that are one written word."""


def segment(text: str) -> Segmentation:
    """Cut raw text into tokens, multi-word tokens, sentences and paragraphs.

    Args:
        text: Anything; control characters and invisible marks are passed over like spaces.

    Returns:
        Columns over the tokens; a sentence has 1 to 150 tokens. Text without a visible character gives empty columns.

    Source:
        Universal Dependencies, English tokenization (https://universaldependencies.org/en/); the affixes that keep their hyphen are those
        of the LDC's treebank guidelines where EWT and GUM r2.16 agree with them.

    >>> got = segment("She can't stay. Mr. Ito's \\"pro-reform\\" bloc won 10%.")
    >>> [got.form[a:b] for a, b in got.sentences][0]
    ['She', 'ca', "n't", 'stay', '.']
    >>> got.form[5:9], got.multiword
    (['Mr.', 'Ito', "'s", '"'], [(1, 3), (6, 8)])
    """
    columns = _Columns(text)
    for paragraph, start, end in _blocks(text):
        columns.add_block(paragraph, start, end)
    return Segmentation(columns.form, columns.span, columns.sentences, columns.paragraph, columns.multiword)


# ---------------------------------------------------------------------------------------------------------------------------- lines

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_ITEM = re.compile(r"\s*(?:[-*•·▪◦‣●○■□►–—+]\s+|(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s+|\#{1,6}\s|>\s)")
_HEADING = re.compile(r"\s*\#{1,6}\s")
_OPEN_END = re.compile(r"(?:,|\b(?:a|an|the|of|in|on|at|to|for|and|or|but|by|with|from|that|as))$", re.I)
_WRAP_WIDTH = 130
"""Text wrapped by hand is narrower than this; wider lines are whole paragraphs."""
_LONG_LINE = 40
"""A line that was wrapped is longer than this; a shorter one without a final mark is a title, a name or a date."""
_RAGGED = 6
"""A wrapped line may be this much shorter than it could be: the widest line of the document need not be in the same hand."""
_FINAL = ".!?…:;。！？؟۔।"
_CLOSING = "\"'”’»)]}*_"

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|\d{{1,2}}\ {_MONTH}\ \d{{4}}|{_MONTH}\ \d{{1,2}},?\ \d{{4}})"
_HEADER = re.compile(
    rf"\s*(?:(?i:date|dated|published|updated|posted|time|on)[ :]\s{{0,3}}{_DATE}|\d{{4}}-\d\d-\d\d)[.:]?\s{{1,3}}(?=[\"“'‘(\[]?[A-Z])",
)
_WEEKDATE = re.compile(
    rf"""\s*(?P<title>(?:\S{{1,40}}\s{{1,2}}){{0,24}}?)
    (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\ (?:{_MONTH}\ \d{{1,2}},\ \d{{4}}|\d{{1,2}}\ {_MONTH}\ \d{{4}})(?=\s*\Z|\s{{1,3}}["“'‘(\[]?[A-Z])""",
    re.VERBOSE,
)
_BEFORE_DATE = re.compile(r"(?:\b(?:on|of|for|until|till|since|by|from|to|and|the|last|next|this)|[,;:–—-])\s+$", re.I)
_PLACE = r"[A-Z][A-Z'’./\-]{1,30}(?:\ [A-Z][A-Z'’./\-]{1,30}){0,3}"
_DATELINE = re.compile(
    rf"""\s*{_PLACE}
    (?:,\ [A-Z][\w.'’\-]{{1,20}}(?:\ [A-Z][\w.'’\-]{{1,20}}){{0,2}})?      # , Kenya
    (?:,?\ {_MONTH}\ \d{{1,2}}(?:,\ \d{{4}})?|,?\ \d{{1,2}}\ {_MONTH})?    # , Nov 27
    (?:,?\ \([A-Z][\w.&/\- ]{{1,30}}\))?                                   # (Agency)
    \s{{0,2}}(?:--?-?|[–—_])\s{{1,3}}(?=["“'‘`(]{{0,2}}[A-Z0-9])""",
    re.VERBOSE,
)
_AGENCY_LINE = re.compile(
    r"""\s*[A-Z][\w.'’\-]{1,20}(?:\ [A-Z][\w.'’\-]{1,20}){0,3}(?:,\ [A-Z][\w.'’\-]{1,20}(?:\ [A-Z][\w.'’\-]{1,20}){0,2})?
    (?:,?\ [A-Z][a-z]{2,8}\.?\ \d{1,2})?\s\((?:[A-Z]{2,8}|Reuters|Xinhua|Bloomberg|Interfax|Kyodo|Yonhap|Anadolu|Efe|Tass)\)
    \s{0,2}(?:--?-?|[–—_])\s{1,3}(?=["“'‘`(]{0,2}[A-Z0-9])""",
    re.VERBOSE,
)
"""A dateline whose place is not in capitals: ``Paris (AFP) –``."""


def _blocks(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield ``(paragraph, start, end)`` of what no sentence can cross, in order, in code points."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    width = _wrap_width(text, lines)
    paragraph, first = 0, 0
    for k in range(len(lines) + 1):
        if k == first and k < len(lines):
            continue
        if k < len(lines) and not _blank_between(text, lines[k - 1][1], lines[k][0]) and not text[lines[k][0] : lines[k][1]].isspace():
            continue
        for a, b, new in _parts(text, lines[first:k], width):
            paragraph += new
            for c, d in _head_off(text, a, b):
                yield paragraph, c, d
        paragraph += 1
        first = k


def _blank_between(text: str, a: int, b: int) -> bool:
    """Whether the line ends in ``text[a:b]`` hold an empty line (``\\r\\n`` is one end)."""
    return b - a > 1 and text[a:b] != "\r\n"


def _wrap_width(text: str, lines: list[Span]) -> int:
    """The width to which the document was wrapped by hand, 0 if it was not: lines go on in small letters after a line end."""
    pairs = broken = 0
    for (a, b), (c, d) in itertools.pairwise(lines):
        if _blank_between(text, b, c):
            continue
        pairs += 1
        broken += b - a > _LONG_LINE and text[c : min(d, c + 40)].lstrip()[:1].islower() and text[b - 1] not in _FINAL
    width = max((b - a for a, b in lines), default=0)
    return width if width <= _WRAP_WIDTH and broken > pairs / 8 else 0


def _parts(text: str, lines: list[Span], width: int) -> Iterator[tuple[int, int, int]]:
    """Join wrapped lines; yield ``(start, end, 1 if a new paragraph begins else 0)``. No empty line stands between ``lines``."""
    if not lines:
        return
    start, end = lines[0]
    opened = 0
    for (a, b), (c, d) in itertools.pairwise(lines):
        if _continues(text, a, b, c, d, width):
            end = d
            continue
        yield start, end, opened
        start, end, opened = c, d, 1
    yield start, end, opened


def _continues(text: str, a: int, b: int, c: int, d: int, width: int) -> bool:
    """Whether the line ``text[c:d]`` goes on in the paragraph of the line before it, ``text[a:b]``."""
    if _ITEM.match(text, c, d) or _HEADING.match(text, a, b):
        return False
    tail = text[max(a, b - 40) : b].rstrip()
    head = text[c : c + 40].lstrip()
    if not tail or not head:
        return True
    word = head.split(None, 1)[0]
    full = bool(width) and b - a > _LONG_LINE and (b - a) + 1 + len(word) > width - _RAGGED
    if tail.rstrip(_CLOSING)[-1:] in _FINAL:
        return full
    if b - a <= _LONG_LINE:
        return head[0].islower() and _OPEN_END.search(tail) is not None
    return full or head[0].islower() or _OPEN_END.search(tail) is not None


def _head_off(text: str, a: int, b: int) -> Iterator[Span]:
    """Cut a title with a full date, a header (``date 2020-11-27``) and a dateline (``ROME, Nov 27 (Agency) --``) off the block ``text[a:b]``."""
    m = _WEEKDATE.match(text, a, b)
    if m and not _BEFORE_DATE.search(m.group("title")):
        if m.group("title"):
            yield a, m.end("title")
        if m.end() == b:
            yield m.end("title"), b
            return
        yield m.end("title"), m.end()
        a = m.end()
    for pattern in (_HEADER, _DATELINE, _AGENCY_LINE):
        m = pattern.match(text, a, b)
        if m:
            yield a, m.end()
            a = m.end()
    yield a, b


# --------------------------------------------------------------------------------------------------------------------------- tokens

_MARKS = r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u00ad\u200c\u200d\u2060"
_WORD = rf"[^\W_][\w{_MARKS}]{{0,200}}(?<!_)"
_LETTER = r"[^\W\d_]"
_AFFIXES = (
    "anti|arch|bi|co|counter|cross|de|e|ex|extra|hyper|infra|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|over|para|poly|post|pre|"
    "pro|proto|pseudo|psycho|quasi|re|semi|socio|sub|super|supra|trans|tri|ultra|un|uni"
)
_UNITS = "[ap]\\.?m\\.?|k|m|mn|b|bn|tn|tr|km|kmh|kph|mph|cm|mm|kg|mg|lbs?|oz|ft|gb|mb|tb|kb|mw|gw|kw|kwh|hz|khz|mhz|ghz|hrs?|mins?|secs?|sq|pts?|pc|pct"
_DOMAINS = "com|org|net|gov|edu|mil|int|info|biz|io|tv|eu|uk|de|fr|ru|ua|cn|jp|ca|au|nz|ch|pl|nl|se|il|ir|tr|tw|hk|kr|br|mx|za"
_PICTURE = r"[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_INVISIBLE = r"\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"

_TOKEN = re.compile(
    rf"""
    (?P<gap> [\s{_INVISIBLE}]+ )
  | (?P<plain> [a-z]{{1,200}}(?=[\ ,\n]) )       # what <word> would find, found sooner
  | (?P<address>
        (?:(?i:https?|ftp)://|www\.)[^\s<>"“”«»]{{1,2000}}(?<![.,;:!?)\]'’])
      | [\w.+\-]{{1,64}}@[\w\-]{{1,64}}(?:\.[\w\-]{{1,64}}){{1,5}}
      | (?<![\w.])[\w\-]{{1,63}}(?:\.[\w\-]{{1,63}}){{0,3}}\.(?:{_DOMAINS})(?![\w\-])(?:/[^\s<>"“”«»]{{0,500}}(?<![.,;:!?)\]'’]))?
      | (?<![\w@])@\w{{1,50}} | (?<![\w\#])\#(?=\w{{0,50}}{_LETTER})\w{{1,100}}
    )
  | (?P<currency> (?<!\w)(?:US|NZ|HK|NT|AU|CA|[ACRSU])\$ )
  | (?P<label> (?<=\s)[a-h]\)(?=\s[A-Z]) )
  | (?P<number>
        (?<![\w\-])(?:\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{{1,9}})?Z?)?
                     |\d{{1,2}}-\d{{1,2}}-(?:19|20)\d\d|(?:1-)?\d{{3}}-\d{{3}}-\d{{4}}|\d{{3}}-\d\d(?!00)\d\d)(?![\w\-])
      | ['’]\d\ds?(?!\w)
      | \d{{1,60}}(?:[.,:/]\d{{1,60}}){{1,20}}(?:st|nd|rd|th|s)?(?!\w)
      | \d{{0,3}}0['’]s(?!\w)
      | \d{{1,60}}(?:[.,:/]\d{{1,60}}){{0,20}}(?=(?i:{_UNITS})(?!\w))
      | \d{{1,60}}(?:[.,:/]\d{{1,60}}){{1,20}}
      | (?<![\w.])\.\d{{1,60}}(?!\w)
    )
  | (?P<dotted> (?<!\w){_LETTER}(?:\.{_LETTER}){{1,12}}(?!\w)\.? | (?<!\w)(?:Ph\.D|M\.Sc|B\.Sc|D\.Phil|M\.Phil|B\.Ed|Ed\.D)\.? )
  | (?P<clitic> (?<=[^\s\w(\[{{])['’](?:s|S)(?!\w) | (?<=\s)(?:['’](?:s|S|re|ve|ll|d|m))(?=\s) )
  | (?P<word>
        (?<!\w)(?i:{_AFFIXES})-(?=[^\W_]){_WORD}(?:['’]{_WORD}){{0,2}}
      | (?<!\w)['’](?i:em|cause|til|tis|twas|bout)(?!\w)
      | {_WORD}(?:['’](?={_LETTER}){_WORD}){{0,3}}(?:-(?i:wise|esque)(?!\w)|\(e?s\)(?!\w))?
    )
  | (?P<mark> \.{{2,99}} | …[.…]{{0,99}} | -{{2,99}} | [—–]{{2,99}} | [!?]{{2,99}} | \*{{2,99}} | ={{2,99}} | _{{1,99}} | ~{{2,99}} | \+{{2,99}}
      | \#{{2,99}} | <{{2,99}} | >{{2,99}}
      | `` | '' | ’’ | ‘‘ | ‘’(?=\w) | \[(?:\.\.\.|…)\] | (?<!\S)[:;]-?[)(DP](?!\S)
      | [\U0001f1e6-\U0001f1ff]{{2}}
      | {_PICTURE}[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]{{0,2}}(?:\u200d{_PICTURE}[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]{{0,2}}){{0,6}}
      | &(?:amp|lt|gt|quot|apos|nbsp|\#\d{{1,6}});
    )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_COMPANY = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}(?!\w)")
_ENCLITIC = re.compile(r"(?:n['’]t|['’](?:s|m|re|ve|ll|d))$", re.I)
_FUSED = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "outta": 3, "dont": 2, "didnt": 3, "doesnt": 4,
    "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "isnt": 2, "wasnt": 3, "werent": 4, "arent": 3, "havent": 4, "hasnt": 3, "hadnt": 3,
    "theyre": 4, "youre": 3, "youve": 3, "theyve": 4, "y'all": 2, "y’all": 2, "d'you": 2, "d’you": 2,
}  # fmt: skip
"""Words that are written as one without an apostrophe between their parts, and the length of the first part."""
_ITEM_MARK = re.compile(r"\s*((?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])(?=\s+\S)")
_PLURAL = re.compile(r"\w\w[sSzZxX]$")
_LABEL = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]")
_NEXT = re.compile(rf"[\s]{{0,4}}(?:({_LETTER}[\w'’]{{0,40}})|(\d)|(\S)?)")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations by what may follow. Capitalised, except _SMALL.
_TITLES = _words(
    "Mr Mrs Ms Mx Dr Prof Gen Lt Col Sgt Capt Cmdr Cdr Adm Maj Brig Cpl Pvt Pfc Rep Reps Sen Sens Gov Govs Pres Supt Insp Det Amb Atty "
    "Hon Rev Revs Fr St Sts Ste Ft Mt Messrs Mme Mmes Mlle Sr Sra Srta Drs Profs Gens Lieut Comdr Ald Spc Sec Asst Assoc Msgr Ven"
)
_STATES = _words(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt "
    "Wash Wis Wyo Que Ont Sask Alta"
)
_MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
_DAYS = _words("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")
_COUNTED = _words("No Nos Vol Vols Fig Figs Art Arts Ch Pt Sec Para pp no nos vol fig p c ca b d r art para sec")
_OTHER = _words("Inc Ltd Corp Co Cos Bros Jr Esq Ave Blvd Rd Dept Univ Assn Intl Natl Govt Bldg Est Mfg Tel Ext Attn Cf Vs Approx Esp")
_SMALL = _words("vs etc approx dept govt esp incl cf viz al eds mins hrs")
_NOT_FINAL = _words("vs approx esp incl cf viz Vs Approx Esp Cf Attn Tel Ext")
_FREELY_FINAL = _words("a.m. p.m. A.M. P.M. etc. al.")
_AFTER_CLOCK = _words(
    "GMT UTC EST EDT ET CST CDT CT PST PDT PT MST MDT BST CET CEST IST Eastern Central Pacific Mountain Monday Tuesday Wednesday Thursday "
    "Friday Saturday Sunday January February March April May June July August September October November December"
) | _MONTHS | _DAYS  # fmt: skip
_STARTERS = _words(
    "the a an this that these those he she it they we you i there here in on at but and or so yet if when while after before since "
    "although though because as for from by with to however meanwhile also still now then some many most several both all such its his "
    "her their our my your what who why how where which not only even once until under during over about according among despite "
    "earlier later today yesterday nevertheless moreover instead one two three no yes well thus therefore another each every nor "
    "perhaps indeed would is are was were do does did has have had can could will"
)
"""Words that are capitalised because a sentence begins: closed classes, hardly ever a part of a name."""


class _Columns:
    """The columns of a segmentation while it grows."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.form: list[str] = []
        self.span: list[Span] = []
        self.sentences: list[Span] = []
        self.paragraph: list[int] = []
        self.multiword: list[Span] = []
        self.quoted = False  # a single quotation mark is open
        self._paragraph = -1  # as the blocks count, empty ones included

    def add_block(self, paragraph: int, start: int, end: int) -> None:
        first = len(self.form)
        self._tokenize(start, end)
        if len(self.form) == first:
            return
        new, self._paragraph = paragraph != self._paragraph, paragraph
        number = self.paragraph[-1] + new if self.paragraph else 0
        for a, b in _ends(self.text, self.form, self.span, first, len(self.form)):
            for piece in _pieces(self.form, self.multiword, a, b):
                self.sentences.append(piece)
                self.paragraph.append(number)

    def _tokenize(self, start: int, end: int) -> None:
        text, form, span = self.text, self.form, self.span
        self.quoted = False
        floor = len(form)
        item = _ITEM_MARK.match(text, start, end)
        if item and item.group(1) not in ("I.", "A."):
            form.append(item.group(1))
            span.append(item.span(1))
            start = item.end(1)
        skip = 0
        for m in _TOKEN.finditer(text, start, end):
            a, b = m.span()
            kind = m.lastgroup
            if kind == "gap" or a < skip:
                continue
            if kind == "plain":
                if b - a > 2 and text[a:b] in _FUSED and self._add_parts(a, b):
                    continue
            elif kind == "word":
                if b < end and text[b] == "&" and (company := _COMPANY.match(text, a, end)):
                    b = skip = company.end()
                elif b < end and text[b] == "." and self._keeps_stop(a, b, end, floor):
                    b = skip = b + 1
                elif b - a > 2 and self._add_parts(a, b):
                    continue
            elif kind == "clitic":
                self._join(a, floor)
            elif kind == "other" and text[a] in "'’‘" and self._apostrophe(a, b, end, floor):
                continue
            form.append(text[a:b])
            span.append((a, b))

    def _join(self, a: int, floor: int) -> None:
        """``'s`` right after a token that is not punctuation makes one written word with it."""
        i = len(self.form)
        if i > floor and self.span[-1][1] == a and self.form[-1][0].isalnum() and not (self.multiword and self.multiword[-1][1] == i):
            self.multiword.append((i - 1, i + 1))

    def _apostrophe(self, a: int, b: int, end: int, floor: int) -> bool:
        """Follow single quotation marks; add the apostrophe of a plural possessive (``states'``) as a part of its word."""
        text = self.text
        after = text[b : b + 1] if b < end else ""
        glued = len(self.form) > floor and self.span[-1][1] == a
        if text[a] == "‘" or (text[a] == "'" and (not glued or not self.form[-1][-1].isalnum()) and after.isalnum()):
            self.quoted = True
            return False
        if glued and not self.quoted and _PLURAL.search(self.form[-1]) and (after.isspace() or after in ("-", ",")):
            self._join(a, floor)
            self.form.append(text[a:b])
            self.span.append((a, b))
            return True
        if glued:
            self.quoted = False
        return False

    def _add_parts(self, a: int, b: int) -> bool:
        """Add a word with clitics as a multi-word token; False if it has none."""
        word = self.text[a:b]
        cuts = [b]
        if "'" in word or "’" in word:
            while m := _ENCLITIC.search(word):
                if m.start() == 0:
                    break
                cuts.insert(0, a + m.start())
                word = word[: m.start()]
        size = _FUSED.get(word.lower())
        if size is not None:
            cuts.insert(0, a + size)
        if len(cuts) == 1:
            return False
        i = len(self.form)
        self.multiword.append((i, i + len(cuts)))
        for cut in cuts:
            self.form.append(self.text[a:cut])
            self.span.append((a, cut))
            a = cut
        return True

    def _keeps_stop(self, a: int, b: int, end: int, floor: int) -> bool:
        """Whether the full stop at ``b`` belongs to the word ``text[a:b]``: an abbreviation or an initial."""
        text = self.text
        word = text[a:b]
        if text[b + 1 : b + 2] == ".":
            return False
        if len(word) > 7 or not word.isalpha():
            return False
        following = _NEXT.match(text, b + 1, end)
        name, digit = (following.group(1), following.group(2)) if following else (None, None)
        previous = self.form[-1] if len(self.form) > floor else ""
        if len(word) == 1 and word.isupper():
            return _is_initial(word, previous, name, b + 1 >= end or following is None or following.end() == b + 1)
        if word in _COUNTED and digit:
            return True
        if word in _TITLES:
            return bool(digit or (name and (name[0].isupper() or word in ("Sr", "Gen", "Sec"))))
        if word == "al":
            return previous == "et"
        if word == "v":
            return bool(digit) if previous[:1].isdigit() else bool(name and name[0].isupper() and previous[:1].isupper())
        if word in _STATES:
            return previous in (",", "(", "-", "–") or word in ("Calif", "Ariz", "Fla", "Mich", "Minn", "Tenn", "Okla", "Que", "Conn", "Wis")
        if word in _DAYS:
            return bool(digit) or (name is not None and name[:3] in _MONTHS)
        return word in _OTHER or word in _SMALL or (word in _MONTHS and (bool(digit) or word != "Mar"))


def _is_initial(letter: str, previous: str, following: str | None, last: bool) -> bool:
    """Whether a capital and a full stop are an initial (``J. Smith``) and not the end of a sentence (``vitamin C.``)."""
    if last:
        return False
    if following is None:
        return letter != "I"
    if following[0].isupper() and following.lower() in _STARTERS and len(following) > 1:
        return False
    named = not previous or previous[:1].isupper() or not previous[0].isalnum()
    return named or letter != "I"


# ------------------------------------------------------------------------------------------------------------------------ sentences

_STOPS = frozenset(".!?…。！？؟۔।")
_CLOSERS = frozenset(["”", "’", "''", "’’", "»", "›", ")", "]", "}", '"', "'"])
_CLOSERS_APART = frozenset([")", "]", "”", "»"])
"""These close even after a space."""
_QUOTES = frozenset(['"', "'", "”", "’", "''", "’’", "»"])
_OPENERS = frozenset(["“", "‘", "``", "‘‘", "«", "‹", "(", "[", "{", '"', "'", "„", "¿", "¡", "*", "**", "_"])
_GO_ON = frozenset([",", ";", ":", ")", "]", "}", "”", "»", "--", "—", "–", "-", "/", "%"])
_SMILES = frozenset([":)", ":(", ";)", ":-)", ":-(", ";-)", ":D", ":P"])
_COURTESY = _words("Mr. Mrs. Ms. Messrs.")
_DOTTED_STATES = _words("D.C. N.Y. N.J. N.C. S.C. N.D. S.D. N.M. N.H. R.I. B.C.")
_CREDITS = _words("Image Images Photo Photos Photograph Picture Video Credit")
"""With a colon they begin the credit of a picture, often with no mark before them."""
_BEFORE_CREDIT = frozenset("([{,:;-–—\"“'‘*#|/")
_SAYING = _words("said says asked asks wrote writes added replied told tells called shouted wondered declared continued tweeted")


def _ends(text: str, form: list[str], span: list[Span], a: int, b: int) -> list[Span]:
    """The sentences of the block of tokens ``[a, b)``. Marks without a word join what follows, at the end what precedes."""
    out: list[Span] = []
    start = i = a
    worded = False  # the sentence has a word
    while i < b:
        f = form[i]
        if i == a and _LABEL.fullmatch(f):
            i += 1
            continue
        if f[-1] not in _STOPS and f != "[...]":
            if worded and f in _CREDITS and i + 1 < b and form[i + 1] == ":" and form[i - 1][-1] not in _BEFORE_CREDIT:
                out.append((start, i))
                start = i
            worded = worded or f[0].isalnum()
            i += 1
            continue
        worded = worded or f[0].isalnum()
        j = _absorb(text, form, span, i + 1, b)
        if j >= b:
            break
        if worded and _breaks(form, span, i, j, b):
            out.append((start, j))
            start, worded = j, False
        i = j
    if start < b and out and all(f in _CLOSERS or f in _OPENERS or f[0] in _STOPS for f in form[start:b]):
        out[-1] = (out[-1][0], b)
    elif start < b:
        out.append((start, b))
    return out


def _absorb(text: str, form: list[str], span: list[Span], j: int, b: int) -> int:
    """Step over what closes with the stop before ``j``: marks, quotation marks, brackets, a reference (``[3]``)."""
    while j < b:
        f = form[j]
        glued = span[j][0] == span[j - 1][1]
        stops = f[0] in _STOPS and f[-1] in _STOPS and (glued or f == ".")
        if stops or f in _SMILES or (f in _CLOSERS and _closes(text, form, span, j, b)):
            j += 1
        elif f == "[" and j + 2 < b and form[j + 1].isdigit() and form[j + 2] == "]":
            j += 3
        else:
            return j
    return j


def _closes(text: str, form: list[str], span: list[Span], j: int, b: int) -> bool:
    """Whether the quotation mark or bracket at ``j`` closes with the stop before it."""
    if span[j][0] == span[j - 1][1]:
        return not (form[j] in "\"'" and j + 1 < b and _opens(text, span, j))
    return form[j] in _CLOSERS_APART or (form[j] == "''" and _loose(text, span, j))


def _loose(text: str, span: list[Span], j: int) -> bool:
    """Whether nothing stands right after a token."""
    after = text[span[j][1] : span[j][1] + 1]
    return not after or after.isspace()


def _opens(text: str, span: list[Span], j: int) -> bool:
    """Whether a straight quotation mark stands like an opening one: a word right after, none right before."""
    after = span[j][1]
    return text[after : after + 1].isalnum() and text[span[j][0] - 1].isspace()


def _breaks(form: list[str], span: list[Span], i: int, j: int, b: int) -> bool:
    """Whether a sentence ends with the stop at token ``i``, its closing marks before ``j`` and what follows from ``j``."""
    stop, following = form[i], form[j]
    if following in _GO_ON:
        return False
    k = j
    while k < b - 1 and k < j + 3 and form[k] in _OPENERS:
        k += 1
    word = form[k]
    glued = span[j][0] == span[j - 1][1]
    if glued:
        before = form[i - 1] if i else ""
        return len(word) > 1 and word[0].isupper() and (j > i + 1 or (before[-1:].islower() and len(before) > 1))
    named = k + 2 < b and form[k + 1] == "-" and form[k + 2][0].isupper()  # al-Nusra
    small = word[0].islower() and word.islower() and not named and "://" not in word
    if stop[0].isalnum():
        quoted = form[j - 1] in _QUOTES and form[j - 1] != "'"
        return not small and _abbreviation_ends(stop, word, form[i - 1] if i else "", quoted)
    if small:
        return stop == "." and word[-1].isalpha() and j == i + 1 and form[i - 1].islower() and len(form[i - 1]) > 4
    if stop[-1] in "!?" and form[j - 1] in _QUOTES:
        return not _is_tag(form, j, b)
    return True


def _abbreviation_ends(stop: str, word: str, previous: str, quoted: bool) -> bool:
    """Whether a sentence ends after an abbreviation, before a word that is not in small letters.

    A state is followed by a comma inside a sentence (``Tampa, Fla., and``), so that a capital right after it begins one.
    """
    bare = stop[:-1]
    if bare in _TITLES or bare in _NOT_FINAL or (len(bare) == 1 and bare.isalpha()) or not word[0].isalpha():
        return False
    if bare in _COUNTED and bare not in _STATES:
        return False
    if stop in _FREELY_FINAL:
        return word not in _AFTER_CLOCK
    if quoted or word in _COURTESY or (previous == "," and (bare in _STATES or stop in _DOTTED_STATES)):
        return True
    return word.lower() in _STARTERS


def _is_tag(form: list[str], j: int, b: int) -> bool:
    """Whether ``Ann Lee asked`` follows a quotation that ends in a question or exclamation mark."""
    for k in range(j, min(j + 5, b)):
        if form[k] in _SAYING:
            return k > j
        if not form[k][0].isupper():
            return False
    return False


def _pieces(form: list[str], multiword: list[Span], a: int, b: int) -> Iterator[Span]:
    """Cut an overlong sentence after a semicolon, else a comma, else anywhere but inside a written word."""
    while b - a > MAX_TOKENS:
        cut = _best_cut(form, a)
        word = bisect.bisect_left(multiword, (cut, 0)) - 1  # the last one that begins before the cut
        if word >= 0 and multiword[word][1] > cut:
            cut = multiword[word][0]
        yield a, cut
        a = cut
    yield a, b


def _best_cut(form: list[str], a: int) -> int:
    for marks in ((";",), (",", ":", "--", "—", "–"), ("and", "or", "but")):
        for k in range(a + MAX_TOKENS, a + MAX_TOKENS // 2, -1):
            if marks[0] != "and" and form[k - 1] in marks:
                return k
            if marks[0] == "and" and form[k] in marks:
                return k
    return a + MAX_TOKENS
