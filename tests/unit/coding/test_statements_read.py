"""Statements of short sentences of our own, read by the shipped model: speaker, content, negation, parent."""

from __future__ import annotations

import pytest

from dragoman.coding.statements import CueLexicon, NoMentions, find_statements
from dragoman.language import LanguageModel

Said = tuple[str, str, bool, int | None]
"""Speaker, content with its pieces joined by ``|``, whether the cue is negated, and the number of the parent."""


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel.load()


@pytest.fixture(scope="module")
def cues() -> CueLexicon:
    return CueLexicon.load()


def said(model: LanguageModel, cues: CueLexicon, text: str) -> list[Said]:
    found = find_statements(model.analyze(text), NoMentions(), cues)
    order = {s.id: n for n, s in enumerate(found)}
    return [
        (
            "|".join(p.text for p in s.speakers),
            "|".join(text[a:b] for a, b in s.content),
            s.cue is not None and s.cue.negated,
            order[s.parent] if s.parent else None,
        )
        for s in found
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whom it is told to is not in what is told
        ("The coroner told the jury the brakes were worn.", [("The coroner", "the brakes were worn", False, None)]),
        ("The guard informed the visitors the museum was closed.", [("The guard", "the museum was closed", False, None)]),
        (
            "A clerk said the broker had told the board the shares were worthless.",
            [
                ("A clerk", "the broker had told the board the shares were worthless", False, None),
                ("the broker", "the shares were worthless", False, 0),
            ],
        ),
        # a second 'that' goes with the cue that had the first
        (
            "The coach said that the doctor believed she was fit, but that nobody had asked her.",
            [
                ("The coach", "the doctor believed she was fit, but that nobody had asked her", False, None),
                ("the doctor", "she was fit", False, 0),
            ],
        ),
        # what the reporter adds
        (
            "The tenant said the landlord had claimed the roof was new, an assertion the surveyor rejected.",
            [("The tenant", "the landlord had claimed the roof was new", False, None), ("the landlord", "the roof was new", False, 0)],
        ),
        (
            "The pilot denied that the engine had failed, as the airline had alleged.",
            [("The pilot", "the engine had failed", False, None), ("the airline", "the engine had failed", False, None)],
        ),
        # asides
        ("The library, its director said, will close in June.", [("its director", "The library|will close in June", False, None)]),
        ("The well is dry, say the shepherds, and will stay so.", [("the shepherds", "The well is dry|and will stay so", False, None)]),
        (
            "According to the owner, the boat was sound; according to the crew, it leaked.",
            [("the owner", "the boat was sound", False, None), ("the crew", "it leaked", False, None)],
        ),
        # where it is said
        ("The firm said in a letter that the parts had been lost.", [("The firm", "the parts had been lost", False, None)]),
        # one saying, however it is put
        ("The abbot is expected to declare that the relic is false.", [("The abbot", "the relic is false", False, None)]),
        ("The heirs let it be known that the house was for sale.", [("The heirs", "the house was for sale", False, None)]),
        ("What the nurse said was that the ward was full.", [("the nurse", "the ward was full", False, None)]),
        # quotations
        (
            '"The kiln," the potter said, "is cold. We tried," she added, "and we lost it."',
            [("the potter", '"The kiln,"|"is cold. We tried,"|"and we lost it."', False, None)],
        ),
        ('"Perhaps," he added when the judge pressed him.', [("he", '"Perhaps,"', False, None)]),
        ('Moreau: "We will wait." Captain Lind: "We will not."', [("Moreau", '"We will wait."', False, None), ("Captain Lind", '"We will not."', False, None)]),
        ('"Who asked you?" reacted Moreau.', [("Moreau", '"Who asked you?"', False, None)]),
        # negation
        ("The museum has yet to say whether the vase is real.", [("The museum", "whether the vase is real", True, None)]),
        ("The museum declined to say whether the vase was real.", [("The museum", "whether the vase was real", True, None)]),
        ("The curator was unable to say who had sold it.", [("The curator", "who had sold it", True, None)]),
        ("The curator told nobody that the vase was gone.", [("The curator", "the vase was gone", True, None)]),
        ("At no time did the curator claim that the vase was real.", [("the curator", "the vase was real", True, None)]),
        ("Scholars stopped short of saying that the vase is false.", [("Scholars", "the vase is false", True, None)]),
    ],
)
def test_said(model: LanguageModel, cues: CueLexicon, text: str, wanted: list[Said]) -> None:
    found = said(model, cues, text)
    assert [w for w in wanted if w in found] == wanted, found


def test_a_rejected_claim_is_on_the_claimants_word(model: LanguageModel, cues: CueLexicon) -> None:
    found = said(model, cues, "The surgeon rejected the hospital's claim that the files were lost.")
    assert ("the hospital's", "the files were lost", False, None) in found or ("the hospital", "the files were lost", False, None) in found, found


def test_a_label_at_the_end_of_a_paragraph_opens_a_turn(model: LanguageModel, cues: CueLexicon) -> None:
    text = "THE CHAIR:\nI thank you all for coming. I now call our guest. THE GUEST:\nI am glad to be here. My thanks to you all."
    found = said(model, cues, text)
    assert ("THE GUEST", "I am glad to be here. My thanks to you all.", False, None) in found, found


def test_what_stands_beside_a_contrast_stays(model: LanguageModel, cues: CueLexicon) -> None:
    (one, *_) = said(model, cues, "The mayor said the pool would open, while the baths would stay closed.")
    assert one[1] == "the pool would open, while the baths would stay closed"
