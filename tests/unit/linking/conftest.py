"""Without the extra ``[record]`` the tests of linking are left out, with a warning that says so."""

from __future__ import annotations

import warnings

collect_ignore_glob = []
try:
    import deltalake  # noqa: F401
    import duckdb  # noqa: F401
    import pyarrow  # noqa: F401
    import rensa  # noqa: F401
except ModuleNotFoundError as error:
    collect_ignore_glob.append("test_*.py")
    warnings.warn(f"tests/unit/linking is left out: {error.name} is not installed (pip install 'dragoman[record]')", stacklevel=1)
