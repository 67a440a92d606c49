"""The page that a simulated delegate hands in is a real file."""

from io import BytesIO

from pdfminer.high_level import extract_text

from hemicycle.documents.kinds import FileKind, kind_of
from hemicycle_client.bots.paper import one_page


def test_a_page_is_a_pdf_with_these_lines() -> None:
    page = one_page("Statement by Côte d'Ivoire (Abidjan)", "Check against delivery")
    assert kind_of(page) is FileKind.PDF
    lines = extract_text(BytesIO(page)).split("\n\n")
    assert [line.strip() for line in lines if line.strip()] == [
        "Statement by Côte d'Ivoire (Abidjan)",
        "Check against delivery",
    ]
