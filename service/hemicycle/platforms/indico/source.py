"""Indico as a source of registrations: what the composition root wires."""

import asyncio

import httpx

from hemicycle.platforms.indico.answers import read_answers
from hemicycle.platforms.indico.checkin import Checkin, Pause
from hemicycle.platforms.indico.export import read_export
from hemicycle.registry.incoming import Form, Progress, Reading, ReadingRefused


class Indico:
    """``address`` and ``token``: of the one Indico that this service speaks to, from its environment: a
    request cannot send the token anywhere else.
    """

    def __init__(
        self,
        address: str | None,
        token: str | None,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._address = address
        self._token = token
        self._transport = transport
        self._pause = pause

    def read_export(self, content: bytes, form: Form, progress: Progress) -> Reading:
        """Read a CSV or XLSX export. Raises ``ReadingRefused``."""
        return read_export(content, form, progress)

    async def read_form(self, event: int, number: int, form: Form, progress: Progress) -> Reading:
        """Read a form by the check-in API. Raises ``ReadingRefused``: all of it, or nothing."""
        async with self._checkin() as checkin:
            return read_answers(form, await checkin.registrations(event, number, progress))

    async def check_in(self, event: int, number: int, registration: int, *, checked_in: bool) -> None:
        """Tell Indico that somebody is here, or is not. Raises ``ReadingRefused``."""
        async with self._checkin() as checkin:
            await checkin.check_in(event, number, registration, checked_in=checked_in)

    def _checkin(self) -> Checkin:
        if self._address is None or self._token is None:
            says = "set HEMICYCLE_INDICO_URL and HEMICYCLE_INDICO_TOKEN where the service runs"
            raise ReadingRefused("indico-not-set-up", says)
        return Checkin(self._address, self._token, transport=self._transport, pause=self._pause)
