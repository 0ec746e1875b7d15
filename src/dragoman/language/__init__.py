"""Language: text in, :class:`Analysis` out (tokens, tags, trees, mentions, chains, cues)."""

from dragoman.language.analysis import Analysis, Entity
from dragoman.language.conllu import read_conllu, write_conllu
from dragoman.language.model import LanguageModel
from dragoman.language.segment import Segmentation, segment
from dragoman.language.vectors import SentenceVectors

__all__ = ["Analysis", "Entity", "LanguageModel", "Segmentation", "SentenceVectors", "read_conllu", "segment", "write_conllu"]
