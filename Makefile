# 安澜 Anlan. Two commands: `make run` opens the desk, `make test` runs the whole check. Both set up what is missing first.
SHELL := /bin/bash
PYTHON_ENV := .venv/bin/python
ARGS ?=

.PHONY: help run test format lock shots
.DEFAULT_GOAL := help

help:
	@echo 'make run     打开指挥台 open the desk             (ARGS="--home DIR" 传参 passes arguments)'
	@echo 'make test    全部检查 format, lint, types, import contracts, tests'
	@echo 'make format  整理代码 format the code'
	@echo 'make shots   重绘截图 draw every workspace         (ARGS="--out DIR")'
	@echo 'make lock    更新锁定版本 resolve the locked versions anew'

run: .venv/.ready-run
	@$(PYTHON_ENV) main.py $(ARGS)

test: .venv/.ready-dev
	@$(PYTHON_ENV) tools/check.py $(ARGS)

format: .venv/.ready-dev
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

shots: .venv/.ready-run
	@$(PYTHON_ENV) tools/shots.py $(ARGS)

lock: .venv/.ready-dev
	@tools/lock.sh

# the stamps are newer than what they were made from: a second run starts at once
.venv/.ready-run: requirements.lock tools/setup.sh
	@tools/setup.sh run

.venv/.ready-dev: requirements-dev.lock tools/setup.sh
	@tools/setup.sh dev
