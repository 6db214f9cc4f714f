# Every command a person needs, and what `.ci/run` calls. Set-up is part of each: nothing is installed by hand.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help run test venv check format crawl kill fuzz bench han words generated lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/.runtime  ## start the bot: on Discord with a token, in the sandbox without one
	$(BIN)/python -m bot run

test: .venv/.development  ## every test, and how much of domain, content and cards they reach
	$(BIN)/python -m pytest -n auto --cov --dist worksteal --cov-report=term

venv: .venv/.development  ## only the virtual environment

check: .venv/.development  ## format, lint, types, dependencies, and the content's own check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/basedpyright
	$(BIN)/deptry bot discord_sandbox
	$(BIN)/deptry tests benchmarks tools --exclude '^$$' --ignore DEP002,DEP004
	$(BIN)/python -m bot check

format: .venv/.development  ## put the format right
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

crawl: .venv/.development  ## everybody tries everything: every command, choice and button, in a few minutes
	VERBATIM_CRAWL=$${VERBATIM_CRAWL:-20261122} $(BIN)/python -m pytest -n auto tests/journeys/test_crawler.py

kill: .venv/.development  ## kill the bot under load, 500 times at random moments; VERBATIM_KILLS_SEED repeats them
	VERBATIM_KILLS=$${VERBATIM_KILLS:-500} VERBATIM_KILLS_SEED=$${VERBATIM_KILLS_SEED:-$$(date +%s)} \
		$(BIN)/python -m pytest -n auto -v tests/journeys/test_killed_under_load.py

fuzz: .venv/.development  ## a million odd texts for every parser of what others write, in a quarter of an hour
	$(BIN)/python -m tests.fuzz --inputs $${INPUTS:-1000000}

bench: .venv/.development  ## the figures in docs/figures.md, measured again here
	$(BIN)/python -m benchmarks

han: .venv/.development  ## write the table of Han characters again from its source
	$(BIN)/python -m tools.han

words: .venv/.development  ## write the word lists of languages again, with packages that only this needs
	$(BIN)/uv run --no-project --quiet --with-requirements tools/words/requirements.txt python -m tools.words

generated: han  ## write again whatever is made from code: that table, the schemas, docs/rules.md, PRIVACY.md
	$(BIN)/python -m bot schema
	$(BIN)/python -m bot.rules > docs/rules.md
	$(BIN)/python -m bot.usage.privacy > PRIVACY.md

lock: .venv/.development  ## pin again after a change of pyproject.toml
	$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
		--no-emit-find-links --custom-compile-command 'make lock' --quiet pyproject.toml --extra install -o requirements.lock
	$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
		--no-emit-find-links --custom-compile-command 'make lock' --quiet pyproject.toml --extra install --extra dev \
		--constraint requirements.lock -o requirements-dev.lock

clean:  ## remove what the commands above made
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis .coverage .coverage.*

# The stamps say which lock file the environment was made from. A step that fails leaves no stamp.

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Verbatim needs Python 3.11 or newer; name one with make PYTHON=/path/to/python3 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "This Python cannot make virtual environments; on Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.runtime: .venv/.made requirements.lock
	@echo "Installing the pinned libraries into .venv; this takes about a minute and is done once."
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.development: .venv/.made requirements-dev.lock
	@echo "Installing the pinned libraries and the tools for development into .venv; this takes about a minute."
	$(PIP) --require-hashes -r requirements-dev.lock
	$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $@ .venv/.runtime
