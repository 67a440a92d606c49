"""JSON Schemas of commands and frames, for OpenAPI and AsyncAPI: one source for both."""

from typing import Any

from pydantic.json_schema import models_json_schema

from hemicycle.contract.commands import MODELS
from hemicycle.contract.frames import FROM_CLIENT, FROM_SERVICE

REF = "#/components/schemas/{model}"


def component_schemas() -> dict[str, Any]:
    """Every command and frame, and what they refer to, by name; ``Command`` is the union of the commands."""
    models = [*MODELS.values(), *FROM_CLIENT, *FROM_SERVICE]
    _, document = models_json_schema([(m, "validation") for m in models], ref_template=REF)
    schemas: dict[str, Any] = document["$defs"]
    references = {name: REF.format(model=model.__name__) for name, model in MODELS.items()}
    schemas["Command"] = {
        "description": "A command: ``command`` names it; its own fields stand beside.",
        "oneOf": [{"$ref": reference} for reference in references.values()],
        "discriminator": {"propertyName": "command", "mapping": references},
    }
    return schemas
