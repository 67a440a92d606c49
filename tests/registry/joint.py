"""Joint meetings of two bodies, and an intersessional meeting of the second alone, as a file."""

from tests.registry.assembly import ASSEMBLY, UNSEATED

_SESSIONS = """
[[rooms]]
id = "plenary"
name = "Plenary"
places = 200

[[bodies]]
id = "experts"
names.en = "Expert meeting"
names.fr = "Réunion d’experts"

[[bodies]]
id = "group"
names.en = "Working group"

[[sessions]]
id = "experts-9"
body = "experts"
titles.en = "Ninth meeting"
starts = 2021-09-06
ends = 2021-09-08

[[sessions]]
id = "group-14"
body = "group"
titles.en = "Fourteenth session"
starts = 2021-09-07
ends = 2021-09-09

[[agenda]]
id = "2a"
number = "2 (a)"
parent = "2"
titles.en = "Status of the preparations"

[[agenda]]
id = "group-1"
number = "1"
sessions = ["group-14"]
titles.en = "Asset recovery"
"""
_SECOND = """
[[meetings]]
number = 2
title = "Second meeting"
date = 2021-09-08
start = 10:00:00
end = 13:00:00
items = ["group-1"]
sessions = ["group-14"]
room = "plenary"

[[delegations]]
country = "BOL"
category = "state_party"
names.fr = "Bolivie"
sessions = ["experts-9"]
"""

JOINT = (
    ASSEMBLY.replace('languages = ["en", "fr"]', 'languages = ["en", "fr"]\nregistration_closes = 2021-08-30')
    .replace('titles.fr = "Débat général"\n', 'titles.fr = "Débat général"\nsessions = ["experts-9"]\n')
    .replace(
        'items = ["1", "2"]\n',
        'items = ["1", "2", "2a"]\nsessions = ["experts-9", "group-14"]\nroom = "plenary"\n',
    )
    .replace('names.en = "World Bank"\n', 'names.en = "World Bank"\nsessions = ["group-14"]\n')
    + UNSEATED
    + _SESSIONS
    + _SECOND
)
