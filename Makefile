# make demo: install, code a report, show the record.   make test: install, check, test.
PYTHON ?= $(shell command -v python3.13 || command -v python3.12 || command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup demo test check check-data bench picture size clean

setup: $(STAMP)

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dragoman needs Python 3.11 or later; found %d.%d" % sys.version_info[:2])'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $(STAMP)

demo: setup
	$(BIN)/dragoman code --format pretty examples/lake-chad-talks.txt

check: setup check-data
	$(BIN)/ruff check src tests training benchmarks
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

picture: setup
	$(BIN)/python scripts/make_picture.py

size: setup
	$(BIN)/python scripts/measure_size.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
