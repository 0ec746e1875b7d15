"""The check of the frames' examples: it must be able to fail."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.codebook.check import below_floor, check_frames, read_marks, shares
from dragoman.codebook.frames import Frame
from dragoman.records import Document, Event, Participant, Record, Trigger

EXAMPLE = "{Oslo} [rebuked] <Rome> for the delay."
COUNTER = "The wind rebuked the sails."


class Told:
    """A coder that codes what it is told to."""

    def __init__(self, *events: Event) -> None:
        self.events = events

    def code(self, document: Document) -> Record:
        return Record(document=document, events=self.events)


def frame(modes: tuple[str, ...] = ("disapprove",)) -> Frame:
    return Frame(id="accuse.rebuke", type="ACCUSE", modes=modes, verbs=("rebuke",), recipient=("obj",), examples=(EXAMPLE,), counter=(COUNTER,))


def event(
    type: str = "ACCUSE", modes: tuple[str, ...] = ("disapprove",), at: int = 5, actors: Sequence[int] = (0,), recipients: Sequence[int] = (13,),
    by: str = "other.frame",
) -> Event:  # fmt: skip
    who = {k: tuple(Participant(actor="X", span=(a, a + 4), text="X") for a in starts) for k, starts in (("a", actors), ("r", recipients))}
    return Event(
        id="e1", type=type, modes=modes, actors=who["a"], recipients=who["r"], trigger=Trigger(span=(at, at + 7), text="rebuked"), sentence=(0, 33),
        sentence_index=0, why={"frame": by},
    )  # fmt: skip


def faults(*events: Event, modes: tuple[str, ...] = ("disapprove",)) -> tuple[str | None, str | None]:
    example, counter = check_frames([frame(modes)], Told(*events))
    return example.why, counter.why


def test_marks_become_spans() -> None:
    marked = read_marks("<Lima and {its army}> were [called out].")
    assert (marked.text, marked.actors, marked.recipients, marked.triggers) == ("Lima and its army were called out.", ((9, 17),), ((0, 17),), ((23, 33),))


@pytest.mark.parametrize("bad", ["{Oslo [met] Rome.", "Oslo} [met].", "{Oslo> [met].", "{Oslo} met."])
def test_bad_marks_are_told(bad: str) -> None:
    with pytest.raises(ValueError, match="Oslo"):
        read_marks(bad)


def test_what_holds_holds() -> None:
    assert faults(event()) == (None, None)
    assert faults(event(modes=("allege",)), modes=()) == (None, None)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ((), "no event"),
        ((event(at=25),), "no event at the trigger"),
        ((event(type="AID"),), "coded as AID"),
        ((event(modes=("allege",)),), "modes are allege"),
        ((event(actors=(13,)),), "actor is X"),
        ((event(recipients=()),), "recipient is nobody"),
    ],
)
def test_what_does_not_hold_says_why(given: tuple[Event, ...], why: str) -> None:
    assert faults(*given)[0] == why


def test_a_counter_example_fails_where_its_own_frame_fires() -> None:
    assert faults(event(by="accuse.rebuke"))[1] == "fired on 'rebuked'"


def test_the_floor_is_held() -> None:
    good, bad = (shares(check_frames([frame()], Told(*events))) for events in ((event(),), ()))
    floors = {"example": 0.5, "counter": 0.9}
    assert below_floor(good, floors) == []
    assert [line.split(":")[0] for line in below_floor(bad, floors)] == ["examples"]
