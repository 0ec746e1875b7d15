"""The same proposition, whatever its surface."""

from __future__ import annotations

import pytest

from dragoman.coding.propositions import Proposition, Reader
from tests.trees import tree

ACTIVE = """
Oslo PROPN 2 nsubj
condemned>condemn VERB 0 root VBD
the DET 4 det
raid NOUN 2 obj
"""
PASSIVE = """
The DET 2 det
raid NOUN 4 nsubj:pass
was>be AUX 4 aux:pass
condemned>condemn VERB 0 root VBN
by ADP 6 case
Oslo PROPN 4 obl:agent
"""
REDUCED = """
the DET 2 det
raid NOUN 6 nsubj
condemned>condemn VERB 2 acl VBN
by ADP 5 case
Oslo PROPN 3 obl
failed>fail VERB 0 root VBD
"""
RELATIVE = """
Oslo PROPN 7 nsubj
, PUNCT 4 punct
which PRON 4 nsubj WDT PronType=Rel
condemned>condemn VERB 1 acl:relcl VBD
the DET 6 det
raid NOUN 4 obj
waits>wait VERB 0 root VBZ
"""
NOUN = """
Oslo PROPN 3 nmod:poss
's PART 1 case
condemnation NOUN 7 nsubj
of ADP 6 case
the DET 6 det
raid NOUN 3 nmod
came>come VERB 0 root VBD
"""
CONTROL = """
Oslo PROPN 2 nsubj
refused>refuse VERB 0 root VBD
to PART 4 mark
condemn VERB 2 xcomp VB
the DET 6 det
raid NOUN 4 obj
"""
COORDINATED = """
Oslo PROPN 2 nsubj
met>meet VERB 0 root VBD
rebels NOUN 2 obj
and CCONJ 5 cc
condemned>condemn VERB 2 conj VBD
the DET 7 det
raid NOUN 5 obj
"""


def _only(text: str, lemma: str) -> tuple[Proposition, list[str]]:
    analysis = tree(text)
    reader = Reader(analysis)
    for i, word in enumerate(analysis.lemma):
        if word == lemma:
            prop = reader.read(i)
            assert prop is not None
            return prop, list(analysis.form)
    raise AssertionError(lemma)


@pytest.mark.parametrize("text", [ACTIVE, PASSIVE, REDUCED, RELATIVE, CONTROL, COORDINATED])
def test_verb_has_the_same_slots_in_every_surface(text: str) -> None:
    prop, words = _only(text, "condemn")
    assert [words[k] for k in prop.get("subj")] == ["Oslo"]
    assert [words[k] for k in prop.get("obj")] == ["raid"]


def test_noun_has_the_slots_of_its_verb() -> None:
    prop, words = _only(NOUN, "condemnation")
    assert [words[k] for k in prop.get("subj")] == ["Oslo"]
    assert [words[k] for k in prop.get("obj")] == ["raid"]


def test_object_control_gives_the_addressee() -> None:
    prop, words = _only(
        """
        Oslo PROPN 2 nsubj
        urged>urge VERB 0 root VBD
        Accra PROPN 2 obj
        to PART 5 mark
        free VERB 2 xcomp VB
        the DET 7 det
        crew NOUN 5 obj
        """,
        "free",
    )
    assert [words[k] for k in prop.get("subj")] == ["Accra"]


def test_accused_of_doing_is_done_by_the_accused() -> None:
    prop, words = _only(
        """
        Oslo PROPN 2 nsubj
        accused>accuse VERB 0 root VBD
        Accra PROPN 2 obj
        of SCONJ 5 mark
        hiding>hide VERB 2 advcl VBG
        the DET 7 det
        crew NOUN 5 obj
        """,
        "hide",
    )
    assert [words[k] for k in prop.get("subj")] == ["Accra"]


@pytest.mark.parametrize(("word", "negated"), [("not", True), ("now", False)])
def test_negation(word: str, negated: bool) -> None:
    prop, _ = _only(
        f"""
        Oslo PROPN 4 nsubj
        did>do AUX 4 aux
        {word} ADV 4 advmod
        condemn VERB 0 root VB
        it PRON 4 obj
        """,
        "condemn",
    )
    assert prop.negated is negated


def test_no_subject_negates() -> None:
    prop, _ = _only("No>no DET 2 det\nstate NOUN 3 nsubj\nrecognized>recognize VERB 0 root VBD\nit PRON 3 obj", "recognize")
    assert prop.negated
