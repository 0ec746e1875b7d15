"""All figures in one go: ``python benchmarks/run.py [--data ../shared/data]``, as ``make bench`` does.

Runs each benchmark as a process of its own, and writes their tables with date and machine to ``benchmarks/RESULTS.md``, and the figures that have a
floor to ``benchmarks/figures.json``. Quantized graphs run twice as fast on processors that have AVX512-VNNI, so speeds are kept by whether the machine has
it, those of the other kind as they were last measured. ``tests/unit/test_figures.py`` holds the floors of ``benchmarks/floors.json`` against the latter.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import platform
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def machine() -> str:
    model = "unknown processor"
    try:
        info = Path("/proc/cpuinfo").read_text(encoding="utf8")
        found = re.search(r"model name\s*:\s*(.+)", info)
        model = found.group(1).strip() if found else model
        vnni = " with AVX512-VNNI" if "avx512_vnni" in info else ""
        model += f"{vnni}, {info.count('processor	')} cores"
    except OSError:
        pass
    return f"{model}; Python {platform.python_version()}, {platform.system()}"


def run(*command: str) -> str:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, cwd=HERE.parent)
    return done.stdout if done.returncode == 0 else f"failed ({done.returncode})\n{done.stdout}{done.stderr[-2000:]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--scale", action="store_true", help="the record of five million events too, which takes a quarter of an hour and 5 GB of disk")
    args = parser.parse_args()
    if not args.data.is_dir():
        sys.exit(f"{args.data}: no such folder; the large figures need the treebanks and benchmarks in it")
    data = str(args.data)
    out = [f"# Figures\n\nMade on {dt.date.today().isoformat()}; {machine()}. Definitions stand in the head of each script in this folder.\n"]
    figures: dict[str, float] = {}

    language = run("benchmarks/language.py", "--data", data)
    for line in language.splitlines():
        name, _, rest = line.partition(" ")
        try:
            values = json.loads(rest)
        except ValueError:
            continue
        for key, value in values.items():
            figures[f"{name} {key}"] = value
    speed = run("benchmarks/speed.py", "--data", data)
    kind = "with VNNI" if "VNNI" in machine() else "without VNNI"
    for key, value in re.findall(r"\| (.+?) \| ([\d.]+) \|", speed):
        figures[f"{key}, {kind}" if "/s" in key or key.startswith("us a word") else key] = float(value)
    kept = json.loads((HERE / "figures.json").read_text(encoding="utf8")) if (HERE / "figures.json").exists() else {}
    figures |= {key: value for key, value in kept.items() if key.endswith("with VNNI" if kind == "without VNNI" else "without VNNI") and key not in figures}
    relations = run("benchmarks/relations.py", "--data", str(args.data / "benchmarks"))
    for key, value in re.findall(r"\| (.+? macro-F1) \| ([\d.]+) \|", relations):
        figures[key] = float(value)
    golden = run("benchmarks/golden.py")
    for key, value in re.findall(r"\| (.+?) \| ([\d.]+) \|", golden):
        figures[key] = float(value)
    linking = run("benchmarks/linking.py")
    benchmarks = args.data / "benchmarks"
    articles, judged = run("benchmarks/articles.py", str(benchmarks)), run("benchmarks/judged_events.py")
    vocabulary = run("benchmarks/vocabulary.py", str(benchmarks / "attribution_polnear_train.jsonl"))
    details, quiet = run("benchmarks/details.py"), run("benchmarks/quiet.py", "--data", data)
    for table in (linking, articles, judged, vocabulary, details, quiet):
        figures |= {key: float(value) for key, value in re.findall(r"\| (.+?) \| ([\d.]+) \|", table)}
    parts = [
        ("Language model, as shipped, gold tokens", language), ("Tokens and sentences from raw text", run("benchmarks/segmentation.py", "--data", data)),
        ("Speed, one thread", speed), ("Time expressions", run("benchmarks/times.py", "--data", str(benchmarks))),
        ("Places", run("benchmarks/places.py", "--data", str(benchmarks))),
        ("Statements, PolNeAR dev", run("benchmarks/statements.py", str(benchmarks / "attribution_polnear_dev.jsonl"))),
        ("Statements, GUM (nested)", run("benchmarks/statements.py", str(benchmarks / "attribution_gum.jsonl"), "--nested")),
        ("Relations of marked pairs (macro-F1, 95% interval)", "| set, half, voice | macro-F1 | 95% | quad |\n|---|---|---|---|\n" + relations),
        ("Marked pairs found by the coder itself", run("benchmarks/pairs.py", "--data", str(benchmarks))),
        ("Events of real news, judged", judged), ("Whole articles of real news", articles),
        ("Predicates between political actors, PolNeAR train", vocabulary),
        ("Predicates between political actors, PolNeAR dev", run("benchmarks/vocabulary.py", str(benchmarks / "attribution_polnear_dev.jsonl"))),
        ("Magnitudes, modes from instruments, contexts", details), ("Where there is no news: GUM bio, voyage, textbook", quiet),
        ("Actors resolved", run("benchmarks/actors.py")), ("What coreference brings", run("benchmarks/coreference.py")), ("Golden reports", golden),
        ("Reports of one happening", linking), ("A record that is killed, and shared", run("benchmarks/kills.py")),
    ]  # fmt: skip
    if args.scale:
        scale = run("benchmarks/record_scale.py")
        figures |= {key: float(value) for key, value in re.findall(r"\| (record, .+?) \| ([\d.]+) \|", scale)}
        parts.append(("A record of five million events", scale))
    for title, text in parts:
        body = text.strip()
        out.append(f"\n## {title}\n\n{body if body.startswith('|') else '```' + chr(10) + body + chr(10) + '```'}\n")
    (HERE / "RESULTS.md").write_text("".join(out), encoding="utf8")
    (HERE / "figures.json").write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf8")
    print("".join(out))


if __name__ == "__main__":
    main()
