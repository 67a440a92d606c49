"""Exports as Indico writes them, and what the service knows of their form."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from hemicycle.platforms.indico.export import read_export
from hemicycle.registry.delegation_names import DelegationNames
from hemicycle.registry.incoming import Form, Reading
from hemicycle.registry.session_names import NONE, SessionNames
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import Category, Modality, Role

HEADERS = (
    "ID",
    "Name",
    "Email Address",
    "Country",
    "Title",
    "Participation",
    "Registration date",
    "Registration state",
)
ANA = (
    "17",
    "Ana Silva",
    "ana@mfa.example",
    "Brazil",
    "Ms",
    "Online speaker",
    "2026-03-02 09:14:05.123456+00:00",
    "Completed",
)
VIENNA = ZoneInfo("Europe/Vienna")


def delegations() -> list[Delegation]:
    names = {
        "bra": {"en": "Brazil", "fr": "Brésil", "zh": "巴西"},
        "bol": {"en": "Bolivia (Plurinational State of)"},
        "gin": {"en": "Guinea"},
        "gnq": {"en": "Equatorial Guinea"},
        "wb": {"en": "World Bank"},
    }
    return [
        Delegation(id=key, code=key.upper(), category=Category.STATE_PARTY, names=each)
        for key, each in names.items()
    ]


def form(
    mapping: Mapping[str, str] | None = None,
    modality: Modality | None = None,
    role: Role | None = None,
    sessions: SessionNames = NONE,
) -> Form:
    return Form("42/5", DelegationNames(delegations()), VIENNA, mapping or {}, modality, role, sessions)


def as_csv(*rows: Sequence[Any], headers: Sequence[str] = HEADERS) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([headers, *rows])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(*rows: Sequence[Any], headers: Sequence[str] = HEADERS) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (headers, *rows):
        sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(content: bytes, known: Form | None = None) -> Reading:
    return read_export(content, known or form(), lambda *_: None)
