"""RDF, as rdflib reads it: nothing here looks at the lines themselves."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import QueryError
from dragoman.exchange import rdf
from dragoman.records import Actor, Record, coding_key, document_key
from tests.unit.record.made import accusation, all_records, event, record, stance, talks

rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed (pip install 'dragoman[dev]')")

PREFIXES = """
    PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX dct: <http://purl.org/dc/terms/> PREFIX dr: <urn:dragoman:vocab/>
    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
"""
DOCUMENT = f"urn:dragoman:document/{document_key(accusation().document)}"
CODING = f"urn:dragoman:coding/{coding_key(accusation().document)}"


def text(*records: Record, **options: str) -> str:
    stream = io.StringIO()
    assert rdf.write(records, stream, **options) == len(stream.getvalue().split("\n")) - 1
    return stream.getvalue()


def graph(*records: Record, form: str = "nt", **options: str) -> Any:
    return rdflib.Graph().parse(data=text(*records, **options), format=form)


def answers(g: Any, query: str) -> list[tuple[Any, ...]]:
    return sorted(tuple(None if v is None else v.toPython() for v in row) for row in g.query(PREFIXES + query))


def test_every_triple_is_read_as_n_triples_and_as_turtle() -> None:
    g = graph(*all_records())
    assert len(g) == len(set(text(*all_records()).splitlines()))
    assert set(g) == set(graph(*all_records(), form="turtle"))


def test_an_event_leads_to_its_words_and_to_who_coded_it() -> None:
    rows = answers(graph(*all_records()), """SELECT ?actor ?recipient ?day ?status ?standing ?label ?plan WHERE {
        ?event a dr:Event, prov:Entity ; dr:type "ASSAULT" ; dr:actor/dct:identifier ?actor ; dr:recipient/rdfs:label ?recipient ; dr:status ?status ;
            dr:standing ?standing ; sem:hasBeginTimeStamp ?begin ; prov:wasGeneratedBy ?coding . BIND(STR(?begin) AS ?day)
        ?coding a prov:Activity ; prov:used ?document ; prov:wasAssociatedWith ?coder ; prov:qualifiedAssociation/prov:hadPlan/rdfs:label ?plan .
        ?coder a prov:SoftwareAgent ; rdfs:label ?label . ?document dct:identifier "trawler" }""")  # fmt: skip
    assert rows == [("CHL-MIL", "Norway", "2022-05-03", "actual", "denied", "dragoman 0.1.0", "plover-2.0+1")]


def test_evidence_is_quoted_from_where_it_stands() -> None:
    rows = answers(graph(accusation()), """SELECT ?part ?words ?start ?end WHERE {
        ?event dr:type "ASSAULT" ; prov:wasDerivedFrom ?part . ?part prov:wasQuotedFrom ?document ; oa:hasSource ?document ;
        oa:hasSelector [ oa:exact ?words ], [ oa:start ?start ; oa:end ?end ] }""")  # fmt: skip
    whole = accusation().document.text
    assert len(rows) == 4 and all(whole[start:end] == words and part == f"{DOCUMENT}#char={start},{end}" for part, words, start, end in rows)


def test_statements_and_positions_are_their_holders() -> None:
    g = graph(*all_records())
    assert answers(g, 'SELECT ?who ?kind WHERE { ?s a dr:Statement ; prov:wasAttributedTo/dct:identifier ?who ; dr:kind ?kind }') == [
        ("NOR", "indirect"), ("~ana-rojas", "direct")]  # fmt: skip
    rows = answers(g, 'SELECT ?who ?stance WHERE { ?p a dr:Position ; dr:holder/dct:identifier ?who ; dr:stance ?stance ; dr:question "recognize(NKR)" }')
    assert len(rows) == 5 and ("NOR-LEG", "supports") in rows
    assert answers(g, "SELECT ?type WHERE { ?p a dr:Position ; dr:stance 'opposes' ; prov:wasDerivedFrom/dr:type ?type }") == [("REJECT",), ("REJECT",)]


def test_names_are_those_of_a_record_and_do_not_change() -> None:
    assert text(accusation()) == text(accusation())
    (name,) = answers(graph(accusation()), 'SELECT ?e WHERE { ?e dr:type "ACCUSE" }')
    assert name == (f"{CODING}/e1",)
    other = answers(graph(accusation(model="en-2")), 'SELECT ?e ?d WHERE { ?e dr:type "ACCUSE" ; prov:wasGeneratedBy/prov:used ?d . ?d dct:identifier ?i }')
    assert other[0][0] != name[0] and other[0][1] == DOCUMENT  # another coding of the same document
    assert {str(s).split("document/")[0] for s in graph(talks(1), base="https://example.org/news/").subjects() if "document/" in s} == {
        "https://example.org/news/"}  # fmt: skip


@pytest.mark.parametrize("base", ["", "example.org/", "https://example.org", "https://example.org/<a>/", "urn:dragoman", "javascript:alert(1)/", "https://a b/"])
def test_a_base_that_is_no_name_is_refused(base: str) -> None:
    with pytest.raises(QueryError, match="base"):
        text(talks(1), base=base)


def test_what_is_unknown_is_left_out() -> None:
    vague = event("Norway accused Chile.", "e1", "ACCUSE", ("NOR", "Norway"), None, "accused", None, cameo=None, score=None)
    g = graph(record("Norway accused Chile.", "u", None, events=(vague,)))
    asked = [answers(g, f"SELECT ?v WHERE {{ ?e a dr:Event ; {p} ?v }}") for p in ("dr:cameo", "dr:score", "sem:hasBeginTimeStamp", "sem:hasPlace")]
    assert asked == [[], [], [], []]


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back(odd: str) -> None:
    """As a name, an id, a title, an address, and quoted evidence; half a surrogate pair is no character and can't."""
    name = f"{odd}> <x> <y> .\n"
    words = f"{name} accused Chile."
    made = event(words, "e1", "ACCUSE", ("NOR", name), None, "accused", odd)
    made = msgspec.structs.replace(made, id=odd, actors=(msgspec.structs.replace(made.actors[0], actor=odd),))
    base = record(words, odd, odd, events=(), title=name, publisher=odd, url=odd)
    g = graph(msgspec.structs.replace(base, actors=(Actor(id=odd, name=name, wikidata=odd),), events=(made,)))
    whole = odd.encode("utf8", "replace").decode() == odd
    rows = answers(g, "SELECT ?id ?title ?label WHERE { ?e a dr:Event ; dr:actor ?a ; prov:wasGeneratedBy/prov:used ?d . ?d dct:identifier ?id ; "
                      "dct:title ?title . ?a rdfs:label ?label }")  # fmt: skip
    assert len(rows) == 1 and (not whole or rows == [(odd, name, name)])
    quotes = [row[0] for row in answers(g, "SELECT ?words WHERE { ?part oa:exact ?words }")]
    assert len(quotes) == 3 and (not whole or set(quotes) == {words, name, "accused"})


def test_coordinates_and_days_have_types() -> None:
    rows = answers(graph(accusation(), stance("s", "2022-01-01", ("CHL", "Chile"), "supports")), """SELECT ?lat ?day WHERE {
        ?e sem:hasPlace ?p ; sem:hasBeginTimeStamp ?d . ?p geo:lat ?lat FILTER(?d < "2022-05-04"^^xsd:date) BIND(STR(DATATYPE(?d)) AS ?day) }""")  # fmt: skip
    assert rows == [(-18.4746, "http://www.w3.org/2001/XMLSchema#date")]
