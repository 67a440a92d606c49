"""Asking a running service, as the secretariat: what all commands of the desk share.

The secretariat's token is read from ``HEMICYCLE_TOKEN``.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

import typer

from hemicycle.cli.running import fail
from hemicycle_client import HemicycleError, Rest, Unreachable

TOKEN = "HEMICYCLE_TOKEN"  # noqa: S105 - the variable's name
HERE = "http://127.0.0.1:8000"

ConferenceArgument = Annotated[str, typer.Argument(help="The conference's id.")]
ServiceOption = Annotated[str, typer.Option("--service", help="The running service.")]

T = TypeVar("T")


def ask(service: str, asking: Callable[[Rest], Awaitable[T]]) -> T:
    """What the service answers; ends the program with its refusal, or because it cannot be asked."""
    token = os.environ.get(TOKEN, "").strip()
    if not (token.isascii() and token.isprintable() and "." in token):
        raise fail(f"set {TOKEN} to a token of the secretariat (hemicycle invite … --bearer makes one)")
    require_address(service)

    async def run() -> T:
        async with Rest(service, token=token) as rest:
            return await asking(rest)

    try:
        return asyncio.run(run())
    except Unreachable as error:
        says = f"{service} does not answer; start it, or name another with --service ({error})"
        raise fail(says) from error
    except HemicycleError as error:
        raise fail(str(error)) from error


def require_address(service: str) -> None:
    """Ends the program where this is no http or https address."""
    if not _is_address(service):
        raise fail(f"{service} is no address of a service; write it as {HERE}")


def _is_address(service: str) -> bool:
    try:
        parts = urlsplit(service)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
