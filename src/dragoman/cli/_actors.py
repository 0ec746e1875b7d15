"""``dragoman actors``: look up actors, resolve mentions, bring a user's own office holders."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import QueryError

if TYPE_CHECKING:
    from dragoman.world.actors import ActorTable
    from dragoman.world.imports import Outcome
    from dragoman.world.leaders import Leaders
    from dragoman.world.own import OwnTables

actors_app = typer.Typer(no_args_is_help=True, help="Look up and resolve political actors, and bring your own.")

OwnActors = Annotated[str | None, typer.Option("--actors", help="A folder with actors and office holders of your own.")]
_SHOWN = 20
"""Findings that a terminal gets; the report has all."""


@actors_app.command("find")
def actors_find(name: Annotated[str, typer.Argument(help="A name or part of one.")], actors: OwnActors = None) -> None:
    """Find actors by name, and people who held an office.

    Examples:

        dragoman actors find senate

        dragoman actors find "african union"

        dragoman actors find otieno --actors people
    """
    rows = find_actors(name, actors)
    for row in rows:
        print("\t".join(row))
    if not rows:
        raise QueryError(f"no actor has {name!r} in a name")


@actors_app.command("show")
def actors_show(id: Annotated[str, typer.Argument(help="An actor's id, such as FRA-SEN.")], actors: OwnActors = None) -> None:
    """Show an actor: names, sectors, who held its offices.

    Examples:

        dragoman actors show FRA

        dragoman actors show FRA-SEN
    """
    for line in show_actor(id, actors):
        print(line)


@actors_app.command("import")
def actors_import(
    file: Annotated[str, typer.Argument(help="The list: REIGN, Archigos, Popolo JSON, or results of a query to Wikidata (JSON or CSV).")],
    into: Annotated[str, typer.Option("--into", help="Your folder, made where there is none; --actors takes it.")],
    format: Annotated[str, typer.Option("--format", help="reign, archigos, popolo, wikidata; auto: by its columns or keys.")] = "auto",
    prefer: Annotated[str | None, typer.Option("--prefer", help="theirs or ours: which side wins where they differ; without it theirs is left out.")] = None,
    country: Annotated[str | None, typer.Option("--country", help="Popolo alone: ISO code of the state whose parliament and government it is.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="YYYY-MM-DD, the day to which the list is kept; the latest date in it otherwise.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be done; write nothing.")] = False,
) -> None:
    """Bring office holders from a public list into a folder of your own; what says otherwise than ours is reported, not written.

    Examples:

        dragoman actors import reign_leaders.csv --into people --dry-run

        dragoman actors import query.json --into people

        dragoman actors import ep-popolo-v1.0.json --into people --country KEN

        dragoman code report.txt --actors people
    """
    import datetime as dt

    from dragoman.exchange._codes import Countries
    from dragoman.world.imports import import_list

    alpha2 = {row.iso2: row.iso3 for row in Countries.load().rows if row.iso2}
    outcome = import_list(
        file, into, format=format, prefer=prefer, country=country, as_of=as_of, dry_run=dry_run, today=dt.date.today().isoformat(), alpha2=alpha2
    )
    for line in import_lines(outcome, file, all=dry_run):
        print(line)
    print(_summary(outcome, file, into, dry_run), file=sys.stderr)


def import_lines(outcome: Outcome, file: str, *, all: bool) -> list[str]:
    """A line for each finding with its file and line, the first few alone unless ``all`` are asked for."""
    from dragoman.cli._pretty import visible

    out = []
    for f in outcome.findings if all else outcome.findings[:_SHOWN]:
        term = " ".join(x for x in (f.person, f.office, f.actor, f"{f.start or '?'} to {f.end or 'open'}" if f.start or f.end else "") if x)
        where = f"{file}:{f.line}" if f.line else file
        out.append(visible(f"{where}: {f.kind}: {term}; {f.against}: {f.outcome}"))
    return out


def _summary(outcome: Outcome, file: str, into: str, dry_run: bool) -> str:
    if outcome.again:
        return f"dragoman: {file}: is in {into} already, imported in this way; nothing is changed"
    left = sum(f.outcome in ("left out", "ours kept") for f in outcome.findings)
    taken = len(outcome.findings) - left
    verb = "would be" if dry_run else "are"
    report = "" if dry_run or not outcome.findings else f"; all are in {into}/conflicts.tsv"
    return (
        f"dragoman: {file}: {len(outcome.rows)} terms {verb} in {into}, {outcome.known} were known already, {left} {verb} left out, "
        f"{taken} {verb} taken though they differ{report}"
    )


def _tables(folder: str | None) -> tuple[ActorTable, Leaders, OwnTables | None]:
    from dragoman.world.actors import ActorTable
    from dragoman.world.leaders import Leaders
    from dragoman.world.own import read_own_tables, with_own

    actors, leaders = ActorTable.load(), Leaders.load()
    if folder is None:
        return actors, leaders, None
    own = read_own_tables(folder)
    return *with_own(actors, leaders, own), own


def find_actors(name: str, folder: str | None = None) -> list[tuple[str, ...]]:
    """Id, name, country and sectors of actors with ``name`` in one of their names; of people of a folder also their office and its dates."""
    table, leaders, own = _tables(folder)
    low = name.casefold()
    ids = dict.fromkeys(n.actor for n in table.names if low in n.name.casefold())
    rows = [table.by_id[i] for i in ids if i in table.by_id]
    found = [(r.id, r.name, r.country or "", ",".join(r.sectors)) for r in rows]
    ours = frozenset(own.leaders) if own is not None else frozenset()
    people = [t for t in leaders.rows if t in ours and any(low in n.casefold() for n in (t.person, *t.names))]
    return [*found, *((t.actor, t.person, t.office, f"{t.start} to {t.end or '(not known to have ended)'}", t.source) for t in people)]


def show_actor(id: str, folder: str | None = None) -> list[str]:
    """An actor as lines of text."""
    table, leaders, own = _tables(folder)
    row = table.by_id.get(id)
    if row is None:
        raise QueryError(f"no actor has the id {id!r}; look for one with: dragoman actors find NAME")
    out = [f"{row.id}  {row.name}", f"  kind {row.kind}, country {row.country or '-'}, sectors {','.join(row.sectors) or '-'}, source {row.source}"]
    names = dict.fromkeys(f"{n.name} ({n.kind})" for n in table.names if n.actor == id)
    out.append("  names: " + ", ".join(names))
    ours = frozenset(own.leaders) if own is not None else frozenset()
    for term in leaders.rows:
        if term.actor == id:
            told = f" [{term.source}]" if term in ours else ""
            out.append(f"  {term.office}: {term.person}, {term.start or '?'} to {term.end or '(not known to have ended)'}{told}")
    return out
