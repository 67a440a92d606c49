"""Looking after the folder of files: what a crash left behind goes, what is missing is told."""

import logging

from hemicycle.documents import store
from hemicycle.documents.files import Files, Swept
from hemicycle.storage import Engine, reading

_log = logging.getLogger(__name__)


def sweep(engine: Engine, files: Files) -> Swept:
    """Compare the folder with the rows, remove what no row names, and log both kinds by number."""
    with reading(engine) as conn:
        named = store.named(conn)
    swept = files.sweep(named)
    if swept.orphans:
        _log.info("%d files that no document names were removed", len(swept.orphans))
    if swept.missing:
        _log.error("%d documents lack their file in %s", len(swept.missing), files.folder)
    return swept
