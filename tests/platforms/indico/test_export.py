"""CSV and XLSX exports, in six languages; bad ones are refused by line, or as a whole."""

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.platforms.indico.exports import ANA, HEADERS, as_csv, as_xlsx, form, read

from hemicycle.platforms.indico import export
from hemicycle.registry.incoming import ReadingRefused, Written
from hemicycle.rules.terms import Modality, Role

LANGUAGES = {
    "en": (HEADERS, "Online speaker", ("Completed", "Awaiting payment", "Withdrawn")),
    "fr": (
        [
            "ID",
            "Nom",
            "Adresse électronique",
            "Pays",
            "Civilité",
            "Mode de participation",
            "Date d'inscription",
            "État de l'inscription",
        ],
        "Orateur en ligne",
        ("Terminée", "En attente de paiement", "Retirée"),
    ),
    "es": (
        [
            "ID",
            "Nombre completo",
            "Correo electrónico",
            "País",
            "Tratamiento",
            "Forma de participación",
            "Fecha de inscripción",
            "Estado de la inscripción",
        ],
        "Orador en línea",
        ("Completado", "Pendiente de pago", "Retirado"),
    ),
    "ru": (
        [
            "ID",
            "Имя",
            "Адрес электронной почты",
            "Страна",
            "Обращение",
            "Форма участия",
            "Дата регистрации",
            "Состояние регистрации",
        ],
        "Онлайн, выступающий",
        ("Завершено", "Ожидает оплаты", "Отозвано"),
    ),
    "zh": (
        ["ID", "姓名", "电子邮件", "国家", "称谓", "参会方式", "注册日期", "注册状态"],
        "在线发言人",
        ("已完成", "等待付款", "已撤回"),
    ),
    "ar": (
        [
            "ID",
            "الاسم",
            "البريد الإلكتروني",
            "البلد",
            "المنصب",
            "طريقة المشاركة",
            "تاريخ التسجيل",
            "حالة التسجيل",
        ],
        "متحدث عبر الإنترنت",
        ("مكتمل", "بانتظار الدفع", "منسحب"),
    ),
}


def row(**changed: str) -> list[str]:
    fields = dict(zip(HEADERS, ANA, strict=True))
    return list((fields | {name.replace("_", " "): value for name, value in changed.items()}).values())


def reasons(content: bytes, **known: Any) -> list[tuple[int, str]]:
    return [(each.line, each.code) for each in read(content, form(**known)).rejected]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_read(language: str) -> None:
    headers, part, states = LANGUAGES[language]
    lines = [
        (str(n), f"Ana {n}", f"ana{n}@mfa.example", "巴西", "Ms", part, ANA[6], state)
        for n, state in enumerate(states, start=1)
    ]
    found = read(as_csv(*lines, headers=headers))
    assert not found.rejected
    assert [(i.modality, i.role, i.delegation) for i in found.incoming] == [
        (Modality.ONLINE, Role.SPEAKER, "bra")
    ] * 3
    assert [i.left for i in found.incoming] == [None, None, "withdrawn"]


def test_a_line_of_csv() -> None:
    (found,) = read(as_csv(ANA)).incoming
    assert (found.line, found.source_id, found.name, found.title) == (2, "17", "Ana Silva", "Ms")
    assert found.submitted_at == datetime(2026, 3, 2, 9, 14, 5, 123456, tzinfo=UTC)


def test_times_of_xlsx_are_of_the_events_zone() -> None:
    """Real booleans and dates, a leading plus sign, no offset, and cells at the end that are not written."""
    headers = (*HEADERS, "Checked in", "Phone", "Remarks")
    bare = datetime(2026, 3, 2, 10, 14)  # noqa: DTZ001 - as a spreadsheet has it
    line = (17, *ANA[1:6], bare, "Completed", True, "+43 1 26060", None)
    found = read(as_xlsx(line, headers=headers))
    assert (found.source, found.rejected) == ("indico-xlsx", ())
    assert found.incoming[0].source_id == "17"
    assert found.incoming[0].submitted_at == datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    written = read(as_xlsx((17, *ANA[1:6], "2026-03-02 10:14", "Completed")))
    assert written.incoming[0].submitted_at == datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


def test_of_titles_that_repeat_the_first_that_is_filled_counts() -> None:
    headers = (*HEADERS[:5], "Title", *HEADERS[5:])
    found = read(as_csv((*ANA[:4], "", "Minister", *ANA[5:]), headers=headers))
    assert found.incoming[0].title == "Minister"


def test_the_officer_says_which_column_is_which() -> None:
    headers = ("ID", "Who", "Contact", "Contact", "From", "How")
    line = ("1", "Ana Silva", "none", "ana@mfa.example", "Brazil", "Online speaker")
    mapping = {"name": "Who", "email": "Contact#2", "delegation": "From", "participation": "how"}
    (found,) = read(as_csv(line, headers=headers), form(mapping)).incoming
    assert (found.name, found.email, found.role) == ("Ana Silva", "ana@mfa.example", Role.SPEAKER)


@pytest.mark.parametrize(
    "mapping, says",
    [
        ({"email": "Fax"}, "there is no column 'Fax'"),
        ({"email": "Email Address#2"}, "no column"),
        ({"shoe": "ID"}, "'shoe' is none"),
    ],
)
def test_a_column_that_is_not_there(mapping: dict[str, str], says: str) -> None:
    with pytest.raises(ReadingRefused, match=says) as refused:
        read(as_csv(ANA), form(mapping))
    assert refused.value.code == "unknown-column"


@pytest.mark.parametrize(
    "part, tags, expected",
    [
        ("In person", "", (Modality.IN_PERSON, Role.SPEAKER)),
        ("Online observer (+1)", "", (Modality.ONLINE, Role.OBSERVER)),
        ("", "Head of delegation; Remote speaker", (Modality.ONLINE, Role.SPEAKER)),
        ("Online", "Observer", (Modality.ONLINE, Role.OBSERVER)),
    ],
)
def test_modality_and_role_from_choice_and_tags(
    part: str, tags: str, expected: tuple[Modality, Role]
) -> None:
    (found,) = read(as_csv((*row(Participation=part), tags), headers=(*HEADERS, "Tags"))).incoming
    assert (found.modality, found.role) == expected
    assert bool(found.remarks) is ("(+1)" in part)


def test_a_form_that_does_not_ask_is_of_one_modality() -> None:
    content = as_csv(row(Participation=""))
    assert reasons(content) == [(2, "no-modality")]
    assert reasons(content, modality=Modality.ONLINE) == [(2, "no-role")]
    (found,) = read(content, form(modality=Modality.ONLINE, role=Role.OBSERVER)).incoming
    assert found.role is Role.OBSERVER


@pytest.mark.parametrize(
    "country, delegation",
    [
        ("BR", "bra"),
        ("bra", "bra"),
        ("Brésil", "bra"),
        ("Brasil", "bra"),
        ("Bolivia, Plurinational State of", "bol"),
        ("Permanent Mission of Brazil to the United Nations", "bra"),
        ("Permanent Mission of Equatorial Guinea", "gnq"),
        ("The World Bank", "wb"),
    ],
)
def test_the_delegation_by_name_or_affiliation(country: str, delegation: str) -> None:
    assert read(as_csv(row(Country=country))).incoming[0].delegation == delegation


@pytest.mark.parametrize(
    "changed, code",
    [
        ({"Country": "Atlantis"}, "unknown-delegation"),
        ({"Country": "Brazil and Guinea"}, "unknown-delegation"),
        ({"Country": ""}, "unknown-delegation"),
        ({"Email_Address": ""}, "no-email"),
        ({"Email_Address": "ana at mfa"}, "bad-email"),
        ({"Name": ""}, "no-name"),
        ({"Name": "A" * 301}, "too-long"),
        ({"Name": "Ana\x00Silva"}, "unreadable-line"),
        ({"Name": "Ana\u202eavliS"}, "unreadable-line"),
        ({"Email_Address": "b@x..y"}, "bad-email"),
        ({"Participation": "Perhaps"}, "no-modality"),
        ({"Participation": "Online or in person"}, "two-modality"),
        ({"Participation": "Online speaker or observer"}, "two-role"),
        ({"Registration_date": "yesterday"}, "bad-date"),
        ({"Registration_state": "Maybe"}, "unknown-state"),
    ],
)
def test_a_bad_line_is_rejected_by_its_number_and_the_others_are_read(
    changed: dict[str, str], code: str
) -> None:
    found = read(as_csv(ANA, row(**changed), row(ID="19", Email_Address="o@mfa.example")))
    assert [(r.line, r.code) for r in found.rejected] == [(3, code)]
    assert [i.line for i in found.incoming] == [2, 4]


def test_a_rejected_line_says_whom_it_seems_to_be_about() -> None:
    """As it is written, so that the officer can ask: also where that is what is wrong with it."""
    odd = {"Email_Address": "ana at mfa", "Country": "Atlantis"}
    for changed in ({"Participation": "Perhaps", **odd}, {"Title": "Ms\x07", **odd}):
        (found,) = read(as_csv(row(**changed))).rejected
        assert found.written == Written("Ana Silva", "ana at mfa", "Atlantis")


def test_a_form_that_never_says_how_people_take_part_is_told_once() -> None:
    headers = [each for each in HEADERS if each != "Participation"]
    content = as_csv([each for each in ANA if each != "Online speaker"], headers=headers)
    with pytest.raises(ReadingRefused, match="no column says whether in person or online") as refused:
        read(content)
    assert refused.value.code == "no-participation-column"
    assert read(content, form(modality=Modality.IN_PERSON)).incoming
    assert reasons(content, mapping={"participation": "Title"}) == [(2, "no-modality")]


def test_a_line_with_other_columns() -> None:
    assert reasons(as_csv(ANA[:-1], ANA)) == [(2, "wrong-columns")]


def test_lines_are_counted_through_cells_with_line_breaks() -> None:
    content = as_csv(row(Title="Head\r\nof section"), row(Country="Atlantis"))
    assert reasons(content) == [(4, "unknown-delegation")]


@pytest.mark.parametrize(
    "content, code, line",
    [
        (b"", "empty-file", None),
        ("Имя,Страна\r\nАнна,Бразилия\r\n".encode("cp1251"), "wrong-encoding", 1),
        (as_csv(ANA)[:-2], "cut-off", 2),
        (as_csv(ANA) + b'18,"Berta', "cut-off", 3),
        (as_csv(ANA) + b'18,"Berta\r\n', "cut-off", 3),
        (as_csv(ANA).replace(b",", b";"), "no-table", 1),
        (as_csv(ANA, headers=("ID", "Who", "Email", "From", "A", "B", "C", "D")), "missing-columns", 1),
        (as_csv(ANA * 40, headers=HEADERS * 40), "too-many-columns", 1),
        (as_xlsx(ANA)[:-300], "no-table", None),
        (b"PK\x03\x04 nothing of the kind", "no-table", None),
        (b"\x89PNG\r\n\x1a\n", "wrong-encoding", 1),
    ],
)  # fmt: skip
def test_a_file_that_is_refused_as_a_whole(content: bytes, code: str, line: int | None) -> None:
    with pytest.raises(ReadingRefused) as refused:
        read(content)
    assert (refused.value.code, refused.value.line) == (code, line)


def test_the_encoding_is_named() -> None:
    text = "ID,Имя,Электронная почта,Страна\r\n" + "1,Анна Сергеевна Кузнецова,a@b.example,Бразилия\r\n" * 20
    with pytest.raises(ReadingRefused, match="It looks like cp1251"):
        read(text.encode("cp1251"))


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    export.read_export(
        as_csv(ANA, row(ID="18", Email_Address="b@x.example")), form(), lambda *at: told.append(at)
    )
    assert told == [(1, 2), (2, 2)]
