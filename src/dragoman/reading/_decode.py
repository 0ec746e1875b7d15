"""Bytes to text: UTF-8 first, UTF-16 by its mark, Windows-1252 as the last resort; binary is refused."""

from __future__ import annotations

from dragoman.errors import TextError
from dragoman.records import Problem

_ACCEPTED = "accepted is text in UTF-8, UTF-16 with a byte order mark, or Windows-1252"
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13}


def decode(raw: bytes, where: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode one document.

    Args:
        raw: The bytes as read.
        where: The path or line, for messages.

    Returns:
        The text and what was doubtful in decoding it.

    Raises:
        TextError: The bytes are no text.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16"), ()
        except UnicodeDecodeError as error:
            raise TextError(f"{where}: has a UTF-16 byte order mark but is no UTF-16 (byte {error.start}); {_ACCEPTED}") from error
    head = raw[:65536]
    controls = sum(b in _CONTROL for b in head)
    if b"\x00" in head or (head and controls / len(head) > 0.05):
        raise TextError(f"{where}: looks binary ({controls} control bytes in the first {len(head)}); {_ACCEPTED}")
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        text = raw.decode("cp1252", errors="replace")
        message = f"{where}: not UTF-8 (byte {error.start}); read as Windows-1252"
        return text, (Problem(code="encoding", message=message),)
