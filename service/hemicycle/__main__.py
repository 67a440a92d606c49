"""``python -m hemicycle``: the same as the command ``hemicycle``."""

from hemicycle.cli import app

if __name__ == "__main__":
    app()
