"""``python tests/golden/statements/check_paragraphs.py [-v]``: the JSON beside each list of paragraphs says the same as the list; ``-v`` prints the spans."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FILES = [*sorted(HERE.glob("paragraphs_*.json")), HERE.parent / "kept_aside" / "statements" / "paragraphs.json"]
sys.path.insert(0, str(HERE.parents[2]))


def pieces(text: str, spans: list[list[int]]) -> str:
    return "|".join(text[a:b] for a, b in spans)


def within(spans: list[list[int]], outer: list[list[int]]) -> bool:
    return all(any(c <= a and b <= d for c, d in outer) for a, b in spans)


def check(item: dict[str, Any], listed: tuple[str, list[Any], list[Any]]) -> None:
    text, statements = item["text"], item["statements"]
    by_id = {s["id"]: s for s in statements}
    named = [m for s in statements for m in [*s["speakers"], s["cue"], s["vehicle"]] if m]
    assert all(text[slice(*m["span"])] == m["text"] for m in named), text
    for s in statements:
        assert within(s["verbatim"], s["content"]), text
        assert s["parent"] is None or within(s["content"], by_id[s["parent"]]["content"]), text
    must = [s["id"] for s in statements if not s["optional"]]
    said = [
        (
            "|".join(m["text"] for m in by_id[n]["speakers"]),
            pieces(text, by_id[n]["content"]),
            None if by_id[n]["parent"] is None else must.index(by_id[n]["parent"]),
            bool(by_id[n]["cue"] and by_id[n]["cue"]["negated"]),
        )
        for n in must
    ]
    held = [(pieces(text, p["holder"]["spans"]), p["stance"], p["question"]["words"]) for p in item["positions"]]
    assert (text, said, held) == listed, (text, said, held, listed)


def show(item: dict[str, Any]) -> None:
    text = item["text"]
    print("\n" + text)
    for s in item["statements"]:
        cue = s["cue"] and text[slice(*s["cue"]["span"])] + (" NEGATED" if s["cue"]["negated"] else "")
        print(f"  {s['id']} in {s['parent']} {s['kind']}: {[m['text'] for m in s['speakers']]} <{cue}> {pieces(text, s['content'])!r} verbatim {pieces(text, s['verbatim'])!r}")
    for p in item["positions"]:
        print(f"  {p['id']} in {p['statement']}: {p['holder']['text']!r} {p['stance']} {p['question']['text']!r} {p['holder']['quantifier'] or ''} {p['change'] or ''}")


def main() -> None:
    for path in FILES:
        items = json.loads(path.read_text("utf-8"))
        listed = runpy.run_path(str(path.with_suffix(".py")))["PARAGRAPHS"]
        assert len(items) == len(listed), path
        for item, row in zip(items, listed, strict=True):
            check(item, row)
            if "-v" in sys.argv:
                show(item)
        print(f"{path.parent.parent.name}/{path.name}: {len(items)} paragraphs agree")


if __name__ == "__main__":
    main()
