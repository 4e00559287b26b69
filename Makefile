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

TEMPLATES = $(shell find gi_site home products -name '*.html')
LINT_PATHS := gi_site home products tests manage.py

.PHONY: lint
lint: $(DEV_STAMP)  ## Code and templates keep the style
	@$(PY) -m ruff check $(LINT_PATHS)
	@$(PY) -m ruff format --check $(LINT_PATHS)
	@$(PY) -m djhtml --tabwidth 2 --check $(TEMPLATES)

.PHONY: format
format: $(DEV_STAMP)  ## Bring code and templates into the style
	@$(PY) -m ruff check --fix $(LINT_PATHS)
	@$(PY) -m ruff format $(LINT_PATHS)
	@$(PY) -m djhtml --tabwidth 2 $(TEMPLATES)

# Values as in a real installation, so that the check is about the settings, not about them.
.PHONY: check
check: $(DEV_STAMP)  ## Production settings are safe, migrations complete
	@DJANGO_SETTINGS_MODULE=gi_site.settings.production \
	  SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))') \
	  ALLOWED_HOSTS=gi.example.org SITE_URL=https://gi.example.org \
	  EMAIL_URL=submission://user:password@mail.example.org:587 \
	  DATABASE_URL=$${DATABASE_URL:-sqlite:///$(CURDIR)/var/check.sqlite3} \
	  $(PY) manage.py check --deploy --fail-level WARNING
	@DJANGO_SETTINGS_MODULE=gi_site.settings.test $(PY) manage.py makemigrations --check --dry-run

.PHONY: browser
browser: $(DEV_STAMP)
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
	  command -v $$name >/dev/null && exit 0; done; \
	echo "Installing a browser for the tests ..."; \
	if [ "$$(id -u)" = 0 ]; then $(VENV)/bin/playwright install --with-deps chromium; \
	else $(VENV)/bin/playwright install chromium; fi \
	|| { [ "$$(id -u)" = 0 ] && apt-get update -q && apt-get install -qy chromium; }

WORKERS ?= 2

.PHONY: suite
suite: $(DEV_STAMP) browser  ## The tests alone (DATABASE_URL, TEST_CACHE_URL, ARGS="-k name")
	@$(PY) -m pytest -q -n $(WORKERS) --dist loadgroup $(ARGS)

.PHONY: coverage
coverage: override ARGS += --cov --cov-report=term
coverage: suite  ## The tests, with what they cover; takes half as long again

.PHONY: test
test: lint check suite  ## Everything that must hold before a change is handed in

.PHONY: messages
messages: $(DEV_STAMP)  ## Collect texts to translate into gi_site/locale (needs gettext)
	@$(PY) manage.py makemessages -l zh_Hans --no-obsolete --no-location \
	  -i '.venv/*' -i 'var/*' -i 'tests/*' -i 'static_collected/*'

.PHONY: bench
bench: $(DEV_STAMP)  ## Measure speed; writes docs/performance.md
	@$(PY) -m tests.bench.run $(ARGS)

.PHONY: bench-registry
bench-registry: $(DEV_STAMP)  ## Time checks and lists with 100,000 authorisations (ARGS=number)
	@$(PY) -m tests.bench.registry $(ARGS)

.PHONY: bench-api
bench-api: $(DEV_STAMP)  ## Time the lists of the API with 100,000 authorisations (ARGS=number)
	@$(PY) -m tests.bench.api $(ARGS)

.PHONY: load
load: $(DEV_STAMP)  ## Kill the server under a stream of 1,000 inquiries (ARGS=number)
	@DJANGO_SETTINGS_MODULE=gi_site.settings.test $(PY) -m tests.load.inquiries $(ARGS)

.PHONY: screenshots
screenshots: $(DEV_STAMP) browser  ## Photograph every page type (ARGS="home map"), two for the README
	@$(PY) -m tests.screenshots $(ARGS)

.PHONY: lighthouse
lighthouse: $(DEV_STAMP) browser  ## Lighthouse on home, finder and product; writes docs/lighthouse.md
	@$(PY) -m tests.lighthouse
