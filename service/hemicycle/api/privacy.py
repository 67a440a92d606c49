"""What every answer says unless it says otherwise: it is kept by no cache, and read as nothing else."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

DEFAULTS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class PrivateByDefault:
    """ASGI middleware: adds ``DEFAULTS`` where a route has not set these headers itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add to the head of its answer."""

        async def with_defaults(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in DEFAULTS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_defaults)
