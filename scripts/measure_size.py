"""Measure what coding takes on disk: ``python scripts/measure_size.py``, as ``make size`` does.

Makes a virtual environment without pip in a temporary folder, installs into it what coding needs, in the versions of requirements.lock and
without what only the checks use, and adds up the files as installed (compiled Python counts too). Fails above ``LIMIT_MB``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIMIT_MB = 400
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")


def size_mb(folder: Path) -> float:
    """Megabytes (10^6 bytes) of the files in a folder, links not followed."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink()) / 1e6


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "venv"
        venv.create(folder, with_pip=False, symlinks=True)
        python = str(folder / "bin" / "python")
        command = [sys.executable, *PIP, "--python", python, "install", "--constraint", str(ROOT / "requirements.lock"), str(ROOT)]
        subprocess.run(command, check=True)
        site = next((folder / "lib").glob("python*/site-packages"))
        total = size_mb(folder)
        parts = sorted(((size_mb(p), p.name) for p in site.iterdir() if p.is_dir()), reverse=True)
        for size, name in parts[:8]:
            print(f"{size:8.1f} MB  {name}")
        print(f"{total:8.1f} MB  in all (limit {LIMIT_MB})")
        if total > LIMIT_MB:
            sys.exit(f"the installed size is {total:.0f} MB; the limit is {LIMIT_MB}")


if __name__ == "__main__":
    main()
