"""``dragoman draw``: pictures of a record."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import _ask
from dragoman.errors import QueryError


def draw(
    kind: Annotated[str, typer.Argument(help="timeline, dyads, positions, network, map")],
    output: Annotated[str, typer.Option("--output", "-o", help="A file to write to: NAME.svg or NAME.png.")],
    record: _ask.RecordOption = "",
    actor: _ask.Actor = None,
    recipient: _ask.Recipient = None,
    involving: _ask.Involving = None,
    country: _ask.Country = None,
    sector: _ask.Sector = None,
    type: _ask.Type = None,
    mode: _ask.Mode = None,
    quad: _ask.Quad = None,
    context: _ask.Context = None,
    about: _ask.Question = None,
    stance: _ask.Stance = None,
    place: _ask.PlaceName = None,
    since: _ask.Since = None,
    until: _ask.Until = None,
    publisher: _ask.Publisher = None,
    document: _ask.DocumentId = None,
    status: _ask.Status = None,
    standing: _ask.Standing = None,
    min_confidence: _ask.Confidence = None,
    words: _ask.Words = None,
    per: Annotated[str | None, typer.Option("--per", help="timeline: day, week, month, quarter, year; without it, by the time that is covered.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="dyads, network: actor, state, country.")] = None,
    top: Annotated[int | None, typer.Option("--top", help="How many actors, questions or places to show at most; what is left out is said.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="A title of your own.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="A version's number, a date, or a time (UTC).")] = None,
    codebook: Annotated[str | None, typer.Option("--codebook", help="Look at codings by this codebook only, not at each document's latest.")] = None,
) -> None:
    """Draw a record: events over time, who acts toward whom, who stands where, on a map.

    Examples:

        dragoman draw timeline --record my-record --actor FRA -o france.svg

        dragoman draw positions --record my-record --question recognition -o board.png

        dragoman draw network --record my-record --by state --since 2024 -o network.svg
    """
    from dragoman.pictures import draw as draw_picture
    from dragoman.record import Store

    if not record:
        raise QueryError("no record: give --record DIR, or set DRAGOMAN_RECORD")
    filters = _ask.make_filters(
        actor=actor, recipient=recipient, involving=involving, country=country, sector=sector, type=type, mode=mode, quad=quad, context=context,
        question=about, stance=stance, place=place, since=since, until=until, publisher=publisher, document=document, status=status, standing=standing,
        min_confidence=min_confidence, words=words,
    )  # fmt: skip
    draw_picture(kind, Store(record, as_of=as_of, codebook=codebook), output, filters, per=per, by=by, top=top, title=title)
