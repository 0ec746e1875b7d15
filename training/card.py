"""Write the model card: ``python training/card.py --data FOLDER --model src/dragoman/weights/en-1``.

Lists every training document with its genre's licence, the figures measured on the shipped files, and their checksums.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import hashlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
from language import measure

from dragoman.language.conllu import read_conllu
from dragoman.language.model import LanguageModel

GENRES = {
    "news": "CC BY (Wikinews)", "interview": "CC BY (Wikinews)", "bio": "CC BY-SA (Wikipedia)", "voyage": "CC BY-SA (Wikivoyage)",
    "textbook": "CC BY (OpenStax)", "vlog": "CC BY (Creative Commons videos)", "speech": "public domain (political speeches)",
}  # fmt: skip
INTRO = """# en-1: the language model of Dragoman

One MiniLM encoder (22 M parameters), fine-tuned jointly for tags, features, lemmas, dependency trees (Universal Dependencies v2.16),
mentions with types, statement cues and coreference vectors; statically quantized to int8. Made on {date}.

- **Licence of these files**: CC BY-SA 4.0 (see LICENSE). They are derived from UD English EWT (CC BY-SA 4.0; Silveira et al. 2014),
  from the documents of GUM listed below (Zeldes 2017; annotations CC BY 4.0), and from all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020,
  Reimers and Gurevych 2019), whose tokenizer file is included unchanged.
- **Use**: English news text. Weak on social media, transcripts of talk, verse; never trained on text before 2000.
- **How it was made**: `training/train.py` (recipe in its head), `training/export.py`, `training/coref.py`; two CPU cores.
- **Files**: `parser.onnx` (encoder and heads), `labels.onnx` (relations), `coref.npz` (antecedent scorer), `vocabulary.json` (class names),
  `lexicon.tsv` (form, tag, lemma; from the training data), `tokenizer.json`.

## Figures (as shipped, gold tokens)

| | EWT dev | GUM dev |
|---|---|---|
"""


def documents(path: Path) -> dict[str, str]:
    out: dict[str, str] = {}
    name = ""
    for line in path.read_text(encoding="utf8").split("\n"):
        if line.startswith("# newdoc id = "):
            name = line[14:]
            out[name] = ""
        elif line.startswith("# meta::sourceURL = "):
            out[name] = line[20:]
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    model = LanguageModel.load(args.model)
    figures = {}
    for name in ("ewt", "gum"):
        with open(args.data / "treebanks" / f"en_{name}-dev.conllu", encoding="utf8") as lines:
            figures[name] = measure(model, read_conllu(lines))
    parts = [INTRO.format(date=dt.date.today().isoformat())]
    rows = ["UPOS", "XPOS", "feats", "lemma", "UAS", "LAS", "mention heads", "mention spans", "muc", "b3", "ceafe", "conll"]
    for row in rows:
        cells = [f"{figures[n][row]:.2f}" if row in figures[n] else "-" for n in ("ewt", "gum")]
        parts.append(f"| {row} | {cells[0]} | {cells[1]} |\n")
    parts.append("\nLemma is compared caselessly; LAS counts punctuation and label subtypes. Mention heads: F1 of (head, type); mention spans: F1 of\n")
    parts.append("(span, type). conll: mean F1 of MUC, B3 and CEAFe on the model's own mentions, singletons left out.\n\n## Checksums (sha256)\n\n")
    for path in sorted(args.model.iterdir()):
        if path.suffix in (".onnx", ".npz", ".json", ".tsv"):
            parts.append(f"- `{path.name}` {hashlib.sha256(path.read_bytes()).hexdigest()}\n")
    gum = documents(args.data / "treebanks" / "en_gum-train.conllu")
    ewt = documents(args.data / "treebanks" / "en_ewt-train.conllu")
    kinds = collections.Counter(d.split("-")[0] for d in ewt)
    parts.append("\n## Training documents\n\n### UD English EWT, CC BY-SA 4.0, all documents of its train part\n\n")
    parts.append(", ".join(f"{k}: {n}" for k, n in sorted(kinds.items())) + "\n\n<details><summary>document ids</summary>\n\n")
    parts.append("\n".join(f"- {d}" for d in ewt) + "\n\n</details>\n\n### GUM\n\n| document | licence of its text | source |\n|---|---|---|\n")
    for doc, url in gum.items():
        parts.append(f"| {doc} | {GENRES[doc.split('_')[1]]} | {url or 'not stated'} |\n")
    (args.model / "CARD.md").write_text("".join(parts), encoding="utf8")
    print("".join(parts)[:2600])


if __name__ == "__main__":
    main()
