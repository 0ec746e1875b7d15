"""What can go wrong, as a caller sees it: every message says what we got, what we accept, and where."""

from __future__ import annotations


class DragomanError(Exception):
    """The root of all errors that Dragoman raises on purpose."""

    def __reduce__(self) -> tuple[type[DragomanError], tuple[object, ...]]:
        return type(self), self.args


class TextError(DragomanError):
    """A document that cannot be read: empty, binary, wrong encoding, malformed JSONL."""


class ModelError(DragomanError):
    """The language model's files are missing, damaged, or of another version."""


class ResourceError(DragomanError):
    """A table, frame file or lexicon is broken."""


class StoreError(DragomanError):
    """Something could not be written or kept."""


class QueryError(DragomanError):
    """A question or setting that makes no sense."""
