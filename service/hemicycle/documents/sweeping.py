"""Looking after the folder of files: what a crash left behind goes, what is missing is told."""

import logging
from datetime import datetime, timedelta

from hemicycle.documents import store
from hemicycle.documents.files import Files, Swept
from hemicycle.storage import Engine, writing

_log = logging.getLogger(__name__)


UNUSED = timedelta(days=1)
"""How long, in service time, an uploaded file waits for the note that it is of."""


def sweep(engine: Engine, files: Files, now: datetime) -> Swept:
    """Forget uploads that no note has, compare the folder with the rows, remove what no row names, and log
    each kind by number. ``now``: service time.
    """
    with writing(engine) as conn:
        unused = store.forget_unused(conn, now - UNUSED)
        named = store.named(conn)
    if unused:
        _log.info("%d uploads that no note verbale has were forgotten", unused)
    swept = files.sweep(named)
    if swept.orphans:
        _log.info("%d files that no document names were removed", len(swept.orphans))
    if swept.missing:
        _log.error("%d documents lack their file in %s", len(swept.missing), files.folder)
    return swept
