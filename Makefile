# Everything that is done with a checkout. `make` alone lists it.
# Paths are relative and quoted: the checkout may lie under a name with spaces or Arabic letters.
SHELL := /bin/sh
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help demo test check scores floors pairs links bench million soak robust fuzz lint format lock clean

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

demo: ## set up and read the demonstration into a record, ./mawqif.db
	@tools/setup demo
	@$(PY) -m mawqif demo

test: ## set up, then tests, linters and types
	@tools/setup dev
	$(PY) -m pytest -n auto -m "not shared"
	$(PY) -m ruff check .
	$(PY) -m mypy

check: test ## test, then the figures on the annotated articles in ../shared
	$(PY) -m pytest -m shared -rs

scores: ## count the shares behind scores anew on ../shared, and say what scores are worth
	@tools/setup dev
	@$(PY) tools/calibrate.py

floors: ## raise the floors in tests/floors.yaml to the figures on ../shared
	@tools/setup dev
	@$(PY) tools/floors.py

pairs: ## precision and recall of actors across reports, on annotations/pairs.jsonl and ../shared/corpus
	@tools/setup dev
	@PYTHONPATH=tools $(PY) tools/pairs.py score --ids actors:ids

links: ## precision and recall of copies, stories and utterances, on annotations and ../shared/corpus
	@tools/setup dev
	@PYTHONPATH=tools $(PY) tools/links.py classes -o out/classes.jsonl
	@$(PY) tools/copies.py score --classes out/classes.jsonl
	@PYTHONPATH=tools $(PY) tools/sayings.py score --ids links:utterances
	@$(PY) tools/links.py shuffled

million: ## how linking grows, up to a record of a million statements made of ../shared/corpus
	@tools/setup dev
	@$(PY) tools/million.py

bench: ## how fast, beside a bare tokenisation of the same text
	@tools/setup demo
	@$(PY) tools/bench.py

robust: ## other ways of writing over a sample of ../shared/corpus: what stays the same
	@tools/setup dev
	@$(PY) tools/robustness.py --need-corpus

fuzz: ## articles of ../shared/corpus cut, shuffled, repeated, joined, strewn with odd characters
	@tools/setup dev
	@$(PY) tools/fuzz.py --seconds 120

soak: robust fuzz ## every article of ../shared/corpus once; other ways of writing; the fuzz
	@$(PY) tools/bench.py --all --need-corpus --most-memory 600

lint: ## linters and types alone
	@tools/setup dev
	$(PY) -m ruff check .
	$(PY) -m mypy

format: ## write the house format
	@tools/setup dev
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

lock: ## write the locks anew from pyproject.toml (needs uv)
	@tools/lock

clean: ## remove what was made, but no record
	rm -rf .venv dist build out .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
