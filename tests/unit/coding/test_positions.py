"""Positions on short sentences of our own, read by the shipped model: holder, stance, question; and what is no position."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.coding import find_disagreements
from dragoman.coding._stances import StanceLexicon
from dragoman.reading import make_document
from dragoman.records import Holder, Position, Question, Record


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def read(coder: Coder, text: str) -> Record:
    return coder.code(make_document(text, id="positions", published="2019-03-04"))


def positions(coder: Coder, text: str) -> set[tuple[str | None, str, str]]:
    return {(p.holder.actor, p.stance, p.question.key) for p in read(coder, text).positions}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Denmark recognizes Kosovo.", ("DNK", "supports", "recognize(KOS)")),
        ("Denmark does not recognize Kosovo.", ("DNK", "withholds", "recognize(KOS)")),
        ("Denmark refused to recognize Kosovo.", ("DNK", "withholds", "recognize(KOS)")),
        ("Latvia welcomed the ceasefire.", ("LVA", "supports", "approve(ceasefire)")),
        ("Latvia condemned the bombing.", ("LVA", "opposes", "approve(bombing)")),
        ("Latvia demanded an end to the bombing.", ("LVA", "opposes", "approve(bombing)")),
        ("Latvia called the referendum a farce.", ("LVA", "opposes", "approve(referendum)")),
        ("Latvia called the referendum historic.", ("LVA", "supports", "approve(referendum)")),
        ("Mexico urged Peru to cancel the exercise.", ("MEX", "supports", "cancel(exercise)")),
        ("Mexico called on Peru to refuse the loan.", ("MEX", "opposes", "approve(loan)")),
        ("Mexico proposed to impose sanctions on Peru.", ("MEX", "supports", "approve(sanction-PER)")),
        ("Mexico voted against the resolution.", ("MEX", "opposes", "approve(resolution)")),
        ("Mexico voted in favor of the resolution.", ("MEX", "supports", "approve(resolution)")),
        ("Mexico abstained from the vote on the resolution.", ("MEX", "withholds", "approve(resolution)")),
        ("Mexico no longer recognizes Abkhazia.", ("MEX", "withholds", "recognize(ABK)")),
        ("Mexico wants the talks to resume.", ("MEX", "supports", "approve(talk)")),
        ("Mexico called for the talks to end.", ("MEX", "opposes", "approve(talk)")),
        # nouns, adjectives and prepositions that say where somebody stands
        ("Mexico voiced its opposition to the blockade.", ("MEX", "opposes", "approve(blockade)")),
        ("Mexico's support for the embargo surprised Peru.", ("MEX", "supports", "approve(embargo)")),
        ("Mexico withdrew its support for the treaty.", ("MEX", "withholds", "approve(treaty)")),
        ("Mexico is critical of the tariff.", ("MEX", "opposes", "approve(tariff)")),
        ("Mexico is against the tariff.", ("MEX", "opposes", "approve(tariff)")),
        ("Mexico spoke in favour of the tariff.", ("MEX", "supports", "approve(tariff)")),
        ("Mexico came out against the tariff.", ("MEX", "opposes", "approve(tariff)")),
        ("Mexico was dismayed by the verdict.", ("MEX", "opposes", "approve(verdict)")),
        ("The embargo has the backing of Mexico.", ("MEX", "supports", "approve(embargo)")),
        ("The embargo drew criticism from Mexico.", ("MEX", "opposes", "approve(embargo)")),
        ("Mexico is an opponent of the embargo.", ("MEX", "opposes", "approve(embargo)")),
        ("Mexico said no to the embargo.", ("MEX", "opposes", "approve(embargo)")),
        ("Mexico threatened to veto the resolution.", ("MEX", "opposes", "approve(resolution)")),
        ("Mexico favors lifting the embargo.", ("MEX", "supports", "lift(embargo)")),
        ("Mexico warned against lifting the embargo.", ("MEX", "opposes", "lift(embargo)")),
        ("Mexico asked that the hostages be freed.", ("MEX", "supports", "release(~hostages)")),
        ("Mexico wants the airport closed.", ("MEX", "supports", "close(airport)")),
        # neither for nor against
        ("Mexico stopped short of endorsing the treaty.", ("MEX", "withholds", "approve(treaty)")),
        ("Mexico has yet to recognize Abkhazia.", ("MEX", "withholds", "recognize(ABK)")),
        ("Mexico takes no position on the treaty.", ("MEX", "withholds", "approve(treaty)")),
        ("Mexico reserved judgment on the treaty.", ("MEX", "withholds", "approve(treaty)")),
        ("Mexico is undecided on the treaty.", ("MEX", "withholds", "approve(treaty)")),
        ("Mexico has no objection to the treaty.", ("MEX", "neutral", "approve(treaty)")),
        ("Mexico does not oppose the treaty.", ("MEX", "neutral", "approve(treaty)")),
        # what is left out, and what 'it' is
        ("Mexico backs the embargo, and so does Peru.", ("PER", "supports", "approve(embargo)")),
        ("Mexico backs the embargo; Peru does not.", ("PER", "withholds", "approve(embargo)")),
        ("Mexico rejected the ceasefire. Peru welcomed it.", ("PER", "supports", "approve(ceasefire)")),
        ('"We are against this pipeline," the Mexican president said.', ("~andres-manuel-lopez-obrador", "opposes", "approve(pipeline)")),
    ],
)
def test_position(coder: Coder, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in positions(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Latvia blasted Estonia.",  # an actor is no question
        "Latvia must approve the budget by June.",  # a duty, no side taken
        "Will Latvia support the treaty?",
        "If Latvia supports the treaty, Estonia will follow.",
        "Latvia has not said whether it supports the treaty.",
        "Latvia neither supports nor rejects the treaty.",
        "Any country that supports the treaty will be welcome.",
        "The waiter refused to bring the soup.",
        "Latvia did not condemn the strike.",
        "Latvia voted in the referendum.",
        "Latvia is considering supporting the treaty.",
        "Latvia was hesitant to support the treaty.",
        "The minister wondered whether Latvia should leave the treaty.",
        "Latvia blasted out a statement on the treaty.",
        "In Latvia, thirty seats were up for grabs.",
        "Latvia is free to support the treaty.",
        "Latvia sought Estonia's support for the treaty.",
        "The airline rejected the takeover offer.",
        "The kidnappers demanded a ransom.",
        "No other passenger recognized the Latvian minister.",
        "The Latvian minister asked for volunteers.",
        '"Will Latvia support the treaty?" asked the minister.',
    ],
)
def test_no_position(coder: Coder, text: str) -> None:
    assert not positions(coder, text)


def test_nobody_and_all(coder: Coder) -> None:
    (nobody,) = read(coder, "No country has recognized Abkhazia.").positions
    assert (nobody.holder.actor, nobody.holder.quantifier, nobody.stance, nobody.question.key) == (None, "no", "withholds", "recognize(ABK)")


def test_all_but_one(coder: Coder) -> None:
    found = read(coder, "All member states but Hungary backed the treaty.").positions
    assert [(p.holder.quantifier, p.holder.except_) for p in found] == [("all", ("HUN",))]


def test_not_all_leaves_open_who(coder: Coder) -> None:
    assert not read(coder, "Not all member states backed the treaty.").positions


def test_votes_of_numbers(coder: Coder) -> None:
    found = read(coder, "Forty senators voted for the treaty, nine against, and three abstained.").positions
    assert [(p.stance, p.question.key) for p in found] == [(s, "approve(treaty)") for s in ("supports", "opposes", "withholds")]


def test_what_was_once_held(coder: Coder) -> None:
    (once,) = read(coder, "Latvia used to support the embargo.").positions
    assert (once.stance, once.tense) == ("supports", "past")


def test_a_condition(coder: Coder) -> None:
    (found,) = read(coder, "Latvia would support the embargo if Estonia joined it.").positions
    assert (found.stance, found.strength, found.condition) == ("supports", "hedged", "if Estonia joined it")


def test_on_whose_word(coder: Coder) -> None:
    record = read(coder, 'The Danish foreign minister said that Denmark does not recognize Abkhazia. "The ban must be lifted," he added.')
    denied, duty = record.positions
    assert denied.standing == duty.standing == "claim"
    assert denied.statement == record.statements[0].id
    assert (duty.stance, duty.question.key) == ("supports", "lift(ban)")


def test_what_a_speaker_will_not_do(coder: Coder) -> None:
    found = positions(coder, '"We will not lift the embargo," said the Danish foreign minister.')
    assert [(stance, key) for _, stance, key in found] == [("opposes", "lift(embargo)")]


def test_an_organ_against_its_government(coder: Coder) -> None:
    record = read(coder, "The French Senate urged the government to recognize Kosovo. France does not recognize Kosovo.")
    (one,) = record.disagreements
    assert (one.key, one.within) == ("recognize(KOS)", "FRA")


def position(number: int, actor: str | None, stance: str, tense: str = "current") -> Position:
    question = Question(key="approve(treaty)", predicate="approve", object="treaty", text="the treaty")
    return Position(id=f"p{number}", holder=Holder(actor=actor, span=(0, 1)), stance=stance, verb="back", question=question, tense=tense)


COUNTRIES = {"FRA-SEN": "FRA", "FRA": "FRA", "ITA": "ITA"}


@pytest.mark.parametrize(
    ("sides", "within"),
    [((("FRA-SEN", "supports"), ("FRA", "withholds")), "FRA"), ((("FRA", "supports"), ("ITA", "opposes")), None)],
)
def test_disagreements(sides: tuple[tuple[str, str], ...], within: str | None) -> None:
    (found,) = find_disagreements([position(n, *side) for n, side in enumerate(sides)], COUNTRIES)
    assert (found.within, found.sides) == (within, (("p0",), ("p1",)))


def test_agreement_and_the_past_are_no_disagreement() -> None:
    assert not find_disagreements([position(0, "FRA", "supports"), position(1, "ITA", "supports")], COUNTRIES)
    assert not find_disagreements([position(0, "FRA", "supports"), position(1, "ITA", "opposes", "past")], COUNTRIES)


def test_judgements_need_one_side() -> None:
    lexicon = StanceLexicon.load()
    assert lexicon.judgement(("historic",)) == "supports"
    assert lexicon.judgement(("farce", "cruel")) == "opposes"
    assert lexicon.judgement(("legal", "outrage")) is None
    assert lexicon.judgement(("tall",)) is None
