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
# The shell without windows does a page's work in half the time; where only the whole browser is, that serves.
for name in chromium-headless-shell chromium; do
    found=$(command -v "$name" || true)
    if [ -n "$found" ] && answers "$found"; then
        echo "$found"
        exit
    fi
done
need_package chromium-headless-shell "for the browser tests (or set HEMICYCLE_CHROMIUM=/path to a Chromium)" >&2
found=$(command -v chromium-headless-shell) && answers "$found" || fail "chromium-headless-shell was installed but does not start"
echo "$found"
