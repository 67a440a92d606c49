"""Limits and approvals from the command line, asked of a service that is running."""

from pathlib import Path

from tests.api.listening import Listening
from tests.cli.terminal import Said, asked
from tests.conduct.accrediting import ONLINE_OBSERVER, registered

POLICY = """\
reason = "the room is withdrawn"

[[limits]]
modality = "online"
role = "speaker"
nominated = 2
at_once = 2

[[limits]]
modality = "online"
role = "observer"
nominated = 2
at_once = 2

[[pools]]
id = "platform"
modality = "online"
size = 500
"""


def _desk(service: Listening, *arguments: str) -> Said:
    return asked(service, *arguments, COLUMNS="200")


def test_limits_are_tried_published_shown_and_settled(service: Listening, tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(POLICY, "utf-8")
    tried = _desk(service, "limits", "publish", "moot", str(file), "--dry-run")
    assert "5 to be settled" in tried.out, tried.err
    assert "Everybody fits" in _desk(service, "limits", "show", "moot").out
    published = _desk(service, "limits", "publish", "moot", str(file))
    assert "Version 2 is published" in published.out
    shown = _desk(service, "limits", "show", "moot").out
    assert "the room is withdrawn" in shown
    assert "pool platform" in shown
    assert "seat:in_person.speaker.*" in shown
    moved = _desk(
        service, "limits", "settle", "moot", "move", "pan-room", "--modality", "online", "--role", "speaker"
    )
    assert "1 settled, 0 refused; 4 to be settled" in moved.out, moved.err
    refused = _desk(service, "limits", "settle", "moot", "keep", "--delegation", "ita")
    assert refused.code == 1
    assert "needs a reason" in refused.out
    kept = _desk(service, "limits", "settle", "moot", "keep", "--delegation", "ita", "--reason", "here")
    assert kept.code == 0, kept.out
    rest = (
        "--everybody",
        "--limit",
        "place:in_person.speaker.*",
        "--modality",
        "online",
        "--role",
        "observer",
    )
    assert "0 refused" in _desk(service, "limits", "settle", "moot", "move", *rest).out
    assert _desk(service, "limits", "settle", "moot", "keep", "--reason", "nobody").code == 2


def test_a_file_that_is_wrong_is_told_by_line(service: Listening, tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(POLICY.replace("nominated = 2", 'nominated = "two"', 1), "utf-8")
    said = _desk(service, "limits", "publish", "moot", str(file))
    assert said.code == 1
    assert "limits.toml:6: limits[1].nominated" in said.err.replace("\n", "")


def test_the_clean_are_approved_and_a_stranger_only_with_a_reason(service: Listening) -> None:
    asked = registered(service.engine, "pan", [ONLINE_OBSERVER] * 2)
    (stranger,) = registered(service.engine, "ita", [ONLINE_OBSERVER], nominated=False)
    assert "2 approved, 2 of them seated; 0 refused" in _desk(service, "approve", "moot").out
    assert "0 approved" in _desk(service, "approve", "moot", "--delegation", "ita").out
    refused = _desk(service, "approve", "moot", stranger, asked[0])
    assert refused.code == 1
    assert "does not name this person" in refused.out
    assert _desk(service, "approve", "moot", "--reason", "all").code == 1
    assert "1 approved" in _desk(service, "approve", "moot", stranger, "--reason", "the embassy called").out
