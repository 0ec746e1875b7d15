"""Run every frame's examples and counter-examples through the coder.

    "{Nairobi} [accused] <Somalia> of lying."  ──▶  an ACCUSE-allege whose trigger, actor and recipient lie where the marks are
    "Doctors blamed the cold."                 ──▶  nothing coded by this frame

    python -m dragoman.codebook.check [--list] [--type TYPE] [--set-floor]

prints how many hold, by type, and with ``--list`` those that don't, by file and frame. Exit status 1 where fewer hold than ``checks.toml``
says, or where ``unframed.toml`` lists a word that has a frame; only ``--set-floor`` changes the floors. Each sentence is a document of its
own, so that no other one can help it.

This is a tool on top of the coder that happens to live with the data that it checks; nothing imports it.
"""

from __future__ import annotations

import argparse
import dataclasses
import pkgutil
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from dragoman.codebook.frames import Frame
from dragoman.codebook.unframed import Unframed
from dragoman.records import Document, Event, Participant, Record, Span

PUBLISHED = "2024-05-15"
"""The date given to every sentence: a Wednesday, within the tables' dates."""
_MARK = re.compile(r"[{}<>\[\]]")
_MARKS = {"{": "}", "<": ">", "[": "]"}


class _Coder(Protocol):
    def code(self, document: Document) -> Record: ...


@dataclasses.dataclass(frozen=True, slots=True)
class Marked:
    """An example without its marks. Spans are code points of ``text``."""

    text: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    triggers: tuple[Span, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence, and what is wrong with its coding; ``why`` is None where it holds."""

    frame: Frame
    kind: str
    """``example`` or ``counter``."""
    sentence: str
    why: str | None


def read_marks(example: str) -> Marked:
    """Take ``{actor}``, ``<recipient>`` and ``[trigger]`` out of an example.

    Raises:
        ValueError: A mark is not closed, or no trigger is marked.

    >>> read_marks("{Oslo} [met] <Rome>.")
    Marked(text='Oslo met Rome.', actors=((0, 4),), recipients=((9, 13),), triggers=((5, 8),))
    """
    found: dict[str, list[Span]] = {"{": [], "<": [], "[": []}
    starts: list[tuple[str, int]] = []
    out: list[str] = []
    length = 0
    for piece in re.split(r"([{}<>\[\]])", example):
        if piece in _MARKS:
            starts.append((piece, length))
        elif _MARK.fullmatch(piece):
            if not starts or _MARKS[starts[-1][0]] != piece:
                raise ValueError(f"{piece!r} closes nothing in {example!r}")
            opened, start = starts.pop()
            found[opened].append((start, length))
        else:
            out.append(piece)
            length += len(piece)
    if starts:
        raise ValueError(f"{starts[-1][0]!r} is not closed in {example!r}")
    if not found["["]:
        raise ValueError(f"no [trigger] in {example!r}")
    return Marked("".join(out), tuple(found["{"]), tuple(found["<"]), tuple(found["["]))


def check_frames(frames: Iterable[Frame], coder: _Coder) -> Iterator[Outcome]:
    """Code every example and counter-example, in the frames' order."""
    for frame in frames:
        for example in frame.examples:
            marked = read_marks(example)
            events = coder.code(Document(id=frame.id, text=marked.text, published=PUBLISHED)).events
            yield Outcome(frame, "example", example, fault(frame, marked, events))
        for counter in frame.counter:
            events = coder.code(Document(id=frame.id, text=counter, published=PUBLISHED)).events
            fired = [e for e in events if e.why.get("frame") == frame.id]
            yield Outcome(frame, "counter", counter, f"fired on {fired[0].trigger.text!r}" if fired else None)


def fault(frame: Frame, marked: Marked, events: Sequence[Event]) -> str | None:
    """What keeps the nearest event from being the one marked, or None where there is one."""
    here = [e for e in events if any(_overlap(e.trigger.span, t) for t in marked.triggers)]
    if not here:
        return "no event at the trigger" if events else "no event"
    typed = [e for e in here if e.type == frame.type]
    if not typed:
        return f"coded as {here[0].type}"
    fine = [e for e in typed if set(frame.modes) <= set(e.modes)]  # a frame without modes leaves them to the operators
    if not fine:
        return f"modes are {', '.join(typed[0].modes) or 'none'}"
    faults = [_participants(e, marked) for e in fine]
    return min(faults, key=lambda f: (f is not None, f))


def _participants(event: Event, marked: Marked) -> str | None:
    for name, spans, coded in (("actor", marked.actors, event.actors), ("recipient", marked.recipients, event.recipients)):
        if _reciprocal(event) and name == "recipient":
            coded = event.actors
        if name == "recipient" and not coded and spans and event.theme is not None and all(_overlap(event.theme.span, s) for s in spans):
            continue  # words about a thing that belongs to nobody have it as their theme ('approved the budget')
        if not all(any(_covers(p, span) for p in coded) for span in spans):
            return f"{name} is {', '.join(p.text for p in coded) or 'nobody'}"
    return None


def _reciprocal(event: Event) -> bool:
    """In a meeting or agreement all who take part are actors; a mark for the recipient is met there."""
    return not event.recipients and len(event.actors) > 1


def _covers(participant: Participant, span: Span) -> bool:
    return _overlap(participant.span, span) or (participant.via is not None and _overlap(participant.via, span))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def shares(outcomes: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """By kind and by kind and type: how many hold, of how many."""
    held: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for o in outcomes:
        for key in (o.kind, f"{o.kind} {o.frame.type}"):
            total[key] += 1
            held[key] += o.why is None
    return {key: (held[key], total[key]) for key in sorted(total)}


def below_floor(found: dict[str, tuple[int, int]], floors: dict[str, float]) -> list[str]:
    """The kinds of which a smaller share holds than the floor says."""
    return [
        f"{kind}s: {held} of {total} hold ({held / total:.3f}); the floor is {floors[kind]:.3f}"
        for kind in ("example", "counter")
        for held, total in [found.get(kind, (0, 0))]
        if total and held / total < floors[kind]
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the check; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m dragoman.codebook.check", description="Run the frames' examples through the coder.")
    parser.add_argument("--list", action="store_true", help="print each sentence that does not hold")
    parser.add_argument("--type", help="only the frames of this event type; the floor is not looked at")
    parser.add_argument("--set-floor", action="store_true", help="make what holds today the floor")
    options = parser.parse_args(arguments)
    coder = pkgutil.resolve_name("dragoman.coder:Coder").load()  # by name: this command alone, which nothing imports, looks up to the roof
    weights = dataclasses.replace(coder.weights, least=0.0)
    coder = dataclasses.replace(coder, relations=None, weights=weights)  # the frames alone: the reader's corrections would hide what they say
    frames = [f for f in coder.codebook.frames if options.type in (None, f.type)]
    outcomes = list(check_frames(frames, coder))
    if options.list:
        for o in outcomes:
            if o.why is not None:
                print(f"frames/{o.frame.type.lower()}.toml\t{o.frame.id}\t{o.kind}\t{o.sentence}\t{o.why}")
    found = shares(outcomes)
    for kind in ("example", "counter"):
        held, total = found.get(kind, (0, 0))
        parts = (f"{key.split()[1]} {a}/{b}" for key, (a, b) in found.items() if key.startswith(kind + " ") and a < b)
        print(f"{kind}s that hold: {held} of {total}; not all of {', '.join(parts) or 'none'}")
    if options.type:
        return 0
    framed = Unframed.load().framed(coder.codebook)
    for pos, lemma in framed:
        print(f"unframed.toml: the {pos} {lemma!r} has a frame or is an operator; take it off the list", file=sys.stderr)
    return int(bool(framed)) or _hold_to_floor(found, set_floor=options.set_floor)


def _hold_to_floor(found: dict[str, tuple[int, int]], *, set_floor: bool) -> int:
    place = files("dragoman.codebook") / "checks.toml"
    if set_floor:
        lines = place.read_text(encoding="utf8").splitlines()
        floors = {k: f"{k} = {int(1000 * held / total) / 1000}" for k, (held, total) in found.items() if " " not in k}
        Path(str(place)).write_text("\n".join(floors.get(line.split(" ")[0], line) for line in lines) + "\n", encoding="utf8")
        return 0
    faults = below_floor(found, tomllib.loads(place.read_text(encoding="utf8"))["floor"])
    for line in faults:
        print(line, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
