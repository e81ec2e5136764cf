#!/usr/bin/env bash
# Opens the window for the made-up caisse of Valmont; what follows goes to `guichet run`.
# Where there is no display, the same visit is driven offscreen and leaves its screenshots.
set -euo pipefail
GUICHET_DATA=$(realpath -m "${GUICHET_DATA:-$(dirname "$0")/../.data}")
export GUICHET_DATA
. "$(dirname "$0")/setup.sh"

if [ ! -e "$GUICHET_DATA/settings.toml" ]; then
  mkdir -p -m 700 "$GUICHET_DATA"
  cp installer/valmont.toml "$GUICHET_DATA/settings.toml"
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec .venv/bin/guichet run "$@"
fi
QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.journeys.tour .data/screens
echo "Pas d’écran sur cette machine : la visite a été faite hors écran, ses captures sont dans $PWD/.data/screens"
