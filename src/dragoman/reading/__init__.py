"""Reading: files, folders, JSONL and standard input become documents with a date."""

from dragoman.reading.documents import Failure, Input, key_of, make_document, make_input, parse_date, read_documents

__all__ = ["Failure", "Input", "key_of", "make_document", "make_input", "parse_date", "read_documents"]
