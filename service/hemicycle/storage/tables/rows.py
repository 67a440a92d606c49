"""What every table shares: the metadata, and on rows that people change, when and by whom."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel

from hemicycle.storage.columns import METADATA, Moment


class Row(SQLModel):
    """What every table shares."""

    metadata: ClassVar[MetaData] = METADATA


class Administered(Row):
    """A row that people change: when and by whom (a login's id, or the name of a command of the house)."""

    created_at: datetime = Field(sa_type=Moment)
    created_by: str
    updated_at: datetime = Field(sa_type=Moment)
    updated_by: str
