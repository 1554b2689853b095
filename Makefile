# Everything happens in .venv; the first two targets are all that a newcomer needs.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help demo test lint format eval bench gate docs clean

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
TIMES := tests/model tests/parse tests/views tests/test_corpus.py tests/gate
GOLD ?= samples/gold/gold.jsonl

help:  ## what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: .venv/.installed  ## read samples/ into a fresh record and show what it holds
	@scripts/demo

test: lint  ## all that guards the house: linters, types, import contract, every test
	$(BIN)/pytest
	TZ=Pacific/Auckland $(BIN)/pytest $(TIMES)

lint: .venv/.developing  ## ruff, mypy and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

format: .venv/.developing  ## put the sources into the house's shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: .venv/.installed  ## score the reader on GOLD (samples/gold/gold.jsonl unless told otherwise)
	$(BIN)/hoadam eval $(GOLD) --intervals

bench: .venv/.developing  ## time the reading, beside underthesea
	$(BIN)/pip install --quiet --editable '.[peer]'
	$(BIN)/hoadam bench

gate: .venv/.developing  ## raise the floors of F1 to what is measured now
	$(BIN)/python -m tests.gate.raise_floors $(if $(LOWER),--lower "$(LOWER)" --because "$(BECAUSE)")

docs: .venv/.developing  ## write docs/commands.md and the picture in README.md anew
	$(BIN)/python -m tests.reference

clean:  ## remove the environment and every cache
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/pip:
	@test -n "$(PYTHON)" || { echo "hoadam needs Python 3.11 or newer; on Debian 12: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make environments; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.installed: .venv/bin/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[desk]'
	@$(BIN)/python -m compileall -q src  # what an editable install leaves out, and every start would do anew
	@touch $@

.venv/.developing: .venv/bin/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@ .venv/.installed
