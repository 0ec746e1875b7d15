"""The record's fields are a public contract: a change is meant, and told in CHANGELOG.md under Schema."""

from __future__ import annotations

import hashlib
import inspect
from pathlib import Path

import msgspec

from dragoman import records

KNOWN = "0362a467ff0531de"
"""The hash of the fields that CHANGELOG.md tells of. When it changes: write what changed under *Schema* there, then the new hash here."""


def fields() -> str:
    """Every record's fields as they are written, in order: ``Event.id Event.type ...``."""
    kinds = [k for _, k in inspect.getmembers(records, inspect.isclass) if issubclass(k, msgspec.Struct) and not k.__name__.startswith("_")]
    return " ".join(f"{k.__name__}.{f.encode_name}" for k in kinds for f in msgspec.structs.fields(k))


def test_a_changed_field_is_noticed() -> None:
    found = hashlib.sha256(fields().encode()).hexdigest()[:16]
    assert found == KNOWN, f"records.py has other fields than CHANGELOG.md tells of; its Schema section must say what changed ({found}): {fields()}"


def test_the_changelog_has_a_place_for_it() -> None:
    text = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf8")
    assert "### Schema" in text and "### Data" in text
