#!/bin/bash
# Prints the path of a Chromium for the browser tests, on standard output; everything else goes to standard error.
# HEMICYCLE_CHROMIUM=/path chooses one. Run by `make test`; `make demo` needs no browser of ours.
set -eu
cd "$(dirname "$0")/.."
. tools/system.sh

# Ubuntu's chromium is a stub that needs snapd: only one that answers counts.
answers() { "$1" --version >/dev/null 2>&1; }

if [ -n "${HEMICYCLE_CHROMIUM:-}" ]; then
    answers "$HEMICYCLE_CHROMIUM" || fail "HEMICYCLE_CHROMIUM=$HEMICYCLE_CHROMIUM does not answer to --version"
    echo "$HEMICYCLE_CHROMIUM"
    exit
fi
found=$(command -v chromium || true)
if [ -z "$found" ] || ! answers "$found"; then
    need_package chromium "for the browser tests (or set HEMICYCLE_CHROMIUM=/path to one that is there)" >&2
    found=$(command -v chromium) && answers "$found" || fail "chromium was installed but does not start: chromium --version"
fi
echo "$found"
