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
