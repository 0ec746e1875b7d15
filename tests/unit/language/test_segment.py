"""Tokens, sentences and paragraphs from raw text."""

from __future__ import annotations

import importlib.util
import sys
import time
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.segment import MAX_TOKENS, Segmentation, segment

ROOT = Path(__file__).parents[3]
DATA = ROOT.parent / "shared" / "data"


def sentences(text: str) -> list[str]:
    got = segment(text)
    return [text[got.span[a][0] : got.span[b - 1][1]] for a, b in got.sentences]


def check(text: str, got: Segmentation) -> None:
    """What holds for any text."""
    n = len(got.form)
    assert len(got.span) == n and len(got.sentences) == len(got.paragraph)
    assert all(text[a:b] == f and f for f, (a, b) in zip(got.form, got.span, strict=True))
    assert all(p[1] <= q[0] for p, q in pairwise(got.span))
    ends = [0, *(b for _, b in got.sentences)]
    assert [a for a, _ in got.sentences] == ends[:-1] and ends[-1] == n
    assert all(0 < b - a <= MAX_TOKENS for a, b in got.sentences)
    assert got.paragraph == sorted(got.paragraph) and (not got.paragraph or got.paragraph[0] == 0)
    assert all(b - a >= 2 for a, b in got.multiword)
    assert all(p[1] <= q[0] for p, q in pairwise(got.multiword))
    inside = {k for a, b in got.multiword for k in range(a + 1, b)}
    assert not inside & {a for a, _ in got.sentences}
    assert all(got.span[k - 1][1] == got.span[k][0] for k in inside)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("They don't and can't, won’t", "They do n't and ca n't , wo n’t"),
        ("She cannot; we're gonna", "She can not ; we 're gon na"),
        ("You shouldn't've", "You should n't 've"),
        ("Kenya's and the U.S.'s plan", "Kenya 's and the U.S. 's plan"),
        ("the states' rights", "the states ' rights"),
        ("the 'lame ducks' of it", "the ' lame ducks ' of it"),
        ("Shi'ite O'Neill at ten o'clock", "Shi'ite O'Neill at ten o'clock"),
        ("a long-term US-led pro-Russian non-aggression pact", "a long - term US - led pro-Russian non-aggression pact"),
        ("mid-1990s e-mail by al-Nusra", "mid-1990s e-mail by al - Nusra"),
        ("$5m, £3.5bn, US$ 20 and 10%", "$ 5 m , £ 3.5 bn , US$ 20 and 10 %"),
        ("3,000 men at 5.30pm or 10:30", "3,000 men at 5.30 pm or 10:30"),
        ("2-3 days, 27/11/2020, 2020-11-27", "2 - 3 days , 27/11/2020 , 2020-11-27"),
        ("in the 1990s, the '90s, the 20th", "in the 1990s , the '90s , the 20th"),
        ("yes/no on 9/11", "yes / no on 9/11"),
        ("1999–2004 — or so -- no", "1999 – 2004 — or so -- no"),
        ("``No,'' he said", "`` No , '' he said"),
        ("«Non», “non”", "« Non » , “ non ”"),
        ("(see https://example.org/a-b?c=1).", "( see https://example.org/a-b?c=1 ) ."),
        ("mail press.office@example.org, please", "mail press.office@example.org , please"),
        ("@un_desk says #peace on example.com", "@un_desk says #peace on example.com"),
        ("J. K. Ode and George W. Alp", "J. K. Ode and George W. Alp"),
        ("Lt. Col. Ito, Gen. Roy, Acme Inc. and No. 10", "Lt. Col. Ito , Gen. Roy , Acme Inc. and No. 10"),
        ("at 5 a.m. on Nov. 3 in Tampa, Fla., with", "at 5 a.m. on Nov. 3 in Tampa , Fla. , with"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("great 👍🏽 news 🇫🇷", "great 👍🏽 news 🇫🇷"),
        ("naïve café cafe\u0301", "naïve café cafe\u0301"),
        ("well... no… yes!!", "well ... no … yes !!"),
        ("a\u200b b\ufeff c\x00d", "a b c d"),
        ("الرئيس قال שלום", "الرئيس قال שלום"),
    ],
)
def test_tokens(text: str, tokens: str) -> None:
    got = segment(text)
    check(text, got)
    assert got.form == tokens.split(" ")


def test_multiword_tokens_share_out_their_span() -> None:
    got = segment("We don't know Ana's and the boys' aims.")
    assert [[got.form[k] for k in range(a, b)] for a, b in got.multiword] == [["do", "n't"], ["Ana", "'s"], ["boys", "'"]]
    assert got.span[1:3] == [(3, 5), (5, 8)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Talks failed.", "Both sides left."],
        ["Gen. Ode met Lt. Col. Ito in the U.S. capital on Jan. 5.", "He left."],
        ["She lives in the U.S.", "The firm does not."],
        ["They met at 5 p.m.", "Police came."],
        ["They met at 5 p.m. Friday."],
        ["He joined Acme Ltd.", "Mr. Roy did not."],
        ["They flew to Tampa, Fla.", "Rain fell."],
        ["Sgt. 1st Class Roe met Sen. Alp (R-Tex.) there."],
        ["George W. Alp spoke.", "J. K. Ode did not."],
        ["It lacks vitamin C.", "The rest is fine."],
        ['"We are ready.', 'We will go," she said.'],
        ['"We will not yield."', "The envoy left."],
        ["“Will you go?” Ana Roy asked.", "Nobody spoke."],
        ['"Why now?" he asked.'],
        ["``We won.''", "``They lost.''"],
        ["''We won,'' he said.", "''They lost.''"],
        ["He said: “No [talks].”", "She left."],
        ["(The army denied it.)", "No one else spoke."],
        ["Growth hit 2.5 percent.", "3,000 jobs came."],
        ["He paused ... then spoke."],
        ["It ended there.[12]", "Then rain came."],
        ["Is it over?", "No!", "Never."],
        ["The vote, 5 v. 4, split Roe v. Wade's heirs."],
        ["The flood reached the port", "Photo: Ana Roy."],
        ["al-Nusra fled.", "al-Nusra came back."],
    ],
)
def test_sentences_in_running_text(parts: list[str]) -> None:
    text = " ".join(parts)
    check(text, segment(text))
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Envoys meet in Rome\nThe talks began on Monday.", ["Envoys meet in Rome", "The talks began on Monday."]),
        ("# Rome talks\nThe talks began.\n\n- first point\n- Second point", ["# Rome talks", "The talks began.", "- first point", "- Second point"]),
        ("1. Peace now\n2. No arms", ["1. Peace now", "2. No arms"]),
        ("date 2019-03-02 The assembly calls for calm.", ["date 2019-03-02", "The assembly calls for calm."]),
        ("Published: 2 March 2019 The assembly met.", ["Published: 2 March 2019", "The assembly met."]),
        ("Rome talks begin Monday, March 4, 2019 Envoys met.", ["Rome talks begin", "Monday, March 4, 2019", "Envoys met."]),
        ("ROME, March 4 (Agency) -- Envoys met.", ["ROME, March 4 (Agency) --", "Envoys met."]),
        ("LAGOS, Nigeria (AP) _ Envoys met.", ["LAGOS, Nigeria (AP) _", "Envoys met."]),
        ("OSLO/ROME (Agency) - Envoys met.", ["OSLO/ROME (Agency) -", "Envoys met."]),
        ("Rome (AFP) – Envoys met.", ["Rome (AFP) –", "Envoys met."]),
        ("NATO and the EU — both in Brussels — met.", ["NATO and the EU — both in Brussels — met."]),
        ("He spoke on Monday, March 4, 2019, in Rome.", ["He spoke on Monday, March 4, 2019, in Rome."]),
        ("On 2019-03-02 the assembly met.", ["On 2019-03-02 the assembly met."]),
        ("Envoys meet for talks about the old border\nItaly said they met.", ["Envoys meet for talks about the old border", "Italy said they met."]),
        ("The pact of the northern lakes, signed in the\nold town, holds.", ["The pact of the northern lakes, signed in the\nold town, holds."]),
        ("One.\r\nTwo.\r\n\r\nThree.", ["One.", "Two.", "Three."]),
    ],
)
def test_lines(text: str, parts: list[str]) -> None:
    check(text, segment(text))
    assert sentences(text) == parts


def test_wrapped_lines_are_joined() -> None:
    text = (
        "The envoys of both countries met for a third day in the old harbour\n"
        "town, where they hoped to sign a pact on fishing rights before Mr.\n"
        "Ode leaves. They did not.\n\nRain fell."
    )
    got = segment(text)
    assert [b - a for a, b in got.sentences] == [31, 4, 3]
    assert got.paragraph == [0, 0, 1]


def test_paragraphs() -> None:
    assert segment(" \n\nA b.\n \n\u200b\n\nC d.").paragraph == [0, 1]
    assert segment("A b. C d.\n\nE f.\n\n\n\nG h.").paragraph == [0, 0, 1, 2]
    assert segment("A long enough paragraph of one line ends here with a stop.\nAnother one follows it.").paragraph == [0, 1]


def test_an_overlong_sentence_is_cut_at_a_semicolon() -> None:
    text = "word " * 100 + "; " + "word " * 100
    assert [b - a for a, b in segment(text).sentences] == [101, 100]
    check(text, segment(text))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00\x01", "\u200b"])
def test_nothing_to_read(text: str) -> None:
    assert segment(text) == Segmentation([], [], [], [], [])


@given(st.text(st.one_of(st.characters(), st.sampled_from(" .\n'\"-aAsSt,1’“”[]()")), max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str) -> None:
    check(text, segment(text))


@pytest.mark.parametrize(
    "unit", ["a", "a.", "a-", "_", "'", '"', ".", ". ", "1,", "a@", "www.", "can't ", "[1] ", " ", "\x00", "\n", "a\n", "e\u0301", "A. ", "\u202eא "]
)
def test_time_grows_with_length_alone(unit: str) -> None:
    """Ten times the text may take at most thirty times the time (a quadratic rule takes a hundred)."""
    small, large = unit * (10_000 // len(unit)), unit * (100_000 // len(unit))
    took = []
    for text in (small, large):
        best = 9.0
        for _ in range(2):
            clock = time.perf_counter()
            got = segment(text)
            best = min(best, time.perf_counter() - clock)
        took.append(best)
        check(text, got)
    assert took[1] < 30 * max(took[0], 0.002)


def _benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("segmentation_benchmark", ROOT / "benchmarks" / "segmentation.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not (DATA / "treebanks").is_dir(), reason="../shared/data/treebanks is not here")
def test_floors_on_treebanks() -> None:
    benchmark = _benchmark()
    documents = [d for d in benchmark.read(DATA / "treebanks" / "en_gum-dev.conllu") if "_news_" in d.name or "_interview_" in d.name]
    score = benchmark.measure(documents)
    assert score.tokens > 99.5 and score.sentences > 96
