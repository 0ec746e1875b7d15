"""Which licences the check of licences refuses."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def check() -> Any:
    path = Path(__file__).parents[2] / "scripts" / "check_licences.py"
    spec = importlib.util.spec_from_file_location("check_licences", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("licence", "at_run_time", "in_checks"),
    [
        ("MIT", True, True), ("BSD-3-Clause AND MIT", True, True), ("Apache Software License", True, True), ("", False, False),
        ("GPL-3.0-or-later", False, False), ("GNU General Public License v3 (GPLv3)", False, False), ("AGPL-3.0", False, False),
        ("GNU Affero General Public License v3", False, False), ("LGPL-2.1-only", False, True), ("GNU Lesser General Public License v3 (LGPLv3)", False, True),
        ("MPL-2.0", False, True), ("MIT OR GPL-2.0", True, True), ("MIT AND GPL-2.0", False, False), ("SSPL-1.0", False, False),
    ],
)  # fmt: skip
def test_what_is_refused(check: Any, licence: str, at_run_time: bool, in_checks: bool) -> None:
    assert (check.refusal("some-package", licence, run_time=True) is None) is at_run_time
    assert (check.refusal("some-package", licence, run_time=False) is None) is in_checks


def test_exceptions_give_their_reason(check: Any) -> None:
    assert all(len(why) > 20 for why in check.ACCEPTED.values())
    name = next(iter(check.ACCEPTED))
    assert check.refusal(name, "MPL-2.0", run_time=True) is None and check.refusal(name, "GPL-3.0", run_time=True)


def test_requirements_of_requirements_count(check: Any) -> None:
    from importlib.metadata import distributions

    installed = {str(d.metadata["Name"]).lower().replace("_", "-"): d for d in distributions()}
    needed = check.needed(installed, "dragoman")
    assert {"numpy", "onnxruntime", "huggingface-hub"} <= needed and not needed & {"pytest", "mypy", "ruff", "hypothesis"}
