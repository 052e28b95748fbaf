# Two commands matter: `make run` and `make test`. Both need python3 (3.11 or newer, with venv) and set up the rest themselves.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
COMPILE = $(BIN)/uv --no-config pip compile --universal --generate-hashes --no-header --no-annotate --quiet
NEEDED  = pyproject.toml --group build

# A stamp is written when a set-up is whole. It names the directory, so that a copied .venv is not believed.
RUNS  := $(VENV)/run.stamp
TESTS := $(VENV)/test.stamp
ifneq ($(shell cat $(VENV)/directory 2>/dev/null),$(CURDIR))
.PHONY: $(RUNS) $(TESTS)
endif

# The tests start Python hundreds of times: a machine that is told to keep nothing compiled would compile all each time.
unexport PYTHONDONTWRITEBYTECODE

CHECKS = types style imports dependencies

.DEFAULT_GOAL := help
.PHONY: help run fresh test check format bench screenshots gallery lock browser stories $(CHECKS)

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUNS) ## set up and start; without BOT_TOKEN against the sandbox
	@exec $(BIN)/overblick start

fresh: $(RUNS) ## throw away the sandbox's data in var/, then run
	@exec $(BIN)/overblick start --anew

# Types take half a minute of one core, and stories leave part of the other: the two run side by side.
test: $(TESTS) ## everything: checks and stories
	@$(MAKE) --no-print-directory --jobs 2 types stories

stories: style imports dependencies browser
	@$(BIN)/python -m pytest -n 3

check: $(TESTS) ## style, types and who may import whom
	@$(MAKE) --no-print-directory --jobs 2 --output-sync $(CHECKS)

types: $(TESTS)
	@$(BIN)/mypy --no-error-summary

style: $(TESTS)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet

imports: $(TESTS)
	@$(BIN)/lint-imports --no-logo

dependencies: $(TESTS)
	@$(BIN)/deptry .

format: $(TESTS) ## lay the code out and mend what can be mended
	@$(BIN)/ruff check --fix --quiet
	@$(BIN)/ruff format --quiet

bench: $(TESTS) ## measure updates, answers, a night, memory, alerts to 10,000; PART=night for one of them
	@$(BIN)/python -m benchmarks $(PART)

screenshots: $(TESTS) browser ## draw the sandbox's page anew for docs/
	@$(BIN)/python -m tests.screenshots

gallery: $(TESTS) browser ## draw every card at the largest text size into var/gallery
	@$(BIN)/python -m tests.gallery

lock: $(TESTS) ## pin the dependencies; UPGRADE=--upgrade takes newer ones
	@$(COMPILE) $(NEEDED) $(UPGRADE) --output-file requirements/run.lock
	@$(COMPILE) $(NEEDED) $(UPGRADE) --extra dev --constraints requirements/run.lock --output-file requirements/dev.lock
	@echo pip | $(COMPILE) - $(UPGRADE) --output-file requirements/pip.lock

browser: $(TESTS)
	@$(BIN)/python -m tests.browser

$(RUNS): requirements/run.lock requirements/pip.lock pyproject.toml
	@requirements/install $(PYTHON) $(VENV) requirements/run.lock
	@touch $@

$(TESTS): requirements/dev.lock requirements/pip.lock pyproject.toml
	@requirements/install $(PYTHON) $(VENV) requirements/dev.lock
	@touch $(RUNS) $@
