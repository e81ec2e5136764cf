#!/usr/bin/env bash
# Everything that must hold before a change lands; stops at the first failure.
set -euo pipefail
. "$(dirname "$0")/setup.sh"
export PATH=$PWD/.venv/bin:$PATH QT_QPA_PLATFORM=offscreen

step() {
  echo
  echo "== $1"
  shift
  "$@"
}

step "formatting" ruff format --check
step "lint" ruff check
step "types" mypy
step "import contracts" lint-imports
step "translations" python -m installer.translations check
# The core by itself: measuring what runs makes every other test half as long again.
core=(tests/models tests/forms tests/protocol)
step "tests of the core" python -m pytest -q -n auto "${core[@]}" \
  --cov=app.models --cov=app.forms --cov=app.protocol --cov-report=term-missing:skip-covered --cov-fail-under=100
step "tests" python -m pytest -q -n auto "${core[@]/#/--ignore=}"
