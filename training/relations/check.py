"""Check the relation corpus and print its counts: ``python training/relations/check.py [FILE ...]``. Format: ``README.md`` here."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
STATUS = ("actual", "negated", "future", "hypothetical", "historical")
_MARK = re.compile(r"\[(\d+) ([^\[\]{}]+)\]|\{([a-z]) ([^\[\]{}]+)\}")
_EVENT = re.compile(r"^([a-z]) ([A-Z]+)(?:/([a-z+-]+))? (\w+) ([\d+]+)>([\d+]*)$")


@dataclass(frozen=True)
class Event:
    """One coded event: participants by number, the trigger as a span of the plain text."""

    trigger: tuple[int, int]
    type: str
    modes: tuple[str, ...]
    status: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]


@dataclass(frozen=True)
class Line:
    """One sentence: plain text, participants as spans by number, events."""

    where: str
    text: str
    spans: dict[int, tuple[int, int]]
    events: tuple[Event, ...]


def types() -> dict[str, set[str]]:
    data = tomllib.loads((HERE.parents[1] / "src/dragoman/codebook/plover.toml").read_text(encoding="utf8"))
    return {name: set(t.get("modes", {})) for name, t in data["types"].items()}


def parse(line: str, where: str, modes: dict[str, set[str]]) -> Line:
    """Read one line.

    Raises:
        ValueError: It breaks the format; the message says how.
    """
    marked, tab, codes = line.rstrip("\n").partition("\t")
    if not tab:
        raise ValueError(f"{where}: no tab between sentence and events")
    out, at, spans, triggers = [], 0, {}, {}
    length = 0
    for m in _MARK.finditer(marked):
        out.append(marked[at : m.start()])
        length += m.start() - at
        words = m[2] or m[4]
        if m[1]:
            if int(m[1]) != len(spans) + 1:
                raise ValueError(f"{where}: participant {m[1]} comes where {len(spans) + 1} is next")
            spans[int(m[1])] = (length, length + len(words))
        else:
            if m[3] in triggers:
                raise ValueError(f"{where}: trigger {m[3]} is there twice")
            triggers[m[3]] = (length, length + len(words))
        out.append(words)
        length += len(words)
        at = m.end()
    out.append(marked[at:])
    text = "".join(out)
    if re.search(r"[\[\]{}]", text):
        raise ValueError(f"{where}: a bracket or brace that is no mark (nested marks?) in {text[:80]!r}")
    if len(spans) < 1:
        raise ValueError(f"{where}: nobody is marked")
    events = []
    if codes.strip() != "none":
        for part in codes.strip().split(";"):
            e = _EVENT.match(part.strip())
            if not e:
                raise ValueError(f"{where}: {part.strip()!r} is no event; accepted is 'a TYPE/mode actual 1>2'")
            letter, kind, mode, status, actors, recipients = e.groups()
            given = tuple((mode or "").split("+")) if mode else ()
            if letter not in triggers:
                raise ValueError(f"{where}: no trigger {letter}")
            if kind not in modes:
                raise ValueError(f"{where}: unknown type {kind}")
            if bad := [x for x in given if x not in modes[kind]]:
                raise ValueError(f"{where}: {kind} has no mode {bad[0]!r}; it has {', '.join(sorted(modes[kind])) or 'none'}")
            if status not in STATUS:
                raise ValueError(f"{where}: unknown status {status!r}")
            a, r = (tuple(int(n) for n in x.split("+") if n) for x in (actors, recipients))
            if unknown := set(a + r) - set(spans):
                raise ValueError(f"{where}: no participant {min(unknown)}")
            if set(a) & set(r):
                raise ValueError(f"{where}: {min(set(a) & set(r))} is on both sides")
            events.append(Event(triggers[letter], kind, given, status, a, r))
        if unused := set(triggers) - {p.strip()[0] for p in codes.strip().split(";")}:
            raise ValueError(f"{where}: trigger {min(unused)} has no event")
    elif triggers:
        raise ValueError(f"{where}: 'none' with a trigger marked")
    return Line(where, text, spans, tuple(events))


def read(paths: list[Path]) -> tuple[list[Line], list[str]]:
    """All lines of the files, and what is wrong with the others."""
    modes = types()
    lines, wrong = [], []
    for path in paths:
        for n, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                lines.append(parse(line, f"{path.name}:{n}", modes))
            except ValueError as error:
                wrong.append(str(error))
    return lines, wrong


def main() -> None:
    paths = [Path(p) for p in sys.argv[1:]] or sorted((HERE / "corpus").glob("*.txt"))
    lines, wrong = read(paths)
    print("\n".join(wrong))
    seen: Counter[str] = Counter(line.text for line in lines)
    wrong += [f"twice: {text[:100]}" for text, n in seen.items() if n > 1]
    kinds = Counter(e.type for line in lines for e in line.events)
    modes = Counter(f"{e.type}/{m}" for line in lines for e in line.events for m in e.modes)
    triggers = Counter(line.text[slice(*e.trigger)].lower() for line in lines for e in line.events)
    lengths = sorted(len(line.text.split()) for line in lines)
    grams = [tuple(w[k : k + 4]) for line in lines if (w := line.text.lower().split()) for k in range(len(w) - 3)]
    print(f"{len(lines)} sentences, {len(wrong)} problems, {sum(not line.events for line in lines)} without an event, {sum(kinds.values())} events")
    if lengths:
        print(f"words: median {lengths[len(lengths) // 2]}, from {lengths[0]} to {lengths[-1]}; distinct triggers {len(triggers)}; "
              f"distinct participants {len({line.text[slice(*s)].lower() for line in lines for s in line.spans.values()})}; "
              f"4-grams that occur more than once {1 - len(set(grams)) / max(1, len(grams)):.1%}")
    print("types   ", dict(kinds.most_common()))
    print("modes   ", dict(sorted(modes.items())))
    print("status  ", dict(Counter(e.status for line in lines for e in line.events)))
    print("triggers", dict(triggers.most_common(15)))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
