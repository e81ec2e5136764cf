#!/usr/bin/env bash
# Opens the window for the made-up caisse of Valmont, with that caisse's gateway beside it; what follows goes to
# `guichet run`. Where there is no display, a whole visit is made offscreen and leaves its traces.
set -euo pipefail
GUICHET_DATA=$(realpath -m "${GUICHET_DATA:-$(dirname "$0")/../.data}")
export GUICHET_DATA
. "$(dirname "$0")/setup.sh"

mkdir -p -m 700 "$GUICHET_DATA"
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "Pas d’écran sur cette machine : la visite est faite hors écran."
  exec .venv/bin/guichet demo --out "$GUICHET_DATA/demo"
fi

[ -e "$GUICHET_DATA/settings.toml" ] || cp installer/valmont.toml "$GUICHET_DATA/settings.toml"
gateway=$GUICHET_DATA/gateway caisse=$GUICHET_DATA/caisse
enrolment=$gateway/enrolment.json server='' window=''

# The address is chosen once and stays in the enrolment: below the ports that the system gives away by itself.
port() {
  if [ -e "$enrolment" ]; then
    grep -o '127\.0\.0\.1:[0-9]*' "$enrolment" | cut -d: -f2
    return
  fi
  local port=8480
  while (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

# One that an earlier run left behind still has the port: this one then ends at once, and that one serves.
serve() {
  exec 3< <(exec .venv/bin/guichet-caisse serve --data "$gateway" --port "$1" 2>&1)
  server=$!
}

# The enrolment takes its name last: what was interrupted begins again.
enrol() {
  read -r -u 3 _listening
  .venv/bin/guichet-caisse enrol --data "$gateway" --url "http://127.0.0.1:$1" --caisse-keys "$caisse/999.public.json" \
    --out "$enrolment.new" --json >/dev/null
  .venv/bin/guichet setup --enrolment "$enrolment.new"
  mv "$enrolment.new" "$enrolment"
}

open_gateway() {
  local port
  port=$(port)
  if [ ! -e "$enrolment" ]; then
    .venv/bin/guichet-caisse init --data "$gateway"
    .venv/bin/guichet-caisse keygen 999 --keys "$caisse" --data "$gateway"
  fi
  serve "$port"
  [ -e "$enrolment" ] || enrol "$port"
  local data=${GUICHET_DATA#"$PWD/"}
  echo "Ce que la caisse a reçu : .venv/bin/guichet-caisse list --data $data/gateway"
  echo "L’ouvrir : .venv/bin/guichet-caisse fetch --data $data/gateway --sealed $data/caisse &&" \
    ".venv/bin/guichet-caisse open NUMÉRO --key $data/caisse/999.age --sealed $data/caisse --out $data/caisse/ouvert"
}

stop() {
  for process in $window $server; do kill "$process" 2>/dev/null || true; done
}

trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
unset GUICHET_CAISSE_DATABASE
# A terminal that was set up for a real caisse is left as it is.
if grep -q '^caisse = "999"' "$GUICHET_DATA/settings.toml"; then open_gateway; fi
.venv/bin/guichet run "$@" 3<&- &
window=$!
wait "$window"
