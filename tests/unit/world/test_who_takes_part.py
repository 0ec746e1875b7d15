"""Who takes part, case by case, as reports put it: on trees, with the tables that the package ships."""

from __future__ import annotations

import pytest

from dragoman.world import World, resolve_mentions
from tests.trees import tree


@pytest.fixture(scope="module")
def world() -> World:
    return World.load()


# what it shows, date, the word and which of these, who it is ("id country sectors; ..."), the tree: words by "|", sentences by "||"
CASES = [
    ("name after a title in the middle", "2012-05-01", "director", 0, "~ivo-maric - GOV",
     "Harbour PROPN 2 compound | Authority PROPN 3 compound | director NOUN 7 nsubj | General PROPN 3 flat | Ivo PROPN 3 flat | "
     "Maric PROPN 5 flat | met>meet VERB 0 root _ Number=Plur | Danes>dane PROPN 7 obj _ Number=Plur | . PUNCT 7 punct"),
    ("a surname that is an office", "2012-05-01", "Peter", 0, "~peter-king USA LEG",
     "Senator PROPN 2 nmod:desc | Peter PROPN 4 nsubj | King PROPN 2 flat | left>leave VERB 0 root | Ohio PROPN 4 obj | "
     ". PUNCT 4 punct"),
    ("senators, the second of two", "2012-05-01", "Lou", 0, "~lou-hart USA LEG",
     "Senators>senator PROPN 2 nmod:desc _ Number=Plur | Ann PROPN 7 nsubj | Moss PROPN 2 flat | and CCONJ 5 cc | "
     "Lou PROPN 2 conj | Hart PROPN 5 flat | left>leave VERB 0 root _ Number=Plur | Ohio PROPN 7 obj | . PUNCT 7 punct"),
    ("a candidate who will be president", "2016-03-01", "Donald", 0, "~donald-trump USA PTY",
     "The DET 4 det _ PronType=Art | front ADJ 4 amod | - PUNCT 2 punct | runner NOUN 7 nsubj | Donald PROPN 4 appos | "
     "Trump PROPN 5 flat | met>meet VERB 0 root | Danes>dane PROPN 7 obj _ Number=Plur | . PUNCT 7 punct"),
    ("vice president of a firm", "1999-03-01", "Ann", 0, "~ann-moss USA BUS",
     "Ann PROPN 8 nsubj | Moss PROPN 1 flat | , PUNCT 6 punct | a DET 6 det _ PronType=Art | vice NOUN 6 compound | "
     "president NOUN 1 appos | , PUNCT 1 punct | sold>sell VERB 0 root | shares>share NOUN 8 obj _ Number=Plur | in ADP 11 case | "
     "Ohio PROPN 8 obl | . PUNCT 8 punct"),
    ("who speaks is he", "2012-05-01", "he", 0, "~ivo-maric NOR -",
     "Ola PROPN 3 nsubj | Berg PROPN 1 flat | met>meet VERB 0 root | Ivo PROPN 3 obj | Maric PROPN 4 flat | . PUNCT 3 punct || "
     "Maric PROPN 2 nsubj | said>say VERB 0 root | he PRON 4 nsubj _ Number=Sing|PronType=Prs | left>leave VERB 2 ccomp | "
     "Oslo PROPN 4 obj | . PUNCT 2 punct"),
    ("a surname that is a town", "2012-05-01", "Paris", 1, "~maria-paris - -",
     "Maria PROPN 3 nsubj | Paris PROPN 1 flat | left>leave VERB 0 root | . PUNCT 3 punct || "
     "Paris PROPN 2 nsubj | said>say VERB 0 root | nothing PRON 2 obj _ Number=Sing|PronType=Neg | . PUNCT 2 punct"),
    ("a language", "2012-05-01", "Spanish", 0, "",
     "A DET 3 det _ PronType=Art | Danish ADJ 3 amod | court NOUN 4 nsubj | jailed>jail VERB 0 root | Ann PROPN 4 obj | "
     "Moss PROPN 5 flat | , PUNCT 10 punct | a DET 10 det _ PronType=Art | Spanish ADJ 10 amod | teacher NOUN 5 appos | "
     ". PUNCT 4 punct"),
    ("killed by numbers", "2012-05-01", "40", 0, "~people PER CVL",
     "Police NOUN 4 nsubj _ Number=Plur | in ADP 3 case | Lima PROPN 1 nmod | killed>kill VERB 0 root _ Number=Plur | "
     "12 NUM 4 obj | and CCONJ 7 cc | arrested>arrest VERB 4 conj _ Number=Plur | 40 NUM 7 obj | . PUNCT 4 punct"),
    ("her head", "2012-05-01", "head", 0, "",
     "Ann PROPN 3 nsubj | Moss PROPN 1 flat | shook>shake VERB 0 root | her PRON 5 nmod:poss _ Number=Sing|PronType=Prs | "
     "head NOUN 3 obj | . PUNCT 3 punct"),
    ("percent of people", "2012-05-01", "percent", 0, "~danes DNK CVL",
     "Sixty NUM 2 nummod | percent NOUN 5 nsubj | of ADP 4 case | Danes>dane PROPN 2 nmod _ Number=Plur | "
     "opposed>oppose VERB 0 root | it PRON 5 obj _ Number=Sing|PronType=Prs | . PUNCT 5 punct"),
    ("the panel", "2012-05-01", "panel", 0, "~house-budget-committee USA LEG",
     "The DET 4 det _ PronType=Art | House PROPN 4 compound | Budget NOUN 4 compound | Committee NOUN 5 nsubj | "
     "met>meet VERB 0 root | in ADP 7 case | Ohio PROPN 5 obl | . PUNCT 5 punct || "
     "The DET 2 det _ PronType=Art | panel NOUN 3 nsubj | rejected>reject VERB 0 root | it PRON 3 obj _ Number=Sing|PronType=Prs | "
     ". PUNCT 3 punct"),
    ("a police department", "2012-05-01", "Department", 0, "~fairview-police-department USA COP",
     "The DET 4 det _ PronType=Art | Fairview PROPN 4 compound | Police PROPN 4 compound | Department PROPN 5 nsubj | "
     "searched>search VERB 0 root | Ohio PROPN 5 obj | . PUNCT 5 punct"),
    ("a company by its suffix", "2012-05-01", "Vexor", 0, "~vexor-s-p-a DNK BUS",
     "Vexor PROPN 3 nsubj | S.p.A. PROPN 1 flat | sued>sue VERB 0 root | Denmark PROPN 3 obj | . PUNCT 3 punct"),
    ("the campaign", "2016-03-01", "campaign", 0, "~donald-trump USA PTY",
     "Donald PROPN 3 nsubj | Trump PROPN 1 flat | met>meet VERB 0 root _ Number=Plur | donors>donor NOUN 3 obj _ Number=Plur | "
     ". PUNCT 3 punct || "
     "The DET 2 det _ PronType=Art | campaign NOUN 3 nsubj | denied>deny VERB 0 root | it PRON 3 obj _ Number=Sing|PronType=Prs | "
     ". PUNCT 3 punct"),
    ("the city", "2012-05-01", "city", 0, "~city USA GOV",
     "Residents>resident NOUN 4 nsubj _ Number=Plur | of ADP 3 case | Chicago PROPN 1 nmod | sued>sue VERB 0 root _ Number=Plur | "
     ". PUNCT 4 punct || "
     "The DET 2 det _ PronType=Art | city NOUN 3 nsubj | agreed>agree VERB 0 root | to PART 5 mark | pay VERB 3 xcomp | "
     ". PUNCT 3 punct"),
    ("refugees of nowhere told", "2012-05-01", "refugees", 0, "~refugees - REF",
     "Peru PROPN 2 nsubj | held>hold VERB 0 root | a DET 4 det _ PronType=Art | vote NOUN 2 obj | . PUNCT 2 punct || "
     "Police NOUN 4 nsubj _ Number=Plur | in ADP 3 case | Lima PROPN 1 nmod | expelled>expel VERB 0 root _ Number=Plur | "
     "refugees>refugee NOUN 4 obj _ Number=Plur | . PUNCT 4 punct"),
    ("both Koreas", "2012-05-01", "Korea", 0, "PRK PRK -; KOR KOR -",
     "North PROPN 4 compound | and CCONJ 3 cc | South PROPN 1 conj | Korea PROPN 5 nsubj | signed>sign VERB 0 root | "
     "it PRON 5 obj _ Number=Sing|PronType=Prs | . PUNCT 5 punct"),
    ("the government of a person", "1999-05-01", "government", 0, "CUB-GOV CUB GOV",
     "Fidel PROPN 3 nsubj | Castro PROPN 1 flat | spoke>speak VERB 0 root | . PUNCT 3 punct || "
     "The DET 3 det _ PronType=Art | Castro PROPN 3 compound | government NOUN 4 nsubj | denied>deny VERB 0 root | "
     "it PRON 4 obj _ Number=Sing|PronType=Prs | . PUNCT 4 punct"),
    ("it is nobody", "2012-05-01", "it", 0, "",
     "The DET 2 det _ PronType=Art | company NOUN 3 nsubj | took>take VERB 0 root | a DET 5 det _ PronType=Art | rail NOUN 3 obj | "
     "and CCONJ 7 cc | threw>throw VERB 3 conj | it PRON 7 obj _ Number=Sing|PronType=Prs | . PUNCT 3 punct"),
    ("it was announced", "2012-05-01", "It", 0, "",
     "Denmark PROPN 2 nsubj | met>meet VERB 0 root | Peru PROPN 2 obj | . PUNCT 2 punct || "
     "It PRON 3 nsubj:pass _ Number=Sing|PronType=Prs | was>be AUX 3 aux:pass | announced>announce VERB 0 root | on ADP 5 case | "
     "Monday PROPN 3 obl | . PUNCT 3 punct"),
    ("a senator of the United States", "2014-05-01", "Lou", 0, "~lou-hart USA LEG",
     "Libya PROPN 2 nsubj | fell>fall VERB 0 root | . PUNCT 2 punct || "
     "Sen. PROPN 2 nmod:desc | Lou PROPN 9 nsubj | Hart PROPN 2 flat | , PUNCT 5 punct | R PROPN 2 appos | - PUNCT 7 punct | "
     "Wis. PROPN 2 appos | , PUNCT 2 punct | blamed>blame VERB 0 root | Libya PROPN 9 obj | . PUNCT 9 punct"),
    ("employer", "1999-05-01", "Ann", 0, "~ann-moss USA BUS",
     "Ann PROPN 11 nsubj | Moss PROPN 1 flat | , PUNCT 4 punct | head NOUN 1 appos | of SCONJ 6 mark | trading>trade VERB 4 acl | "
     "at ADP 9 case | Vexor PROPN 9 compound | Bank PROPN 6 obl | , PUNCT 1 punct | spoke>speak VERB 0 root | in ADP 13 case | "
     "Ohio PROPN 11 obl | . PUNCT 11 punct"),
    ("an occasion", "2012-05-01", "Conference", 0, "",
     "The DET 4 det _ PronType=Art | Ohio PROPN 4 compound | Energy PROPN 4 compound | Conference PROPN 5 nsubj | "
     "offers>offer VERB 0 root | talks>talk NOUN 5 obj _ Number=Plur | . PUNCT 5 punct"),
    ("helicopters that fly", "2012-05-01", "Helicopters", 0, "",
     "Helicopters>helicopter NOUN 2 nsubj _ Number=Plur | flew>fly VERB 0 root _ Number=Plur | over ADP 4 case | "
     "Lima PROPN 2 obl | . PUNCT 2 punct"),
    ("helicopters that attack", "2012-05-01", "Helicopters", 0, "~helicopters PER MIL",
     "Helicopters>helicopter NOUN 2 nsubj _ Number=Plur | attacked>attack VERB 0 root _ Number=Plur | Lima PROPN 2 obj | "
     ". PUNCT 2 punct"),
    ("the chain takes the name", "2012-05-01", "She", 0, "~ann-moss USA -",
     "Ann PROPN 9 nsubj | Moss PROPN 1 flat | , PUNCT 7 punct | who PRON 7 nsubj _ PronType=Rel | is>be AUX 7 cop | "
     "a DET 7 det _ PronType=Art | teacher NOUN 1 acl:relcl | , PUNCT 1 punct | left>leave VERB 0 root | Ohio PROPN 9 obj | "
     ". PUNCT 9 punct || "
     "She PRON 2 nsubj _ Number=Sing|PronType=Prs | accused>accuse VERB 0 root | Peru PROPN 2 obj | . PUNCT 2 punct"),
    ("a China expert", "2012-05-01", "Ann", 0, "~ann-moss USA EDU",
     "Ann PROPN 8 nsubj | Moss PROPN 1 flat | , PUNCT 6 punct | a DET 6 det _ PronType=Art | China PROPN 6 compound | "
     "expert NOUN 1 appos | , PUNCT 1 punct | met>meet VERB 0 root | Danes>dane PROPN 8 obj _ Number=Plur | in ADP 11 case | "
     "Ohio PROPN 8 obl | . PUNCT 8 punct"),
    ("a company with its suffix", "1999-05-01", "Corp.", 0, "BOEING USA BUS",
     "Boeing PROPN 2 compound | Corp. PROPN 3 nsubj | sued>sue VERB 0 root | Peru PROPN 3 obj | . PUNCT 3 punct"),
    ("bare ministry", "2012-05-01", "ministry", 1, "~danish-trade-ministry DNK GOV",
     "The DET 4 det _ PronType=Art | Danish ADJ 4 amod | trade NOUN 4 compound | ministry NOUN 5 nsubj | met>meet VERB 0 root | "
     "Peru PROPN 5 obj | . PUNCT 5 punct || "
     "The DET 2 det _ PronType=Art | ministry NOUN 3 nsubj | rejected>reject VERB 0 root | "
     "it PRON 3 obj _ Number=Sing|PronType=Prs | . PUNCT 3 punct"),
    ("titles joined", "2012-05-01", "Lou", 0, "~lou-hart USA BUS",
     "Lou PROPN 10 nsubj | Hart PROPN 1 flat | , PUNCT 4 punct | president NOUN 1 appos | and CCONJ 6 cc | CEO NOUN 4 conj | "
     "of ADP 8 case | Vexor PROPN 4 nmod | , PUNCT 1 punct | left>leave VERB 0 root | Ohio PROPN 10 obj | . PUNCT 10 punct"),
    ("a professor", "2012-05-01", "Lou", 0, "~lou-hart USA EDU",
     "Professor PROPN 2 nmod:desc | Lou PROPN 4 nsubj | Hart PROPN 2 flat | left>leave VERB 0 root | Ohio PROPN 4 obj | "
     ". PUNCT 4 punct"),
    ("a party of that name elsewhere", "2016-09-01", "Party", 0, "~democratic-party-hkg HKG PTY",
     "Residents>resident NOUN 5 nsubj _ Number=Plur | of ADP 3 case | Hong PROPN 1 nmod | Kong PROPN 3 flat | "
     "met>meet VERB 0 root _ Number=Plur | the DET 8 det _ PronType=Art | Democratic ADJ 8 amod | Party PROPN 5 obj | "
     ". PUNCT 5 punct"),
    ("the name of a vessel", "2012-05-01", "vessel", 0, "",
     "The DET 2 det _ PronType=Art | vessel NOUN 5 nsubj | Lou PROPN 2 appos | Hart PROPN 3 flat | left>leave VERB 0 root | "
     "Peru PROPN 5 obj | . PUNCT 5 punct"),
    ("states of the union", "2012-05-01", "states", 0, "~states-usa USA GOV",
     "States>state NOUN 2 nsubj _ Number=Plur | rejected>reject VERB 0 root _ Number=Plur | "
     "it PRON 2 obj _ Number=Sing|PronType=Prs | in ADP 5 case | Ohio PROPN 2 obl | . PUNCT 2 punct || "
     "Ohio PROPN 2 nsubj | pushed>push VERB 0 root | states>state NOUN 2 obj _ Number=Plur | . PUNCT 2 punct"),
    ("the number of refugees", "2012-05-01", "number", 0, "",
     "Denmark PROPN 2 nsubj | set VERB 0 root | the DET 4 det _ PronType=Art | number NOUN 2 obj | of ADP 6 case | "
     "refugees>refugee NOUN 4 nmod _ Number=Plur | . PUNCT 2 punct"),
]  # fmt: skip


@pytest.mark.parametrize(("date", "form", "nth", "expected", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_who_takes_part(date: str, form: str, nth: int, expected: str, words: str, world: World) -> None:
    a = tree(*(sentence.replace(" | ", "\n") for sentence in words.split(" || ")))
    mentions = resolve_mentions(a, world, date)
    head = [i for i, f in enumerate(a.form) if f == form][nth]
    found = [m.actor for m in mentions.resolve(head) if m.actor is not None]
    shown = [f"{x.id} {x.country or x.group or '-'} {','.join(x.sectors) or '-'}" for x in found]
    assert "; ".join(shown) == expected
