# Two commands from a fresh clone: `make demo` and `make test`. Nothing but Python 3.11 and make is needed.
PYTHON ?= python3.11
ifeq ($(shell command -v $(PYTHON) 2>/dev/null),)
PYTHON := python3
endif
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup demo test coverage check bench bench-charset bench-links bench-reports bench-report-forms bench-portals test-faults bench-watch soak lock clean

help: ## what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

setup: .venv/installed ## build .venv from the lock file, with the xuncha command in it

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Xuncha needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## the main job on real input: seeds and simulated portals, a summary at the end (KEEP=1 keeps the portals up)
	$(BIN)/xuncha demo $(if $(KEEP),--keep)

test: setup ## every test, on SQLite and PostgreSQL, side by side on all cores
	$(BIN)/python -m pytest -n auto --dist worksteal

coverage: setup ## every test with branch coverage, the least covered files last
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report --skip-covered --sort=-cover | tail -n 40

check: setup ## ruff, mypy, import contracts, every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

bench: setup ## pages per second and peak memory, beside a bare Scrapy spider in the same run
	$(BIN)/python -m benchmarks.bench_crawl

bench-charset: setup ## charset verdict and repair against the quality bar, with peers in the same run
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements-peers.txt
	$(BIN)/python -m benchmarks.bench_charset $(if $(FILES),--files $(FILES) --index $(INDEX))

bench-links: setup ## link verdicts, request lines, politeness and speed against the bars, with peers in the same run (PARTS=speed for one)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements-peers-links.txt
	-@command -v npm >/dev/null && npm install --prefix .venv --no-save --silent linkinator@6.3.0
	$(BIN)/python -m benchmarks.bench_links $(PARTS)

bench-reports: setup ## figures of annual reports: a line per document, recall and precision by era, speed, memory
	$(BIN)/python -m benchmarks.bench_reports

bench-report-forms: setup ## the same reports as Word and PDF: figures lost on the way (needs soffice or chromium)
	$(BIN)/python -m benchmarks.bench_report_forms

test-faults: setup ## every kind of hostile answer by itself, crashes, forbidden addresses: a line per kind, memory, seconds
	XUNCHA_TEST_KILLS=20 $(BIN)/python -m pytest tests/crawler/test_crashes.py tests/crawler/test_kill.py tests/crawler/test_canary.py tests/faults
	$(BIN)/python -m benchmarks.bench_faults

bench-watch: setup ## the watch against its bars: alerts over 30 days, kills, the clock of 10,000 portals, growth
	$(BIN)/python -m benchmarks.bench_watch

soak: setup ## the daemon for MINUTES (30) in a bad world: memory, files, rows, alerts; writes docs/soak.svg and docs/soak.csv
	$(BIN)/python -m benchmarks.bench_soak --minutes $(or $(MINUTES),30)

bench-portals: setup ## columns and findings on made-up portals, dates and main text beside peers (FILES=a folder of real pages)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --requirement benchmarks/requirements-peers-pages.txt
	$(BIN)/python -m benchmarks.bench_portals_dates $(if $(FILES),--files $(FILES))
	$(BIN)/python -m benchmarks.bench_portals

lock: ## pin every dependency anew in requirements.lock
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --python-version 3.11 --no-emit-index-url --no-header --upgrade --quiet --output-file requirements.lock

clean: ## remove what the targets made
	rm -rf .venv demo-output htmlcov .coverage .coverage.* build *.egg-info
