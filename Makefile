# `make` installs what is missing, builds, publishes the guide and fills the sample application.
ZHINAN = .build/release/zhinan
SAMPLE = content/2026-12/examples/ca-application/new-company.yml

.PHONY: all site install build sample test lint mutants serve pictures bench docs clean

all: site sample

install:
	@scripts/install

build: install
	@swift build -c release --product zhinan --explicit-target-dependency-import-check error

site: build
	@$(ZHINAN) build --output site

sample: site
	@mkdir -p output
	@$(ZHINAN) form fill ca-application $(SAMPLE) -o output/ca-application.pdf >/dev/null
	@echo "output/ca-application.pdf  filled from $(SAMPLE)"

test:
	@scripts/install --test
	@scripts/test

# Small changes that a test should notice, one by one: some twenty minutes.
mutants:
	@scripts/install --test
	@.venv/bin/python Tests/Mutants/mutants.py

lint:
	@scripts/install --lint
	@scripts/javascript
	@swift format lint --strict --recursive Sources Tests Plugins Benchmarks Package.swift

serve: build
	@$(ZHINAN) serve

pictures: sample
	@scripts/install --test
	@.venv/bin/python scripts/pictures.py
	@.venv/bin/python scripts/figure.py

bench: site
	@scripts/install --test
	@scripts/install --bench
	@swift build -c release --product ValidationBench
	@swift build -c release --product FormBench
	@.build/release/ValidationBench
	@.venv/bin/python Benchmarks/peer.py
	@.venv/bin/python Benchmarks/lines.py
	@.build/release/FormBench
	@.venv/bin/python Benchmarks/forms.py
	@.venv/bin/python Benchmarks/batch.py
	@.venv/bin/python Benchmarks/preview.py
	@.venv/bin/python Benchmarks/site.py

docs:
	@swift package --allow-writing-to-directory docs/api generate-documentation --target ZhinanValidation \
	  --output-path docs/api --transform-for-static-hosting

clean:
	@rm -rf .build output
	@find site -mindepth 1 -not -name .gitignore -delete
