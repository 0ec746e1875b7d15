"""``dragoman evaluate``: gold against a run, as text or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.errors import QueryError

if TYPE_CHECKING:
    from dragoman.evaluate import Evaluation, Gold

FORMATS = ("table", "json")
_TITLES = {"events": "Events", "statements": "Statements", "positions": "Positions", "pairs": "Relations of marked pairs"}
_WIDE = 150
"""Characters of a text that are shown on one line."""


def evaluate(
    gold: Annotated[str, typer.Argument(help="Gold as JSONL: docs/evaluate.md.")],
    run: Annotated[str, typer.Argument(help="What dragoman code --format jsonl, or dragoman relate, wrote.")],
    baseline: Annotated[str | None, typer.Option("--baseline", help="Another run over the same: say what changed.")] = None,
    format: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
    errors: Annotated[int, typer.Option("--errors", min=0, help="How many of the worst errors, and changes of a kind, the table shows.")] = 10,
    codebook: Annotated[list[str] | None, typer.Option("--codebook", help="The codebook of your own that gold was made with.")] = None,
) -> None:
    """Hold a run against gold: precision, recall and F1 by type, confusion, calibration, the worst errors, with 95% intervals.

    Examples:

        dragoman evaluate gold.jsonl run.jsonl

        dragoman evaluate gold.jsonl run.jsonl --baseline last-week.jsonl

        dragoman evaluate pairs.jsonl answers.jsonl --format json
    """
    from dragoman.cli._app import _writing

    if format not in FORMATS:
        raise QueryError(f"format {format!r}: accepted are {', '.join(FORMATS)}")
    found = figures(gold, run, baseline, codebook or ())
    with _writing(None) as stream:
        if format == "json":
            import msgspec

            stream.write(msgspec.json.format(msgspec.json.encode(found), indent=1).decode("utf8") + "\n")
        else:
            stream.writelines(line + "\n" for line in table(found, errors))


def figures(gold: str, run: str, baseline: str | None = None, codebook: Sequence[str] = ()) -> dict[str, Any]:
    """All figures of a run, with ``changes`` where a baseline is given.

    Raises:
        TextError: A file can't be read, or a line of it is not as it should be.
        ResourceError: The codebook is broken.
    """
    from dragoman.codebook import Codebook
    from dragoman.evaluate import compare, read_gold

    types = {name: tuple(t.modes) for name, t in Codebook.load(codebook).types.items()}
    read = read_gold(gold, types)
    newer = _evaluated(read, run)
    out = newer.figures()
    if baseline is not None:
        out["changes"] = compare(newer, _evaluated(read, baseline))
    return out


def _evaluated(gold: Gold, run: str) -> Evaluation:
    from dragoman.evaluate import evaluate_documents, evaluate_pairs, read_records, read_relations

    if gold.pairs:
        return evaluate_pairs(gold, read_relations(run, gold), run)
    return evaluate_documents(gold, read_records(run, gold), run)


def table(found: Mapping[str, Any], errors: int) -> Iterator[str]:
    """The figures as lines of text.

    Args:
        found: See :func:`figures`.
        errors: How many errors, and changes of a kind, to show.
    """
    yield f"{Path(found['run']).name} against {Path(found['gold']).name}: {found['units']} {found['unit']}"
    if found["absent"]:
        names = ", ".join(_plain(i) for i in found["absent"][:5])
        yield f"not in the run, or not coded: {len(found['absent'])} ({names}{', …' if len(found['absent']) > 5 else ''}); what they hold counts as missed"
    if found["units"] < 2:
        yield f"no intervals: they need two {found['unit']} at least"
    for kind, title in _TITLES.items():
        if kind in found:
            yield ""
            yield from _part(found[kind], title, errors)
    if "changes" in found:
        for kind, title in _TITLES.items():
            if kind in found["changes"]:
                yield ""
                yield from _changes(found["changes"][kind], title, found["changes"]["baseline"], errors)


def _part(part: Mapping[str, Any], title: str, errors: int) -> Iterator[str]:
    yield f"== {title}"
    header = ("", "required", "found", "coded", "wrong", "precision", "recall", "F1")
    rows = [_rates(name, entry) for name, entry in part["types"].items()] if len(part["types"]) > 1 else []
    yield from _aligned([header, *rows, _rates("all", part["all"])])
    if "macro_f1" in part:
        yield f"macro-F1 {_value(part['macro_f1'])}"
    shares = {name: entry for name, entry in part["shares"].items() if entry["of"]}
    if shares:
        yield ""
        yield "Right, where type and trigger are:" if title == "Events" else "Right:"
        yield from _aligned([(name, _value(entry), f"{entry['right']} of {entry['of']}") for name, entry in shares.items()])
    if part["confusion"]:
        yield ""
        yield "Confusion of types (gold: coded as)"
        yield from _confused(part["confusion"])
    if any(set(row) - {gold} for gold, row in part["status"].items()):
        yield ""
        yield "Confusion of status (gold: coded as)"
        yield from _confused(part["status"])
    if part["calibration"] and part["calibration"]["bins"]:
        yield ""
        yield f"Calibration: expected error {_value(part['calibration']['error'])}"
        yield from _aligned([
            ("confidence", "number", "mean", "right"),
            *((f"{b['from']:.1f} to {b['to']:.1f}", str(b["number"]), f"{b['confidence']:.2f}", f"{b['right']:.2f}") for b in part["calibration"]["bins"]),
        ])  # fmt: skip
    yield from _worst(part, errors)


def _worst(part: Mapping[str, Any], errors: int) -> Iterator[str]:
    if errors and part["missed"]:
        yield ""
        yield "Missed, the most frequent kinds first"
        for kind in part["missed"][:errors]:
            yield f"  {kind['number']} × {kind['type']}, {kind['fault']}"
            for line in kind["lines"][:2]:
                got = f"; got {_plain(line['got'])}" if line["got"] else ""
                yield f"      {_plain(line['document'])} {line['id']}: {_plain(line['said'])}{got}"
                if line["text"]:
                    yield f"        {_cut(line['text'])}"
    if errors and part["extra"]:
        yield ""
        yield "Wrong though sure, the surest first"
        for extra in part["extra"][:errors]:
            yield f"  {extra['confidence']:.2f} {_plain(extra['document'])}: {_plain(extra['got'])}"
            if extra["text"]:
                yield f"        {_cut(extra['text'])}"


def _changes(changes: Mapping[str, Any], title: str, baseline: str, errors: int) -> Iterator[str]:
    yield f"== {title}: changes since {Path(baseline).name}"
    yield ", ".join(f"{name} {_value(entry, signed=True)}" for name, entry in changes["difference"].items())
    for name in ("fixed", "broken", "changed"):
        lines = changes[name]
        yield f"{name}: {len(lines)}"
        for line in lines[:errors]:
            yield f"  {_plain(line['document'])} {line['id']}: {_plain(line['said'])}"
            yield f"        {_plain(line['before']) or 'nothing'}  =>  {_plain(line['got']) or 'nothing'}"
    for name, words in (("new_extra", "new mistakes"), ("gone_extra", "mistakes gone")):
        yield f"{words}: {len(changes[name])}"
        for extra in changes[name][:errors]:
            yield f"  {_plain(extra['document'])}: {_plain(extra['got'])}"


def _rates(name: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    counts = (str(entry[k]) for k in ("required", "found", "coded", "wrong"))
    return (name, *counts, *(_value(entry[k]) for k in ("precision", "recall", "f1")))


def _value(entry: Mapping[str, Any], *, signed: bool = False) -> str:
    """A figure with its interval: ``.812 (.770 to .851)``; a dash where there is nothing to divide by."""
    if entry["value"] is None:
        return "-"
    form = "+.3f" if signed else ".3f"
    low_high = entry["interval"]
    shown = f" ({low_high[0]:{form}} to {low_high[1]:{form}})" if low_high else ""
    return f"{entry['value']:{form}}{shown}"


def _confused(rows: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    yield from _aligned([(gold, ", ".join(f"{coded} {n}" for coded, n in row.items())) for gold, row in sorted(rows.items())], left=2)


def _aligned(rows: Sequence[Sequence[str]], left: int = 1) -> Iterator[str]:
    """Rows in columns, the first ``left`` of them set to the left, the others to the right."""
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    for row in rows:
        yield ("  " + "  ".join(c.ljust(w) if k < left else c.rjust(w) for k, (c, w) in enumerate(zip(row, widths, strict=True)))).rstrip()


def _cut(text: str) -> str:
    """A text on one line, around its bracketed part where it is long."""
    at = text.find("[")
    start = max(0, min(at - _WIDE // 2, len(text) - _WIDE)) if at >= 0 else 0
    return _plain(("…" if start else "") + text[start : start + _WIDE] + ("…" if len(text) > start + _WIDE else ""))


def _plain(text: str) -> str:
    from dragoman.cli._pretty import visible

    return visible(text)
