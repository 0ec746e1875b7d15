"""Reading: files, folders, JSONL and standard input become documents with a date."""

from dragoman.reading.documents import LONGEST, Failure, Input, head_of, make_document, make_input, parse_date, read_documents, whole

__all__ = ["LONGEST", "Failure", "Input", "head_of", "make_document", "make_input", "parse_date", "read_documents", "whole"]
