"""The one place that puts the rooms in order: a document in, its record out.

    Document ─▶ language ─▶ world (mentions, times, places) ─▶ coding (statements, events, positions) ─▶ Record
"""

from __future__ import annotations

import dataclasses
import gc
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from dragoman import __version__
from dragoman.codebook import Codebook
from dragoman.coding import (
    Clock,
    CueLexicon,
    StanceLexicon,
    Weights,
    code_events,
    find_disagreements,
    find_roles,
    find_statements,
    place_events,
    take_positions,
)  # fmt: skip
from dragoman.language import Analysis, LanguageModel
from dragoman.language.relations import RelationReader
from dragoman.records import Actor, Document, Problem, Record, Statement
from dragoman.world import Mentions, World, resolve_mentions
from dragoman.world.actors import ActorTable
from dragoman.world.calendar import find_times
from dragoman.world.leaders import Leaders
from dragoman.world.own import read_own_tables, with_own
from dragoman.world.places import Gazetteer

if TYPE_CHECKING:
    from concurrent.futures import Future


@dataclasses.dataclass(frozen=True)
class Coder:
    """Everything that coding needs, loaded once; coding itself changes nothing in it."""

    language: LanguageModel
    world: World
    gazetteer: Gazetteer
    codebook: Codebook
    cues: CueLexicon
    stances: StanceLexicon
    weights: Weights
    relations: RelationReader | None = None

    @classmethod
    def load(cls, codebooks: Sequence[str] = (), *, actors: str | None = None) -> Coder:
        """Load the shipped model and tables.

        Args:
            codebooks: Files of a user's own frames, types and operators (docs/own-codebook.md).
            actors: A folder with a user's own actors and office holders (docs/own-actors.md).

        Raises:
            ModelError: The language model is missing or damaged.
            ResourceError: A table, or a user's file or folder, is broken.
        """
        from concurrent.futures import ThreadPoolExecutor

        with _uncollected(), ThreadPoolExecutor(1) as pool:
            language, relations = pool.submit(LanguageModel.load), pool.submit(RelationReader.load)  # outside of Python for the most part
            world, codebook = World.load(actors), Codebook.load(codebooks)
            return cls(language.result(), world, Gazetteer.load(), codebook, CueLexicon.load(), StanceLexicon.load(), Weights.load(), relations.result())

    @property
    def name(self) -> str:
        """What ``document.coder`` says: our version, and a user's own table of actors with the digest of its state."""
        own = self.world.own
        return f"dragoman {__version__}" + (f"+{own.version}" if own is not None else "")

    def code(self, document: Document, problems: Sequence[Problem] = ()) -> Record:
        """Code one document.

        Args:
            document: What was read; its text is not changed.
            problems: What reading it already found doubtful.

        Returns:
            The record of the public contract, the same for the same document whatever else is coded.
        """
        return self.code_analysis(document, self.language.analyze(document.text), problems)

    def code_analysis(self, document: Document, analysis: Analysis, problems: Sequence[Problem] = ()) -> Record:
        """Code a document whose trees are given, by this model or another."""
        published = document.published
        mentions = resolve_mentions(analysis, self.world, published)
        times = find_times(document.text, published, clause_tense(analysis))
        statements = find_statements(analysis, mentions, self.cues, published, times)
        mentions = with_speakers(mentions, statements)
        clock = Clock(analysis, times, published)
        events = code_events(analysis, mentions, self.codebook, clock, statements, self.relations, self.weights)
        events = place_events(analysis, events, self.gazetteer, mentions)
        positions = take_positions(analysis, mentions, self.codebook, self.stances, events, statements, published)
        countries = {i: a.country for i, a in mentions.actors.items()}
        stamped = msgspec.structs.replace(
            document, coder=self.name, codebook=self.codebook.version,
            model=self.language.name if self.relations is None else f"{self.language.name}+{self.relations.name}",
        )
        named = mentions.records()
        used = {m.actor for m in named} | {p.actor for e in events for p in (*e.actors, *e.recipients)}
        used |= {p.actor for s in statements for p in (*s.speakers, *s.addressees)} | {p.holder.actor for p in positions}
        return Record(
            document=stamped, mentions=named, actors=tuple(_actors(mentions, used)), events=events, statements=statements,
            positions=positions, disagreements=find_disagreements(positions, countries),
            roles=find_roles(analysis, mentions, statements, published), problems=tuple(problems),
        )  # fmt: skip

    def code_safely(self, document: Document, problems: Sequence[Problem] = ()) -> Record:
        """As :meth:`code`, but a document that makes coding fail becomes a record with a problem: one never stops a run."""
        try:
            return self.code(document, problems)
        except Exception as error:
            problem = Problem(code="coding-failed", message=f"{document.id}: {type(error).__name__}: {error}")
            return Record(document=document, problems=(*problems, problem))


Item = tuple[Document, Sequence[Problem], bool]
"""A document, its problems, and whether it could be read at all."""


def code_many(
    items: Iterable[Item], *, workers: int, chunk: int = 8, codebooks: Sequence[str] = (), actors: str | None = None
) -> Iterator[Record]:
    """Code documents in worker processes, in order; four chunks a worker are held at most.

    Args:
        items: Read lazily; one that could not be read passes through as an empty record.
        workers: Processes; the records do not depend on their number.
        chunk: Documents handed to a worker at a time.
        codebooks, actors: See :meth:`Coder.load`. They are read here first, so that a mistake in them is told and not lost in a worker.
    """
    from concurrent.futures import ProcessPoolExecutor

    if codebooks:
        Codebook.load(codebooks)
    if actors is not None:
        with_own(ActorTable.load(), Leaders.load(), read_own_tables(actors))
    source = iter(items)
    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(tuple(codebooks), actors)) as pool:
        waiting: deque[Future[list[Record]]] = deque()
        while True:
            while len(waiting) < workers * 4 and (batch := list(islice(source, chunk))):
                waiting.append(pool.submit(_code_chunk, batch))
            if not waiting:
                return
            yield from waiting.popleft().result()


def clause_tense(analysis: Analysis) -> ClauseTense:
    """A function from a character offset to the tense of the clause there, for the calendar."""
    return ClauseTense(analysis)


class ClauseTense:
    """Tense at a place in the text: ``past``, ``present`` or ``future``."""

    def __init__(self, analysis: Analysis) -> None:
        self._a = analysis
        self._starts = [s[0] for s in analysis.span]

    def __call__(self, offset: int) -> str:
        import bisect

        a = self._a
        i = min(max(0, bisect.bisect_right(self._starts, offset) - 1), len(a) - 1)
        if i < 0:
            return "past"
        for k in (i, *a.ancestors(i)):
            if a.upos[k] not in ("VERB", "AUX", "ADJ", "NOUN") or (a.upos[k] == "NOUN" and not a.kids(k, "cop")):
                continue
            helpers = {a.form[c].lower() for c in a.kids(k, "aux", "aux:pass", "cop")}
            if helpers & {"will", "shall", "'ll", "’ll", "would", "wo"}:
                return "future"
            if a.feature(k, "VerbForm") == "Inf" and a.xpos[k] == "VB" and not helpers - {"to"}:
                return "future"
            if a.feature(k, "Tense") == "Past" or helpers & {"was", "were", "had", "did", "has", "have"}:
                return "past"
            if a.feature(k, "Tense") == "Pres" or helpers:
                return "present"
        return "past"


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold off the garbage collector: tables make a million objects that all stay, and it would look through them again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


_worker: Coder | None = None


def _start_worker(codebooks: Sequence[str], actors: str | None) -> None:
    import signal

    global _worker  # one coder a process, made when the process starts
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _worker = Coder.load(codebooks, actors=actors)
    gc.freeze()  # the tables stay as long as the process


def _code_chunk(batch: list[Item]) -> list[Record]:
    assert _worker is not None
    return [_worker.code_safely(d, p) if readable else Record(document=d, problems=tuple(p)) for d, p, readable in batch]


def with_speakers(mentions: Mentions, statements: Sequence[Statement]) -> Mentions:
    """Give 'we' and 'our' in each statement to who makes it, innermost statements first."""
    extents = [(b - a, a, b, s) for s in statements for a, b in s.content if s.speakers and s.speakers[0].actor in mentions.actors]
    for _, a, b, statement in sorted(extents, key=lambda e: e[:3]):
        mentions = mentions.with_speaker((a, b), mentions.actors[str(statement.speakers[0].actor)])
    return mentions


def _actors(mentions: Mentions, used: set[str | None]) -> Iterator[Actor]:
    for key, actor in mentions.actors.items():
        if key in used:
            yield actor

