# The two commands are `make site` and `make test`. `make help` lists the others.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PORT ?= 8000
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Printed floats differ in the last digits with the number of threads.
export OMP_NUM_THREADS := 1

# PYTHON=… chooses one; otherwise the first of these that is 3.11 to 3.13.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& { echo $$p; break; }; done)

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.txt constraints.txt pyproject.toml
	@found=$$($(or $(PYTHON),false) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null); \
	case "$$found" in 3.11|3.12|3.13) ;; \
	"") echo "No Python 3.11 to 3.13 found. Install one, or name it: make site PYTHON=/path/to/python3.12"; exit 1;; \
	*) echo "Python $$found is not supported, 3.11 to 3.13 are: make site PYTHON=/path/to/python3.12"; exit 1;; esac
	@echo "Setting up $(VENV): a few minutes, once"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check -r requirements.txt \
		|| { echo "The installation failed: see above. With a network connection, try again."; exit 1; }
	@touch $@

site: $(READY) ## build the book into _build/html
	@python -m sigmoids.site

serve: site ## build the book and serve it on 127.0.0.1
	@echo "http://127.0.0.1:$(PORT)/ (Ctrl+C ends it)"
	@python -m http.server $(PORT) --bind 127.0.0.1 --directory _build/html

lab: $(READY) ## open JupyterLab on your own copies of the notebooks, in work/
	@python -m sigmoids.lab

test: site ## run every check there is
	@ruff check .
	@ruff format --check .
	@python -m tests.browser
	@pytest -n 2 --dist loadfile --nbval --nbval-current-env --nbval-cell-timeout=120 \
		--hold-numbers=tests/numbers.csv

notebooks: $(READY) ## run all chapters and solutions anew and store their outputs
	@python -m sigmoids.notebooks

exercises: $(READY) ## write exercises/ anew from solutions/
	@python -m sigmoids.exercises

bench: site node_modules/.package-lock.json ## measure the pages, the demos, the speed of sigmoids, and scoring
	@python -m benchmarks.pages
	@python -m benchmarks.speed
	@python -m benchmarks.grading

node_modules/.package-lock.json: package-lock.json $(READY)
	@echo "Installing Lighthouse"
	@PUPPETEER_SKIP_DOWNLOAD=1 npm ci --no-progress

clean: ## remove what was built; .venv and work stay
	@rm -rf _build

.PHONY: help site serve lab test notebooks exercises bench clean
