"""A small conference in a database of its own, for the tests of whatever stands on rows."""

from datetime import UTC, datetime
from pathlib import Path

from hemicycle.registry import conferences
from hemicycle.registry.conference_file import read_conference
from hemicycle.storage import Engine, writing

CONFIG = Path(__file__).parents[2] / "config"
AT = datetime(2021, 9, 1, 9, tzinfo=UTC)

ASSEMBLY = """\
[conference]
id = "assembly"
title = "An assembly of two"
time_zone = "Europe/Vienna"
procedure = "uncac-expert-meeting"
languages = ["en", "fr"]

[[assumptions]]
about = "everything"
says = "All of this is invented."

[limits]
in_person_speaker = 2
online_speaker = 1
online_observer = 3
nominated.online_speaker = 2
nominated.online_observer = 4

[[agenda]]
id = "1"
number = "1"
titles.en = "Adoption of the agenda"

[[agenda]]
id = "2"
number = "2"
titles.en = "General discussion"
titles.fr = "Débat général"

[[meetings]]
number = 1
title = "First meeting"
date = 2021-09-07
start = 10:00:00
end = 13:00:00
items = ["1", "2"]

[[delegations]]
id = "pan"
code = "PAN"
category = "state_party"
names.en = "Panama"
names.es = "Panamá"

[[delegations]]
id = "wb"
code = "WB"
category = "entity"
names.en = "World Bank"

[[groups]]
id = "g77"
names.en = "Group of 77 and China"

[[people]]
id = "chair"
name = "Chair"
title = "Mr."
capacity = "chair"
podium = "chair"

[[people]]
id = "secretary"
name = "Secretary"
capacity = "secretariat"
podium = "secretariat"
podium_title = "Secretary of the meeting"

[[people]]
id = "booth-fr"
name = "Interpreter"
capacity = "interpreter"
booth = "fr"

[[people]]
id = "pan-ana"
name = "Ana"
capacity = "delegate"
delegation = "pan"
modality = "online"
role = "speaker"
language = "es"

[[people]]
id = "pan-berta"
name = "Berta"
capacity = "delegate"
delegation = "pan"
modality = "online"
role = "observer"

[[people]]
id = "wb-walt"
name = "Walt"
capacity = "delegate"
delegation = "wb"
modality = "in_person"
role = "speaker"
"""

UNSEATED = "".join(
    f"""
[[people]]
id = "pan-{number}"
name = "Delegate {number}"
capacity = "delegate"
delegation = "pan"
"""
    for number in range(1, 7)
)

MORE_SPEAKERS = "".join(
    f"""
[[people]]
id = "pan-speaker-{number}"
name = "Speaker {number}"
capacity = "delegate"
delegation = "pan"
modality = "online"
role = "speaker"
"""
    for number in (1, 2)
)
"""Two more for whom there is one more place and no seat."""


def written(folder: Path, text: str = ASSEMBLY + UNSEATED) -> Path:
    """The conference as a file."""
    path = folder / "assembly.toml"
    path.write_text(text, "utf-8")
    return path


def load(engine: Engine, folder: Path) -> None:
    """Load the assembly's file into the database."""
    with writing(engine) as conn:
        conferences.load(conn, read_conference(written(folder), [CONFIG / "procedures"]), AT, "test")
