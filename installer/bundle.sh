#!/usr/bin/env bash
# Makes the frozen program: .build/bundle/guichet, a folder that runs without Python, and its archive beside it.
# Fails unless it holds nothing too much (bundle_check) and works alone, away from here (tests.installer.alone).
# It runs where the C library is at least as new as here: build on the oldest system that is to be served.
set -euo pipefail
. "$(dirname "$0")/setup.sh"

# What only freezing needs: a Debian python is linked with its own library, PyInstaller wants the shared one.
shared=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_config_var("INSTSONAME"))')
libraries=()
if [ ! -e "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_config_var("LIBDIR"))')/$shared" ]; then
  libraries=("$shared=${shared%.so*}")
fi
commands=(objdump=binutils xz=xz-utils)
mapfile -t missing < <(missing_packages)
[ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"

folder=.build/bundle
version=$(.venv/bin/python -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])')
archive=$folder/guichet-$version-linux-$(uname -m).tar.xz

{
  flock 9 # two at once would write into the same folder
  rm -rf "$folder/guichet" "$folder"/guichet-*.tar.xz
  PYINSTALLER_CONFIG_DIR=$PWD/$folder/work .venv/bin/pyinstaller --noconfirm --log-level ERROR \
    --workpath "$folder/work" --distpath "$folder" installer/guichet.spec 9>&-
} 9>.build/bundle.lock

echo "== ce qu’il y a dedans"
.venv/bin/python -m installer.bundle_check "$folder/guichet"
echo "== seul, ailleurs, sans Python"
.venv/bin/python -m tests.installer.alone "$folder/guichet"
echo "== le temps et la place"
.venv/bin/python -m installer.bundle_pace "$folder/guichet/guichet"
tar --create --sort=name --owner=0 --group=0 --numeric-owner --directory "$folder" guichet | xz -T0 >"$archive"
echo "Déplié : $(du --summarize --apparent-size --block-size=1MB "$folder/guichet" | cut -f 1) Mo." \
  "Archive : $(du --apparent-size --block-size=1MB "$archive" | cut -f 1) Mo, $archive"
