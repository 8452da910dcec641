# Everything that a developer or a machine does with this project. `make help` lists it.
# Finished steps leave a stamp in .venv, named by what they were made from: a second run is quick.

VENV := .venv
PYTHON ?=
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
key = $(shell cat $(1) | cksum | tr -d ' ')

VENV_MADE := $(STAMPS)/venv
RUNTIME := $(STAMPS)/runtime-$(call key,requirements/runtime.txt pyproject.toml)
DEV := $(STAMPS)/dev-$(call key,requirements/dev.txt pyproject.toml)
CHECKER := $(STAMPS)/checker-$(call key,requirements/checker/package-lock.json)
LIGHTHOUSE := $(STAMPS)/lighthouse-$(call key,requirements/lighthouse/package-lock.json)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Tests go over all cores; whoever is done takes from the end of the others' lists, so that most
# tests that share a built site and a browser stay together.
SPREAD := --numprocesses auto --maxprocesses 4 --dist worksteal
# Where compiled files are forbidden, as in many containers, each start of the program would compile
# all of it anew, and tests start it a hundred times.
unexport PYTHONDONTWRITEBYTECODE
SELF := $(INSTALL) --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site site-en test bench evaluate screenshots lighthouse lock clean runtime dev chromium checker

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1	/' | expand -t 22

site: $(RUNTIME) ## build the dossier in this folder into site/
	@$(BIN)/dossier build

site-en: $(RUNTIME) ## build the English sample into OUT=FOLDER from TEXTS=FOLDER
	@.ci/site-en $(BIN)/dossier $(or $(TEXTS),../shared/samples/text_en) $(or $(OUT),.dossier/site-en)

test: $(DEV) chromium checker ## check style and types, run all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@rm -f .coverage .coverage.*
	$(BIN)/python -m pytest $(SPREAD) --cov --cov-fail-under=90 --durations=5 $(ARGS)

bench: $(DEV) ## time and memory of a build; N="100 1000" chooses the numbers of articles
	@$(BIN)/python tests/bench.py $(N)

evaluate: $(DEV) ## how well pages are read (SAMPLES=FOLDER: with their truth), topics, voices, dates, names
	@$(BIN)/python tests/evaluate/reading.py $(or $(SAMPLES),../shared/samples/html_open)
	@$(BIN)/python tests/evaluate/topics.py $(or $(LABELLED),../shared/samples) $(DOSSIERS)
	@$(BIN)/python tests/evaluate/voices.py
	@$(BIN)/python tests/evaluate/dates.py
	@$(BIN)/python tests/evaluate/names.py $(or $(LABELLED),../shared/samples)

screenshots: $(DEV) chromium ## picture every kind of page into docs/screenshots/
	@$(BIN)/python tests/screenshots.py $(ARGS)

lighthouse: $(DEV) chromium ## Lighthouse on the sample's pages (needs Node); ARGS=--desktop
	@if ! command -v npm >/dev/null; then .ci/missing "npm, which fetches Lighthouse"; \
	elif ! $(MAKE) --no-print-directory $(LIGHTHOUSE); then .ci/missing "Lighthouse at npm's registry"; \
	else $(BIN)/python tests/lighthouse.py $(VENV)/lighthouse/node_modules/.bin/lighthouse $(ARGS); fi

lock: $(STAMPS)/lock ## write requirements/*.txt anew from pyproject.toml; UP=1 takes newer versions
	@.ci/lock $(STAMPS)/lock $(if $(UP),--upgrade)

clean: ## remove all that was made: environment, caches, built site
	rm -rf $(VENV) .dossier .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.* dist
	find site -mindepth 1 -not -name .gitkeep -not -name .gitignore -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- steps behind the targets ---------------------------------------------------------------

runtime: $(RUNTIME)
dev: $(DEV)

$(VENV_MADE):
	@.ci/venv $(VENV) $(PYTHON)
	@mkdir -p $(STAMPS) && touch $@

$(RUNTIME): | $(VENV_MADE)
	@echo "Installing what the program needs …"
	@$(INSTALL) --require-hashes -r requirements/runtime.txt
	@$(SELF)
	@rm -f $(STAMPS)/runtime-* && touch $@

$(DEV): | $(VENV_MADE)
	@echo "Installing what the tests need …"
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@$(SELF)
	@rm -f $(STAMPS)/dev-* $(STAMPS)/runtime-* && touch $@ $(RUNTIME)

# The lock program has an environment of its own, so that it does not appear in the lock.
$(STAMPS)/lock: | $(VENV_MADE)
	@$(BIN)/python -m venv $@
	@$@/bin/python -m pip install --quiet --disable-pip-version-check pip-tools

# Asked every time, for it can be removed while .venv stays; quick when there is one.
chromium: $(DEV)
	@.ci/chromium $(BIN)/python

checker: $(DEV)
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(CHECKER); \
	else .ci/missing "npm, which fetches the Nu Html Checker"; fi

$(CHECKER): | $(VENV_MADE)
	@echo "Fetching the Nu Html Checker …"
	@rm -rf $(VENV)/checker && mkdir -p $(VENV)/checker
	@cp requirements/checker/*.json $(VENV)/checker/
	@npm ci --prefix $(VENV)/checker --ignore-scripts --no-audit --no-fund --loglevel=error
	@rm -f $(STAMPS)/checker-* && touch $@

$(LIGHTHOUSE): | $(VENV_MADE)
	@echo "Fetching Lighthouse …"
	@rm -rf $(VENV)/lighthouse && mkdir -p $(VENV)/lighthouse
	@cp requirements/lighthouse/*.json $(VENV)/lighthouse/
	@npm ci --prefix $(VENV)/lighthouse --ignore-scripts --no-audit --no-fund --loglevel=error
	@rm -f $(STAMPS)/lighthouse-* && touch $@
