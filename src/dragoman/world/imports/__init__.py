"""Foreign lists of office holders into a user's own folder: REIGN, Archigos, Popolo, query results of Wikidata.

    FILE ──reader──▶ Term ... ──compare──▶ new ─────────────▶ leaders.tsv
                                           known already      nothing
                                           says otherwise ──▶ conflicts.tsv, and only where theirs is preferred leaders.tsv and replaced.tsv
"""

from dragoman.world.imports._rows import FORMATS, Finding, Reading, Term
from dragoman.world.imports._states import LETTERS, States
from dragoman.world.imports.compare import SIDES, Outcome, compare, same_by_sound
from dragoman.world.imports.folder import import_list
from dragoman.world.imports.formats import read_list

__all__ = ["FORMATS", "LETTERS", "SIDES", "Finding", "Outcome", "Reading", "States", "Term", "compare", "import_list", "read_list", "same_by_sound"]
