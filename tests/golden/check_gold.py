#!/usr/bin/env python3
"""Check the golden set: spans, codes, parents; print counts.

Usage: python3 tests/golden/check_gold.py
Reads <shared>/codebook/plover_codes.json when the folder `shared` lies beside the project; else checks no codes.
"""
import collections
import datetime
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
STATUS = {"actual", "negated", "future", "hypothetical", "historical"}
STANDING = {"reporter", "claim", "denied", "hearsay"}
KIND = {"direct", "indirect", "mixed"}
STANCE = {"supports", "opposes", "withholds", "neutral"}
PARTS = ("en", "kept_aside", "kept_aside_2")
MAGNITUDE = {"killed", "injured", "arrested", "abducted", "displaced", "participants", "troops", "items", "money",
             "duration", "votes"}


def load_codes():
    for up in HERE.parents:
        for base in (up, up.parent):
            path = base / "shared" / "codebook" / "plover_codes.json"
            if path.is_file():
                return json.loads(path.read_text(encoding="utf-8"))
    return None


def main():
    codes = load_codes()
    problems = []
    counts = collections.Counter()
    modes = {part: collections.Counter() for part in PARTS}
    status, standing = ({part: collections.Counter() for part in PARTS} for _ in range(2))
    per_type = {part: collections.Counter() for part in PARTS}
    required = {part: collections.Counter() for part in PARTS}
    for path in sorted(HERE.glob("*/*/expected.json")):
        part, name = path.parent.parent.name, path.parent.name
        text = (path.parent / "input.txt").read_bytes().decode("utf-8")
        gold = json.loads(path.read_text(encoding="utf-8"))

        def bad(what):
            problems.append(f"{part}/{name}: {what}")

        def span(value, where):
            if (not isinstance(value, list) or len(value) != 2 or not 0 <= value[0] < value[1] <= len(text)):
                bad(f"{where}: bad span {value}")
                return ""
            piece = text[value[0]:value[1]]
            if piece != piece.strip():
                bad(f"{where}: span begins or ends in a blank: {piece!r}")
            for at in value:
                if 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
                    bad(f"{where}: span cuts a word: {piece!r}")
            return piece

        def party(who, where):
            if not who.get("name"):
                bad(f"{where}: participant without a name")
            for code in who["country"]:
                group = codes is None or code in codes["nonstate"]
                if code and not group and not (len(code) == 3 and code.isupper()):
                    bad(f"{where}: country {code!r}")
            for code in who["sectors"]:
                if code and codes and code not in codes["sectors"]:
                    bad(f"{where}: sector {code!r}")

        try:
            datetime.date.fromisoformat(gold["published"])
        except ValueError:
            bad("published")
        for kind, key in (("event", "events"), ("statement", "statements"), ("position", "positions")):
            ids = [x["id"] for x in gold[key]]
            if len(ids) != len(set(ids)):
                bad(f"{kind} ids are not unique")
            counts[f"{part} {key}"] += len(ids)
        counts[f"{part} reports"] += 1
        counts[f"{part} words"] += len(text.split())
        for event in gold["events"]:
            where = event["id"]
            if span(event["trigger"]["span"], where) != event["trigger"]["text"]:
                bad(f"{where}: trigger text")
            if codes:
                if event["type"] not in codes["types"]:
                    bad(f"{where}: type {event['type']}")
                else:
                    for mode in event["modes"]:
                        if mode not in codes["types"][event["type"]]["modes"]:
                            bad(f"{where}: mode {event['type']}-{mode}")
                for other, _ in event.get("accept", []):
                    if other != "none" and other not in codes["types"]:
                        bad(f"{where}: accept {other}")
            for other, state in event.get("accept", []):
                if state is not None and state not in STATUS:
                    bad(f"{where}: accept status {state}")
            if event["status"] not in STATUS or event["standing"] not in STANDING:
                bad(f"{where}: status or standing")
            if not event["actors"] and not event["recipients"]:
                bad(f"{where}: nobody takes part")
            for who in event["actors"] + event["recipients"]:
                party(who, where)
            for edge in ("start", "end"):
                if event["date"] and event["date"][edge]:
                    day = datetime.date.fromisoformat(event["date"][edge])
                    if edge == "start" and day > datetime.date.fromisoformat(gold["published"]):
                        bad(f"{where}: dated after the report")
            for size in event.get("magnitude", []):
                if size["kind"] not in MAGNITUDE:
                    bad(f"{where}: magnitude {size['kind']}")
                span(size["span"], where + " magnitude")
            per_type[part][event["type"]] += 1
            required[part][event["type"]] += not event["optional"]
            status[part][event["status"]] += 1
            standing[part][event["standing"]] += 1
            for mode in event["modes"] or ["-"]:
                modes[part][event["type"], mode] += 1
        statements = {x["id"]: x for x in gold["statements"]}
        for said in gold["statements"]:
            where = said["id"]
            if not said["speakers"]:
                bad(f"{where}: no speaker")
            for who in said["speakers"]:
                party(who, where)
            for key in ("speaker_span", "cue"):
                if said[key] is not None:
                    span(said[key], f"{where} {key}")
            if not said["content"] or said["kind"] not in KIND or not isinstance(said["negated"], bool):
                bad(f"{where}: content, kind or negated")
            for piece in said["content"]:
                span(piece, f"{where} content")
            if said["parent"] is not None:
                outer = statements.get(said["parent"])
                if outer is None or outer is said:
                    bad(f"{where}: parent {said['parent']}")
                elif not all(any(a <= s and e <= b for a, b in outer["content"]) for s, e in said["content"]):
                    bad(f"{where}: not inside its parent")
        for position in gold["positions"]:
            party(position["holder"], position["id"])
            if position["stance"] not in STANCE or not {"predicate", "object", "text"} <= set(position["question"]):
                bad(f"{position['id']}: stance or question")

    print("reports, words, events, statements, positions:")
    for key in sorted(counts):
        print(f"  {key}: {counts[key]}")
    for part in PARTS:
        print(f"{part}: type, events, required; modes (an event can name several)")
        for kind in sorted(per_type[part]):
            row = ", ".join(f"{m} {n}" for (t, m), n in sorted(modes[part].items()) if t == kind)
            print(f"  {kind}: {per_type[part][kind]}, {required[part][kind]}; {row}")
        print(f"  all: {per_type[part].total()}, required {required[part].total()}")
        print("  status:", dict(status[part]), "standing:", dict(standing[part]))
    if codes:
        for kind, spec in codes["types"].items():
            for mode in spec["modes"]:
                if not any(modes[part][kind, mode] for part in PARTS):
                    print("mode without an event:", kind, mode)
    else:
        print("codes not checked (no codebook at hand)")
    for line in problems:
        print("PROBLEM", line)
    print(len(problems), "problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
