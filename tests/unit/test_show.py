"""A record shows itself in a Python prompt and in a notebook, and nothing of a document's is taken for markup."""

from __future__ import annotations

import dragoman
from dragoman.records import Document, Event, Participant, Problem, Record, Trigger

TEXT = "<script>alert(1)</script> & Chad\x1b[31m \u202eaccused\n<b>Niger</b>"


def event(n: int, actor: str | None = "TCD") -> Event:
    a, b, c = TEXT.index("Chad"), TEXT.index("accused"), TEXT.index("<b>Niger")
    return Event(
        id=f"e{n}", type="ACCUSE", modes=("allege",), actors=(Participant(actor=actor, span=(a, a + 9), text=TEXT[a : a + 9]),),
        recipients=(Participant(actor=None, span=(c, len(TEXT)), text=TEXT[c:]),), trigger=Trigger(span=(b, b + 7), text="accused"),
        sentence=(0, len(TEXT)), sentence_index=0, confidence=0.5,
    )  # fmt: skip


def record(*events: Event) -> Record:
    problems = (Problem(code="no-date", message="<i>none</i>"),)
    return Record(document=Document(id="<a>\x07", text=TEXT), events=events, problems=problems)


def test_a_prompt_shows_a_few_lines() -> None:
    shown = repr(record(event(1)))
    assert "e1 ACCUSE-allege: TCD → <b>Niger</b> [actual, reporter, 0.50]" in shown
    assert "problem no-date" in shown
    assert not any(ord(c) < 32 and c != "\n" for c in repr(record(event(1, actor=None)))) and "\u202e" not in shown


def test_a_notebook_shows_tables_and_escapes_everything() -> None:
    shown = record(event(1, actor=None))._repr_html_()
    assert "<caption>Events</caption>" in shown and "<td>ACCUSE-allege</td>" in shown
    assert "&lt;b&gt;Niger&lt;/b&gt;" in shown and "&lt;a&gt;" in shown and "&lt;i&gt;none" in shown
    assert not any(tag in shown for tag in ("<script", "<b>", "<i>", "<a>", "\x1b", "\x07"))
    assert "Statements" not in shown  # no table without rows


def test_long_records_are_cut() -> None:
    many = record(*(event(n) for n in range(50)))
    assert repr(many).count("\n  e") == 20 and "and 30 more" in repr(many)
    assert many._repr_html_().count("<tr><td>") == 20 and "and 30 more" in many._repr_html_()


def test_another_language_gives_an_empty_record_that_says_so() -> None:
    text = "Der Minister sagte, dass die Truppen nicht abgezogen werden und dass es keine Gespräche mit der Regierung gibt."
    found = dragoman.code(text, published="2024-03-14")
    assert found.document.text == text and found.document.language == "de" and not found.events and not found.statements
    assert [p.code for p in found.problems] == ["not-english"]
