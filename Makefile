# What a person needs: git, make and python3 >= 3.11. Everything else is set up here, in .venv and clients/web.
#   make demo    a live hybrid meeting in the browser     make test    every check and every test
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
ARGS ?=
PYTEST_ARGS ?= --numprocesses=auto --dist=loadgroup

BIN := .venv/bin
WEB := clients/web
ASSETS := service/hemicycle/web_assets

# Node and npm come from a Python wheel, pinned like the rest, so that none is asked of the system.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm

# Stamps: each is a file that says "this was done after the files it depends on last changed". The first is a
# copy of the lock, so that a lock with a new date and the same pins costs nothing.
LOCKED := .venv/.locked
EDITABLE := .venv/.editable
NODE_MODULES := $(WEB)/node_modules/.installed
BUILT := $(ASSETS)/.built

WEB_PACKAGES := $(shell find $(WEB) -name node_modules -prune -o -name 'package*.json' -print 2>/dev/null)
WEB_SOURCES := $(shell find $(WEB) -name node_modules -prune -o -type f -print 2>/dev/null)

.PHONY: help setup web demo test check fix lock contract bench clean

help:
	@sed -n 's/^## //p' Makefile

## setup     the virtual environment in .venv, as requirements.lock pins it
setup: $(EDITABLE)

$(LOCKED): requirements.lock
	@echo "Setting up .venv (once, and again when requirements.lock changes)"
	@cmp -s requirements.lock $@ || PYTHON=$(PYTHON) tools/setup.sh
	@cp requirements.lock $@

$(EDITABLE): $(LOCKED) pyproject.toml
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

## web       the consoles, built into the Python package
web: $(BUILT)

$(WEB)/package.json $(WEB)/package-lock.json:
	@echo "hemicycle: $@ is missing: without it the web consoles cannot be built" >&2; exit 1

$(NODE_MODULES): $(WEB)/package.json $(WEB)/package-lock.json $(WEB_PACKAGES) | $(EDITABLE)
	@echo "Installing what the web consoles are built with"
	@cd $(WEB) && $(NPM) ci --no-fund --no-audit --loglevel=error
	@touch $@

$(BUILT): $(NODE_MODULES) $(WEB_SOURCES)
	@cd $(WEB) && $(NPM) run --silent build
	@touch $@

## demo      sets up, then runs a live hybrid meeting on 127.0.0.1:8000 (make demo ARGS="--port 8001")
demo: setup web
	$(BIN)/hemicycle demo $(ARGS)

# Playwright's own node asks for a system library (libatomic1) that a small Debian lacks; ours does not.
## test      every check and every test, the browser's too
test: check web
	cd $(WEB) && $(NPM) test --silent
	@chromium=$$(tools/browser.sh) && postgresql=$$(tools/postgres.sh) && \
	HEMICYCLE_CHROMIUM="$$chromium" HEMICYCLE_POSTGRESQL="$$postgresql" PLAYWRIGHT_NODEJS_PATH="$(CURDIR)/$(BIN)/node" $(BIN)/pytest $(PYTEST_ARGS)

## check     what needs no running: style, types, the direction of imports
check: setup $(NODE_MODULES)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd $(WEB) && $(NPM) run --silent check

## fix       what ruff can put right by itself
fix: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

## lock      pins again: the newest versions that pyproject.toml admits (make lock ARGS="--upgrade-package NAME" for one)
lock: $(LOCKED)
	tools/lock.sh $(ARGS)

## contract  the files generated from the wire's types: OpenAPI, AsyncAPI, the list of commands, rules and states, the consoles' types
contract: setup $(NODE_MODULES)
	$(BIN)/hemicycle contract
	$(BIN)/python tools/told_rules.py
	cd $(WEB) && $(NPM) run --silent contract -- ../../docs/openapi.json

## bench     the measurements behind every figure in the documentation
bench: setup web
	$(BIN)/python -m benchmarks $(ARGS)

## clean     removes everything that was built or installed here
clean:
	rm -rf .venv $(WEB)/node_modules $(ASSETS) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
