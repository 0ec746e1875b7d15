"""Fail on a licence that Dragoman's own does not go with: ``python scripts/check_licences.py``, as ``make check`` does.

Looks at every installed distribution. GPL and AGPL are refused everywhere. LGPL and MPL are accepted in what only the checks use; in what
coding needs (what ``dragoman`` requires, and what that requires), only where ``ACCEPTED`` says why. A distribution that states no licence
is refused too: somebody must look.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ACCEPTED = {
    "tqdm": "MPL-2.0 AND MIT; comes with tokenizers by way of huggingface_hub, is used unchanged, and coding never imports it",
}
"""Weak copyleft at run time, with the reason."""
_STRONG = re.compile(r"(?<!L)\bA?GPL|(?<!Lesser )(?:Affero )?General Public License|\bSSPL|Commons Clause", re.I)
_WEAK = re.compile(r"\bLGPL|Lesser General Public|\bMPL|Mozilla Public|\bEPL|Eclipse Public|\bCDDL", re.I)


def licence_of(distribution: Distribution) -> str:
    """What its metadata say: the SPDX expression, else the classifiers, else the free field's first line."""
    meta = distribution.metadata
    expression = meta.get("License-Expression")
    if expression:
        return str(expression)
    classifiers = [str(c).rpartition(" :: ")[2] for c in meta.get_all("Classifier") or () if str(c).startswith("License :: ")]
    free = str(meta.get("License") or "").strip().split("\n")[0]
    return "; ".join(c for c in (*classifiers, free) if c)


def refusal(name: str, licence: str, *, run_time: bool) -> str | None:
    """Why a distribution is refused, or None."""
    if not licence:
        return "states no licence"
    if _STRONG.search(_without_choice(licence)):
        return f"is under {licence}"
    if run_time and _WEAK.search(licence) and name not in ACCEPTED:
        return f"is needed for coding and under {licence}; accepted there are permissive licences, and what ACCEPTED lists"
    return None


def _without_choice(licence: str) -> str:
    """``MIT OR GPL-3.0`` leaves the choice to us; exceptions for linking ('WITH ...') don't count as the licence that they are from."""
    choices = re.split(r"\bOR\b", licence)
    return min(choices, key=lambda c: bool(_STRONG.search(c))) if len(choices) > 1 else licence


def needed(installed: dict[str, Distribution], root: str) -> set[str]:
    """Names of what ``root`` requires on this machine, directly or not, without extras."""
    found: set[str] = set()
    waiting = [root]
    while waiting:
        for name in _requirements(installed.get(waiting.pop())):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def _requirements(distribution: Distribution | None) -> Iterator[str]:
    for line in (distribution.requires if distribution else None) or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def main() -> None:
    installed = {canonicalize_name(str(d.metadata["Name"])): d for d in distributions() if d.metadata["Name"]}
    run_time = needed(installed, "dragoman")
    bad = []
    for name, distribution in sorted(installed.items()):
        why = refusal(name, licence_of(distribution), run_time=name in run_time)
        if why:
            bad.append(f"{name} {distribution.version} {why}")
    print(f"licences: {len(installed)} distributions, {len(run_time)} of them needed for coding; {len(bad)} refused")
    if bad:
        sys.exit("\n".join(bad))


if __name__ == "__main__":
    main()
