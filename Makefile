# The two commands are `make site` and `make test`. `make help` lists the others.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

VENV := .venv
BIN := $(VENV)/bin
# Named after what it was installed from, by content: after a switch of branches all files are new.
PINS := requirements.txt constraints.txt pyproject.toml
READY := $(VENV)/.ready-$(shell cat $(PINS) | cksum | tr ' ' -)
PORT ?= 8000
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Printed floats differ in the last digits with the number of threads.
export OMP_NUM_THREADS := 1

# PYTHON=… chooses one; otherwise the first of these that is supported, or else python3.
SUPPORTED := (3, 11, 2) <= sys.version_info[:3] < (3, 15)
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(not $(SUPPORTED))' 2>/dev/null && { echo $$p; exit; }; done; \
	command -v python3)

# The Python asked for by PYTHON=… on the command line, as 3.12.
ASKED := $(if $(filter command%,$(origin PYTHON)),$(shell \
	$(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null))
# The place that $(VENV) names as its own, if it lies elsewhere now, or its Python is gone or another:
# its commands begin with that place, and with the folder moved they are not found. Another version
# of Python does not find what was installed.
STALE := $(shell [ -e $(BIN)/activate ] || exit 0; \
	place=$$(. $(BIN)/activate 2>/dev/null && echo "$$VIRTUAL_ENV"); \
	[ "$$place" -ef $(VENV) ] && $(BIN)/python -c 'import pip' 2>/dev/null && \
	{ [ -z "$(ASKED)" ] || [ -d $(VENV)/lib/python$(ASKED) ]; } || echo "$${place:-elsewhere}")

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): $(if $(STALE),moved)
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(not $(SUPPORTED))' 2>/dev/null || { \
		found=$$($(or $(PYTHON),false) -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' \
			2>/dev/null) && found="Python $$found"; where="$(PYTHON)"; \
		echo "Found $${found:-no Python}$${where:+ ($$where)}, but the book needs"; \
		echo "Python 3.11 to 3.14 (of 3.11, 3.11.2 or later). Install one, or name it:"; \
		echo "make site PYTHON=/path/to/python3.12"; exit 1; }
	@echo "Setting up $(VENV): a few minutes, once"
	@rm -f $(VENV)/.ready*
	@$(PYTHON) -m venv $(VENV) $(if $(STALE),--clear)
	@trap 'echo "Interrupted: $(VENV) is not complete yet. The same command goes on."; exit 130' INT; \
	env -u PIP_TARGET -u PIP_PREFIX -u PIP_ROOT PIP_USER=0 \
		$(BIN)/python -m pip install --disable-pip-version-check -r requirements.txt || { \
		echo "pip could not install the packages; it says why above. If a server did not answer,"; \
		echo "see to the network connection. The same command goes on from there."; exit 1; }
	@[ ! -e $(BIN)/activate ] || echo '[ -d "$$VIRTUAL_ENV" ] || echo "The course was moved:" \
		"go to its folder, type make site, then activate .venv anew." >&2' >> $(BIN)/activate
	@touch $@

moved:
	@echo "$(VENV) was made for another place or Python, $(STALE): it is made anew"

site: $(READY) ## build the book into _build/html
	@python -m sigmoids_book.site

serve: site ## build the book and serve it on 127.0.0.1
	@echo "http://127.0.0.1:$(PORT)/ (Ctrl+C ends it)"
	@python -m http.server $(PORT) --bind 127.0.0.1 --directory _build/html

lab: $(READY) ## open JupyterLab on your own copies of the notebooks, in work/
	@python -m sigmoids_book.lab

check: $(READY) ## check in a moment what FILES=… can break, or what git says has changed
	@python -m sigmoids_book.quick $(FILES)

test: site ## run every check there is
	@ruff check .
	@ruff format --check .
	@npx --no biome ci --error-on-warnings
	@python -m tests.support.browser
	@pytest -n 3 --dist loadfile --nbval --nbval-current-env --nbval-cell-timeout=120 \
		--durations=10 --hold-numbers=tests/numbers.csv

mutants: $(READY) ## change a line of the code at a time: which changes does no test notice?
	@python -m tests.support.mutants

notebooks: $(READY) ## run all chapters and solutions anew and store their outputs
	@python -m sigmoids_book.notebooks

exercises: $(READY) ## write exercises/ anew from solutions/
	@python -m sigmoids_book.release

bundles: $(READY) ## put the demos' programs together anew, for JupyterLab
	@python -m sigmoids_book.bundles

bench: site ## measure the pages, the demos, the speed of sigmoids, and scoring
	@python -m sigmoids_book.node bench
	@python -m benchmarks.pages
	@python -m benchmarks.speed
	@python -m benchmarks.grading

clean: ## remove what was built; .venv and work stay
	@rm -rf _build

.PHONY: help moved site serve lab check test mutants notebooks exercises bundles bench clean
