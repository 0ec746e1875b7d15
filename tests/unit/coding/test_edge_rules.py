"""PLOVER's edge rules and the operators, on sentences of our own, through the whole pipeline.

Each line: text, and the events that must be there as (type, mode or '', actor, recipient or '', status); '-' as type: no event of any type but
those listed may carry the trigger word given in capitals nowhere else.
"""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.reading import make_document
from dragoman.records import Record


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def read(coder: Coder, text: str) -> Record:
    return coder.code(make_document(text, id="t", published="2021-06-18"))


def told(record: Record) -> list[tuple[str, str, str, str, str]]:
    country = {a.id: a.country or a.group or a.id for a in record.actors}
    out = []
    for e in record.events:
        actor = country.get(e.actors[0].actor or "", "") if e.actors else ""
        recipient = country.get(e.recipients[0].actor or "", "") if e.recipients else ""
        out.append((e.type, e.modes[0] if e.modes else "", actor, recipient, e.status))
    return out


CASES = [
    # rule 1: future or promised cooperation is AGREE; done, it is what it is
    ("Norway will send medicine to Malawi next month.", [("AGREE", "", "NOR", "MWI", "actual")]),
    ("Norway sent medicine to Malawi last week.", [("AID", "", "NOR", "MWI", "actual")]),
    ("Norway promised to send medicine to Malawi.", [("AGREE", "", "NOR", "MWI", "actual")]),
    ("Ghana's president agreed to meet the Togolese prime minister.", [("AGREE", "", "GHA", "TGO", "actual")]),
    # rule 2: future concessions are CONCEDE
    ("Uganda announced that it would withdraw its troops from Rwanda.", [("CONCEDE", "", "UGA", "RWA", "actual")]),
    ("Uganda promised to withdraw its troops from Rwanda.", [("CONCEDE", "", "UGA", "RWA", "actual")]),
    ("Uganda withdrew its troops from Rwanda on Monday.", [("RETREAT", "withdraw", "UGA", "RWA", "actual")]),
    # rule 4: recognition is SUPPORT; refused, it is REJECT
    ("Iceland recognized Palestine.", [("SUPPORT", "", "ISL", "PSE", "actual")]),
    ("Iceland refused to recognize Palestine.", [("REJECT", "*", "ISL", "PSE", "actual")]),
    # operators
    ("Morocco refused to meet Algerian envoys.", [("REJECT", "meet", "MAR", "DZA", "actual")]),
    ("Turkey threatened to bomb Greek ships.", [("THREATEN", "violence", "TUR", "GRC", "actual")]),
    ("China threatened to impose sanctions on Lithuania.", [("THREATEN", "restrict", "CHN", "LTU", "actual")]),
    ("Peru urged Chile to release the detained fishermen.", [("REQUEST", "yield", "PER", "CHL", "actual")]),
    ("Peru urged Chile to hold talks.", [("REQUEST", "meet", "PER", "CHL", "actual")]),
    ("Yemen asked Oman for help.", [("REQUEST", "assist", "YEM", "OMN", "actual")]),
    ("Ethiopia stopped shelling Eritrean positions.", [("RETREAT", "ceasefire", "ETH", "ERI", "actual")]),
    ("Sweden suspended aid to Zimbabwe.", [("SANCTION", "discontinue", "SWE", "ZWE", "actual")]),
    ("Kenya will not release the Somali officers.", [("REJECT", "yield", "KEN", "SOM", "actual")]),
    # surfaces
    ("Chad's army was ambushed by Sudanese rebels.", [("ASSAULT", "", "SDN", "TCD", "actual")]),
    ("Armenia, which has been shelled by Azerbaijan, protested.", [("ASSAULT", "heavy-weapons", "AZE", "ARM", "actual")]),
    ("Poland's condemnation of Belarus was swift.", [("ACCUSE", "disapprove", "POL", "BLR", "actual")]),
    ("Japan and Vietnam signed a trade agreement in Hanoi.", [("SUPPORT", "", "JPN", "", "actual")]),
    ("The German chancellor visited Poland on Tuesday.", [("CONSULT", "visit", "DEU", "POL", "actual")]),
    ("Tunisian police arrested the opposition leader.", [("COERCE", "arrest", "TUN", "TUN", "actual")]),
    ("Ecuador expelled three Venezuelan diplomats.", [("SANCTION", "expel", "ECU", "VEN", "actual")]),
    ("Senator Elizabeth Warren attacked President Joe Biden over the budget.", [("ACCUSE", "disapprove", "USA", "USA", "actual")]),
    ("Rebels attacked the Malian army near Gao.", [("ASSAULT", "", "*", "MLI", "actual")]),
    ("Sweden offered praise for the Turkish government.", [("SUPPORT", "", "SWE", "TUR", "actual")]),
    ("Students demonstrated against the Hungarian government.", [("PROTEST", "demo", "*", "HUN", "actual")]),
    ("A court found the former Peruvian president guilty of fraud.", [("SANCTION", "convict", "PER", "PER", "actual")]),
    ("The Iraqi parliament's murder of hopes is a phrase; the Iraqi president's murder by Iranian agents is not.", [("ASSAULT", "*", "IRN", "IRQ", "actual")]),
    ("Sudan launched an assault on the last Ethiopian stronghold in the valley.", [("ASSAULT", "*", "SDN", "ETH", "actual")]),
    ("Iran issued an ultimatum to Baghdad after the raid.", [("THREATEN", "*", "IRN", "IRQ", "actual")]),
    ("President Biden sent a letter to Mexico threatening to close the border.", [("THREATEN", "*", "USA", "MEX", "actual")]),
    ("Egyptian and Greek marines will train together in May.", [("AGREE", "", "EGY", "", "actual")]),
    ("A joint patrol of the Ghanaian and Togolese navies left port.", [("COOPERATE", "", "GHA", "", "actual")]),
    ("Germany agreed to take in people stranded in Greek camps.", [("AGREE", "", "DEU", "*", "actual")]),
    ("A Moroccan-led strike on the convoy killed three Malian soldiers.", [("ASSAULT", "", "MAR", "MLI", "actual")]),
    ("Iceland was the last country to ratify the accord with Norway.", [("SUPPORT", "*", "ISL", "*", "actual")]),
    ("Niger said its army had freed the Chadian officer.", [("RETREAT", "release", "NER", "TCD", "actual")]),
    ("Finland condemned the Russian attack on Ukraine.", [("ACCUSE", "disapprove", "FIN", "RUS", "actual")]),
    ("Italy vowed to punish the smugglers.", [("THREATEN", "", "ITA", "*", "actual")]),
    ("Governor Smith suspended his bid for the presidency.", [("RETREAT", "resign", "*", "", "actual")]),
    # blame in what is said, whatever the verb
    ("The Ghanaian president said that Togo had betrayed its neighbours.", [("ACCUSE", "disapprove", "GHA", "TGO", "actual")]),
    ("Japan is a danger to the whole region, Russia's foreign minister said.", [("ACCUSE", "disapprove", "RUS", "JPN", "actual")]),
    # negation and hypothesis
    ("Lawmakers tried to make the Czech president resign.", [("RETREAT", "resign", "CZE", "*", "hypothetical")]),
    ("Iran could start a war by attacking Iraq.", [("ASSAULT", "", "IRN", "IRQ", "hypothetical")]),
    ("Israel did not attack Lebanon.", [("ASSAULT", "", "ISR", "LBN", "negated")]),
    ("Israel may attack Lebanon.", [("ASSAULT", "", "ISR", "LBN", "hypothetical")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_edge_rule(coder: Coder, text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    got = told(read(coder, text))
    for want in expected:
        assert any(all(w in ("*", g) for w, g in zip(want, have, strict=True)) for have in got), got


@pytest.mark.parametrize(
    "text",
    [
        "Arsenal beat Leeds in the second half.",
        "The storm battered the coast of Florida.",
        "The committee will attack the problem of waste.",
        "Shares rallied in Tokyo on Friday.",
        "The striker signed a contract with the club.",
        "Doctors fought the disease in two provinces.",
        "The company launched a new telephone.",
        "Lightning struck the old tower.",
        "The European Free Trade Agreement is sixty pages long.",
        "The audit demonstrated the weakness of the ministry.",
        "The governor, whose appeal rests on his modesty, lives in Ohio.",
        "President Macron met his sister for lunch.",
        "The president offered a glimpse of his garden.",
        "Governor Smith accepted a medal and a cheque.",
        "Lufthansa suspended its flights to Kenya.",
        "The minister declined to use the word.",
        "The prime minister told the paper that her task was to prove that she could lead.",
        "The ministers agreed that prices are high.",
        "President Moreno offered no details.",
        "The Greek premier said that Turkey was not a danger.",
        "The Greek premier is a hypocrite.",
    ],
)
def test_no_event_of_politics(coder: Coder, text: str) -> None:
    assert told(read(coder, text)) == []


def test_denied_and_claimed_are_kept_apart(coder: Coder) -> None:
    record = read(coder, "Sudan said that Ethiopia had attacked its soldiers. Ethiopia denied attacking Sudan.")
    attacks = [e for e in record.events if e.type == "ASSAULT"]
    assert {e.standing for e in attacks} == {"claim", "denied"}


def test_what_is_asked_for_did_not_happen(coder: Coder) -> None:
    record = read(coder, "Japan urged Russia to release the crew.")
    assert [e.type for e in record.events] == ["REQUEST"]


def test_a_blow_is_not_blamed_on_its_victim(coder: Coder) -> None:
    record = read(coder, "The African Union condemned the bombing of the Kenyan embassy.")
    assert [(e.type, len(e.recipients)) for e in record.events if e.type == "ACCUSE"] == [("ACCUSE", 0)]


def test_words_about_a_thing_have_it_as_their_theme(coder: Coder) -> None:
    (event,) = [e for e in read(coder, "The Spanish parliament approved the budget.").events if e.type == "SUPPORT"]
    assert event.recipients == () and event.theme is not None and "budget" in event.theme.text
