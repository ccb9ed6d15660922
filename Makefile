# Two commands are all the set-up: `make run` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Where pip takes PyTorch from; empty: the usual place. See README, "Less to download".
TORCH_INDEX ?=
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
FLASK := $(BIN)/python -m flask --app wsgi
# The part of the suite that needs no model, browser, server or killed process.
QUICK := not model and not browser and not postgres and not faults and not server

.DEFAULT_GOAL := help
.PHONY: help setup run test quick lint evaluate clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.run-time ## Make .venv and install what the service needs

run: setup ## Start web server and worker (PORT=8080); Ctrl-C stops both
	@$(FLASK) serve

test: $(VENV)/.tests ## Run the whole suite: model, browser, postgres, faults and servers
	$(BIN)/python -m pytest -n 2 --dist loadfile

quick: $(VENV)/.tests ## Run the tests that need no model, browser or server
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "$(QUICK)"

lint: $(VENV)/.tests ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy app config.py wsgi.py

evaluate: setup ## Score extraction, speakers, links and counts on the seeds
	@$(FLASK) evaluate

clean: ## Remove .venv and the caches; the archive in instance/ stays
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; name it with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Making $(VENV)"
	@$(PYTHON) -m venv $(VENV)

# PyTorch first and exactly, so that no other package's range brings a build with gigabytes of CUDA.
$(VENV)/.run-time: requirements.txt | $(BIN)/python
	@echo "Installing what the service needs (some minutes the first time)"
	@$(PIP) $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) "$$(grep '^torch==' requirements.txt)"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.tests: tests/requirements.txt $(VENV)/.run-time
	@echo "Installing what tests need"
	@$(PIP) -r tests/requirements.txt
	@touch $@
