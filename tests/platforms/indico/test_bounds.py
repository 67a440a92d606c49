"""Files that would fill a machine: what is kept of them is bounded, whatever they say that they hold."""

import io
import zipfile

import pytest
from openpyxl import load_workbook
from tests.platforms.indico.exports import ANA, HEADERS, as_csv, as_xlsx, read

from hemicycle.platforms.indico import export
from hemicycle.platforms.indico.export import MOST_COLUMNS
from hemicycle.registry.incoming import MOST_BYTES, ReadingRefused


def test_rows_as_wide_as_the_name_of_a_cell_says_are_not_kept() -> None:
    book = load_workbook(io.BytesIO(as_xlsx(ANA)))
    sheet = book.worksheets[0]
    for number in range(3, 20):
        sheet[f"XFD{number}"] = "far out"
        sheet.cell(number, MOST_COLUMNS + 1).value = "beyond"
        sheet.cell(number, 1).value = number
    sheet["A25"] = "short"
    content = io.BytesIO()
    book.save(content)
    found = read(content.getvalue())
    assert len(found.incoming) == 1
    wide = {each.reason for each in found.rejected if each.code == "wrong-columns"}
    assert wide == {f"it has {MOST_COLUMNS + 1} columns, the first line has {len(HEADERS)}"}
    assert [each.line for each in found.rejected if each.code != "wrong-columns"] == [25]


def test_an_archive_that_holds_more_than_a_machine() -> None:
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as sheet,
    ):
        for _ in range(export.MOST_UNPACKED // 2**20 + 1):
            sheet.write(bytes(2**20))
    assert len(bomb.getvalue()) < 2**20
    with pytest.raises(ReadingRefused, match="holds more than 100 MiB"):
        read(bomb.getvalue())


def test_entities_that_multiply_are_not_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_xlsx(ANA))) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = b'<!DOCTYPE a [<!ENTITY b "cccccccc"><!ENTITY d "&b;&b;">]>' + content.replace(
                    b"Ana", b"&d;"
                )
            target.writestr(name, content)
    with pytest.raises(ReadingRefused):
        read(packed.getvalue())


def test_too_many_lines_and_too_many_bytes() -> None:
    line = b"1,Ana,ana@mfa.example,Brazil,Ms,In person,,\r\n"
    with pytest.raises(ReadingRefused) as refused:
        read(as_csv() + line * export.MOST_LINES)
    assert refused.value.code == "too-many-lines"
    with pytest.raises(ReadingRefused) as refused:
        read(b"x" * (MOST_BYTES + 1))
    assert refused.value.code == "too-large"
