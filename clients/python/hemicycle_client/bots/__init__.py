"""Simulated participants, for rehearsals and demonstrations. They use the client as any program would."""

from hemicycle_client.bots.cast import Cast
from hemicycle_client.bots.credential import Credential
from hemicycle_client.bots.plan import Part, Plan
from hemicycle_client.bots.presider import Presider
from hemicycle_client.bots.presiding import Manner
from hemicycle_client.bots.rehearsal import rehearse
from hemicycle_client.bots.report import Followed, Progress, Report

__all__ = [
    "Cast",
    "Credential",
    "Followed",
    "Manner",
    "Part",
    "Plan",
    "Presider",
    "Progress",
    "Report",
    "rehearse",
]
