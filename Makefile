# Everything runs in an environment of its own, .venv, made by the first target that needs it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-all check fix golden locales bench docs screenshots serve clean

demo: $(VENV)/.ready          ## the whole loop on the samples: publish, mail, reply, changed page
	$(BIN)/golive demo

test: $(VENV)/.ready          ## the tests that run everywhere
	$(BIN)/pytest -n 2 -m "not slow"

test-all: $(VENV)/.ready      ## and those that are slow or want what .ci/install-extras installs
	$(BIN)/pytest -n 2

check: $(VENV)/.ready         ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fix: $(VENV)/.ready           ## mend what lint and format can mend by themselves
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: $(VENV)/.ready        ## write the golden files anew; then read the diff
	$(BIN)/pytest -n 2 -m "not slow" --update-golden || true
	git status --short -- tests docs

locales: $(VENV)/.ready       ## bring theme/locales up to date with what the sources say
	$(BIN)/python tests/catalogues.py

bench: $(VENV)/.ready         ## measure on this machine
	for script in tests/bench/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

docs: $(VENV)/.ready          ## the documentation as a site, in build/docs
	$(BIN)/mkdocs build --quiet --strict -f docs/site/mkdocs.yml

screenshots: $(VENV)/.ready   ## take the pictures in docs/ anew; look at each before you commit it
	$(BIN)/pytest -p no:randomly tests/browser/pictures.py

serve: $(VENV)/.ready         ## one deal with live reload: GOLIVE_DEAL=acme make serve
	$(BIN)/mkdocs serve

clean:
	rm -rf $(VENV) build dist site public .golive .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.ready: pyproject.toml requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "golive needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
