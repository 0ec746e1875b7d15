"""``dragoman codebook``: show what is coded as what, check our frames, test a user's own."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import QueryError, ResourceError

if TYPE_CHECKING:
    from dragoman.codebook import Codebook, EventType, Frame
    from dragoman.coder import Coder

codebook_app = typer.Typer(no_args_is_help=True, help="See, check and extend what is coded as which event.")

OwnCodebooks = Annotated[list[str] | None, typer.Option("--codebook", help="A file with frames, types or operators of your own; may be repeated.")]


@codebook_app.command("show")
def codebook_show(
    what: Annotated[str, typer.Argument(help="An event type, a frame's id, or a verb, noun or adjective.")], codebook: OwnCodebooks = None
) -> None:
    """Show an event type with its frames, a frame with its examples, or all that a word can mean.

    Examples:

        dragoman codebook show SANCTION

        dragoman codebook show accuse.accuse

        dragoman codebook show refuse
    """
    from dragoman.codebook import Codebook

    for line in show_lines(what, Codebook.load(codebook or ())):
        print(line)


@codebook_app.command("check")
def codebook_check(
    list: Annotated[bool, typer.Option("--list", help="Print each sentence that does not hold.")] = False,
    type: Annotated[str | None, typer.Option("--type", help="Only the frames of this event type; floors are not looked at.")] = None,
) -> None:
    """Run the examples and counter-examples of all our frames; exit status 1 where fewer hold than the floors say.

    Examples:

        dragoman codebook check

        dragoman codebook check --type AID --list
    """
    from dragoman.codebook.check import main

    status = main([*(["--list"] if list else []), *(["--type", type] if type is not None else [])])
    if status:
        raise typer.Exit(status)


@codebook_app.command("test")
def codebook_test(file: Annotated[str, typer.Argument(help="A codebook of your own (TOML).")]) -> None:
    """Run the examples and counter-examples of a file of your own; exit status 1 where one does not hold.

    Examples:

        dragoman codebook test land.toml
    """
    from dragoman.coder import Coder

    failed = 0
    for line, holds in test_lines(file, Coder.load()):
        print(line)
        failed += not holds
    if failed:
        raise typer.Exit(1)


def with_codebook(coder: Coder, codebook: Codebook) -> Coder:
    """The coder with another codebook, without loading the rest again."""
    import dataclasses

    return dataclasses.replace(coder, codebook=codebook)


def test_lines(file: str, coder: Coder) -> Iterator[tuple[str, bool]]:
    """A line for each example and counter-example of a user's file that does not hold, then a summary; each with whether it is good.

    Raises:
        ResourceError: The file is broken, an example has a mark that is not closed, or no frame is in it.
    """
    from dragoman.codebook import Codebook, read_own
    from dragoman.codebook.check import check_frames, read_marks

    own = read_own(file)
    codebook = Codebook.load([file])
    if not own.frames:
        raise ResourceError(f"{file}: has no [[frame]] to test")
    for frame in own.frames:
        for example in frame.examples:
            try:
                read_marks(example)
            except ValueError as error:
                raise ResourceError(f"{file}, {frame.id}: {error}; accepted are examples with the {{actor}}, <recipient> and [trigger] marked") from error
    held = total = 0
    for outcome in check_frames(own.frames, with_codebook(coder, codebook)):
        total += 1
        held += outcome.why is None
        if outcome.why is not None:
            yield f"{outcome.frame.id}: {outcome.kind}: {outcome.sentence}\n    {outcome.why}", False
    for frame in own.frames:
        if not frame.examples or not frame.counter:
            yield f"{frame.id}: has no {'examples' if not frame.examples else 'counter-examples'}", True
    yield f"{held} of {total} sentences hold, in {len(own.frames)} frames; {codebook.version}", True


def show_lines(what: str, codebook: Codebook) -> list[str]:
    """What the codebook says of a type (in capitals), a frame's id or a predicate, as lines of text.

    Raises:
        QueryError: It has nothing of that name; the message says what comes near.
    """
    if what in codebook.types:
        return _type_lines(codebook.types[what], codebook)
    frame = next((f for f in codebook.frames if f.id == what), None)
    if frame is not None:
        return _frame_lines(frame)
    lines = [*_predicate_lines(what.casefold(), codebook), *_unframed_lines(what.casefold(), codebook)]
    if lines:
        return lines
    if what.upper() in codebook.types:
        return _type_lines(codebook.types[what.upper()], codebook)
    words = [w for f in codebook.frames for w in (*f.verbs, *f.nouns, *f.adjectives)] + [lemma for _, lemma in codebook.operators.by_lemma]
    near = difflib.get_close_matches(what, sorted({*codebook.types, *words, *(f.id for f in codebook.frames)}), 5)
    raise QueryError(f"no type, frame or predicate is called {what!r}{'; near are ' + ', '.join(near) if near else ''}")


def _type_lines(entry: EventType, codebook: Codebook) -> list[str]:
    out = [f"{entry.name}  {entry.quad}, score {entry.score:g}{', a recipient is required' if entry.recipient_required else ''}"]
    out += [f"  mode {mode}: score {score:g}" for mode, score in entry.modes.items()]
    frames = [f for f in codebook.frames if f.type == entry.name]
    out.append(f"  {len(frames)} frames:")
    out += [f"    {f.id}  {'/'.join(f.modes) or '-'}  {_words(f)}" for f in frames]
    return out


def _words(frame: Frame) -> str:
    parts = (("", frame.verbs), ("noun ", frame.nouns), ("adjective ", frame.adjectives))
    return ", ".join(f"{kind}{word}" for kind, words in parts for word in words)


def _predicate_lines(lemma: str, codebook: Codebook) -> list[str]:
    out: list[str] = []
    for pos in ("verb", "noun", "adjective"):
        operator = codebook.operators.get(pos, lemma)
        frames = codebook.frames_for(pos, lemma)
        if operator is None and not frames:
            continue
        out.append(f"{lemma} ({pos})")
        if operator is not None:
            toward = f", toward {_slots(operator.recipient)}" if operator.recipient else ""
            out.append(f"  operator {operator.kind}{toward}{', makes an event of anything' if operator.unknown else ''}")
        for frame in frames:
            out += [f"  {line}" for line in _frame_lines(frame)]
    return out


def _unframed_lines(lemma: str, codebook: Codebook) -> list[str]:
    """Why a predicate has no frame, where that is on purpose and no file of the user's gives it one."""
    from dragoman.codebook.unframed import Unframed

    listed = Unframed.load()
    found = ((pos, listed.reason(pos, lemma)) for pos in ("verb", "noun") if not codebook.frames_for(pos, lemma))
    return [f"{lemma} ({pos}): no frame, on purpose ({reason}). {listed.why[reason]}" for pos, reason in found if reason is not None]


def _frame_lines(frame: Frame) -> list[str]:
    out = [f"{frame.id}  {'/'.join((frame.type, *frame.modes))}{f', CAMEO {frame.cameo}' if frame.cameo else ''}, confidence {frame.confidence:g}"]
    out.append(f"  words: {_words(frame)}")
    for role in ("actor", "recipient", "theme"):
        slots = getattr(frame, role)
        if slots:
            out.append(f"  {role}: {_slots(slots)}{'  (needed)' if role in frame.needs else ''}")
    if frame.reciprocal:
        out.append("  mutual: all are actors")
    for name, words in (("only with", frame.require), ("not with", frame.forbid)):
        out += [f"  {name} {slot}: {', '.join(sorted(lemmas))}" for slot, lemmas in words.items()]
    return [*out, *(f"  + {example}" for example in frame.examples), *(f"  - {counter}" for counter in frame.counter)]


def _slots(slots: Iterable[str]) -> str:
    return ", else ".join(slots)
