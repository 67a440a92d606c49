"""What the service says of itself: OpenAPI with the commands' schemas, AsyncAPI of the socket."""

from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from hemicycle.api.errors import Problem
from hemicycle.contract.asyncapi import asyncapi
from hemicycle.contract.schemas import component_schemas

router = APIRouter(tags=["service"])


@router.get("/asyncapi.json")
async def live_protocol() -> dict[str, Any]:
    """The live protocol ``hemicycle.v1`` as an AsyncAPI 3 document."""
    return asyncapi()


def install(app: FastAPI) -> None:
    """Let ``/openapi.json`` carry the schemas of commands and frames beside the routers' own."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = get_openapi(title=app.title, version=app.version, routes=app.routes)
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            schemas.update(component_schemas(), Problem=Problem.model_json_schema())
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend its document
