# Each target calls a script that works without make.
.PHONY: demo test test-services lock quality speed

demo:
	@scripts/demo

test:
	@scripts/test

test-services:
	@scripts/test-services

lock:
	@scripts/lock

quality:
	@scripts/install && .venv/bin/python -m bench.quality --gold "$(GOLD)"

speed:
	@scripts/install && .venv/bin/python -m bench.speed
