"""Registrations of the check-in API as the lines of a table, so that one set of rules reads both. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from hemicycle.platforms.indico.checkin import CheckinRegistration, Field, Tag
from hemicycle.platforms.indico.columns import Columns
from hemicycle.platforms.indico.lines import read_line
from hemicycle.registry.incoming import Form, Incoming, Reading, RejectedLine

_FIXED = ("ID", "Name", "Email", "Registration date", "Registration state", "Tags")


def read_answers(form: Form, registrations: Sequence[CheckinRegistration]) -> Reading:
    """The registrations of a form, each by its place in the list. Raises ``ReadingRefused``."""
    titles = _titles(registrations)
    columns = Columns([*_FIXED, *titles.values()], form.mapping)
    read = [
        read_line(form, columns, place, _cells(each, titles)) for place, each in enumerate(registrations, 1)
    ]
    return Reading(
        source="indico-api",
        form=form.name,
        incoming=tuple(line for line in read if isinstance(line, Incoming)),
        rejected=tuple(line for line in read if isinstance(line, RejectedLine)),
    )


def _titles(registrations: Sequence[CheckinRegistration]) -> Mapping[int, str]:
    """Field id → title, in the form's order. Not everybody has answered every question.

    Where nobody has registered the columns that a form must have stand in for it: an empty list is no error.
    """
    titles = {f.id: f.title for each in registrations for s in each.registration_data for f in s.fields}
    return titles if registrations else {0: "Country"}


def _cells(registration: CheckinRegistration, titles: Mapping[int, str]) -> list[str]:
    answers = {f.id: _answer(f) for s in registration.registration_data for f in s.fields}
    tags = [tag.title if isinstance(tag, Tag) else tag for tag in registration.tags]
    fixed = (
        str(registration.id),
        registration.full_name,
        registration.email,
        registration.registration_date,
        registration.state,
        "; ".join(tags),
    )
    return [*fixed, *(answers.get(field, "") for field in titles)]


def _answer(field: Field) -> str:
    """The answer as an export would write it."""
    match field.data:
        case dict() as chosen:
            return "; ".join(_caption(field, key, places) for key, places in chosen.items())
        case list() as several:
            return "; ".join(map(str, several))
        case None:
            return ""
        case _:
            return str(field.data)


def _caption(field: Field, key: str, places: Any) -> str:
    caption = next((c.caption for c in field.choices or () if c.id == key), "")
    return f"{caption} (+{places - 1})" if isinstance(places, int) and places > 1 else caption
