#!/bin/bash
# Pins every dependency with its hashes, for all platforms at once: `make lock`.
# requirements.lock is what people work with; the image installs requirements-runtime.lock, the same pins
# without the development tools. Neither names a registry, so they are good behind any mirror.
set -eu
cd "$(dirname "$0")/.."

compile() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@" pyproject.toml
}

compile --all-extras "$@" --output-file requirements.lock
compile --constraint requirements.lock --output-file requirements-runtime.lock
