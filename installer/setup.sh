#!/usr/bin/env bash
# Makes this checkout ready to run: system libraries, .venv with the locked dependencies, build products.
# run.sh and test.sh source it; whatever is there already is left alone, and then nothing needs the network.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What Qt (offscreen and xcb), printing and the tests need of the system: what to look for, and the Debian package
# that brings it. Files are looked for, not packages: Ubuntu 24.04 renamed several (libcups2t64), apt knows both names.
libraries=(
  libglib-2.0.so.0=libglib2.0-0 libGL.so.1=libgl1 libEGL.so.1=libegl1 libdbus-1.so.3=libdbus-1-3
  libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0 libxkbcommon-x11.so.0=libxkbcommon-x11-0
  libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1
  libxcb-shape.so.0=libxcb-shape0 libcups.so.2=libcups2
)
commands=(lp=cups-client strace=strace scanimage=sane-utils)

find_python() {
  local python
  for python in python3 python3.13 python3.12 python3.11; do
    "$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    command -v "$python"
    return
  done
  return 1
}

missing_packages() {
  local pair known
  known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p)
  for pair in "${libraries[@]}"; do [[ $known == *"${pair%%=*} "* ]] || echo "${pair#*=}"; done
  for pair in "${commands[@]}"; do command -v "${pair%%=*}" >/dev/null || echo "${pair#*=}"; done
  [ -x .venv/bin/python ] || find_python >/dev/null || echo python3-venv
}

install_packages() {
  if [ "$(id -u)" != 0 ]; then
    echo "Il manque des bibliothèques du système. Installez-les, puis recommencez :" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends $*" >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q
  apt-get install -q -y --no-install-recommends "$@"
}

# The stamp is written last: what was interrupted begins again. The folder counts, since scripts of a virtual
# environment name their path; and a changed lock makes a new one, so that nothing stays which left the lock.
install_dependencies() {
  local digest python
  digest=$({ pwd; cat installer/requirements.lock installer/setup.sh; } | sha256sum)
  [ -x .venv/bin/python ] && [ "$(cat .venv/stamp 2>/dev/null)" = "$digest" ] && return
  python=$(find_python) || { echo "Il faut Python 3.11 ou plus récent, avec son module venv." >&2; exit 1; }
  "$python" -m venv --clear .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
    --require-hashes -r installer/requirements.lock
  write_out_pyside
  install_commands
  echo "$digest" >.venv/stamp
}

# PySide keeps its Python part in a zip inside a library and compiles it again at every start. SBK_EMBED=0 is its own
# switch to write that part out beside the library, once: a start is 25 ms shorter.
write_out_pyside() {
  local binding
  binding=$(SBK_EMBED=0 .venv/bin/python -c 'import PySide6.QtCore, shiboken6; print(shiboken6.__path__[0])')
  .venv/bin/python -m compileall -q "$binding/files.dir"
}

# What an editable install would do, in three small files: pip's own would add 16 ms to every start (an import hook).
install_commands() {
  pwd >"$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/guichet.pth"
  install_command guichet app.__main__
  install_command guichet-caisse app.gateway.__main__
}

install_command() {
  cat >".venv/bin/$1" <<END
#!$PWD/.venv/bin/python
import sys

from $2 import main

sys.exit(main())
END
  chmod +x ".venv/bin/$1"
}

mapfile -t missing < <(missing_packages)
[ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
mkdir -p .build
{
  flock 9 # two set-ups at once would undo each other
  install_dependencies
  .venv/bin/python -m installer.products 9>&-
} 9>.build/lock
