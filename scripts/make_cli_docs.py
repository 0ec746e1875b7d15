"""Write docs/cli.md from the commands themselves: ``python scripts/make_cli_docs.py``; with ``--check`` only say whether it is current."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from dragoman.cli._app import app

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Each command below ``command`` with its full name, in the order of ``--help``."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
        return
    for key, sub in inner.items():
        yield from commands(sub, f"{name} {key}")


def section(name: str, command: Any) -> str:
    """One command: what it does, its arguments and options."""
    lines = [f"## {name}", "", inspect.cleandoc(command.help or ""), ""]
    for p in command.params:
        if p.name in ("help", "install_completion", "show_completion"):
            continue
        names = ", ".join(p.opts) if p.param_type_name == "option" else (p.metavar or p.name.upper())
        text = " ".join((getattr(p, "help", None) or "").split())
        lines.append(f"- `{names}`: {text}" if text else f"- `{names}`")
    return "\n".join(lines).rstrip() + "\n"


def page() -> str:
    """The whole page."""
    head = "# The command line\n\nMade from the code by `scripts/make_cli_docs.py`. `dragoman COMMAND --help` shows the same.\n"
    return "\n".join([head, *(section(n, c) for n, c in commands(typer.main.get_command(app), "dragoman"))])


def main() -> None:
    text = page()
    if "--check" in sys.argv:
        sys.exit(None if PAGE.read_text(encoding="utf8") == text else f"{PAGE.name} is not current; run scripts/make_cli_docs.py")
    PAGE.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
