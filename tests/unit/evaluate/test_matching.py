"""Which event, statement and position meets which line of gold."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.evaluate.gold import GoldParticipant, GoldPosition, GoldQuestion, GoldStatement
from dragoman.evaluate.matching import actor_fits, event_fits, everybody_fits, match_events, match_statements, participant_fits, position_fits, status_fits
from dragoman.records import Cue, Holder, Position, Question, Statement
from tests.unit.evaluate.made import ACTORS, event, gold, party, span, who


@pytest.mark.parametrize(
    ("actor", "fields", "fits"),
    [
        ("NOR", {"country": "NOR"}, True),
        ("NOR", {"country": ["PER", "NOR"]}, True),
        ("NOR", {"country": "PER"}, False),
        ("NOR", {"country": "NOR", "sectors": [""]}, True),  # a bare state has no sector
        ("NOR", {"country": "NOR", "sectors": ["GOV"]}, False),
        ("ITA-GOV", {"country": "ITA", "sectors": ["GOV", ""]}, True),
        ("ITA-GOV", {"country": "ITA", "sectors": ""}, False),
        ("ITA-GOV", {"id": "ITA-GOV"}, True),
        ("ITA-GOV", {"id": ["ITA", "ITA-MFA"]}, False),
        ("NKR", {"country": "AZE"}, True),  # by its claimant
        ("UNSC", {"country": ["UNO"]}, True),  # by its group
        ("NOR", {}, True),  # nothing is looked at
        (None, {"country": "", "sectors": ""}, True),
        (None, {"country": "NOR"}, False),
        (None, {"id": "NOR"}, False),
    ],
)
def test_actors_fit_by_what_gold_gives(actor: str | None, fields: dict[str, Any], fits: bool) -> None:
    given = {k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()}
    assert actor_fits(ACTORS.get(actor or ""), who(**given)) is fits


def test_a_span_is_met_by_the_words_or_by_those_that_show_whose_they_are() -> None:
    raid, rome = span("the raid"), span("Rome")
    assert participant_fits(party("NOR", "the raid"), who(span=raid), ACTORS)
    assert participant_fits(party("NOR", "Lima", via=raid), who(span=raid), ACTORS)
    assert not participant_fits(party("NOR", "Lima", via=raid), who(span=rome), ACTORS)


def test_the_trigger_must_overlap() -> None:
    line = gold("AID", "sent tents")
    assert event_fits(event("AID", "tents"), line, {})
    assert not event_fits(event("AID", "Lima"), line, {})


def test_another_type_fits_only_where_accepted_and_with_its_status() -> None:
    line = gold("AID", "sent", accept=(("AGREE", "future"),))
    assert event_fits(event("AID", "sent", status="future"), line, {})  # the status of gold's own type is judged apart
    assert not status_fits(event("AID", "sent", status="future"), line)
    assert event_fits(event("AGREE", "sent", status="future"), line, {})
    assert status_fits(event("AGREE", "sent", status="future"), line)
    assert not event_fits(event("AGREE", "sent", status="actual"), line, {})
    assert not event_fits(event("SUPPORT", "sent"), line, {})


def test_a_recipient_may_be_understood_or_stand_among_the_actors_of_a_mutual_event() -> None:
    line = gold("AID", "sent", actors=(who(country="ITA"),), recipients=(who(country="PER"),))
    rome, lima = party("ITA-GOV", "Rome"), party("PER", "Lima")
    assert event_fits(event("AID", "sent", (rome,), (lima,)), line, ACTORS)
    assert not event_fits(event("AID", "sent", (rome,)), line, ACTORS)
    assert event_fits(event("AID", "sent", (rome, lima)), line, ACTORS)
    understood = gold("AID", "sent", actors=(who(country="ITA"),), recipients=(who(country="PER"),), understood=True)
    assert event_fits(event("AID", "sent", (rome,)), understood, ACTORS)


def test_everybody_is_more_than_somebody() -> None:
    line = gold("AID", "sent", actors=(who(country="ITA"), who(country="NOR")), recipients=(who(country="PER"),))
    rome, oslo, lima = party("ITA-GOV", "Rome"), party("NOR"), party("PER", "Lima")
    assert everybody_fits(event("AID", "sent", (rome, oslo), (lima,)), line, ACTORS)
    assert not everybody_fits(event("AID", "sent", (rome,), (lima,)), line, ACTORS)
    assert not everybody_fits(event("AID", "sent", (rome, oslo), (lima, party("NKR", "raid"))), line, ACTORS)
    assert everybody_fits(event("AID", "sent", (rome, oslo, lima)), line, ACTORS)  # told as mutual


def test_matching_is_one_to_one_and_the_closest_pair_goes_first() -> None:
    wide = gold("ACCUSE", "Oslo condemned the raid", id="wide", optional=True)
    close = gold("ACCUSE", "condemned", id="close")
    one = event("ACCUSE", "condemned")
    for lines in ((wide, close), (close, wide)):
        found = {m.gold.id: m.found for m in match_events((one,), lines, {}).lines}
        assert found == {"wide": False, "close": True}
    two = event("ACCUSE", "the raid")
    both = match_events((two, one), (wide, close), {})
    assert [(m.gold.id, m.event.id if m.event else None) for m in both.lines] == [("wide", "ACCUSE-the raid"), ("close", "ACCUSE-condemned")]


def test_an_event_told_twice_is_no_mistake_and_a_wrong_one_is_told_with_its_line() -> None:
    line = gold("ACCUSE", "condemned the raid")
    first, again, wrong = event("ACCUSE", "condemned"), event("ACCUSE", "raid"), event("ASSAULT", "raid", id="wrong")
    matches = match_events((first, again, wrong), (line,), {})
    assert [e.id for e in matches.again] == [again.id]
    assert [e.id for e in matches.surplus] == ["wrong"]
    missed = match_events((wrong,), (line,), {}).lines[0]
    assert (missed.found, missed.event) == (False, wrong)


def _statement(id: str, spans: tuple[tuple[int, int], ...], speaker: str | None = "NOR", parent: str | None = None) -> Statement:
    cue = Cue(span=(0, 1), text="x", cls="speech")
    return Statement(id=id, speakers=(party(speaker),) if speaker else (), cue=cue, content=spans, parent=parent)


def test_statements_match_by_content_and_are_right_with_speaker_and_parent() -> None:
    outer = GoldStatement(id="g1", content=((0, 50),), speakers=(who(country="NOR"),))
    inner = GoldStatement(id="g2", content=((20, 40),), speakers=(who(country="ITA"),), parent="g1")
    matches, left = match_statements([_statement("a", ((0, 48),)), _statement("b", ((20, 40),), "ITA-GOV", "a")], [outer, inner], ACTORS)
    assert [m.found for m in matches] == [True, True] and not left
    matches, left = match_statements([_statement("a", ((0, 48),)), _statement("b", ((20, 40),), "PER", None)], [outer, inner], ACTORS)
    assert (matches[1].speaker, matches[1].parent, matches[1].found) == (False, False, False) and not left


@pytest.mark.parametrize(("content", "same"), [((0, 60), True), ((0, 59), False), ((0, 250), True), ((0, 251), False), ((60, 100), False)])
def test_content_needs_three_fifths_and_not_two_and_a_half_times_the_length(content: tuple[int, int], same: bool) -> None:
    matches, left = match_statements([_statement("a", (content,))], [GoldStatement(id="g", content=((0, 100),))], ACTORS)
    assert (matches[0].statement is not None) is same and bool(left) is not same


@pytest.mark.parametrize(
    ("holder", "quantifier", "stance", "question", "fits"),
    [
        ("NOR", None, "supports", "recognition of the islands", True),
        ("NOR", None, "supports", "sanctions against Peru", False),
        ("NOR", None, "opposes", "recognition of the islands", False),
        ("PER", None, "supports", "recognition of the islands", False),
        (None, None, "supports", "recognition of the islands", False),
    ],
)
def test_positions_by_holder_stance_and_a_word_of_the_question(holder: str | None, quantifier: str | None, stance: str, question: str, fits: bool) -> None:
    position = Position(
        id="p1", holder=Holder(actor=holder, span=(0, 4), quantifier=quantifier), stance=stance, verb="backs",
        question=Question(key="k", predicate="recognize", object="islands", text=question) if "islands" in question
        else Question(key="k", predicate="sanction", object="PER", text=question),
    )  # fmt: skip
    line = GoldPosition(id="g", holder=GoldParticipant(country="NOR"), stance="supports", question=GoldQuestion(object="the Islands"))
    assert position_fits(position, line, ACTORS) is fits


def test_a_quantity_holds_a_position_whoever_it_is_of() -> None:
    line = GoldPosition(id="g", holder=GoldParticipant(country="NOR", quantifier="no"), stance="supports", question=GoldQuestion(object="islands"))
    for quantifier, fits in (("no", True), ("all", False), (None, False)):
        holder = Holder(actor=None if quantifier else "NOR", span=(0, 4), quantifier=quantifier)
        position = Position(
            id="p", holder=holder, stance="supports", verb="backs", question=Question(key="k", predicate="p", object="islands", text="islands")
        )
        assert position_fits(position, line, ACTORS) is fits
