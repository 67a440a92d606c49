"""What the service reads from its environment, once, at the start. Secrets come from nowhere else."""

from datetime import datetime
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """``HEMICYCLE_DATA``, ``HEMICYCLE_CLOCK_AT``, ``HEMICYCLE_CLOCK_SCALE``.

    ``clock_at``: service time at the start, for demos and rehearsals; absent: real time.
    ``clock_scale``: service seconds per real second.
    """

    model_config = SettingsConfigDict(env_prefix="HEMICYCLE_", extra="ignore")

    data: Path = Path("hemicycle-data")
    clock_at: datetime | None = None
    clock_scale: float = Field(default=1.0, gt=0, le=10_000)
