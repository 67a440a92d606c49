"""``make bench``: measures what the documentation's figures say, and prints them with the machine's name."""

import argparse
import json
import sys
from collections.abc import Callable

from benchmarks import (
    announcing,
    ask_at_once,
    clone_to_running,
    forecasting,
    hub_fan_out,
    lost_line,
    matching,
    one_command,
    two_databases,
)
from benchmarks.machine import machine
from benchmarks.report import Report, show

BENCHMARKS: dict[str, Callable[[Callable[[str], None]], Report]] = {
    "ask_at_once": ask_at_once.measure,
    "one_command": one_command.measure,
    "fan_out": hub_fan_out.measure,
    "matching": matching.measure,
    "announcing": announcing.measure,
    "forecasting": forecasting.measure,
    "lost_line": lost_line.measure,
    "clone_to_running": clone_to_running.measure,
    "two_databases": two_databases.measure,
}
QUICK = ("ask_at_once", "one_command", "forecasting", "fan_out")


def say(what: str) -> None:
    """Progress, beside the figures."""
    print(f"  {what}", file=sys.stderr, flush=True)


def main() -> None:
    """Run the chosen benchmarks one after another."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").strip())
    listed = ", ".join(BENCHMARKS)
    parser.add_argument("names", nargs="*", help=f"of {listed}; default: {' '.join(QUICK)}")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    chosen = parser.parse_args()
    if unknown := sorted(set(chosen.names) - BENCHMARKS.keys()):
        parser.error(f"there is no benchmark {unknown[0]}; there are {listed}")
    here, reports = machine(), []
    for name in chosen.names or QUICK:
        say(name)
        reports.append(BENCHMARKS[name](say))
    if chosen.json:
        print(json.dumps({"machine": here, "reports": [report.to_dict() for report in reports]}, indent=2))
    else:
        show(here, reports)


if __name__ == "__main__":
    main()
