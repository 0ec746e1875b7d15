# make demo: install, code a report, show the record.   make test: install, check, test.
# The first Python that starts and is new enough: a name alone may be a shim of pyenv's with nothing behind it.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && command -v $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup demo test check check-data bench docs picture size clean

setup: $(STAMP)

$(STAMP): pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Dragoman needs Python 3.11 or later, and found none; name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $(STAMP)

demo: setup
	$(BIN)/dragoman code --format pretty examples/lake-chad-talks.txt

check: setup check-data
	$(BIN)/ruff check src tests training benchmarks scripts
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/check_licences.py

check-data: setup
	$(BIN)/python -m dragoman.world.checks
	$(BIN)/python -m dragoman.codebook.check

test: check
	$(BIN)/python -m pytest

bench: setup
	$(BIN)/python benchmarks/run.py
	$(BIN)/python scripts/write_figures.py

docs: setup
	$(BIN)/python scripts/make_cli_docs.py
	$(BIN)/python scripts/run_docs.py

picture: setup
	$(BIN)/python scripts/make_picture.py

size: setup
	$(BIN)/python scripts/measure_size.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
