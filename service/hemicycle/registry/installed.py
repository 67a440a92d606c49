"""What comes with the service beside its code: ``config/``, in the wheel or in the repository."""

from pathlib import Path

import hemicycle

_PACKAGE = Path(hemicycle.__file__).parent


def installed(folder: str) -> Path:
    """A folder of ``config/``: inside the package, or where the repository keeps it."""
    inside = _PACKAGE / "config"
    config = inside if inside.is_dir() else _PACKAGE.parents[1] / "config"
    return config / folder
