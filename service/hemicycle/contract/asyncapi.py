"""The live protocol as an AsyncAPI 3.0 document, from the frames' models."""

from typing import Any

from pydantic import BaseModel

from hemicycle import __version__
from hemicycle.contract.frames import FROM_CLIENT, FROM_SERVICE
from hemicycle.contract.schemas import component_schemas

_CHANNEL = {"$ref": "#/channels/live"}


def asyncapi() -> dict[str, Any]:
    """The document: one channel, what a console sends and what it receives."""
    frames = (*FROM_CLIENT, *FROM_SERVICE)
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Hemicycle live protocol",
            "version": __version__,
            "description": "Websocket, subprotocol hemicycle.v1, JSON text frames told apart by `type`.",
        },
        "channels": {
            "live": {
                "address": "/live/{meeting}",
                "parameters": {"meeting": {"description": "The meeting's id."}},
                "messages": {f.__name__: {"$ref": f"#/components/messages/{f.__name__}"} for f in frames},
            }
        },
        "operations": {
            "sendToService": _operation("receive", FROM_CLIENT),
            "receiveFromService": _operation("send", FROM_SERVICE),
        },
        "components": {
            "messages": {f.__name__: _message(f) for f in frames},
            "schemas": component_schemas(),
        },
    }


def _operation(action: str, frames: tuple[type[BaseModel], ...]) -> dict[str, Any]:
    messages = [{"$ref": f"#/channels/live/messages/{f.__name__}"} for f in frames]
    return {"action": action, "channel": _CHANNEL, "messages": messages}


def _message(frame: type[BaseModel]) -> dict[str, Any]:
    return {
        "name": frame.model_fields["type"].annotation.__args__[0],  # type: ignore[union-attr]  # a Literal
        "summary": frame.__doc__,
        "contentType": "application/json",
        "payload": {"$ref": f"#/components/schemas/{frame.__name__}"},
    }
