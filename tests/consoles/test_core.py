"""The consoles' core has tests of its own, without a browser: run here, so that none is forgotten."""

import shutil
import subprocess
import sys
from pathlib import Path

WEB = Path(__file__).parents[2] / "clients/web"


def test_the_core_passes_its_own_tests() -> None:
    node = shutil.which("node", path=str(Path(sys.executable).parent))
    assert node is not None, "node comes with the virtual environment: run `make setup`"
    run = subprocess.run(
        [node, "--test", "tests/**/*.test.ts"], cwd=WEB, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout
