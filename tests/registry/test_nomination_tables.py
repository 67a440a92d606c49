"""Tables of nominations: pasted or read from a file, in six languages; each doubt is told, none is solved."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.registry.nomination_table import Proposal, Proposed, Source, propose
from hemicycle.registry.nomination_words import Column, column_of, key, modalities_in, roles_in
from hemicycle.registry.pasted import MOST_LINES, TableRefused, line, rows_of
from hemicycle.rules.terms import Modality, Role

SESSIONS = {key("em9"): "em9", key("Ninth session"): "em9", key("irg11"): "irg11"}
HERE, THERE = Modality.IN_PERSON, Modality.ONLINE


def read(text: str, **source: bool) -> Proposed:
    return propose([rows_of(text)], Source(SESSIONS, **source))


def told(proposal: Proposal) -> tuple[object, ...]:
    return (proposal.name, proposal.title, proposal.email, proposal.modality, proposal.role)


def doubts(proposal: Proposal) -> set[tuple[str, str]]:
    return {(doubt.field, doubt.code) for doubt in proposal.doubts}


ANA = ("Ana Silva", "Counsellor", "ana@mfa.example", HERE, Role.SPEAKER)
BERTA = ("Berta Núñez", "Attaché", "berta@mfa.example", THERE, Role.OBSERVER)
CELLS = [
    ["Name", "Title", "Email", "Modality", "Role"],
    ["Ana Silva", "Counsellor", "Ana@mfa.example", "In person", "Speaker"],
    ["Berta Núñez", "Attaché", "berta@mfa.example", "Online", "Observer"],
]


@pytest.mark.parametrize("separator", ["\t", ";", ",", " | ", "；", "،"])
def test_whatever_separates_the_cells(separator: str) -> None:
    text = "\n".join(separator.join(row) for row in CELLS)
    assert [told(p) for p in read(text).proposals] == [ANA, BERTA]
    assert not any(p.doubts for p in read(text).proposals)


def test_a_table_drawn_with_bars() -> None:
    drawn = ["| " + " | ".join(row) + " |" for row in CELLS]
    drawn.insert(1, "|---|:--:|---|---|---|")
    assert [told(p) for p in read("\n".join(drawn)).proposals] == [ANA, BERTA]


def test_quoted_cells_keep_their_separators() -> None:
    found = read('Name,Title,Email,Modality,Role\n"Silva, Ana","Counsellor, Legal",ana@x.org,online,speaker')
    assert told(found.proposals[0]) == ("Silva, Ana", "Counsellor, Legal", "ana@x.org", THERE, Role.SPEAKER)


def test_lines_are_counted_as_they_were_pasted() -> None:
    found = read(
        '\ufeffDelegation of Panama\r\n\r\nName;Email;Role\r\n"Ana\r\nSilva";a@x.org;online speaker\r\nx;;'
    )
    assert [p.line for p in found.proposals] == [4, 6]
    assert found.proposals[0].name == "Ana Silva"
    assert [(each.line, each.says) for each in found.left_out] == [(1, "stands above the heading")]


@given(order=st.permutations(range(5)))
def test_in_any_order_of_columns(order: Sequence[int]) -> None:
    text = "\n".join("\t".join(row[across] for across in order) for row in CELLS)
    assert [told(p) for p in read(text).proposals] == [ANA, BERTA]


@pytest.mark.parametrize(
    "heading, row",
    [
        ("Nom et prénom;Fonction;Courriel;Modalité de participation;Rôle", "{};{};{};en présentiel;oratrice"),
        ("Nombre y apellidos;Cargo;Correo electrónico;Modalidad;Papel", "{};{};{};presencial;oradora"),
        ("ФИО;Должность;Электронная почта;Форма участия;Роль", "{};{};{};очное участие;выступающий"),
        ("الاسم الكامل;المسمى الوظيفي;البريد الإلكتروني;طريقة المشاركة;الدور", "{};{};{};حضوري;متكلم"),
        ("姓名;职务;电子邮件;参加方式;角色", "{};{};{};现场参加;发言人"),
        (
            "Name of delegate;Functional title;Individual e-mail address;In person/online;Speaker/observer",
            "{};{};{};in-person;SPEAKER",
        ),
    ],
)
def test_in_the_six_languages(heading: str, row: str) -> None:
    found = read(heading + "\n" + row.format("Ana Silva", "Counsellor", "ana@mfa.example"))
    assert [told(p) for p in found.proposals] == [ANA]
    assert not found.proposals[0].doubts


@pytest.mark.parametrize(
    "text, modality, role",
    [
        ("Remote observer", THERE, Role.OBSERVER),
        ("en ligne – orateur", THERE, Role.SPEAKER),
        ("a distancia, observadora", THERE, Role.OBSERVER),
        ("дистанционно / наблюдатель", THERE, Role.OBSERVER),
        ("عن بُعد (مراقب)", THERE, Role.OBSERVER),
        ("线上观察员", THERE, Role.OBSERVER),
    ],
)
def test_modality_and_role_in_one_cell(text: str, modality: Modality, role: Role) -> None:
    assert modalities_in(text) == {modality}
    assert roles_in(text) == {role}
    found = read(f"Name|Email|Modality and role\nAna Silva|ana@x.org|{text}").proposals[0]
    assert (found.modality, found.role, found.doubts) == (modality, role, [])


def test_headings() -> None:
    assert column_of("No.") is Column.IGNORED
    assert column_of("N°") is Column.IGNORED
    assert column_of("Name and title") is Column.NAME
    assert column_of("Mr/Ms") is Column.HONORIFIC
    assert column_of("Favourite colour") is None


def test_given_and_family_names_and_what_is_not_asked() -> None:
    text = "No.;Family name;First name;Mr/Ms;Position;E-mail;Phone;Remote or in person;Role\n"
    found = read(text + "1;SILVA;Ana;Ms;Counsellor;ana@x.org;+507 1;remote;speaker").proposals[0]
    assert told(found) == ("Ana SILVA", "Ms, Counsellor", "ana@x.org", THERE, Role.SPEAKER)


def test_without_a_heading_the_columns_are_guessed_and_doubted() -> None:
    text = "\n".join(f"{n}\t" + "\t".join(row) for n, row in enumerate(CELLS[1:], 1))
    found = read(text)
    assert [told(p) for p in found.proposals] == [ANA, BERTA]
    assert all(doubts(p) == {("row", "columns-guessed")} for p in found.proposals)


def test_what_is_not_said_is_doubted() -> None:
    found = read(
        "Name;Email;Modality;Role\n"
        "Ana;;in person;\n"
        "Berta;b@x;online/in person;observer\n"
        ";c@x.org;online;speaker observer\n"
        "D4;d@x.org, e@x.org;;\n"
        "Total;;;\n"
        ";;online;speaker\n"
        "Eva;eva <eva@x.org>;online;speaker;more;cells\n"
    )
    ana, berta, nobody, fourth, total, eva = found.proposals
    assert doubts(ana) == {("email", "missing"), ("role", "assumed")}
    assert doubts(berta) == {("email", "invalid"), ("modality", "unclear")}
    assert doubts(nobody) == {("name", "missing"), ("role", "unclear")}
    missing = {("modality", "missing"), ("role", "missing")}
    assert doubts(fourth) == {("name", "unlikely"), ("email", "several")} | missing
    assert doubts(total) == {("email", "missing")} | missing
    assert doubts(eva) == {("email", "unclear"), ("row", "too-many-cells")}
    assert (berta.email, fourth.email, eva.email) == (None, "d@x.org", "eva@x.org")
    assert [(each.line, each.says) for each in found.left_out] == [
        (7, "has neither a name nor an email address")
    ]


def test_a_broken_address_is_put_together_or_doubted() -> None:
    tables = [
        [
            line(1, ["Name", "Email"]),
            line(2, ["Ana", "ana.silva@mfa.\nexample"]),
            line(3, ["B", "b.\nc@x.org"]),
        ]
    ]
    ana, b = propose(tables, Source(SESSIONS)).proposals
    assert ana.email == "ana.silva@mfa.example"
    assert ("email", "unclear") in doubts(b)


def test_told_twice() -> None:
    found = read("Name;Email;Role\nAna Silva;a@x.org;online speaker\nSILVA Ana;A@x.org;online observer")
    assert {("email", "twice"), ("name", "twice")} <= doubts(found.proposals[1])
    assert not found.proposals[0].doubts


def test_sessions_by_id_or_title() -> None:
    rows = {"em9": ("em9",), "EM-9, irg11": ("em9", "irg11"), "Ninth session": ("em9",), "all": (), "": ()}
    for cell, sessions in rows.items():
        found = read(f"Name\tEmail\tRole\tSessions\nAna\ta@x.org\tonline speaker\t{cell}").proposals[0]
        assert (found.sessions, found.doubts) == (sessions, [])
    found = read("Name\tEmail\tRole\tSessions\nAna\ta@x.org\tonline speaker\tem9; tenth").proposals[0]
    assert (found.sessions, doubts(found)) == (("em9",), {("sessions", "unknown")})


def test_a_table_that_goes_on_over_the_page() -> None:
    first = [line(n, row) for n, row in enumerate(CELLS, 1)]
    again = [line(4, CELLS[0]), line(5, ["Carla", "", "c@x.org", "Online", "Observer"])]
    found = propose(
        [first, again, [line(6, ["Dora", "", "d@x.org", "Online", "Observer"])]], Source(SESSIONS)
    )
    assert [p.name for p in found.proposals] == ["Ana Silva", "Berta Núñez", "Carla", "Dora"]
    assert not any(p.doubts for p in found.proposals)


def test_letters_from_the_right_are_doubted_in_a_pdf() -> None:
    text = "الاسم;البريد الإلكتروني;الدور\nآنا سيلفا;a@x.org;عن بعد متكلم"
    assert not read(text).proposals[0].doubts
    assert doubts(read(text, pdf=True).proposals[0]) == {("name", "right-to-left")}
    assert ("row", "columns-guessed") in doubts(read(text, guessed=True).proposals[0])


def test_too_much_is_refused() -> None:
    with pytest.raises(TableRefused, match="more than"):
        rows_of("a;b\n" * (MOST_LINES + 1))
    with pytest.raises(TableRefused, match="line 1"):
        rows_of("a;" + "b" * 200_000)


@given(text=st.text(alphabet=st.sampled_from("ab@.\t;|,\n\"' 姓名ا\u202e-:"), max_size=200))
def test_whatever_is_pasted_is_read_or_refused(text: str) -> None:
    try:
        found = read(text)
    except TableRefused:
        return
    lines = text.replace("\r", "\n").count("\n") + 1
    told_of = [p.line for p in found.proposals] + [each.line for each in found.left_out]
    assert all(1 <= number <= lines for number in told_of)
    assert all(p.name or p.email for p in found.proposals)
