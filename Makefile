# The set-up, the server and the checks of the site; `make help` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev

.PHONY: help
help:  ## What there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed, but '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || true)."; \
	  echo "Install it, or name another one: make run PYTHON=/path/to/python3.12"; exit 1; }
	@echo "Making the Python environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }

$(RUN_STAMP): requirements.txt | $(PY)
	@echo "Installing requirements.txt ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV_STAMP): requirements.txt requirements/dev.txt requirements/services.txt | $(PY)
	@echo "Installing requirements/dev.txt ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements/dev.txt
	@touch $@ $(RUN_STAMP)

.PHONY: run
run: $(RUN_STAMP)  ## Everything from nothing, then the site on http://127.0.0.1:8000 (PORT=…)
	@exec $(PY) manage.py start 127.0.0.1:$(PORT)

.PHONY: serve
serve: export DJANGO_SETTINGS_MODULE = gi_site.settings.trial
serve: export PORT := $(PORT)
serve: $(RUN_STAMP)  ## The same as in production: gunicorn, hashed files, production settings
	@exec $(PY) manage.py start 127.0.0.1:$(PORT)
