# Everything a newcomer needs; works with only python3, pip and make.
# Another Python: make demo PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types contracts docs docs-check picture lowest example clean

# Install, run the main job on the example ledger, say where to look.
demo: $(VENV)/.installed
	$(BIN)/arcollect report examples/ledger.xlsx -o out
	@echo
	@echo "Look at:  out/report.xlsx  out/summary.html  and the letters beside them."
	@echo "Yours:    $(BIN)/arcollect your-ledger.xlsx"

# Install with the test tools and run every test.
test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

# House style: rules, then layout.
lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# Every annotation holds.
types: $(VENV)/.installed-dev
	$(BIN)/mypy

# Imports flow one way.
contracts: $(VENV)/.installed-dev
	$(BIN)/lint-imports

# Write the generated pages and the outputs shown in the READMEs anew.
docs: $(VENV)/.installed-dev
	$(BIN)/python docs/refresh.py

# Fail when a generated page or a shown output is out of date.
docs-check: $(VENV)/.installed-dev
	$(BIN)/python docs/refresh.py --check

# Take the picture of the READMEs anew (needs Chromium).
picture: demo
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1100,1250 --screenshot=docs/summary.png file://$(CURDIR)/out/summary.html

# Run the tests against the oldest versions that pyproject.toml allows.
lowest: | $(VENV)/.installed-dev
	$(BIN)/python -c 'import tomllib; [print(d.split(";")[0].replace(">=", "==")) for d in tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"]]' >$(VENV)/lowest.txt
	$(PYTHON) -m venv --without-pip .venv-lowest
	$(PYTHON) -m pip --python .venv-lowest/bin/python install --quiet -r $(VENV)/lowest.txt '.[dev]'
	.venv-lowest/bin/python -m pytest

# Make examples/ledger.xlsx anew (same script, same bytes).
example: $(VENV)/.installed
	$(BIN)/python examples/make_example.py

# Remove what can be made again.
clean:
	rm -rf $(VENV) .venv-lowest out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# Debian's venv has no pip inside, so the system's pip installs into it; where the
# system has none, the environment brings its own.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "arcollect needs Python 3.11 or newer: make demo PYTHON=python3.12")'
	@if $(PYTHON) -m pip --version >/dev/null 2>&1; \
	then $(PYTHON) -m venv --without-pip $(VENV); \
	else $(PYTHON) -m venv $(VENV); fi

define install
	@if $(PYTHON) -m pip --version >/dev/null 2>&1; \
	then $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check -c constraints.txt -e $(1); \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e $(1); fi
	@touch $@
endef

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(call install,.)

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(call install,'.[dev]')
	@touch $(VENV)/.installed
