"""The command line: parse arguments, call, format. No logic of its own; heavy rooms are imported when a command needs them."""

from __future__ import annotations

import os
import sys

from dragoman.errors import DragomanError, ModelError, QueryError, ResourceError, StoreError

EXIT = {QueryError: 2, ModelError: 4, ResourceError: 4, StoreError: 5}
"""Exit codes by error; 3 for input that could not be read or coded, 130 after Ctrl-C, 141 where the reader of a pipe went away."""


def main() -> None:
    """Run the command line; errors become one clear line on standard error and an exit code."""
    try:
        code = _run()
    except KeyboardInterrupt:
        code = _interrupted()
    sys.exit(code)


def _run() -> int:
    import typer

    from dragoman.cli._app import app

    misused: type[Exception] = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")  # click's own, or the copy that typer brings
    try:
        status = int(app(standalone_mode=False) or 0)
        return _interrupted() if status == 130 else status
    except DragomanError as error:
        _say(str(error))
        return EXIT.get(type(error), 3)
    except typer.Abort:
        return _interrupted()
    except typer.Exit as error:
        return _interrupted() if error.exit_code == 130 else int(error.exit_code)
    except misused as error:
        error.show()  # type: ignore[attr-defined]
        return 2


def _interrupted() -> int:
    """Ctrl-C: what was written stays, and nothing is said but that."""
    _say("interrupted")
    silence()
    return 130


def _say(message: str) -> None:
    print(f"dragoman: {message}", file=sys.stderr)


def silence() -> None:
    """Nothing more is written, not even at exit: the reader went away, or was told to expect no more."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # no standard output to speak of
        pass
