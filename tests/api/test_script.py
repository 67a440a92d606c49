"""The words of the chair's script over REST: for every login, in every language that there is."""

import pytest
from tests.api.edge import Edge, problem

from hemicycle.registry.script_texts import LANGUAGES
from hemicycle.views.script_steps import TEMPLATES


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_login_reads_the_words(edge: Edge, language: str) -> None:
    answer = await edge.ask("chair", "GET", f"script/{language}")
    assert answer.status_code == 200
    assert answer.json()["language"] == language
    assert answer.json()["templates"].keys() == TEMPLATES.keys()


async def test_delegations_have_their_names_within_a_sentence(edge: Edge) -> None:
    answer = await edge.ask("desk", "GET", "script/en")
    assert answer.json()["names"]["USA"] == "the United States of America"


async def test_there_is_no_script_in_another_language(edge: Edge) -> None:
    answer = await edge.ask("chair", "GET", "script/pt")
    assert problem(answer) == (404, "not-found")
    answer = await edge.ask("chair", "GET", "script/..%2Fen")
    assert answer.status_code in {404, 422}
