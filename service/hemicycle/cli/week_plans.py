"""What happens at the ten meetings of the week of 6 to 10 September 2021.

From the report of 17 September 2021 come the days and the number of meetings, the agenda and when it was
adopted, that item 3 was considered jointly, the introduction by the secretariat, the panellists' countries,
and the four documents adopted as orally amended. The rest is assumed or invented: who speaks when and for how
long, at which meeting the panel was, the titles of the documents and the words of the amendments, points of
order, the right of reply, what interpreters signal. Every meeting is shortened.
"""

from dataclasses import replace

from hemicycle_client.bots import (
    Act,
    AdoptAgenda,
    AdoptDocuments,
    Consider,
    Document,
    Manner,
    Open,
    Panel,
    Plan,
)

MEETINGS = 10
JOINT = "3"
REPORT = "4"
SEEDS_APART = 1000

PANEL = Panel(
    title="International cooperation in practice: China, Panama and Albania",
    panellists=("panellist-chn", "panellist-pan", "panellist-alb"),
    presentation_seconds=300,
    question_seconds=120,
    answer_seconds=120,
)
DOCUMENTS = (
    Document("CAC/COSP/EG.1/2021/L.1", "Draft report", "In the first paragraph, “held” is inserted."),
    Document("CAC/COSP/EG.1/2021/L.1/Add.1", "Draft report: addendum 1"),
    Document("CAC/COSP/EG.1/2021/L.1/Add.2", "Draft report: addendum 2", "“Several” replaces “some”."),
    Document("CAC/COSP/EG.1/2021/L.1/Add.3", "Draft report: addendum 3"),
)

BRIEF = Manner(
    podium=(),
    podium_seconds=180,
    idle=420.0,
    announced=60.0,
    observers_wait=900.0,
    length=2400.0,
)
"""40 minutes instead of three hours; the rehearsal leaves out most of what is said."""

DEBATE = Plan(
    speakers=13,
    first=10,
    within=240.0,
    every=60.0,
    longest=(60.0, 180.0),
    withdraw=1,
    drop=1,
    object=1,
    object_within=900.0,
    in_vain=1,
    listeners=1,
    texts=3,
    role_moves_after=900.0,
    interpreters=True,
    enough=12,
    signals=("slow_down", "sound_unacceptable", "help"),
    manner=BRIEF,
    programme=(Consider(JOINT, finishes=False),),
)
"""A meeting on item 3, which the next one goes on with."""
INTRODUCED = replace(BRIEF, podium=("secretariat",))


def item_of(number: int) -> str:
    """The item on which delegations speak at this meeting."""
    return REPORT if number == MEETINGS else JOINT


def plan_of(number: int, seed: int) -> Plan:
    """The plan of the meeting of this number, from 1; the same ``seed`` draws the same week."""
    return replace(_plans().get(number, DEBATE), seed=seed * SEEDS_APART + number)


def _plans() -> dict[int, Plan]:
    opening: tuple[Act, ...] = (Open("1"), AdoptAgenda("2"), *DEBATE.programme)
    return {
        1: replace(DEBATE, speakers=16, first=12, manner=INTRODUCED, programme=opening),
        3: replace(
            DEBATE,
            speakers=6,
            questions=5,
            manner=replace(BRIEF, length=4800.0),
            programme=(Consider(JOINT, finishes=False, panel=PANEL),),
        ),
        8: replace(DEBATE, replies=1),
        9: replace(
            DEBATE,
            speakers=2,
            first=2,
            replies=1,
            manner=replace(BRIEF, length=3 * 3600.0),
            programme=(Consider(JOINT),),
        ),
        10: replace(
            DEBATE,
            speakers=0,
            first=0,
            withdraw=0,
            drop=0,
            object=0,
            in_vain=0,
            listeners=0,
            texts=0,
            signals=("slow_down",),
            manner=INTRODUCED,
            programme=(AdoptDocuments(REPORT, DOCUMENTS),),
        ),
    }
