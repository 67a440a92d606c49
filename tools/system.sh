# Sourced by the scripts beside it: how a missing piece of the operating system is met.
# On a person's machine nothing is installed: the script prints the line to run and stops.

fail() {
    printf 'hemicycle: %s\n' "$1" >&2
    exit 1
}

# need_package NAME WHY: installs a Debian package in CI as root; anywhere else prints how to, and fails.
need_package() {
    if [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "hemicycle: CI=true, so installing the system package $1 $2"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
        return
    fi
    fail "the system package $1 is needed $2. On Debian run this line, then try again:
    sudo apt-get install $1"
}
