"""The command line: parse arguments, call, format. No logic of its own; heavy rooms are imported when a command needs them."""

from __future__ import annotations

import os
import sys

from dragoman.errors import DragomanError, ModelError, QueryError, ResourceError, StoreError

EXIT = {QueryError: 2, ModelError: 4, ResourceError: 4, StoreError: 5}
"""Exit codes by error; 3 for input that could not be read, 130 after Ctrl-C."""


def main() -> None:
    """Run the command line; errors become one clear line on standard error and an exit code."""
    from dragoman.cli._app import app

    try:
        app(standalone_mode=False)
    except DragomanError as error:
        _say(str(error))
        sys.exit(EXIT.get(type(error), 3))
    except BrokenPipeError:
        _silence()
        sys.exit(141)
    except KeyboardInterrupt:
        _say("interrupted")
        _quit(130)
    except Exception as error:
        import click

        if isinstance(error, click.exceptions.Abort):
            _say("interrupted")
            _quit(130)
        if isinstance(error, click.exceptions.ClickException):
            error.show()
            sys.exit(error.exit_code)
        if isinstance(error, click.exceptions.Exit):
            sys.exit(error.exit_code)
        raise


def _say(message: str) -> None:
    print(f"dragoman: {message}", file=sys.stderr)


def _silence() -> None:
    """The reader went away; nothing more is written, not even at exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())


def _quit(code: int) -> None:
    sys.stdout.flush()
    sys.exit(code)
