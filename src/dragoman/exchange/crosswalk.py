"""CAMEO codes as PLOVER types and modes, by the codebook's table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Crosswalk:
    """By CAMEO code: type and mode, each empty where there is none."""

    codes: Mapping[str, tuple[str, str]]

    @classmethod
    def load(cls) -> Crosswalk:
        lines = (files("dragoman.codebook") / "cameo.tsv").read_text(encoding="utf8").splitlines()
        cells = (line.split("\t") for line in lines if not line.startswith(("#", "code\t")))
        return cls({code: (type_, mode) for code, _, type_, mode, *_ in cells})

    def plover(self, code: str | None) -> tuple[str | None, str | None]:
        """Type and mode of a code; of its parent where it has none of its own."""
        while code:
            type_, mode = self.codes.get(code, ("", ""))
            if type_:
                return type_, mode or None
            code = code[:-1]
        return None, None
