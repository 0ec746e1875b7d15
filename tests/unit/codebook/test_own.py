"""A user's codebook: what it may say, and what is refused."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from dragoman.codebook import Codebook, read_own
from dragoman.errors import ResourceError

TYPE = '[types.EXPROPRIATE]\nquad = "MATERIAL CONFLICT"\nscore = -7.5\nmodes = { nationalize = -8.5 }\n'
FRAME = '[[frame]]\nid = "land.take"\ntype = "COERCE"\nverbs = ["expropriate"]\nrecipient = ["obj"]\n'


def write(folder: Path, text: str, name: str = "land.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf8")
    return path


def test_frames_on_top_of_ours(tmp_path: Path) -> None:
    ours = Codebook.load()
    path = write(tmp_path, FRAME)
    own = Codebook.load([path])
    assert [f.id for f in own.frames_for("verb", "expropriate") if f not in ours.frames] == ["land.take"]
    assert own.frames_for("verb", "accuse") == ours.frames_for("verb", "accuse")
    assert own.version == f"{ours.version}+land@{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}"
    assert own.coded == ours.coded == frozenset(ours.types)


def test_another_state_of_the_file_is_another_version(tmp_path: Path) -> None:
    assert Codebook.load([write(tmp_path, FRAME)]).version != Codebook.load([write(tmp_path, FRAME + "# x\n")]).version


def test_a_type_of_its_own_has_quad_scores_and_modes(tmp_path: Path) -> None:
    own = Codebook.load([write(tmp_path, TYPE + FRAME.replace("COERCE", "EXPROPRIATE") + 'modes = ["nationalize"]\n')])
    entry = own.types["EXPROPRIATE"]
    assert (entry.quad, entry.score_of(()), entry.score_of(("nationalize",)), entry.recipient_required) == ("MATERIAL CONFLICT", -7.5, -8.5, False)
    assert "EXPROPRIATE" in own.coded and own.cameo_for("EXPROPRIATE", ()) is None and own.goldstein(None) is None


def test_modes_are_added_to_a_type_of_ours(tmp_path: Path) -> None:
    own = Codebook.load([write(tmp_path, "[types.COERCE]\nmodes = { expropriate = -7.0 }\n")])
    assert own.types["COERCE"].modes == {**Codebook.load().types["COERCE"].modes, "expropriate": -7.0}


def test_words_become_operators_and_may_change_ours(tmp_path: Path) -> None:
    own = Codebook.load([write(tmp_path, '[[operator]]\nkind = "refuse"\nverbs = ["stonewall", "promise"]\nrecipient = ["obj"]\n')])
    kinds = {v: o.kind for v in ("stonewall", "promise", "threaten") if (o := own.operators.get("verb", v))}
    assert kinds == {"stonewall": "refuse", "promise": "refuse", "threaten": "threaten"}


def test_a_whole_codebook_instead_of_ours(tmp_path: Path) -> None:
    path = write(tmp_path, "replace = true\n" + TYPE + FRAME.replace("COERCE", "EXPROPRIATE"))
    own = Codebook.load([path])
    assert [f.id for f in own.frames] == ["land.take"] and own.coded == {"EXPROPRIATE"}
    assert own.operators.by_lemma == Codebook.load().operators.by_lemma  # what is promised is not done, in any codebook
    assert own.version == read_own(path).version


def test_operators_instead_of_ours(tmp_path: Path) -> None:
    own = Codebook.load([write(tmp_path, 'replace = ["operators"]\n[[operator]]\nkind = "refuse"\nverbs = ["stonewall"]\n')])
    assert list(own.operators.by_lemma) == [("verb", "stonewall")] and own.frames == Codebook.load().frames


def test_frames_alone_instead_of_ours(tmp_path: Path) -> None:
    ours, own = Codebook.load(), Codebook.load([write(tmp_path, 'replace = ["frames"]\n' + FRAME)])
    assert [f.id for f in own.frames] == ["land.take"]
    assert own.operators.by_lemma == ours.operators.by_lemma and own.coded == ours.coded


def test_a_second_file_comes_on_top_of_the_first(tmp_path: Path) -> None:
    one = write(tmp_path, TYPE, "types.toml")
    two = write(tmp_path, FRAME.replace("COERCE", "EXPROPRIATE"), "frames.toml")
    assert re.fullmatch(r".+\+types@[0-9a-f]{8}\+frames@[0-9a-f]{8}", Codebook.load([one, two]).version)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x = ", "is no TOML in UTF-8"),
        ("frames = []", "unknown keys frames; accepted are name, replace, types, operator, frame"),
        ('name = "my land"', "name is 'my land'; accepted are letters"),
        ('replace = "all"', "replace is 'all'; accepted are true, false, or a list of frames, operators, types"),
        ("frame = {}", "frame: accepted is [[frame]]"),
        ("frame = [1]", "frame 1: got 1; accepted is [[frame]]"),
        ('[types.taking]\nquad = "x"', "types.taking: accepted are names in capitals"),
        ('[types.NONE]\nquad = "x"', "NONE means that there is no event"),
        (TYPE.replace("MATERIAL CONFLICT", "CONFLICT"), "quad is 'CONFLICT'; accepted are VERBAL COOPERATION"),
        (TYPE.replace("-7.5", "-75"), "score is -75.0; accepted is a number from -10"),
        (TYPE.replace("-8.5", "12"), "mode nationalize is 12.0; accepted is a number"),
        (TYPE.replace("score = -7.5\n", ""), "types.EXPROPRIATE: lacks score; a new type needs quad and score"),
        (TYPE + "colour = 1\n", "types.EXPROPRIATE: Object contains unknown field `colour`; accepted are quad, score"),
        ("[types.COERCE]\nscore = 1.0", "types.COERCE: is there already; accepted are modes to add to it"),
        ('[[operator]]\nkind = "beg"\nverbs = ["x"]', "operator 1: kind is 'beg'; accepted are allege"),
        ('[[operator]]\nkind = "refuse"', "operator 1: an operator needs verbs, nouns or adjectives"),
        (FRAME + "colour = 1\n", "land.take: unknown fields colour; accepted are id, type"),
        (FRAME.replace('"COERCE"', "3"), "land.take: Expected `str`, got `int`"),
        (FRAME.replace("COERCE", "TAKE"), "land.take: unknown type 'TAKE'; accepted are AGREE"),
        (FRAME + 'modes = ["x"]\n', "land.take: COERCE has no mode 'x'; it has"),
        (FRAME.replace('["obj"]', '["object"]'), "land.take: unknown slot 'object'; accepted are subj"),
        (FRAME.replace("verbs", "nouns").replace('["expropriate"]', "[]"), "land.take: a frame needs verbs"),
        (FRAME.replace("land.take", "accuse.accuse"), "accuse.accuse: the id is taken"),
        (FRAME + FRAME, "land.take: the id is taken"),
        ('replace = ["types"]\n' + TYPE, "the types are replaced, but frames of"),
    ],
)
def test_mistakes_are_told_with_file_and_entry(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ResourceError, match=re.escape(says)) as caught:
        Codebook.load([path])
    assert str(caught.value).startswith(str(path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"none.toml: can't be read: No such file"):
        Codebook.load([tmp_path / "none.toml"])
