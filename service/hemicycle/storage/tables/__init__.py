"""Every table. Administration carries who and when; all moments are in UTC.

Other rooms name rows through here, so that each of them has joined the metadata.
"""

from hemicycle.storage.tables.calendar import (
    AgendaItemSessionRow,
    BodyRow,
    BoothRow,
    DelegationSessionRow,
    MeetingSessionRow,
    RoomRow,
    SessionRow,
)
from hemicycle.storage.tables.conferences import (
    AgendaItemRow,
    ConferenceRow,
    DelegationRow,
    GroupRow,
    MeetingRow,
    ParticipantRow,
    PodiumMemberRow,
)
from hemicycle.storage.tables.documents import DocumentRow, TextFileRow, TextRow
from hemicycle.storage.tables.limits import (
    LimitRow,
    PlaceRow,
    PlaceUnitRow,
    PolicyRow,
    PoolPlaceRow,
    PoolRow,
    PoolUnitRow,
)
from hemicycle.storage.tables.log import HeadRow, LogRow, ReasonRow, ReceiptRow
from hemicycle.storage.tables.logins import LoginRow
from hemicycle.storage.tables.mail import AuditRow, ExportRow, MailRow
from hemicycle.storage.tables.notes import NominationRow, NoteVerbaleRow
from hemicycle.storage.tables.presence import ConnectionRow, RoomPresenceRow
from hemicycle.storage.tables.registrations import ImportRow, InvitationRow, RegistrationRow
from hemicycle.storage.tables.rows import Administered, Row
from hemicycle.storage.tables.seats import SeatRow, SeatUnitRow

__all__ = [
    "Administered",
    "AgendaItemRow",
    "AgendaItemSessionRow",
    "AuditRow",
    "BodyRow",
    "BoothRow",
    "ConferenceRow",
    "ConnectionRow",
    "DelegationRow",
    "DelegationSessionRow",
    "DocumentRow",
    "ExportRow",
    "GroupRow",
    "HeadRow",
    "ImportRow",
    "InvitationRow",
    "LimitRow",
    "LogRow",
    "LoginRow",
    "MailRow",
    "MeetingRow",
    "MeetingSessionRow",
    "NominationRow",
    "NoteVerbaleRow",
    "ParticipantRow",
    "PlaceRow",
    "PlaceUnitRow",
    "PodiumMemberRow",
    "PolicyRow",
    "PoolPlaceRow",
    "PoolRow",
    "PoolUnitRow",
    "ReasonRow",
    "ReceiptRow",
    "RegistrationRow",
    "RoomPresenceRow",
    "RoomRow",
    "Row",
    "SeatRow",
    "SeatUnitRow",
    "SessionRow",
    "TextFileRow",
    "TextRow",
]
