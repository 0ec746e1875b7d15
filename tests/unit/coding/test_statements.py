"""Statements on hand-written trees: no model is loaded. A row is ``form/lemma/upos/head/relation[/xpos]``, heads from 1 in the sentence."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from dragoman import records
from dragoman.coding._nesting import clip, inside, parents
from dragoman.coding._quotes import find_quotations
from dragoman.coding.statements import CueLexicon, NoMentions, find_statements
from dragoman.errors import ResourceError
from dragoman.language.analysis import Analysis


@pytest.fixture(scope="module")
def cues() -> CueLexicon:
    return CueLexicon.load()


def tree(text: str, *sentences: str) -> Analysis:
    """An analysis of ``text`` from one string of rows a sentence; a blank line in ``text`` parts paragraphs."""
    form: list[str] = []
    lemma: list[str] = []
    upos: list[str] = []
    xpos: list[str] = []
    rel: list[str] = []
    span: list[tuple[int, int]] = []
    head: list[int] = []
    ranges: list[tuple[int, int]] = []
    paragraph: list[int] = []
    at = 0
    for sentence in sentences:
        start = len(form)
        for row in sentence.split():
            cells = row.rsplit("/", 5) if row.count("/") == 5 else [*row.rsplit("/", 4), "_"]
            begin = text.index(cells[0], at)
            if len(form) == start:
                gap = "\n\n" in text[at:begin]
                paragraph.append((paragraph[-1] + gap) if paragraph else 0)
            at = begin + len(cells[0])
            form.append(cells[0])
            lemma.append(cells[1])
            upos.append(cells[2])
            head.append(int(cells[3]) - 1 + start if int(cells[3]) else -1)
            rel.append(cells[4])
            xpos.append(cells[5])
            span.append((begin, at))
        ranges.append((start, len(form)))
    return Analysis(
        text=text, form=form, span=span, lemma=lemma, upos=upos, xpos=xpos, feats=["_"] * len(form), head=head, rel=rel, sentences=ranges, paragraph=paragraph
    )  # fmt: skip


def words(analysis: Analysis, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [analysis.text[a:b] for a, b in spans]


def speakers(s: records.Statement) -> list[str]:
    return [p.text for p in s.speakers]


SAID = tree(
    "The mayor told reporters that the bridge was unsafe.",
    "The/the/DET/2/det mayor/mayor/NOUN/3/nsubj told/tell/VERB/0/root reporters/reporter/NOUN/3/iobj that/that/SCONJ/9/mark "
    "the/the/DET/7/det bridge/bridge/NOUN/9/nsubj was/be/AUX/9/cop unsafe/unsafe/ADJ/3/ccomp ././PUNCT/3/punct",
)
INVERTED = tree(
    "“The pumps failed,” added the letter.",
    "“/“/PUNCT/4/punct The/the/DET/3/det pumps/pump/NOUN/4/nsubj failed/fail/VERB/0/root ,/,/PUNCT/4/punct ”/”/PUNCT/4/punct "
    "added/add/VERB/4/parataxis the/the/DET/9/det letter/letter/NOUN/7/obj ././PUNCT/4/punct",
)
URGED = tree(
    "The motion calls on the cabinet to “reopen the port.”",
    "The/the/DET/2/det motion/motion/NOUN/3/nsubj calls/call/VERB/0/root on/on/ADP/6/case the/the/DET/6/det cabinet/cabinet/NOUN/3/obl "
    "to/to/PART/9/mark “/“/PUNCT/9/punct reopen/reopen/VERB/3/xcomp the/the/DET/11/det port/port/NOUN/9/obj ././PUNCT/3/punct ”/”/PUNCT/9/punct",
)
CALLED = tree(
    "Lima cheered the pact, with Foreign Minister Rosa Quispe calling it “overdue.”",
    "Lima/Lima/PROPN/2/nsubj cheered/cheer/VERB/0/root the/the/DET/4/det pact/pact/NOUN/2/obj ,/,/PUNCT/11/punct with/with/SCONJ/11/mark "
    "Foreign/foreign/ADJ/8/amod Minister/Minister/PROPN/9/compound Rosa/Rosa/PROPN/11/nsubj Quispe/Quispe/PROPN/9/flat calling/call/VERB/2/advcl/VBG "
    "it/it/PRON/11/obj “/“/PUNCT/14/punct overdue/overdue/ADJ/11/xcomp ././PUNCT/2/punct ”/”/PUNCT/14/punct",
)
NESTED = tree(
    "The envoy said Oslo believes the talks are dead.",
    "The/the/DET/2/det envoy/envoy/NOUN/3/nsubj said/say/VERB/0/root Oslo/Oslo/PROPN/5/nsubj believes/believe/VERB/3/ccomp "
    "the/the/DET/7/det talks/talk/NOUN/9/nsubj are/be/AUX/9/cop dead/dead/ADJ/5/ccomp ././PUNCT/3/punct",
)
ACCORDING = tree(
    "The dam is full, according to two engineers.",
    "The/the/DET/2/det dam/dam/NOUN/4/nsubj is/be/AUX/4/cop full/full/ADJ/0/root ,/,/PUNCT/9/punct according/accord/VERB/9/case "
    "to/to/ADP/6/fixed two/two/NUM/9/nummod engineers/engineer/NOUN/4/obl ././PUNCT/4/punct",
)
WHETHER = tree(
    "Quito has not said whether it accepts the offer.",
    "Quito/Quito/PROPN/4/nsubj has/have/AUX/4/aux not/not/PART/4/advmod said/say/VERB/0/root whether/whether/SCONJ/7/mark it/it/PRON/7/nsubj "
    "accepts/accept/VERB/4/ccomp the/the/DET/9/det offer/offer/NOUN/7/obj ././PUNCT/4/punct",
)
DECLINED = tree(
    "She declined to say whether he resigned.",
    "She/she/PRON/2/nsubj declined/decline/VERB/0/root to/to/PART/4/mark say/say/VERB/2/xcomp whether/whether/SCONJ/7/mark "
    "he/he/PRON/7/nsubj resigned/resign/VERB/4/ccomp ././PUNCT/2/punct",
)
CLAIM = tree(
    "His claim that votes vanished stunned Accra.",
    "His/his/PRON/2/nmod:poss claim/claim/NOUN/6/nsubj that/that/SCONJ/5/mark votes/vote/NOUN/5/nsubj vanished/vanish/VERB/2/acl "
    "stunned/stun/VERB/0/root Accra/Accra/PROPN/6/obj ././PUNCT/6/punct",
)
RELATIVE = tree(
    "A guard who said he saw smoke left.",
    "A/a/DET/2/det guard/guard/NOUN/8/nsubj who/who/PRON/4/nsubj said/say/VERB/2/acl:relcl he/he/PRON/6/nsubj saw/see/VERB/4/ccomp "
    "smoke/smoke/NOUN/6/obj left/leave/VERB/0/root ././PUNCT/8/punct",
)
SCARE = tree(
    "The “reform” plan passed.",
    "The/the/DET/5/det “/“/PUNCT/3/punct reform/reform/NOUN/5/compound ”/”/PUNCT/3/punct plan/plan/NOUN/6/nsubj passed/pass/VERB/0/root ././PUNCT/6/punct",
)
COLON = tree(
    "He restated the ministry's view: prices will fall.",
    "He/he/PRON/2/nsubj restated/reiterate/VERB/0/root the/the/DET/4/det ministry/ministry/NOUN/6/nmod:poss 's/'s/PART/4/case view/view/NOUN/2/obj "
    ":/:/PUNCT/10/punct prices/price/NOUN/10/nsubj will/will/AUX/10/aux fall/fall/VERB/6/acl ././PUNCT/2/punct",
)
ASIDE = tree(
    "His wife, he said, had left.",
    "His/his/PRON/2/nmod:poss wife/wife/NOUN/8/nsubj ,/,/PUNCT/5/punct he/he/PRON/5/nsubj said/say/VERB/2/acl:relcl ,/,/PUNCT/5/punct "
    "had/have/AUX/8/aux left/leave/VERB/0/root ././PUNCT/8/punct",
)
FRONTED = tree(
    "If prices rise, he added, shops will close.",
    "If/if/SCONJ/3/mark prices/price/NOUN/3/nsubj rise/rise/VERB/6/advcl ,/,/PUNCT/3/punct he/he/PRON/6/nsubj added/add/VERB/0/root ,/,/PUNCT/10/punct "
    "shops/shop/NOUN/10/nsubj will/will/AUX/10/aux close/close/VERB/6/ccomp ././PUNCT/6/punct",
)
QUOTED_AS_SAYING = tree(
    "The agency quoted Lund as saying that talks failed.",
    "The/the/DET/2/det agency/agency/NOUN/3/nsubj quoted/quote/VERB/0/root Lund/Lund/PROPN/3/obj as/as/SCONJ/6/mark saying/say/VERB/3/advcl/VBG "
    "that/that/SCONJ/9/mark talks/talk/NOUN/9/nsubj failed/fail/VERB/6/ccomp ././PUNCT/3/punct",
)
FULLER_NAME = tree(
    "“Nobody asked us,” said party strategist Ana Lund.",
    "“/“/PUNCT/3/punct Nobody/nobody/PRON/3/nsubj asked/ask/VERB/7/ccomp us/we/PRON/3/obj ,/,/PUNCT/3/punct ”/”/PUNCT/3/punct said/say/VERB/0/root "
    "party/party/NOUN/9/compound strategist/strategist/NOUN/7/nsubj Ana/Ana/PROPN/7/obj Lund/Lund/PROPN/10/flat ././PUNCT/7/punct",
)
ASIDE_FROM = tree(
    "He had few ideas aside from saying that banks profit.",
    "He/he/PRON/2/nsubj had/have/VERB/0/root few/few/ADJ/4/amod ideas/idea/NOUN/2/obj aside/aside/ADP/7/mark from/from/ADP/7/mark "
    "saying/say/VERB/4/acl/VBG that/that/SCONJ/10/mark banks/bank/NOUN/10/nsubj profit/profit/VERB/7/ccomp ././PUNCT/2/punct",
)


@pytest.mark.parametrize(
    ("analysis", "speaker", "cue", "content", "kind", "cls"),
    [
        (ASIDE, ["he"], "said", ["His wife", "had left"], "indirect", "speech"),
        (FRONTED, ["he"], "added", ["If prices rise", "shops will close"], "indirect", "speech"),
        (QUOTED_AS_SAYING, ["Lund"], "quoted", ["talks failed"], "indirect", "speech"),
        (FULLER_NAME, ["Ana Lund"], "said", ["“Nobody asked us,”"], "direct", "speech"),
        (ASIDE_FROM, ["He"], "saying", ["banks profit"], "indirect", "speech"),
        (SAID, ["The mayor"], "told", ["the bridge was unsafe"], "indirect", "speech"),
        (INVERTED, ["the letter"], "added", ["“The pumps failed,”"], "direct", "speech"),
        (URGED, ["The motion"], "calls on", ["to “reopen the port.”"], "mixed", "speech"),
        (CALLED, ["Foreign Minister Rosa Quispe"], "calling", ["it “overdue.”"], "mixed", "speech"),
        (ACCORDING, ["two engineers"], "according to", ["The dam is full"], "indirect", "speech"),
        (CLAIM, ["His"], "claim", ["votes vanished"], "indirect", "speech"),
        (RELATIVE, ["who"], "said", ["he saw smoke"], "indirect", "speech"),
        (COLON, ["He"], "restated", ["prices will fall"], "indirect", "speech"),
    ],
)
def test_surfaces(analysis: Analysis, speaker: list[str], cue: str, content: list[str], kind: str, cls: str, cues: CueLexicon) -> None:
    found = find_statements(analysis, NoMentions(), cues)
    assert [s.id for s in found] == ["s1"]
    (s,) = found
    assert s.cue is not None
    assert (speakers(s), s.cue.text, words(analysis, s.content), s.kind, s.cue.cls) == (speaker, cue, content, kind, cls)


def test_addressees_and_vehicle(cues: CueLexicon) -> None:
    (told,) = find_statements(SAID, NoMentions(), cues)
    assert [p.text for p in told.addressees] == ["reporters"]
    (called,) = find_statements(URGED, NoMentions(), cues)
    assert called.vehicle is not None and called.vehicle.text == "The motion"
    assert [p.text for p in called.addressees] == ["the cabinet"]


def test_relative_pronoun_points_at_its_noun(cues: CueLexicon) -> None:
    (s,) = find_statements(RELATIVE, NoMentions(), cues)
    via = s.speakers[0].via
    assert via is not None and RELATIVE.text[via[0] : via[1]] == "A guard"


def test_children_lie_inside_their_parents(cues: CueLexicon) -> None:
    said, believes = find_statements(NESTED, NoMentions(), cues)
    assert believes.parent == said.id and believes.cue is not None and believes.cue.cls == "belief"
    for span in (believes.cue.span, *believes.content, *(p.span for p in believes.speakers)):
        assert inside(span, said.content)


@pytest.mark.parametrize(("analysis", "cue"), [(WHETHER, "said"), (DECLINED, "declined to say")])
def test_negated_cues(analysis: Analysis, cue: str, cues: CueLexicon) -> None:
    s = next(s for s in find_statements(analysis, NoMentions(), cues) if s.cue is not None and s.cue.text == cue)
    assert s.cue is not None and s.cue.negated
    assert words(analysis, s.content)[0].startswith("whether")


def test_scare_quotes_are_no_statement(cues: CueLexicon) -> None:
    assert find_statements(SCARE, NoMentions(), cues) == ()


TWO_PARAGRAPHS = tree(
    "“The mine must close,” said the governor.\n\n“We owe it to the miners.”",
    "“/“/PUNCT/5/punct The/the/DET/3/det mine/mine/NOUN/5/nsubj must/must/AUX/5/aux close/close/VERB/0/root ,/,/PUNCT/5/punct ”/”/PUNCT/5/punct "
    "said/say/VERB/5/parataxis the/the/DET/10/det governor/governor/NOUN/8/nsubj ././PUNCT/5/punct",
    "“/“/PUNCT/3/punct We/we/PRON/3/nsubj owe/owe/VERB/0/root it/it/PRON/3/obj to/to/ADP/7/case the/the/DET/7/det miners/miner/NOUN/3/obl "
    "././PUNCT/3/punct ”/”/PUNCT/3/punct",
)
RUNNING_ON = tree(
    "“The mine must close.\n\n“We owe it to the miners,” said the governor.",
    "“/“/PUNCT/5/punct The/the/DET/3/det mine/mine/NOUN/5/nsubj must/must/AUX/5/aux close/close/VERB/0/root ././PUNCT/5/punct",
    "“/“/PUNCT/3/punct We/we/PRON/3/nsubj owe/owe/VERB/0/root it/it/PRON/3/obj to/to/ADP/7/case the/the/DET/7/det miners/miner/NOUN/3/obl "
    ",/,/PUNCT/3/punct ”/”/PUNCT/3/punct said/say/VERB/3/parataxis the/the/DET/12/det governor/governor/NOUN/10/nsubj ././PUNCT/3/punct",
)


def test_a_quoted_paragraph_without_a_cue_goes_on_with_its_speaker(cues: CueLexicon) -> None:
    first, second = find_statements(TWO_PARAGRAPHS, NoMentions(), cues)
    assert second.cue is None and second.kind == "direct" and second.parent is None
    assert speakers(second) == speakers(first) == ["the governor"]


def test_a_quotation_over_two_paragraphs_is_one_statement(cues: CueLexicon) -> None:
    (s,) = find_statements(RUNNING_ON, NoMentions(), cues)
    assert words(RUNNING_ON, s.content) == ["“The mine must close.", "“We owe it to the miners,”"]
    assert speakers(s) == ["the governor"]


def test_date_is_taken_from_the_clause_of_the_cue(cues: CueLexicon) -> None:
    analysis = tree(
        "On Monday she said the vote on Friday stands.",
        "On/on/ADP/2/case Monday/Monday/PROPN/4/obl she/she/PRON/4/nsubj said/say/VERB/0/root the/the/DET/6/det vote/vote/NOUN/9/nsubj "
        "on/on/ADP/8/case Friday/Friday/PROPN/6/nmod stands/stand/VERB/4/ccomp ././PUNCT/4/punct",
    )
    day = {"precision": "day", "type": "DATE"}
    times = (
        records.TimeExpression(span=(3, 9), text="Monday", start="2021-03-01", end="2021-03-01", value="2021-03-01", **day),
        records.TimeExpression(span=(30, 36), text="Friday", start="2021-03-05", end="2021-03-05", value="2021-03-05", **day),
    )
    (s,) = find_statements(analysis, NoMentions(), cues, "2021-03-02", times)
    assert s.date is not None and (s.date.start, s.date.text) == ("2021-03-01", "Monday")


@dataclasses.dataclass(frozen=True)
class Known:
    first: int
    last: int
    type: str
    actor: records.Actor | None
    via: tuple[int, int] | None = None


class Index:
    def __init__(self, known: dict[int, Known]) -> None:
        self.known = known

    def resolve(self, token: int) -> tuple[Known, ...]:
        return (self.known[token],) if token in self.known else ()


def test_a_document_speaks_for_its_maker(cues: CueLexicon) -> None:
    senate = records.Actor(id="PER-LEG", name="Congress of Peru")
    (s,) = find_statements(URGED, Index({1: Known(0, 2, "document", senate)}), cues)
    assert [p.actor for p in s.speakers] == ["PER-LEG"] and s.vehicle is not None


def test_a_subject_across_the_marks_belongs_to_the_verb_on_its_side(cues: CueLexicon) -> None:
    analysis = tree(
        "An aide said: “Mr. Ito recalled that taxes rose.”",
        "An/a/DET/2/det aide/aide/NOUN/3/nsubj said/say/VERB/0/root :/:/PUNCT/8/punct “/“/PUNCT/8/punct Mr./Mr./PROPN/7/compound Ito/Ito/PROPN/3/nsubj "
        "recalled/recall/VERB/3/ccomp that/that/SCONJ/11/mark taxes/tax/NOUN/11/nsubj rose/rise/VERB/8/ccomp ././PUNCT/3/punct ”/”/PUNCT/8/punct",
    )
    said, recalled = find_statements(analysis, NoMentions(), cues)
    assert speakers(said) == ["An aide"] and speakers(recalled) == ["Mr. Ito"]
    assert recalled.parent == said.id


def test_a_clause_after_a_semicolon_is_not_what_was_denied(cues: CueLexicon) -> None:
    analysis = tree(
        "A shell hit the town; Doria denied a role.",
        "A/a/DET/2/det shell/shell/NOUN/3/nsubj hit/hit/VERB/0/root the/the/DET/5/det town/town/NOUN/3/obj ;/;/PUNCT/8/punct Doria/Doria/PROPN/8/nsubj "
        "denied/deny/VERB/3/parataxis a/a/DET/10/det role/role/NOUN/8/obj ././PUNCT/3/punct",
    )
    (s,) = find_statements(analysis, NoMentions(), cues)
    assert words(analysis, s.content) == ["a role"]


def test_tense_tells_a_second_cue_from_what_is_said(cues: CueLexicon) -> None:
    analysis = tree(
        "Lund said he would stay but denied that votes vanished.",
        "Lund/Lund/PROPN/2/nsubj said/say/VERB/0/root/VBD he/he/PRON/5/nsubj would/would/AUX/5/aux/MD stay/stay/VERB/2/ccomp/VB but/but/CCONJ/7/cc "
        "denied/deny/VERB/5/conj/VBD that/that/SCONJ/10/mark votes/vote/NOUN/10/nsubj vanished/vanish/VERB/7/ccomp/VBD ././PUNCT/2/punct",
    )
    said, denied = sorted(find_statements(analysis, NoMentions(), cues), key=lambda s: s.cue.span if s.cue else (0, 0))
    assert words(analysis, said.content) == ["he would stay"]
    assert (speakers(denied), denied.parent, words(analysis, denied.content)) == (["Lund"], None, ["votes vanished"])


def test_a_bare_pronoun_is_no_content(cues: CueLexicon) -> None:
    analysis = tree("She rejected it.", "She/she/PRON/2/nsubj rejected/reject/VERB/0/root it/it/PRON/2/obj ././PUNCT/2/punct")
    analysis = dataclasses.replace(analysis, feats=["PronType=Prs", "_", "PronType=Prs", "_"])
    assert not find_statements(analysis, NoMentions(), cues)


TURN = (
    "THE/the/DET/2/det MAYOR/mayor/NOUN/5/nsubj :/:/PUNCT/2/punct {first}/{first}/PRON/5/nsubj met/meet/VERB/0/root ././PUNCT/5/punct",
    "{second}/{second}/PRON/2/nsubj thank/thank/VERB/0/root you/you/PRON/2/obj ././PUNCT/2/punct",
)


@pytest.mark.parametrize(("first", "second", "paragraphs"), [("We", "I", 2), ("They", "They", 0)])
def test_a_turn_in_the_first_person_goes_on_over_paragraphs(first: str, second: str, paragraphs: int, cues: CueLexicon) -> None:
    """A label in capitals opens a speech; before a report in the third person it is a dateline."""
    text = f"THE MAYOR: {first} met.\n\n{second} thank you."
    analysis = tree(text, *(row.format(first=first, second=second) for row in TURN))
    found = find_statements(analysis, NoMentions(), cues)
    if not paragraphs:
        assert not found
    else:
        (s,) = found
        assert speakers(s) == ["THE MAYOR"] and words(analysis, s.content) == ["We met.\n\nI thank you."]


def test_empty_document(cues: CueLexicon) -> None:
    assert find_statements(tree(""), NoMentions(), cues) == ()


# ---------------------------------------------------------------------------------------------------- quotation marks
@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Go," he said, "now."', ['"Go,"', '"now."']),
        ("“Go,” he said.", ["“Go,”"]),
        ("``Go,'' he said.", ["``Go,''"]),
        ("''Go,'' he said.", ["''Go,''"]),
        ("«Go,» he said.", ["«Go,»"]),
        ('“Go," he said.', ['“Go,"']),
        ("The workers' hall isn't 'safe', he said.", ["'safe'"]),
        ("It's the '90s in James' eyes.", []),
        ("A 6\" pipe and the mayors' sons.", []),
        ("‘We won’t go,’ they said.", ["‘We won’t go,’"]),
        ("He said “she told me ‘run’ and left.”", ["“she told me ‘run’ and left.”", "‘run’"]),
    ],
)
def test_quotation_marks(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text, [(0, len(text))])] == quoted


def test_an_unclosed_quotation_is_taken_up_by_the_next_paragraph() -> None:
    text = "“One.\n\n“Two.” Three."
    first, second = find_quotations(text, [(0, 5), (7, len(text))])
    assert not first.closed and second.resumes == 0 and text[second.start : second.end] == "“Two.”"


# ---------------------------------------------------------------------------------------------------- nesting, lexicon
def test_parents_are_the_innermost() -> None:
    contents = [[(5, 50)], [(15, 40)], [(25, 30)]]
    extents = [[(0, 50)], [(6, 40)], [(16, 30)]]
    assert parents(extents, contents) == [None, 0, 1]
    assert clip([(0, 10), (40, 60)], [(5, 50)]) == ((5, 10), (40, 50))


def test_a_broken_lexicon_says_where(tmp_path: Path) -> None:
    path = tmp_path / "cues.toml"
    path.write_text('[[verb]]\nclass = "gossip"\ntakes = ["that"]\nconfidence = 0.5\nlemmas = ["say"]\n', encoding="utf8")
    with pytest.raises(ResourceError, match="verb entry 1: unknown class 'gossip'"):
        CueLexicon.load(path)
    path.write_text("[[verb", encoding="utf8")
    with pytest.raises(ResourceError, match="cannot read"):
        CueLexicon.load(path)
