"""Mentions on hand-written trees with small tables of the test's own; at the end a few with the tables that the package ships."""

from __future__ import annotations

import dataclasses
from random import Random

import pytest

from dragoman.language.analysis import Analysis, Entity
from dragoman.records import Actor
from dragoman.world import Mentions, World, resolve_mentions
from dragoman.world._match import NameEntry, NameMatcher
from dragoman.world.actors import ActorRow, ActorTable, GenericRow, MemberRow, NameRow
from dragoman.world.leaders import Leader, Leaders
from tests.trees import tree

STATES = """
FRA France French Paris
KEN Kenya Kenyan Nairobi
TUR Turkey Turkish Ankara
PER Peru Peruvian Lima
NOR Norway Norwegian Oslo
AZE Azerbaijan Azerbaijani Baku
NKR Artsakh Artsakhi Stepanakert
BEL Belgium Belgian Brussels
JOR Jordan Jordanian Amman
USA United_States American Washington
"""
GENERICS = (
    "protester CVL person|police COP organization|rebel REB person|activist CVL person"
    "|resident CVL person|gunman UAF person|company BUS organization"
)
LEADERS = [
    Leader("Ana Quispe", ("Quispe",), "head_of_state", "PER", "2010-01-01", "2015-01-01", "day", "test"),
    Leader("Ola Berg", ("Ole Berg",), "head_of_government", "NOR", "2012-03-01", "", "day", "test"),
    Leader("Luc Martin", (), "foreign_minister", "FRA", "2011-01-01", "2013-01-01", "day", "test"),
]


def row(actor: str, name: str, kind: str, country: str = "", sectors: str = "", group: str = "", claimed: str = "") -> ActorRow:
    return ActorRow(actor, name, kind, country, claimed, group, tuple(sectors.split(",")) if sectors else (), "", "", "", "", "test")


def build() -> World:
    rows, names = [], []
    for line in STATES.strip().splitlines():
        code, name, adjective, capital = line.replace("_", " ").split(" ", 1)[0], *line.split(" ")[1:]
        name = name.replace("_", " ")
        rows += [
            row(code, name, "state", code, claimed="AZE" if code == "NKR" else ""),
            row(f"{code}-GOV", f"Government of {name}", "organ", code, "GOV", claimed="AZE" if code == "NKR" else ""),
        ]
        names += [NameRow(name, code, "name"), NameRow(adjective, code, "adjective"), NameRow(capital, f"{code}-GOV", "capital")]
    rows += [
        row("EU", "European Union", "organization", group="EUR", sectors="GOV"),
        row("UN-SC", "UN Security Council", "organization", group="UNO"),
    ]
    rows += [row("UN", "United Nations", "organization", group="UNO"), row("PMG", "Peace Group", "organization", group="IGO")]
    names += [NameRow("EU", "EU", "abbreviation"), NameRow("European Union", "EU", "name"), NameRow("Brussels", "EU", "metonym")]
    names += [NameRow("United Nations", "UN", "name"), NameRow("United Nations Security Council", "UN-SC", "name")]
    names += [NameRow("Peace Group", "PMG", "name"), NameRow("Frenchmen", "FRA", "demonym")]
    generics = {g.split()[0]: GenericRow(g.split()[0], (g.split()[1],), g.split()[2]) for g in GENERICS.split("|")}
    members = tuple(MemberRow("PMG", m, "1990", "") for m in ("FRA", "NOR"))
    return World(ActorTable({r.id: r for r in rows}, tuple(names), members, generics), Leaders(tuple(LEADERS), "2020-01-01"))


@pytest.fixture(scope="module")
def world() -> World:
    return build()


def token(analysis: Analysis, form: str, nth: int = 0) -> int:
    return [i for i, f in enumerate(analysis.form) if f == form][nth]


def ids(mentions: Mentions, analysis: Analysis, form: str, nth: int = 0) -> list[str]:
    return [m.actor.id for m in mentions.resolve(token(analysis, form, nth)) if m.actor is not None]


def actor(mentions: Mentions, analysis: Analysis, form: str, nth: int = 0) -> Actor:
    found = mentions.resolve(token(analysis, form, nth))
    assert found, f"{form!r} is nobody"
    assert found[0].actor is not None
    return found[0].actor


# -- names -----------------------------------------------------------------------------------------------------------------------------


def test_longest_name_wins_and_words_are_whole() -> None:
    matcher = NameMatcher([("United Nations", NameEntry("UN", "name")), ("United Nations Security Council", NameEntry("SC", "name"))])
    text = "The United Nations Security Council and the United\nNations, not the United Nationsbank."
    assert [(text[h.start : h.end], h.entries[0].actor) for h in matcher.find(text)] == [
        ("United Nations Security Council", "SC"),
        ("United\nNations", "UN"),
    ]


def test_case_counts() -> None:
    matcher = NameMatcher([("US", NameEntry("USA", "abbreviation"))])
    assert not matcher.find("Tell us more.")


@pytest.mark.parametrize(
    ("rows", "expected", "kind"),
    [
        ("Nairobi PROPN 2 nsubj\nrejected>reject VERB 0 root", ["KEN-GOV"], "metonym"),
        ("They PRON 2 nsubj\naccused>accuse VERB 0 root\nNairobi PROPN 2 obj", ["KEN-GOV"], "metonym"),
        ("Ties>tie NOUN 4 nsubj\nwith ADP 3 case\nNairobi PROPN 1 nmod\nsuffered>suffer VERB 0 root", ["KEN-GOV"], "metonym"),
        ("Support>support NOUN 4 nsubj\nfor ADP 3 case\nNairobi PROPN 1 nmod\ngrew>grow VERB 0 root", ["KEN-GOV"], "metonym"),
        ("Nairobi PROPN 3 nmod:poss\n's PART 1 case\npolicy NOUN 4 nsubj\nfailed>fail VERB 0 root", ["KEN-GOV"], "metonym"),
        ("They PRON 2 nsubj\nmet>meet VERB 0 root\nin ADP 4 case\nNairobi PROPN 2 obl", [], "name"),
        ("The DET 2 det\nstreets>street NOUN 5 nsubj\nof ADP 4 case\nNairobi PROPN 2 nmod\nemptied>empty VERB 0 root", [], "name"),
        ("They PRON 2 nsubj\nbombed>bomb VERB 0 root\nNairobi PROPN 2 obj", [], "name"),
        ("The DET 3 det\nNairobi PROPN 3 compound\ntalks>talk NOUN 4 nsubj\nfailed>fail VERB 0 root", [], "name"),
    ],
)
def test_capital_is_a_government_or_a_place(rows: str, expected: list[str], kind: str, world: World) -> None:
    a = tree(rows)
    mentions = resolve_mentions(a, world, None)
    assert ids(mentions, a, "Nairobi") == expected
    found = mentions.at(token(a, "Nairobi"))
    assert found is not None and found.kind == kind


def test_brussels_is_the_union_where_it_acts(world: World) -> None:
    a = tree("Brussels PROPN 2 nsubj\nwarned>warn VERB 0 root\nLima PROPN 2 obj")
    mentions = resolve_mentions(a, world, None)
    assert ids(mentions, a, "Brussels") == ["EU"]
    assert ids(mentions, a, "Lima") == ["PER-GOV"]


def test_state_in_a_locative_phrase_is_a_place(world: World) -> None:
    a = tree("Protesters>protester NOUN 4 nsubj _ Number=Plur\nin ADP 3 case\nPeru PROPN 1 nmod\nmarched>march VERB 0 root")
    mentions = resolve_mentions(a, world, None)
    place = mentions.at(token(a, "Peru"))
    assert place is not None and place.type == "place" and place.confidence < 0.4
    people = actor(mentions, a, "Protesters")
    assert (people.id, people.country, people.sectors) == ("~protesters", "PER", ("CVL",))


def test_a_name_inside_a_longer_name_does_not_count(world: World) -> None:
    a = tree("Jordan PROPN 3 nsubj\nSmith PROPN 1 flat\nsang>sing VERB 0 root")
    assert "JOR" not in ids(resolve_mentions(a, world, None), a, "Jordan")
    b = tree("The DET 3 det\nParis PROPN 3 compound\nHerald PROPN 4 nsubj\nreported>report VERB 0 root")
    mentions = resolve_mentions(b, world, None)
    assert actor(mentions, b, "Herald").sectors == ("JRN",)
    assert mentions.at(token(b, "Paris")) is None


def test_an_army_of_its_own(world: World) -> None:
    a = tree(
        "The DET 4 det\nPeru PROPN 4 compound\nLiberation PROPN 4 compound\nArmy PROPN 5 nsubj\nvowed>vow VERB 0 root\nrevenge NOUN 5 obj"
    )
    army = actor(resolve_mentions(a, world, None), a, "Army")
    assert (army.id, army.country, army.sectors) == ("~peru-liberation-army", "PER", ("REB",))


def test_kings_go_by_given_names(world: World) -> None:
    a = tree(
        "Omar PROPN 3 nsubj\nFaisal PROPN 1 flat\nspoke>speak VERB 0 root",
        "King PROPN 2 nmod:desc\nFaisal PROPN 5 nsubj\nof ADP 4 case\nJordan PROPN 2 nmod\nspoke>speak VERB 0 root",
    )
    mentions = resolve_mentions(a, world, None)
    assert ids(mentions, a, "Omar") == ["~omar-faisal"]
    assert actor(mentions, a, "Faisal", 1).id == "~faisal" and actor(mentions, a, "Faisal", 1).country == "JOR"


def test_organ_of_each_of_two_states(world: World) -> None:
    a = tree("French ADJ 4 amod\nand CCONJ 3 cc\nTurkish ADJ 1 conj\nofficials>official NOUN 5 nsubj _ Number=Plur\nmet>meet VERB 0 root")
    assert ids(resolve_mentions(a, world, None), a, "officials") == ["FRA-GOV", "TUR-GOV"]


def test_partisans(world: World) -> None:
    a = tree("In ADP 2 case\nNorway PROPN 5 obl\n, PUNCT 2 punct\nSocialists PROPN 5 nsubj _ Number=Plur\nobjected>object VERB 0 root")
    found = actor(resolve_mentions(a, world, None), a, "Socialists")
    assert (found.id, found.country, found.sectors) == ("~socialists", "NOR", ("PTY",))


def test_adjective_of_an_action(world: World) -> None:
    a = tree("The DET 3 det\nTurkish ADJ 3 amod\nattack NOUN 4 nsubj\nfailed>fail VERB 0 root")
    mentions = resolve_mentions(a, world, None)
    adjective = mentions.at(token(a, "Turkish"))
    assert adjective is not None and adjective.kind == "adjective" and adjective.actor is not None and adjective.actor.id == "TUR"
    assert ids(mentions, a, "attack") == ["TUR"]


def test_abbreviation_introduced_in_brackets(world: World) -> None:
    a = tree(
        "The DET 4 det\nNorth PROPN 4 compound\nLake PROPN 4 compound\nAlliance PROPN 8 nsubj\n( PUNCT 6 punct\nNLA PROPN 4 appos\n"
        ") PUNCT 6 punct\nmet>meet VERB 0 root",
        "The DET 2 det\nNLA PROPN 3 nsubj\nagreed>agree VERB 0 root",
    )
    assert ids(resolve_mentions(a, world, None), a, "NLA", 1) == ["~north-lake-alliance"]


# -- persons ---------------------------------------------------------------------------------------------------------------------------

SURNAME = "Quispe PROPN 2 nsubj\nspoke>speak VERB 0 root\nin ADP 4 case\nPeru PROPN 2 obl"


def test_surname_by_the_date(world: World) -> None:
    a = tree(SURNAME)
    assert actor(resolve_mentions(a, world, "2012-05-05"), a, "Quispe").id == "~ana-quispe"
    assert "~ana-quispe" not in ids(resolve_mentions(a, world, "1970-05-05"), a, "Quispe")


def test_office_over_by_the_date_is_former(world: World) -> None:
    a = tree("Ana PROPN 3 nsubj\nQuispe PROPN 1 flat\nspoke>speak VERB 0 root")
    assert actor(resolve_mentions(a, world, "2012-05-05"), a, "Ana").sectors == ("GOV",)
    assert actor(resolve_mentions(a, world, "2018-05-05"), a, "Ana").sectors == ("ELI",)


UNKNOWN = (
    "Kenyan ADJ 3 amod\nForeign ADJ 3 amod\nMinister PROPN 4 nmod:desc\nJane PROPN 6 nsubj\nOdongo PROPN 4 flat\ncalled>call VERB 0 root",
    "Odongo PROPN 2 nsubj\nleft>leave VERB 0 root",
    "The DET 2 det\nminister NOUN 3 nsubj\nsaid>say VERB 0 root\nshe PRON 5 nsubj\nagreed>agree VERB 3 ccomp",
)


def test_unknown_person_with_a_role(world: World) -> None:
    a = tree(*UNKNOWN)
    mentions = resolve_mentions(a, world, "2012-05-05")
    jane = actor(mentions, a, "Jane")
    assert (jane.id, jane.country, jane.sectors, jane.role) == ("~jane-odongo", "KEN", ("GOV",), "Kenyan Foreign Minister")
    assert ids(mentions, a, "Odongo", 1) == ["~jane-odongo"]
    assert ids(mentions, a, "minister") == ["~jane-odongo"]
    assert ids(mentions, a, "she") == ["~jane-odongo"]


def test_role_in_apposition_takes_the_country_of_the_context(world: World) -> None:
    a = tree(
        "The DET 3 det\nFrench ADJ 3 amod\ngovernment NOUN 4 nsubj\nmet>meet VERB 0 root",
        "Paul PROPN 8 nsubj\nRoux PROPN 1 flat\n, PUNCT 4 punct\nSecretary PROPN 1 appos\nof ADP 6 case\nState PROPN 4 nmod\n"
        ", PUNCT 4 punct\n"
        "spoke>speak VERB 0 root",
    )
    paul = actor(resolve_mentions(a, world, None), a, "Paul")
    assert (paul.id, paul.country, paul.sectors) == ("~paul-roux", "FRA", ("GOV",))


def test_office_alone_by_the_date(world: World) -> None:
    a = tree("The DET 4 det\nFrench ADJ 4 amod\nforeign ADJ 4 amod\nminister NOUN 5 nsubj\nspoke>speak VERB 0 root")
    assert ids(resolve_mentions(a, world, "2012-01-01"), a, "minister") == ["~luc-martin"]
    assert ids(resolve_mentions(a, world, "2019-01-01"), a, "minister") == ["FRA-MFA"]


# -- descriptions ----------------------------------------------------------------------------------------------------------------------


def test_organ_of_an_organ_speaks(world: World) -> None:
    a = tree(
        "A DET 5 det\nTurkish ADJ 4 amod\nForeign PROPN 4 amod\nMinistry PROPN 5 compound\nspokesperson NOUN 6 nsubj\n"
        "declined>decline VERB 0 root"
    )
    mentions = resolve_mentions(a, world, None)
    assert actor(mentions, a, "spokesperson") == world.organ("TUR", "MFA")


def test_senators_are_the_senate(world: World) -> None:
    a = tree("Several ADJ 3 amod\nFrench ADJ 3 amod\nsenators>senator NOUN 4 nsubj _ Number=Plur\nleft>leave VERB 0 root")
    senators = actor(resolve_mentions(a, world, None), a, "senators")
    assert (senators.id, senators.country, senators.sectors) == ("FRA-SEN", "FRA", ("LEG",))


def test_opposition_comes_before_what_they_are(world: World) -> None:
    a = tree(
        "Two NUM 3 nummod\nopposition NOUN 3 compound\nactivists>activist NOUN 5 nsubj:pass _ Number=Plur\nwere>be AUX 5 aux:pass\n"
        "held>hold VERB 0 root\nin ADP 7 case\nKenya PROPN 5 obl"
    )
    found = actor(resolve_mentions(a, world, None), a, "activists")
    assert (found.id, found.country, found.sectors) == ("~opposition-activists", "KEN", ("OPP", "CVL"))


def test_whose_government_it_is(world: World) -> None:
    """The one accused in the same clause is not the one who accuses."""
    a = tree(
        "Kenyan ADJ 2 amod\npolice NOUN 3 nsubj\nfired>fire VERB 0 root",
        "The DET 2 det\ngovernment NOUN 3 nsubj\naccused>accuse VERB 0 root\nNorway PROPN 3 obj",
    )
    assert ids(resolve_mentions(a, world, None), a, "government") == ["KEN-GOV"]


def test_backed_by_a_state_is_not_of_that_state(world: World) -> None:
    a = tree("Turkish ADJ 3 amod\n- PUNCT 3 punct\nbacked>back VERB 4 amod\nrebels>rebel NOUN 5 nsubj _ Number=Plur\nfled>flee VERB 0 root")
    assert actor(resolve_mentions(a, world, None), a, "rebels").country is None


def test_displaced_residents_of_an_unrecognized_state(world: World) -> None:
    a = tree(
        "Artsakh PROPN 4 nmod:poss\n's PART 1 case\nethnic ADJ 4 amod\nresidents>resident NOUN 8 nsubj _ Number=Plur\n"
        "displaced>displace VERB 4 acl\nby ADP 7 case\nfighting NOUN 5 obl\nwaited>wait VERB 0 root"
    )
    found = actor(resolve_mentions(a, world, None), a, "residents")
    assert (found.country, found.claimed_by, found.sectors) == ("NKR", "AZE", ("CVL", "REF"))


def test_partitive_and_coordination(world: World) -> None:
    a = tree(
        "Dozens>dozen NOUN 6 nsubj _ Number=Plur\nof ADP 4 case\nKenyan ADJ 4 amod\nprotesters>protester NOUN 1 nmod _ Number=Plur\n"
        "quietly ADV 6 advmod\nleft>leave VERB 0 root",
        "Peru PROPN 4 nsubj\nand CCONJ 3 cc\nNorway PROPN 1 conj\nagreed>agree VERB 0 root",
    )
    mentions = resolve_mentions(a, world, None)
    assert ids(mentions, a, "Dozens") == ["~kenyan-protesters"]
    assert ids(mentions, a, "Peru") == ["PER", "NOR"]


def test_same_words_for_another_country_get_another_id(world: World) -> None:
    one = "Gunmen>gunman NOUN 4 nsubj _ Number=Plur\nin ADP 3 case\n{} PROPN 1 nmod\nfled>flee VERB 0 root"
    a = tree(one.format("Peru"), one.format("Kenya"))
    mentions = resolve_mentions(a, world, None)
    assert ids(mentions, a, "Gunmen") == ["~gunmen"] and ids(mentions, a, "Gunmen", 1) == ["~gunmen-ken"]
    assert mentions.actors["~gunmen"].country == "PER"


def test_town_placed_by_the_dateline(world: World) -> None:
    a = tree(
        "SELBY PROPN 0 root\n, PUNCT 3 punct\nKenya PROPN 1 appos",
        "Protesters>protester NOUN 2 nsubj _ Number=Plur\nmarched>march VERB 0 root\nin ADP 4 case\nSelby PROPN 2 obl\n"
        "against ADP 6 case\nNorway PROPN 2 obl",
    )
    assert actor(resolve_mentions(a, world, None), a, "Protesters").country == "KEN"


# -- words that point back -------------------------------------------------------------------------------------------------------------


def test_both_sides_are_the_last_pair(world: World) -> None:
    a = tree(
        "Peru PROPN 4 nsubj\nand CCONJ 3 cc\nNorway PROPN 1 conj\nmet>meet VERB 0 root",
        "Both DET 2 det\nsides>side NOUN 3 nsubj _ Number=Plur\nagreed>agree VERB 0 root",
    )
    assert ids(resolve_mentions(a, world, None), a, "sides") == ["PER", "NOR"]


def test_co_chairs_are_the_members(world: World) -> None:
    a = tree(
        "The DET 4 det\nPeace PROPN 3 compound\nGroup PROPN 4 compound\nco-chairs>co-chair NOUN 5 nsubj _ Number=Plur\nmet>meet VERB 0 root"
    )
    assert ids(resolve_mentions(a, world, "2000-01-01"), a, "co-chairs") == ["FRA", "NOR"]


def test_it_and_its(world: World) -> None:
    a = tree(
        "Norway PROPN 2 nsubj\ncondemned>condemn VERB 0 root\nthe DET 4 det\nraid NOUN 2 obj",
        "It PRON 2 nsubj\nrecalled>recall VERB 0 root\nits PRON 4 nmod:poss\nambassador NOUN 2 obj",
    )
    mentions = resolve_mentions(a, world, None)
    assert ids(mentions, a, "It") == ["NOR"] and ids(mentions, a, "its") == ["NOR"]
    assert actor(mentions, a, "ambassador").id == "NOR-MFA"


def test_chain_of_the_language_model_goes_first(world: World) -> None:
    a = tree(
        "Norway PROPN 2 nsubj\nurged>urge VERB 0 root\nPeru PROPN 2 obj\nto PART 5 mark\nstop VERB 2 xcomp",
        "It PRON 2 nsubj\nrefused>refuse VERB 0 root",
    )
    it = token(a, "It")
    chained = dataclasses.replace(a, entities=(Entity(2, 3, 2, "place", 0), Entity(it, it + 1, it, "place", 0)))
    assert ids(resolve_mentions(a, world, None), a, "It") == ["NOR"]
    assert ids(resolve_mentions(chained, world, None), a, "It") == ["PER"]


def test_relative_pronoun(world: World) -> None:
    a = tree(
        "They PRON 2 nsubj\nblamed>blame VERB 0 root\nPeru PROPN 2 obj\n"
        ", PUNCT 6 punct\nwhich PRON 6 nsubj _ PronType=Rel\narmed>arm VERB 3 acl:relcl\n"
        "rebels>rebel NOUN 6 obj _ Number=Plur"
    )
    assert ids(resolve_mentions(a, world, None), a, "which") == ["PER"]


def test_relative_clause_of_a_thing_that_cannot_act(world: World) -> None:
    a = tree(
        "A DET 2 det\nprotest NOUN 7 nsubj\nto ADP 4 case\nPeru PROPN 2 nmod\nwhich PRON 6 nsubj _ PronType=Rel\n"
        "refused>refuse VERB 2 acl:relcl\nfailed>fail VERB 0 root"
    )
    assert ids(resolve_mentions(a, world, None), a, "which") == ["PER"]


def test_we_waits_for_its_speaker(world: World) -> None:
    a = tree("We PRON 2 nsubj\nregret VERB 0 root\nthis PRON 2 obj\n, PUNCT 2 punct\nNorway PROPN 6 nsubj\nsaid>say VERB 2 parataxis")
    mentions = resolve_mentions(a, world, None)
    assert ids(mentions, a, "We") == []
    spoken = mentions.with_speaker((0, 15), actor(mentions, a, "Norway"))
    assert ids(spoken, a, "We") == ["NOR"]
    assert ids(mentions, a, "We") == []


# -- things ----------------------------------------------------------------------------------------------------------------------------

MEASURE = (
    "Norway PROPN 2 nsubj\ncriticized>criticize VERB 0 root\nthe DET 4 det\nmeasure NOUN 2 obj\nintroduced>introduce VERB 4 acl\n"
    "by ADP 8 case\n"
    "Kenyan ADJ 8 amod\nsenators>senator NOUN 5 obl:agent _ Number=Plur"
)


def test_thing_is_its_makers(world: World) -> None:
    a = tree(MEASURE)
    mentions = resolve_mentions(a, world, None)
    measure = mentions.at(token(a, "measure"))
    assert measure is not None and measure.type == "document" and measure.actor is not None and measure.actor.id == "KEN-SEN"
    assert measure.via is not None and a.text[slice(*measure.via)] == "Kenyan senators"


@pytest.mark.parametrize(
    ("rows", "form", "maker"),
    [
        ("Peru PROPN 3 nmod:poss\n's PART 1 case\ndecision NOUN 4 nsubj\nhurt>hurt VERB 0 root", "decision", "PER"),
        ("Oslo PROPN 2 nsubj\nissued>issue VERB 0 root\na DET 4 det\nstatement NOUN 2 obj", "statement", "NOR-GOV"),
        ("The DET 2 det\nsanctions>sanction NOUN 4 nsubj:pass _ Number=Plur\nwere>be AUX 4 aux:pass\nimposed>impose VERB 0 root\n"
         "by ADP 6 case\nOslo PROPN 4 obl:agent",
         "sanctions", "NOR-GOV"),
        ("In ADP 3 case\na DET 3 det\nletter NOUN 5 obl\nOslo PROPN 5 nsubj\nwarned>warn VERB 0 root\nLima PROPN 5 obj", "letter",
        "NOR-GOV"),
        ("A DET 2 det\nstatement NOUN 5 nsubj\nfrom ADP 4 case\nLima PROPN 2 nmod\nfollowed>follow VERB 0 root", "statement", "PER-GOV"),
    ],
)  # fmt: skip
def test_makers(rows: str, form: str, maker: str, world: World) -> None:
    a = tree(rows)
    assert ids(resolve_mentions(a, world, None), a, form) == [maker]


def test_thing_named_again(world: World) -> None:
    a = tree(MEASURE, "Peru PROPN 2 nsubj\npraised>praise VERB 0 root\nthe DET 4 det\nbill NOUN 2 obj")
    assert ids(resolve_mentions(a, world, None), a, "bill") == ["KEN-SEN"]


def test_resolution_is_of_the_body_that_debated(world: World) -> None:
    """Nobody is said to have adopted it: the only legislature whose vote is reported did."""
    a = tree(
        "The DET 2 det\nresolution NOUN 3 nsubj\nurges>urge VERB 0 root\nNorway PROPN 3 obj\nto PART 6 mark\napologize VERB 3 xcomp",
        "Kenyan ADJ 2 amod\nofficials>official NOUN 3 nsubj _ Number=Plur\nwatched>watch VERB 0 root\nthe DET 6 det\n"
        "Senate PROPN 6 compound\ndebate NOUN 3 obj",
    )
    found = resolve_mentions(a, world, None).at(1)
    assert found is not None and found.actor is not None and found.actor.id == "KEN-SEN"


def test_bombing_of_a_place_is_not_by_it(world: World) -> None:
    a = tree("The DET 2 det\nbombing NOUN 5 nsubj\nof ADP 4 case\nPeru PROPN 2 nmod\nended>end VERB 0 root")
    assert ids(resolve_mentions(a, world, None), a, "bombing") == []


# -- the whole -------------------------------------------------------------------------------------------------------------------------


def test_records_and_bounds(world: World) -> None:
    a = tree(MEASURE, *UNKNOWN)
    mentions = resolve_mentions(a, world, "2012-01-01")
    for mention, record in zip(mentions.all, mentions.records(), strict=True):
        assert 0 <= mention.first <= mention.head < mention.last <= len(a)
        assert 0.0 <= mention.confidence <= 1.0
        assert a.text[slice(*record.span)] == record.text
        assert record.actor is None or record.actor in mentions.actors


def test_odd_documents(world: World) -> None:
    odd = tree("Paris PROPN 0 root", ") PUNCT 0 root", "( PUNCT 2 punct\nX PROPN 0 root\n) PUNCT 2 punct")
    assert resolve_mentions(odd, world, "2012").at(0) is not None


@pytest.mark.parametrize("seed", range(30))
def test_any_tree_will_do(seed: int, world: World) -> None:
    """Wrong trees are normal: whatever the parser says, the bounds hold and the answer is the same twice."""
    random = Random(seed)
    forms = (
        "the The Paris French president President Ana Quispe said it its both sides police of in by ( )"
        " “ ” , and resolution their who Kenya -"
    ).split()
    rels = (
        "nsubj obj obl nmod nmod:poss amod compound flat appos case det conj cc acl acl:relcl nmod:desc punct xcomp cop obl:agent".split()
    )
    sentences = []
    for _ in range(3):
        n = random.randint(1, 14)
        root = random.randint(1, n)
        rows = []
        for k in range(1, n + 1):
            head = 0 if k == root else random.choice([root, *range(min(k, root), max(k, root))])
            head = root if head == k else head
            rel = "root" if k == root else random.choice(rels)
            upos = random.choice(["NOUN", "PROPN", "VERB", "PRON", "ADJ", "DET", "ADP", "NUM", "PUNCT"])
            rows.append(f"{random.choice(forms)} {upos} {head} {rel} _ {random.choice(['_', 'Number=Plur'])}")
        sentences.append("\n".join(rows))
    a = tree(*sentences)
    once, again = (resolve_mentions(a, world, "2012-02-02") for _ in range(2))
    assert once.all == again.all
    for mention in once.all:
        assert 0 <= mention.first <= mention.head < mention.last <= len(a)
        assert 0.0 <= mention.confidence <= 1.0
        once.resolve(mention.head)


def test_shipped_tables() -> None:
    shipped = World.load()
    a = tree(
        "Paris PROPN 2 nsubj\nwarned>warn VERB 0 root\nthe DET 5 det\nKenyan ADJ 5 amod\nparliament NOUN 2 obj",
        "NATO PROPN 2 nsubj\nagreed>agree VERB 0 root",
    )
    mentions = resolve_mentions(a, shipped, "2020-01-01")
    assert ids(mentions, a, "Paris") == ["FRA-GOV"]
    assert actor(mentions, a, "parliament").country == "KEN"
    assert ids(mentions, a, "NATO") == ["NATO"]
