"""The booths over REST: read and replaced by who may change the conference, and by nobody else."""

from tests.api.edge import Edge

PLACE = "conferences/moot/booths"
STAFFED = {
    "booths": [
        {
            "id": "en-fr",
            "outgoing": ["en", "fr"],
            "remote": True,
            "interpreters": [{"participant": "booth", "a": ["en"], "b": ["fr"], "c": []}],
        }
    ]
}


async def test_the_desk_reads_and_replaces_the_booths(edge: Edge) -> None:
    (before,) = (await edge.ask("desk", "GET", PLACE)).json()["booths"]
    assert (before["id"], [i["participant"] for i in before["interpreters"]]) == ("fr", ["booth"])
    answer = await edge.ask("desk", "PUT", PLACE, json=STAFFED)
    assert answer.status_code == 200
    assert answer.json() == STAFFED == (await edge.ask("desk", "GET", PLACE)).json()


async def test_what_does_not_go_together_is_refused_with_its_field(edge: Edge) -> None:
    wrong = {"booths": [{"id": "de", "outgoing": ["de"]}]}
    answer = await edge.ask("desk", "PUT", PLACE, json=wrong)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["loc"] == "body.booths.0.outgoing"
    assert (await edge.ask("desk", "GET", PLACE)).json()["booths"][0]["id"] == "fr"


async def test_a_delegate_does_not_see_who_interprets(edge: Edge) -> None:
    assert (await edge.ask("pan-online", "GET", PLACE)).status_code == 403
    assert (await edge.ask("pan-online", "PUT", PLACE, json=STAFFED)).status_code == 403
