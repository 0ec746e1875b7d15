#!/usr/bin/env python3
"""Check the whole-article gold against the texts and the codebook; print counts by type and set.

Usage: python3 benchmarks/judged/check_articles.py
Reads the folder `shared` beside the project (or one level up): the texts and the codes. Where it is absent, says so and checks nothing.
"""
import collections
import datetime
import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
GOLD = HERE / "articles.jsonl"
STATUS = {"actual", "negated", "future", "hypothetical", "historical"}
STANDING = {"reporter", "claim", "denied", "hearsay"}
LEAST, MOST = 150, 700


def find_shared():
    for up in HERE.parents:
        for base in (up, up.parent):
            if (base / "shared" / "codebook" / "plover_codes.json").is_file():
                return base / "shared"
    return None


def by_hash(doc):
    return hashlib.sha256(("recall:" + doc).encode()).hexdigest()


def check(article, text, codes, bad):
    """One article's events against its text; `bad` takes each problem in words that quote none of the text."""

    def span(value, where):
        if (not isinstance(value, list) or len(value) != 2 or not all(type(x) is int for x in value)
                or not 0 <= value[0] < value[1] <= len(text)):
            bad(f"{where}: bad span {value}")
            return
        piece = text[value[0]:value[1]]
        if piece != piece.strip():
            bad(f"{where}: span {value} begins or ends in a blank")
        for at in value:
            if 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
                bad(f"{where}: span {value} cuts a word")

    def party(who, where):
        if not who["spans"]:
            bad(f"{where}: participant without a span")
        for value in who["spans"]:
            span(value, where)
        if not isinstance(who["required"], bool):
            bad(f"{where}: required")
        for key in ("country", "sectors"):
            if not who[key] or len(set(who[key])) != len(who[key]):
                bad(f"{where}: {key} empty or twice the same")
        for code in who["country"]:
            if code and code not in codes["nonstate"] and not (len(code) == 3 and code.isupper() and code.isalpha()):
                bad(f"{where}: country {code!r}")
        for code in who["sectors"]:
            if code and code not in codes["sectors"]:
                bad(f"{where}: sector {code!r}")

    published = article["published"] and datetime.date.fromisoformat(article["published"])
    events = {event["id"]: event for event in article["events"]}
    if list(events) != [f"e{n}" for n in range(1, len(article["events"]) + 1)]:
        bad("ids are not e1, e2, ...")
    starts = [event["trigger"]["span"] for event in article["events"]]
    if starts != sorted(starts):
        bad("events are not in the order of the text")
    for where, event in events.items():
        span(event["trigger"]["span"], where)
        for value in event.get("also", []):
            span(value, where + " also")
        if event["type"] not in codes["types"]:
            bad(f"{where}: type {event['type']}")
        else:
            for mode in event["modes"]:
                if mode not in codes["types"][event["type"]]["modes"]:
                    bad(f"{where}: mode {event['type']}-{mode}")
        if event["status"] not in STATUS or event["standing"] not in STANDING or not isinstance(event["optional"], bool):
            bad(f"{where}: status, standing or optional")
        seen = {(event["type"], event["status"])}
        for kind, state in event.get("accept", []):
            if kind not in codes["types"] or state not in STATUS or (kind, state) in seen:
                bad(f"{where}: accept {kind} {state}")
            seen.add((kind, state))
        for who in event["actors"] + event["recipients"]:
            party(who, where)
        if not event["optional"] and not event["actors"] + event["recipients"]:
            bad(f"{where}: nobody takes part")
        if event["date"]:
            start, end = (datetime.date.fromisoformat(event["date"][edge]) for edge in ("start", "end"))
            if start > end or published and start > published:
                bad(f"{where}: date")
        if "same_as" in event:
            first = events.get(event["same_as"])
            if first is None or first is event or "same_as" in first or not event["optional"]:
                bad(f"{where}: same_as {event['same_as']}")


def main():
    shared = find_shared()
    if shared is None:
        print("skipped: no folder `shared` beside the project, so neither texts nor codes")
        return 0
    codes = json.loads((shared / "codebook" / "plover_codes.json").read_text(encoding="utf-8"))
    with GOLD.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    problems = []
    types, required, told = (collections.Counter() for _ in range(3))
    status, standing, words, docs = (collections.Counter() for _ in range(4))
    sets = list(dict.fromkeys(article["set"] for article in articles))
    for name in sets:
        path = shared / "data" / "benchmarks" / f"{name}.jsonl"
        if not path.is_file():
            problems.append(f"{name}: no such data")
            continue
        with path.open(encoding="utf-8") as lines:
            texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
        mine = [article for article in articles if article["set"] == name]
        drawn = sorted((doc for doc in texts if LEAST <= len(texts[doc].split()) <= MOST), key=by_hash)[:len(mine)]
        if sorted(drawn) != sorted(article["doc"] for article in mine):
            problems.append(f"{name}: the documents are not the first by hash")
        for article in mine:
            label = f"{name}/{article['doc']}"
            text = texts.get(article["doc"], "")
            if hashlib.sha256(text.encode()).hexdigest() != article["sha256"]:
                problems.append(f"{label}: another text")
                continue
            check(article, text, codes, lambda what, label=label: problems.append(f"{label}: {what}"))
            docs[name] += 1
            words[name] += len(text.split())
            for event in article["events"]:
                types[event["type"], name] += 1
                required[event["type"], name] += not event["optional"]
                told[name] += "same_as" in event
                status[event["status"]] += 1
                standing[event["standing"]] += 1

    def total(counter, name):
        return sum(n for (_, where), n in counter.items() if where == name)

    print("set: articles, words, events, required, told again")
    for name in sets:
        print(f"  {name}: {docs[name]}, {words[name]}, {total(types, name)}, {total(required, name)}, {told[name]}")
    print(f"  all: {sum(docs.values())}, {sum(words.values())}, {sum(types.values())}, {sum(required.values())}, {sum(told.values())}")
    print("type: events (required) in " + ", ".join(sets) + "; all")
    for kind in sorted({kind for kind, _ in types}):
        row = [f"{types[kind, name]} ({required[kind, name]})" for name in sets]
        whole = [sum(n for (other, _), n in counter.items() if other == kind) for counter in (types, required)]
        print(f"  {kind}: {', '.join(row)}; {whole[0]} ({whole[1]})")
    print("articles without a required event:", sum(all(e["optional"] for e in a["events"]) for a in articles),
          "of them without any:", sum(not a["events"] for a in articles))
    print("status:", dict(status))
    print("standing:", dict(standing))
    for line in problems:
        print("PROBLEM", line)
    print(len(problems), "problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
