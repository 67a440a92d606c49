"""Simulated participants, for rehearsals and demonstrations. They use the client as any program would."""

from hemicycle_client.bots.cast import Cast
from hemicycle_client.bots.considering import Consider
from hemicycle_client.bots.credential import Credential
from hemicycle_client.bots.deciding import AdoptAgenda, AdoptDocuments, Document, Open
from hemicycle_client.bots.panelling import Panel
from hemicycle_client.bots.plan import Part, Plan
from hemicycle_client.bots.presider import Presider
from hemicycle_client.bots.rehearsal import rehearse
from hemicycle_client.bots.report import Followed, Progress, Report
from hemicycle_client.bots.room import Act, Manner

__all__ = [
    "Act",
    "AdoptAgenda",
    "AdoptDocuments",
    "Cast",
    "Consider",
    "Credential",
    "Document",
    "Followed",
    "Manner",
    "Open",
    "Panel",
    "Part",
    "Plan",
    "Presider",
    "Progress",
    "Report",
    "rehearse",
]
