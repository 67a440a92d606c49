"""What the service says of itself: OpenAPI that its answers keep to, AsyncAPI that names every frame."""

from collections.abc import Iterator
from typing import Any, get_args

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import CheckFunction, GenerationMode, openapi
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.api.edge import Edge
from tests.api.listening import Listening
from tests.conduct.moot import token_for

from hemicycle.contract.commands import COMMANDS
from hemicycle.contract.frames import FROM_CLIENT, FROM_SERVICE
from hemicycle.contract.problems import MEDIA_TYPE

CHECKS: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


async def _document(edge: Edge, path: str) -> Any:
    return (await (await edge.browser()).get(path)).json()


def _references(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
        return own.union(*map(_references, node.values()))
    if isinstance(node, list):
        return set().union(*map(_references, node))
    return set()


@pytest.mark.parametrize("path", ["/openapi.json", "/asyncapi.json"])
async def test_every_reference_leads_somewhere(edge: Edge, path: str) -> None:
    document = await _document(edge, path)
    for reference in _references(document):
        found = document
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]
        assert found


async def test_every_operation_names_its_problems(edge: Edge) -> None:
    document = await _document(edge, "/openapi.json")
    for path, operations in document["paths"].items():
        if path in {"/healthz", "/asyncapi.json"}:
            continue
        for method, operation in operations.items():
            assert {"400", "401", "403", "404", "413", "422", "429", "503"} <= set(operation["responses"])
            for status, response in operation["responses"].items():
                if status >= "400":
                    assert set(response["content"]) == {MEDIA_TYPE}, (method, path, status)


async def test_every_command_is_described(edge: Edge) -> None:
    document = await _document(edge, "/openapi.json")
    union = document["components"]["schemas"]["Command"]
    assert set(union["discriminator"]["mapping"]) == set(COMMANDS)
    posted = document["paths"]["/api/v1/meetings/{meeting}/commands"]["post"]["requestBody"]
    assert posted["content"]["application/json"]["schema"]["$ref"] == "#/components/schemas/Command"


async def test_every_frame_is_described(edge: Edge) -> None:
    document = await _document(edge, "/asyncapi.json")
    named = {message["name"] for message in document["components"]["messages"].values()}
    kinds = (get_args(f.model_fields["type"].annotation)[0] for f in (*FROM_CLIENT, *FROM_SERVICE))
    assert named == set(kinds)
    assert document["asyncapi"] == "3.0.0"


async def test_what_only_browsers_use_is_not_in_the_document(edge: Edge) -> None:
    document = await _document(edge, "/openapi.json")
    assert not [path for path in document["paths"] if path.startswith(("/c/", "/demo", "/assets"))]


def _operations(service: Listening) -> Iterator[APIOperation[Any, Any, Any, Any]]:
    with httpx.Client(trust_env=False, timeout=60) as http:
        schema = openapi.from_dict(http.get(f"{service.url}/openapi.json").json())
    schema.config.update(base_url=service.url)
    for result in schema.get_all_operations():
        assert isinstance(result, Ok)
        yield result.ok()


def _can_be_wrong(operation: APIOperation[Any, Any, Any, Any]) -> bool:
    """Whether it takes more than names in its path: to them any text is right, be it of nobody's."""
    chosen = any("enum" in parameter.definition["schema"] for parameter in operation.path_parameters)
    return bool(operation.body or operation.query) or chosen


def _keeps_to_it(
    operation: APIOperation[Any, Any, Any, Any], mode: GenerationMode, headers: dict[str, str]
) -> None:
    @settings(max_examples=3, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(headers=headers, checks=CHECKS)

    ask()


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "who, mode",
    [
        ("desk", GenerationMode.POSITIVE),
        ("desk", GenerationMode.NEGATIVE),
        ("pan-online", GenerationMode.POSITIVE),
    ],
)
def test_answers_keep_to_the_document(service: Listening, who: str, mode: GenerationMode) -> None:
    """Requests made from the document, right and wrong ones: never a 500, never an answer not described."""
    for operation in _operations(service):
        if mode == GenerationMode.NEGATIVE and not _can_be_wrong(operation):
            continue
        _, token = token_for(service.engine, who)
        _keeps_to_it(operation, mode, {"Authorization": f"Bearer {token}"})
