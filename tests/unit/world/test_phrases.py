"""Mentions that stand alone, with the tables of ``test_mentions``."""

from __future__ import annotations

import pytest

from dragoman.world import World, resolve_phrase
from tests.unit.world.test_mentions import build


@pytest.fixture(scope="module")
def world() -> World:
    return build()


@pytest.mark.parametrize(
    ("text", "actor", "country", "sectors"),
    [
        ("Peru", "PER", "PER", ()),
        ("Nairobi", "KEN-GOV", "KEN", ("GOV",)),
        ("the European Union", "EU", None, ("GOV",)),
        ("former President Moses Kibet of Kenya", "~moses-kibet", "KEN", ("ELI",)),
        ("Kenya state news agency", "~kenya-state-news-agency", "KEN", ("JRN",)),
        ("a spokesman for the Turkish army", "TUR-MIL", "TUR", ("MIL",)),
        ("protesters in Peru", "~protesters", "PER", ("CVL",)),
        ("two opposition activists", "~opposition-activists", None, ("OPP", "CVL")),
        ("Norway's Foreign Minister Kari Lund", "~kari-lund", "NOR", ("GOV",)),
        ("Jan Novak, foreign minister of Turkey", "~jan-novak", "TUR", ("GOV",)),
        ("American Secretary of State Tom Reed", "~tom-reed", "USA", ("GOV",)),
        ("riot police in Ankara", "TUR-COP", "TUR", ("COP",)),
        ("Kenyan opposition leader Paul Roux", "~paul-roux", "KEN", ("OPP",)),
        ("Prime Minister Jordan Smith of Norway", "~jordan-smith", "NOR", ("GOV",)),
        ("the government of Kenya", "KEN-GOV", "KEN", ("GOV",)),
        ("Artsakh's residents", "~residents", "NKR", ("CVL",)),
        ("Turkish-backed rebels", "~turkish-backed-rebels", None, ("REB",)),
    ],
)
def test_mention_alone(text: str, actor: str, country: str | None, sectors: tuple[str, ...], world: World) -> None:
    found = resolve_phrase(text, None, None, world)
    assert found.actor is not None, found.why
    assert (found.actor.id, found.actor.country, found.actor.sectors) == (actor, country, sectors)
    assert 0 < found.confidence <= 1


def test_office_by_the_date(world: World) -> None:
    then = resolve_phrase("President Quispe", "2012-06-01", None, world)
    later = resolve_phrase("Ana Quispe", "2019-06-01", None, world)
    assert then.actor is not None and (then.actor.id, then.actor.sectors) == ("~ana-quispe", ("GOV",))
    assert later.actor is not None and later.actor.sectors == ("ELI",)


@pytest.mark.parametrize("date", ["soon", "2012-99-99", "20", "", "2012-06-01T10:00:00Z"])
def test_odd_dates(date: str, world: World) -> None:
    found = resolve_phrase("President Quispe of Peru", date, None, world)
    assert found.actor is not None and found.actor.country == "PER"


def test_context_tells_whose(world: World) -> None:
    found = resolve_phrase("the army", None, "Norway closed its border on Monday.", world)
    assert found.actor is not None and found.actor.id == "NOR-MIL"
    assert resolve_phrase("the army", None, None, world).actor != found.actor


@pytest.mark.parametrize("text", ["", "   ", "the table", "?!", "'s", "of", "(", ", ,", "a" * 5000, "\x00\ufffd", "the of the of the"])
def test_nobody(text: str, world: World) -> None:
    found = resolve_phrase(text, "2012", "", world)
    assert found.actor is None and found.confidence == 0.0


def test_claimed_state_says_by_whom(world: World) -> None:
    found = resolve_phrase("Artsakh", None, None, world)
    assert found.actor is not None and (found.actor.country, found.actor.claimed_by) == ("NKR", "AZE")


@pytest.mark.parametrize(
    ("text", "date", "sectors"),
    [
        ("opposition candidate Ana Quispe", None, ("OPP",)), ("presidential candidate Ana Quispe", None, ("PTY",)), ("Senator Ana Quispe", None, ("LEG",)),
        ("Mayor Ana Quispe", None, ("GOV",)),
        ("then-Senator Ana Quispe", None, ("LEG",)), ("former Governor Ana Quispe", None, ("ELI",)), ("Judge Ana Quispe", None, ("JUD",)),
        ("President Ana Quispe", None, ("GOV",)), ("Gen. Ana Quispe", None, ("GOV",)),  # a rank stays through all offices
        ("presidential candidate Ana Quispe", "2009-03-01", ("PTY",)), ("presidential candidate Ana Quispe", "2012-03-01", ("GOV",)),
        ("presidential candidate Ana Quispe", "2019-03-01", ("PTY",)), ("Senator Ana Quispe", "2019-03-01", ("LEG",)), ("Ana Quispe", "2019-03-01", ("ELI",)),
    ],
)  # fmt: skip
def test_the_texts_own_word_outranks_an_office_that_no_day_proves(text: str, date: str | None, sectors: tuple[str, ...], world: World) -> None:
    found = resolve_phrase(text, date, None, world)
    assert found.actor is not None
    assert (found.actor.id, found.actor.country, found.actor.sectors) == ("~ana-quispe", "PER", sectors)


def test_undated_and_untitled_is_less_sure_and_names_the_readings(world: World) -> None:
    over, open_, dated = (resolve_phrase(*a, None, world) for a in (("Ana Quispe", None), ("Ola Berg", None), ("Ana Quispe", "2012-03-01")))
    assert over.candidates == ("PER-GOV", "~ana-quispe")
    assert over.actor is not None
    assert over.actor.role is None
    assert over.confidence < min(open_.confidence, dated.confidence)
    assert (open_.candidates, dated.candidates) == ((), ())
    assert open_.actor is not None
    assert open_.actor.role == "head of government"


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("the mayor of Lima", "PER", "GOV"), ("Oslo Mayor Kari Lund", "NOR", "GOV"), ("the governor of Nairobi", "KEN", "GOV"),
        ("Kenyan Governor Jane Wafula", "KEN", "GOV"), ("mayoral candidate Jane Wafula of Kenya", "KEN", "PTY"), ("a Kenyan gubernatorial candidate", "KEN", "PTY"),
        ("the Peruvian chief prosecutor", "PER", "JUD"), ("Kenyan prosecutor Jane Wafula", "KEN", "JUD"), ("a Norwegian party leader", "NOR", "PTY"),
        ("presidential hopeful Raila Odinga", "KEN", "PTY"), ("front-runner Marine Le Pen", "FRA", "PTY"),
    ],
)  # fmt: skip
def test_candidates_mayors_governors_and_prosecutors(text: str, country: str, sector: str) -> None:
    found = resolve_phrase(text, None, None, World.load())
    assert found.actor is not None
    assert (found.actor.country, found.actor.sectors[:1]) == (country, (sector,))
