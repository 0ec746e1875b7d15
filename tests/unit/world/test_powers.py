"""Towns and provinces that act, people and bodies without a name, rivals and firms, and what points at none of them."""

from __future__ import annotations

import pytest

from dragoman.language.analysis import Analysis
from dragoman.records import Actor
from dragoman.world import Mentions, World, resolve_mentions
from tests.trees import tree


@pytest.fixture(scope="module")
def world() -> World:
    return World.load()


def who(mentions: Mentions, a: Analysis, form: str, nth: int = 0) -> list[Actor]:
    head = [i for i, f in enumerate(a.form) if f == form][nth]
    return [m.actor for m in mentions.resolve(head) if m.actor is not None]


def read(world: World, form: str, *sentences: str, nth: int = 0) -> list[tuple[str | None, tuple[str, ...]]]:
    """Country or group, and sectors, of whoever the word names."""
    a = tree(*sentences)
    return [(f.country or f.group, f.sectors) for f in who(resolve_mentions(a, world, "2016-05-01"), a, form, nth)]


NORWAY = "Norway PROPN 2 nsubj\nvoted>vote VERB 0 root"


def test_a_province_that_sues_acts(world: World) -> None:
    a = tree("Alberta PROPN 2 nsubj\nsued>sue VERB 0 root\nOttawa PROPN 2 obj")
    assert [(f.id, f.country) for f in who(resolve_mentions(a, world, "2016-05-01"), a, "Alberta")] == [("~alberta", "CAN")]


def test_a_province_where_something_happens_does_not_act(world: World) -> None:
    assert read(world, "Alberta", "Rain>rain NOUN 2 nsubj\nfell>fall VERB 0 root\nin ADP 4 case\nAlberta PROPN 2 obl") == []


def test_a_dateline_does_not_act(world: World) -> None:
    assert read(world, "GOMA", "GOMA PROPN 3 nsubj\n: PUNCT 1 punct\nsaid>say VERB 0 root") == []


def test_a_surname_is_no_town(world: World) -> None:
    a = tree("Ricardo PROPN 3 nsubj\nLagos PROPN 1 flat\nspoke>speak VERB 0 root", "Lagos PROPN 2 nsubj\nsaid>say VERB 0 root")
    assert who(resolve_mentions(a, world, "2003-05-01"), a, "Lagos", 1)[0].id == "~ricardo-lagos"


@pytest.mark.parametrize(
    ("rows", "form", "expected"),
    [
        ("The DET 3 det\nOntario PROPN 3 compound\ngovernment NOUN 4 nsubj\nleft>leave VERB 0 root", "government", ("CAN", ("GOV",))),
        ("The DET 3 det\nMumbai PROPN 3 compound\npolice NOUN 4 nsubj\nleft>leave VERB 0 root", "police", ("IND", ("COP",))),
        ("The DET 2 det\npremier NOUN 5 nsubj\nof ADP 4 case\nOntario PROPN 2 nmod\nleft>leave VERB 0 root", "premier", ("CAN", ("GOV",))),
        ("The DET 2 det\ncity NOUN 5 nsubj\nof ADP 4 case\nMarseille PROPN 2 nmod\nsued>sue VERB 0 root", "city", ("FRA", ("GOV",))),
        ("Lagos PROPN 2 compound\nstate NOUN 3 nsubj\nrefused>refuse VERB 0 root", "state", ("NGA", ("GOV",))),
        ("The DET 2 det\nfarmers>farmer NOUN 5 nsubj _ Number=Plur\nof ADP 4 case\nChihuahua PROPN 2 nmod\nleft>leave VERB 0 root", "farmers", ("MEX", ("AGR",))),
    ],
)
def test_bodies_and_people_of_a_town(rows: str, form: str, expected: tuple[str, tuple[str, ...]], world: World) -> None:
    assert read(world, form, NORWAY, rows) == [expected]


def test_a_provinces_premier_is_not_the_states(world: World) -> None:
    a = tree("The DET 2 det\npremier NOUN 5 nsubj\nof ADP 4 case\nOntario PROPN 2 nmod\nleft>leave VERB 0 root")
    assert who(resolve_mentions(a, world, "2016-05-01"), a, "premier")[0].id == "~premier"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("rangers>ranger NOUN 2 nsubj _ Number=Plur\nleft>leave VERB 0 root", "COP"),
        ("navies>navie NOUN 2 nsubj _ Number=Plur\nleft>leave VERB 0 root", "MIL"),
        ("tribesmen NOUN 2 nsubj _ Number=Plur\nleft>leave VERB 0 root", "CVL"),
        ("statistics>statistic NOUN 2 compound\noffice NOUN 3 nsubj\nspoke>speak VERB 0 root", "GOV"),
        ("bishops>bishop NOUN 3 nmod:poss _ Number=Plur\n' PART 1 case\nconference NOUN 4 nsubj\nspoke>speak VERB 0 root", "REL"),
        ("squad NOUN 4 nsubj\nof ADP 3 case\nsoldiers>soldier NOUN 1 nmod _ Number=Plur\nleft>leave VERB 0 root", "MIL"),
    ],
)
def test_people_without_a_name_have_a_sector(rows: str, expected: str, world: World) -> None:
    a = tree(NORWAY, rows)
    mentions = resolve_mentions(a, world, "2016-05-01")
    top = next(i for i in range(2, len(a)) if a.rel[i] == "nsubj")
    assert [m.actor.sectors[0] for m in mentions.resolve(top) if m.actor] == [expected]


def test_an_envoy_is_sent_to_a_government(world: World) -> None:
    envoy = "Norway PROPN 2 nsubj\nrecalled>recall VERB 0 root\nits PRON 4 nmod:poss\n{} NOUN 2 obj\nto ADP 6 case\nBaku PROPN 4 nmod"
    assert read(world, "Baku", envoy.format("ambassador")) == [("AZE", ("GOV",))]
    assert read(world, "Baku", envoy.format("trains>train")) == []


def test_all_but_one_is_not_that_one(world: World) -> None:
    rows = "All DET 2 det\nstates>state NOUN 5 nsubj _ Number=Plur\nbut CCONJ 4 cc\nHungary PROPN 2 conj\nagreed>agree VERB 0 root"
    assert read(world, "states", "The DET 2 det\nEU PROPN 3 nsubj\nmet>meet VERB 0 root", rows) == [("EUR", ())]
    assert read(world, "states", rows) == []


def test_what_a_chamber_rejects_is_not_its_own(world: World) -> None:
    rows = "Norway PROPN 3 nmod:poss\n's PART 1 case\nparliament NOUN 4 nsubj\n{} VERB 0 root\nthe DET 6 det\nresolution NOUN 4 obj"
    assert read(world, "resolution", rows.format("rejected>reject")) == []
    assert read(world, "resolution", rows.format("adopted>adopt")) == [("NOR", ("LEG",))]


def test_it_is_not_whom_it_urges(world: World) -> None:
    report = "The DET 2 det\nEU PROPN 3 nsubj\npraised>praise VERB 0 root\nthe DET 5 det\ngovernment NOUN 3 obj\nof ADP 7 case\nMontenegro PROPN 5 nmod"
    rows = "It PRON 2 nsubj\nurges>urge VERB 0 root\nthe DET 4 det\ngovernment NOUN 2 obj\nof ADP 6 case\nMontenegro PROPN 4 nmod"
    assert read(world, "It", report, rows) == [("EUR", ())]


def test_he_is_not_whom_he_offers_something(world: World) -> None:
    rows = "he PRON 2 nsubj\noffered>offer VERB 0 root\nhim PRON 2 iobj\na DET 5 det\nweek NOUN 2 obj"
    a = tree("Jan PROPN 3 nsubj\nNovak PROPN 1 flat\nmet>meet VERB 0 root\nJohn PROPN 3 obj\nLund PROPN 4 flat", rows)
    mentions = resolve_mentions(a, world, "2016-05-01")
    assert who(mentions, a, "he") != who(mentions, a, "him")


def test_a_government_is_any(world: World) -> None:
    rows = "{} DET 2 det\ngovernment NOUN 4 nsubj\nmust AUX 4 aux\nanswer VERB 0 root"
    assert read(world, "government", NORWAY, rows.format("A")) == [(None, ("GOV",))]
    assert read(world, "government", NORWAY, rows.format("The")) == [("NOR", ("GOV",))]


def test_north_and_south_are_the_koreas_only_beside_them(world: World) -> None:
    rows = "The DET 2 det\nNorth PROPN 3 nsubj\nrefused>refuse VERB 0 root"
    seoul = "South PROPN 2 compound\nKorea PROPN 3 nsubj\nvoted>vote VERB 0 root"
    assert read(world, "North", seoul, rows) == [("PRK", ())]
    assert ("PRK", ()) not in read(world, "North", NORWAY, rows)


def test_leaders_of_two_states_are_both(world: World) -> None:
    rows = (
        "Leaders>leader NOUN 6 nsubj _ Number=Plur\nof ADP 3 case\nKorea PROPN 1 nmod\nand CCONJ 5 cc\nVietnam PROPN 3 conj\nmet>meet VERB 0 root"
    )
    assert read(world, "Leaders", rows) == [("KOR", ("GOV",)), ("VNM", ("GOV",))]


@pytest.mark.parametrize(
    ("rows", "form", "sectors"),
    [
        ("Labor PROPN 2 compound\nSecretary PROPN 3 nmod:desc\nJan PROPN 5 nsubj\nNovak PROPN 3 flat\nspoke>speak VERB 0 root", "Jan", ("GOV",)),
        ("Acme PROPN 2 compound\nPresident PROPN 3 nmod:desc\nJan PROPN 5 nsubj\nNovak PROPN 3 flat\nspoke>speak VERB 0 root", "Jan", ()),
        ("Vice PROPN 2 compound\nPresident PROPN 3 nmod:desc\nJan PROPN 5 nsubj\nNovak PROPN 3 flat\nspoke>speak VERB 0 root", "Jan", ("GOV",)),
        ("Jan PROPN 7 nsubj\nNovak PROPN 1 flat\n, PUNCT 6 punct\nexecutive NOUN 6 compound\nvice NOUN 6 compound\npresident NOUN 1 appos\nspoke>speak VERB 0 root",
         "Jan", ("BUS",)),
        ("Jan PROPN 3 nsubj\nNovak PROPN 1 flat\nspoke>speak VERB 0 root", "Jan", ()),
    ],
)  # fmt: skip
def test_sectors_of_persons(rows: str, form: str, sectors: tuple[str, ...], world: World) -> None:
    assert [s for _, s in read(world, form, NORWAY, rows)] == [sectors]


def test_a_rival_is_of_a_party_in_the_same_country(world: World) -> None:
    rows = "His PRON 2 nmod:poss\nrival NOUN 3 nsubj\nspoke>speak VERB 0 root"
    president = "President PROPN 2 nmod:desc\nWilliam PROPN 4 nsubj\nRuto PROPN 2 flat\nspoke>speak VERB 0 root"
    a = tree(president, rows)
    found = who(resolve_mentions(a, world, "2024-05-01"), a, "rival")
    assert [(f.country, f.sectors) for f in found] == [("KEN", ("PTY",))]


def test_companies_of_no_country_are_multinationals(world: World) -> None:
    rows = "Acme PROPN 2 compound\nAirways PROPN 3 nsubj\nsued>sue VERB 0 root"
    assert read(world, "Airways", rows) == [("MNC", ("BUS",))]


def test_the_largest_town_of_a_name_tells_the_country(world: World) -> None:
    assert [world.country_of_town(t, set()) for t in ("Barcelona", "Seville", "Vancouver", "Alsace", "Springfield County")] == ["ESP", "ESP", "CAN", "FRA", None]
    assert world.country_of_town("Ilo", set(), least=400_000) is None


def test_a_former_president_by_title_long_after(world: World) -> None:
    a = tree("The DET 2 det\nUSA PROPN 3 nsubj\nagreed>agree VERB 0 root", "President PROPN 2 nmod:desc\nReagan PROPN 3 nsubj\nspoke>speak VERB 0 root")
    assert who(resolve_mentions(a, world, "2013-05-10"), a, "Reagan")[0].id == "~ronald-reagan"


def test_president_of_a_company(world: World) -> None:
    rows = "President PROPN 2 nmod:desc\nJan PROPN 4 nsubj\nNovak PROPN 2 flat\nspoke>speak VERB 0 root"
    assert read(world, "Jan", "Acme PROPN 2 compound\nAirways PROPN 3 nsubj\ngrew>grow VERB 0 root\nin ADP 5 case\nKenya PROPN 3 obl", rows) == [("KEN", ("BUS",))]


def test_national_security_is_no_police(world: World) -> None:
    rows = "national ADJ 3 amod\nsecurity NOUN 3 compound\naides>aide NOUN 4 nsubj _ Number=Plur\nmet>meet VERB 0 root"
    assert "COP" not in read(world, "aides", NORWAY, rows)[0][1]
