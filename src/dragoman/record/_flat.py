"""The flat tables, as SQL over the nested rows of one data file (``part``): a row per document, event, statement, position, actor.

Columns are the same in every table where they mean the same: ``key`` (of the coding), ``document``, ``published``, ``publisher``, ``url``,
``coder``, ``codebook``, ``model``. Actors are lists of ids; ``..._states`` is the state that each acts for: a state itself, its organs, and
people in its service, so that a question about a state finds them all.
"""

from __future__ import annotations

VERSION = 1
"""Of these tables: another number makes them all again from the nested rows."""

STATE_SECTORS = ("GOV", "LEG", "JUD", "MIL", "COP", "SPY")
"""Who, with one of these as primary sector, acts for the state."""

_PROVENANCE = """
    key, document.id AS document, TRY_CAST(document.published AS DATE) AS published, document.publisher AS publisher, document.url AS url,
    document.coder AS coder, document.codebook AS codebook, document.model AS model"""


def _known(ids: str) -> str:
    """The actors' records for a list of ids, in its order."""
    return f"list_transform({ids}, lambda i: list_filter(actors, lambda known: known.id = i)[1])"


def _state(record: str) -> str:
    """The state that an actor acts for, or null."""
    sectors = ", ".join(f"'{s}'" for s in STATE_SECTORS)
    return (
        f"CASE WHEN {record}.id = {record}.country OR starts_with({record}.id, {record}.country || '-')"
        f" OR {record}.sectors[1] IN ({sectors}) THEN {record}.country END"
    )


def _party(name: str, ids: str) -> str:
    """Columns for a list of participants: ids, and what is known of each."""
    known = _known(ids)
    return f"""
    {ids} AS {name}s,
    list_transform({known}, lambda r: r.name) AS {name}_names,
    list_transform({known}, lambda r: r.country) AS {name}_countries,
    list_transform({known}, lambda r: {_state("r")}) AS {name}_states,
    list_distinct(flatten(list_transform({known}, lambda r: coalesce(r.sectors, [])))) AS {name}_sectors"""


def _cut(span: str) -> str:
    """The words of a span of the document."""
    return f"substring(document.text, {span}[1] + 1, {span}[2] - {span}[1])"


def _day(text: str) -> str:
    return f"TRY_CAST(substring({text}, 1, 10) AS DATE)"


def _ids(participants: str) -> str:
    """Ids of participants; one that nobody is known to be keeps an empty place."""
    return f"list_transform({participants}, lambda who: who.actor)"


DOCUMENTS = f"""
SELECT {_PROVENANCE}, document_key, coded_at, schema, document.title AS title, document.language AS language, length(document.text) AS characters,
    len(events) AS events, len(statements) AS statements, len(positions) AS positions, list_transform(problems, lambda found: found.code) AS problems
FROM part"""

EVENTS = f"""
WITH each AS (SELECT *, unnest(part.events) AS e FROM part)
SELECT {_PROVENANCE}, e.id AS event, e.type AS type, e.modes AS modes, e.cameo AS cameo, e.goldstein AS goldstein, e.contexts AS contexts,
    e.quad AS quad, e.score AS score, {_party("actor", _ids("e.actors"))},
    list_transform(e.actors, lambda who: who.text) AS actor_texts, {_party("recipient", _ids("e.recipients"))},
    list_transform(e.recipients, lambda who: who.text) AS recipient_texts,
    e.trigger.text AS trigger, e.trigger.span AS trigger_span, {_cut("e.sentence")} AS sentence, e.sentence[1] AS sentence_start,
    e.sentence_index AS sentence_index, e.status AS status, e.standing AS standing, e.statement AS statement,
    {_ids("list_filter(statements, lambda said: said.id = e.statement)[1].speakers")} AS speakers, e.same_as AS same_as,
    {_day("e.date.start")} AS date_start, {_day("e.date.end")} AS date_end, e.date.precision AS date_precision, e.date.basis AS date_basis,
    coalesce({_day("e.date.start")}, TRY_CAST(document.published AS DATE)) AS day,
    {_day("e.about.start")} AS about_start, {_day("e.about.end")} AS about_end,
    e.place.name AS place, e.place.country AS place_country, e.place.admin1 AS admin1, e.place.geonames AS geonames, e.place.lat AS lat,
    e.place.lon AS lon, e.place.precision AS place_precision, e.magnitude AS magnitude, e.theme.text AS theme, e.theme.event AS theme_event,
    e.confidence AS confidence
FROM each ORDER BY day"""

STATEMENTS = f"""
WITH each AS (SELECT *, unnest(part.statements) AS s FROM part)
SELECT {_PROVENANCE}, s.id AS statement, {_party("speaker", _ids("s.speakers"))}, list_transform(s.speakers, lambda who: who.text) AS speaker_texts,
    s.vehicle.text AS vehicle, s.cue.text AS cue, s.cue.class AS cue_class, s.cue.negated AS negated, s.cue.modality AS modality,
    array_to_string(list_transform(s.content, lambda c: {_cut("c")}), ' ... ') AS content, s.content AS content_spans,
    len(s.verbatim) > 0 AS verbatim, s.kind AS kind, {_ids("s.addressees")} AS addressees, s.parent AS parent, s.venue AS venue,
    s.occasion AS occasion, {_day("s.date.start")} AS date_start,
    coalesce({_day("s.date.start")}, TRY_CAST(document.published AS DATE)) AS day, s.confidence AS confidence
FROM each ORDER BY day"""

POSITIONS = f"""
WITH each AS (SELECT *, unnest(part.positions) AS p FROM part),
known AS (SELECT *, list_filter(actors, lambda known: known.id = p.holder.actor)[1] AS h FROM each)
SELECT {_PROVENANCE}, p.id AS position, p.holder.actor AS holder, h.name AS holder_name, h.country AS holder_country, {_state("h")} AS holder_state,
    coalesce(h.sectors, []) AS holder_sectors, p.holder.quantifier AS quantifier, p.holder.except AS exceptions, p.stance AS stance, p.verb AS verb,
    p.question.key AS question, p.question.predicate AS predicate, p.question.object AS object, p.question.text AS question_text,
    {_day("p.as_of")} AS as_of, coalesce({_day("p.as_of")}, TRY_CAST(document.published AS DATE)) AS day, p.tense AS tense,
    p.condition AS condition, p.strength AS strength, p.change AS change, p.statement AS statement, p.standing AS standing,
    {_ids("list_filter(statements, lambda said: said.id = p.statement)[1].speakers")} AS speakers, p.evidence.events AS evidence_events,
    array_to_string(list_transform(p.evidence.spans, lambda c: {_cut("c")}), ' ... ') AS evidence, p.confidence AS confidence
FROM known ORDER BY day"""


def _each(items: str, participants: str) -> str:
    """The ids of the participants of a document's items in one list, each as often as there are items that it takes part in."""
    return f"flatten(list_transform({items}, lambda item: list_distinct({_ids(participants)})))"


def _counted(ids: str) -> str:
    """How often the actor ``a`` is in a list of ids."""
    return f"len(list_filter({ids}, lambda id: id = a.id))"


ACTORS = f"""
WITH told AS (SELECT * EXCLUDE (events, statements, positions), {_each("events", "item.actors")} AS acting,
    {_each("events", "item.recipients")} AS receiving, {_each("statements", "item.speakers")} AS speaking,
    list_transform(positions, lambda item: item.holder.actor) AS holding FROM part),
each AS (SELECT * EXCLUDE (actors), unnest(actors) AS a FROM told)
SELECT {_PROVENANCE}, a.id AS actor, a.name AS name, a.country AS country, {_state("a")} AS state, a.claimed_by AS claimed_by, a.group AS "group",
    a.sectors AS sectors, a.role AS role, a.wikidata AS wikidata, {_counted("acting")} AS acts, {_counted("receiving")} AS receives,
    {_counted("speaking")} AS statements, {_counted("holding")} AS positions
FROM each"""

TABLES = {"documents": DOCUMENTS, "events": EVENTS, "statements": STATEMENTS, "positions": POSITIONS, "actors": ACTORS}
