"""What coreference brings: ``python benchmarks/coreference.py``.

On the golden reports (``tests/golden/README.md``), each side (actors, recipients) of an event of gold whose type and trigger the coder found: is it
filled right? With parts of coreference switched off:

    all                    as the coder works
    no model's chains      pronouns by the own rules alone (who says it, gender and number, nearness)
    no pronouns            personal and possessive pronouns are nobody
    nor descriptions       nor does 'the company', 'the protesters' point back
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from dragoman.coder import Coder  # noqa: E402
from dragoman.evaluate.gold import gold_of  # noqa: E402
from dragoman.evaluate.matching import actors_fit, match_events, recipients_fit  # noqa: E402
from dragoman.reading import make_document  # noqa: E402

CHAINS = "dragoman.world._chains"
SETTINGS: dict[str, tuple[str, ...]] = {
    "all": (),
    "no model's chains": (f"{CHAINS}._chain",),
    "no pronouns": (f"{CHAINS}._chain", f"{CHAINS}._antecedent", f"{CHAINS}._sayer"),
    "nor descriptions": (f"{CHAINS}._chain", f"{CHAINS}._antecedent", f"{CHAINS}._sayer", "dragoman.world._describe._again"),
}


def count(coder: Coder) -> tuple[int, int, int]:
    """Gold's sides of events that were found, those that are right, and events all of whose sides are."""
    sides = right = whole = 0
    for case in sorted(p for p in (ROOT / "tests" / "golden" / "en").iterdir() if (p / "input.txt").is_file()):
        gold = json.loads((case / "expected.json").read_text(encoding="utf8"))
        record = coder.code(make_document((case / "input.txt").read_text(encoding="utf8"), id=case.name, published=gold["published"]))
        actors = {a.id: a for a in record.actors}
        lines = {g.id: g for g in gold_of({"events": gold["events"]}).events or ()}
        loose = gold_of({"events": [{**g, "actors": [], "recipients": []} for g in gold["events"]]}).events or ()
        for match in match_events(record.events, loose, actors).lines:
            if not match.found or match.event is None:
                continue
            line = lines[match.gold.id]
            fits = [f(match.event, line, actors) for f, wanted in ((actors_fit, line.actors), (recipients_fit, line.recipients)) if wanted]
            sides, right, whole = sides + len(fits), right + sum(fits), whole + all(fits)
    return sides, right, whole


def main() -> None:
    coder = Coder.load()
    print("| coreference | sides of events found | right | share | events with all sides right |\n|---|---|---|---|---|")
    for name, off in SETTINGS.items():
        patches = [patch(target, lambda *_: None) for target in off]
        for p in patches:
            p.start()
        sides, right, whole = count(coder)
        for p in patches:
            p.stop()
        print(f"| {name} | {sides} | {right} | {right / max(1, sides):.3f} | {whole} |")


if __name__ == "__main__":
    main()
