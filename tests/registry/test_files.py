"""Files of conferences and procedures: what they say, and what is said of a broken one."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.registry.assembly import ASSEMBLY, CONFIG, MORE_SPEAKERS, written

from hemicycle.registry.conference_file import (
    ConferenceFile,
    FileRefused,
    checked_conference,
    read_conference,
)
from hemicycle.registry.procedures import from_json, read_procedure, to_json
from hemicycle.rules.procedure import OnOverrun, RuleName

PROCEDURE = (CONFIG / "procedures" / "uncac-expert-meeting.toml").read_text("utf-8")


def read(folder: Path, text: str) -> ConferenceFile:
    return read_conference(written(folder, text), [CONFIG / "procedures"])


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(FileRefused) as refused:
        read(folder, text)
    return str(refused.value)


def line(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize("path", sorted((CONFIG / "conferences").glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_conferences_are_good(path: Path) -> None:
    assert read_conference(path, []).document.people


@pytest.mark.parametrize("name", ["uncac-expert-meeting-10", "uncac-november-2020"])
def test_all_that_the_meetings_of_the_past_are_called_is_in_six_languages(name: str) -> None:
    document = read_conference(CONFIG / "conferences" / f"{name}.toml", []).document
    titles = [document.conference.title, *(meeting.title for meeting in document.meetings)]
    titles += [person.podium_title for person in document.people if person.podium_title is not None]
    titles += [session.titles for session in document.sessions]
    titles += [item.titles for item in document.agenda]
    titles += [body.names for body in document.bodies]
    titles += [group.names for group in document.groups]
    titles += [each.names_on(document.first_day) for each in document.delegations]
    for title in titles:
        assert isinstance(title, Mapping)
        assert title.keys() >= {"ar", "zh", "en", "fr", "ru", "es"}, title["en"]


@pytest.mark.parametrize("path", sorted((CONFIG / "procedures").glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_procedures_are_good(path: Path) -> None:
    procedure = read_procedure(path)
    assert procedure.rules.keys() == set(RuleName)
    assert from_json(to_json(procedure)) == procedure


def test_a_file_says_what_it_says(tmp_path: Path) -> None:
    file = read(tmp_path, ASSEMBLY)
    assert [person.id for person in file.document.people] == [
        "chair",
        "secretary",
        "booth-fr",
        "pan-ana",
        "pan-berta",
        "wb-walt",
    ]
    assert file.document.meetings[0].starts_at(file.document.zone).utcoffset() is not None
    assert file.procedure.on_overrun is OnOverrun.ALERT


BROKEN = {
    "a value out of its vocabulary": (
        'category = "entity"',
        'category = "empire"',
        "delegations[2].category: input should be 'state_party', 'signatory'",
    ),
    "a field nobody knows": ('podium = "chair"', 'podum = "chair"', "people[1].podum: is not a known field"),
    "a number as a word": (
        "online_speaker = 1",
        'online_speaker = "1"',
        "limits.online_speaker: input should be",
    ),
    "too high a limit": (
        "online_speaker = 1",
        "online_speaker = 51",
        "limits.online_speaker: input should be",
    ),
    "no English": (
        'names.en = "World Bank"',
        'names.fr = "B"',
        "delegations[2].names: needs an English text",
    ),
    "an id with a dot": ('id = "pan"', 'id = "p.an"', "delegations[1].id: string should match pattern"),
    "an unknown zone": (
        "Europe/Vienna",
        "Europe/Atlantis",
        "conference.time_zone: 'Europe/Atlantis' is no time",
    ),
    "an unknown procedure": (
        'procedure = "uncac-expert-meeting"',
        'procedure = "none"',
        "conference.procedure: there is no none.toml; name another",
    ),
    "an unknown delegation": ('delegation = "wb"', 'delegation = "wbk"', "people[6].delegation: there is no"),
    "an unknown item": (
        'items = ["1", "2"]',
        'items = ["1", "9"]',
        "meetings[1].items: the agenda has no item",
    ),
    "an end before the start": ("end = 13:00:00", "end = 09:00:00", "meetings[1].end: 09:00:00 is not after"),
    "a code twice": ('code = "WB"', 'code = "PAN"', "delegations[2].code: 'PAN' stands twice"),
    "an unknown booth": ('booth = "fr"', 'booth = "zz"', "people[3].booth: 'zz' is not among"),
    "half a seat": (
        'role = "observer"',
        'language = "en"',
        "people[5].role: modality and role stand together",
    ),
    "a podium without a title": (
        'podium_title = "Secretary of the meeting"',
        'language = "en"',
        "people[2].podium_title: is missing",
    ),
}


@pytest.mark.parametrize("old, new, says", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told_with_line_and_field(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = ASSEMBLY.replace(old, new, 1)
    told = refusal(tmp_path, text)
    where, field, _ = told.split(": ", 2)
    assert f"{field}: " in told
    assert says in told
    assert where.startswith(f"{tmp_path / 'assembly.toml'}:")
    if not says.endswith(("is missing", "stand together")):
        assert int(where.rsplit(":", 1)[1]) == line(ASSEMBLY, old)


def test_a_missing_field_is_told_at_its_table(tmp_path: Path) -> None:
    text = ASSEMBLY.replace('name = "Walt"\n', "")
    walt = text[: text.index('id = "wb-walt"')].count("\n")
    assert f"assembly.toml:{walt}: people[6].name: is missing" in refusal(tmp_path, text)


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = ASSEMBLY.replace('code = "WB"', 'code = ""').replace('languages = ["en", "fr"]', "languages = []")
    first, second = refusal(tmp_path, text).splitlines()
    assert "conference.languages" in first
    assert "delegations[2].code" in second


def test_two_chairs_and_no_chair(tmp_path: Path) -> None:
    second = '\n[[people]]\nid = "b"\nname = "B"\ncapacity = "chair"\npodium = "chair"\n'
    assert "there is one chair" in refusal(tmp_path, ASSEMBLY + second)
    assert "nobody is the chair" in refusal(
        tmp_path, ASSEMBLY.replace('podium = "chair"', 'podium = "vice_chair"')
    )


def test_only_delegates_have_seats_and_delegates_have_delegations(tmp_path: Path) -> None:
    seated = ASSEMBLY.replace('booth = "fr"', 'booth = "fr"\nmodality = "online"\nrole = "observer"')
    assert "people[3].modality: only a delegate holds a seat" in refusal(tmp_path, seated)
    homeless = ASSEMBLY.replace('delegation = "wb"\n', "")
    assert "people[6].delegation: is missing" in refusal(tmp_path, homeless)


def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    text = ASSEMBLY.replace('id = "pan"', "id = pan")
    told = refusal(tmp_path, text)
    assert f"assembly.toml:{line(text, 'id = pan')}: is not valid TOML" in told


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"nowhere\.toml: cannot be read \(No such file"):
        read_conference(tmp_path / "nowhere.toml", [])
    (tmp_path / "latin.toml").write_bytes('title = "Panamá"'.encode("latin-1"))
    with pytest.raises(FileRefused, match="save it as UTF-8"):
        read_conference(tmp_path / "latin.toml", [])


@pytest.mark.parametrize(
    "text, where, says",
    [
        ("a = " + "[" * 3_000, "", "is nested too deeply"),
        ("[conference]\nid = " + "9" * 3_999 + "0" * 900, ":2", "is longer than 4000 characters"),
        ("title = " + "\n".join(["["] * 3_000), "", "is nested too deeply"),
        ("[conference]\nid = [", ":2", "is not valid TOML"),
        (".".join(["a"] * 1_500) + " = 1", ":1", "a: is not a known field"),
    ],
)
def test_what_nobody_writes_is_refused_all_the_same(text: str, where: str, says: str) -> None:
    with pytest.raises(FileRefused, match=says) as refused:
        checked_conference("sent.toml", text.encode(), [CONFIG / "procedures"])
    assert str(refused.value).startswith(f"sent.toml{where}: ")


def test_what_stands_in_the_place_of_a_value_is_quoted_in_short() -> None:
    text = ASSEMBLY.replace('code = "WB"', f"code = [{', '.join(['1'] * 900)}]")
    with pytest.raises(FileRefused) as refused:
        checked_conference("sent.toml", text.encode(), [CONFIG / "procedures"])
    (found,) = refused.value.findings
    assert (found.line, found.field) == (line(ASSEMBLY, 'code = "WB"'), "delegations[2].code")
    assert len(found.says) < 200


def test_a_procedure_beside_the_conference_comes_first(tmp_path: Path) -> None:
    mine = PROCEDURE.replace('on_overrun = "alert"', 'on_overrun = "cut"')
    (tmp_path / "uncac-expert-meeting.toml").write_text(mine, "utf-8")
    assert read(tmp_path, ASSEMBLY).procedure.on_overrun is OnOverrun.CUT


BROKEN_PROCEDURES = {
    "another name": (
        'id = "uncac-expert-meeting"',
        'id = "other"',
        "id: is 'other', but the file's name says",
    ),
    "a rule missing": ("[rules.TIME_LIMIT]", "[rules.TIME_LIMITS]", "rules.TIME_LIMITS: input should be"),
    "a quorum above all": ("denominator = 3", "denominator = 0", "open_quorum.denominator: input should be"),
    "a tier twice": ('id = "groups"', 'id = "states-parties"', "stands twice; ids of tiers are unique"),
    "voters that are no parties": (
        'voters = ["state_party", "reio"]',
        'voters = ["igo"]',
        "'igo' is no party",
    ),
    "nobody who decides": ('voters = ["state_party", "reio"]', 'voters = ["reio"]', "nobody could decide"),
    "a mover without a vote": ('movers = ["state_party"]', 'movers = ["ngo"]', "movers: 'ngo' is not among"),
    "an observer's point of order": ('["state_party"]', '["igo"]', "points_of_order: 'igo' is no party"),
    "a category twice in a tier": ('["entity", "igo"]', '["entity", "entity"]', "stands twice in this tier"),
    "a motion under another rule": ('rule = "SUSPEND_MEETING"', 'rule = "TIE"', "'TIE' is no rule of such"),
    "a point of order beyond the cap": (
        "point_of_order_seconds = 300",
        "point_of_order_seconds = 301",
        "is at most procedural_seconds",
    ),
    "hours for a second vote in a body that votes once": (
        'tie = "rejected"',
        'tie = "rejected"\nsecond_vote_hours = 48',
        "decisions.second_vote_hours: needs tie = 'second_vote'",
    ),
    "seconds as a word": (
        "point_of_order_seconds = 300",
        'point_of_order_seconds = "5 min"',
        "valid integer",
    ),
}


@pytest.mark.parametrize("old, new, says", BROKEN_PROCEDURES.values(), ids=BROKEN_PROCEDURES)
def test_a_broken_procedure_is_told_with_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = PROCEDURE.replace(old, new, 1)
    assert text != PROCEDURE
    path = tmp_path / "uncac-expert-meeting.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(FileRefused) as refused:
        read_procedure(path)
    assert says in str(refused.value)
    assert str(refused.value).startswith(f"{path}:")


def test_a_reply_of_who_speaks_by_invitation_is_told_with_its_line(tmp_path: Path) -> None:
    before, after = PROCEDURE.split("[replies]")
    path = tmp_path / "uncac-expert-meeting.toml"
    path.write_text(f"{before}[replies]{after.replace('state_party', 'ngo', 1)}", "utf-8")
    with pytest.raises(FileRefused, match=r"replies.categories: 'ngo' speaks by invitation"):
        read_procedure(path)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "uncac-expert-meeting.toml"
    path.write_text(PROCEDURE, "utf-8-sig")
    assert read_procedure(path).id == "uncac-expert-meeting"


def test_a_procedure_without_one_of_the_rules_is_refused(tmp_path: Path) -> None:
    start = PROCEDURE.index("[rules.STALE]")
    path = tmp_path / "uncac-expert-meeting.toml"
    path.write_text(PROCEDURE[:start], "utf-8")
    with pytest.raises(FileRefused, match=r"rules\.STALE: is missing: every rule needs says and citation"):
        read_procedure(path)


def test_a_file_that_exceeds_its_own_nominations_is_told_who_is_too_many(tmp_path: Path) -> None:
    """ROLE_LIMITS: one is present at once, two may be nominated, the third may not."""
    told = refusal(tmp_path, ASSEMBLY + MORE_SPEAKERS)
    assert "people[8].role: pan has more than 2 online_speaker" in told
    where = told.partition(": people")[0]
    assert int(where.rsplit(":", 1)[1]) == (ASSEMBLY + MORE_SPEAKERS).rstrip().count("\n") + 1


def test_a_file_that_exceeds_its_own_pool_is_told_who_is_too_many(tmp_path: Path) -> None:
    pool = '[[pools]]\nid = "platform"\nmodality = "online"\nsize = 1\n'
    told = refusal(tmp_path, ASSEMBLY + pool)
    where, _, says = told.partition(": people")
    assert says.startswith("[5].role: the pool platform has no more than 1 units")
    assert int(where.rsplit(":", 1)[1]) == line(ASSEMBLY, 'role = "observer"')
