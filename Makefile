# Maillage: the two commands are `make demo` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
RELEASE := .build/release/maillage
TIMED := 'GraphvizKitTests|PDFPrinter'
GRAPHS := $(sort $(notdir $(patsubst %/,%,$(wildcard Graphs/*/))))

.PHONY: test-browser bench-explorer check-api yardstick yardstick-dated yardstick-gaps help install build release demo test lint samples bench peers-check bench-peers peers-communities sanitize clean

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

install: ## Install what the build needs (Graphviz library, fonts), or say exactly what is missing
	@.ci/install

build: install ## Build for work on the code
	$(SWIFT) build

release: install ## Build the fast program, .build/release/maillage
	@echo "== build (release)"
	$(SWIFT) build -c release --product maillage

demo: release ## Draw the maps and analyses of Graphs/ into demo/
	@.ci/demo $(RELEASE) demo $(GRAPHS)

lint:
	@echo "== lint"
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

test: install lint ## Lint, then all tests
	@echo "== build (debug, with tests)"
	$(SWIFT) build --build-tests
	@echo "== tests: workers and printing, alone, since they are held to limits of time"
	$(SWIFT) test --skip-build --filter $(TIMED)
	@echo "== tests: all others"
	$(SWIFT) test --skip-build --skip $(TIMED)

samples: release ## Make again the pictures and reports that Samples/ shows
	@.ci/samples $(RELEASE) $(GRAPHS)

bench: install ## Measure the maps against the plain Graphviz commands, as ratios
	$(SWIFT) build -c release
	.build/release/maillage-bench map Graphs/*/
	.build/release/maillage-bench map --repeats 3 generated:500 generated:2000 generated:5000 \
	  $(wildcard $(or $(MAILLAGE_DATA),../shared/data)/anct-programmes)
	.build/release/maillage-bench renders

.venv: Tests/Peers/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --requirement Tests/Peers/requirements.txt
	touch .venv

peers-check: install .venv ## Compare every measure with igraph, networkx and networkit on ten graphs
	$(SWIFT) build -c release --product maillage-bench
	.venv/bin/python Tests/Peers/check.py .build/release/maillage-bench

bench-peers: install .venv ## Time the measures against their peers, in turn, on one thread and on all
	$(SWIFT) build -c release --product maillage-bench
	.venv/bin/python Tests/Peers/bench.py .build/release/maillage-bench --write Tests/Baselines/peers.json

test-browser: release Tests/Browser/requirements.txt ## Journeys through the published explorer in a real Chromium
	@.ci/test-browser $(RELEASE)

bench-explorer: install ## Time the explorer in Chromium and under wrk, beside baselines
	$(SWIFT) build -c release
	@.ci/bench-explorer $(RELEASE) .build/release/maillage-bench

check-api: release ## Throw requests made from its OpenAPI document at the explorer's server
	@.ci/check-api $(RELEASE)

peers-communities: install .venv ## Compare the quality of clusters, and the time they take, with the peers'
	$(SWIFT) build -c release --product maillage-bench
	.venv/bin/python Tests/Peers/communities.py .build/release/maillage-bench

sanitize: install ## Tests under the address sanitizer, then the thread sanitizer
	.ci/sanitize

clean: ## Remove what was built and drawn
	rm -rf .build demo

yardstick: release ## Rank the hidden ties of real networks, beside plain measures
	@.ci/yardstick structure $(RELEASE)

yardstick-dated: release ## Foretell the new partnerships of French Horizon 2020 consortia
	@.ci/yardstick dated $(RELEASE)

yardstick-gaps: release ## Compare French départements, plant gaps into them and count those found
	@.ci/yardstick gaps $(RELEASE)
