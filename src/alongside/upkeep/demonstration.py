"""The invented partnership of Marlbrook, brought in through the rooms' own commands: two years of it, by a seed.

Its past is told by letting each deed happen at a time before now (`context.at_time`), oldest first, so that the
log of a demonstration reads like any other.
"""

from datetime import date, timedelta

from alongside.access import context
from alongside.directory import commands as directory
from alongside.directory.words import Setting
from alongside.upkeep import invented, invented_past
from alongside.upkeep.asking_told import ask
from alongside.upkeep.ending_told import end
from alongside.upkeep.giving_told import give_pages
from alongside.upkeep.past import TimeLine, matters_of
from alongside.upkeep.reaching_told import reach
from alongside.upkeep.settling import settle
from alongside.upkeep.turning_told import turn

SENTENCE = "This is a demonstration. Everybody in it is invented."
WHY_THIS_EDITION = (
    "The practice guide names this chart. It was superseded by the advice of 2024; "
    "this demonstration follows it to show the guide as it is."
)
SETTINGS = (
    (Setting.PARTNERSHIP_NAME, "Marlbrook Safeguarding Partnership", "Invented for this demonstration"),
    (Setting.CSC_TELEPHONE, "01632 960 101", "A number kept free for fiction"),
    (
        Setting.GUIDANCE_EDITION,
        "hmg-2018-07",
        WHY_THIS_EDITION,
    ),
)
SEED = 20
BEGAN_BEFORE = timedelta(days=800)  # before the oldest consultation of the generated past


def load(*, past: int = invented_past.HOW_MANY) -> None:
    """Fill an empty, migrated database with invented agencies, people, families and consultations.

    `past` is how many of the generated ones are told, the newest; all of what is written by hand always is.
    Begins by deciding that this is a demonstration, so that no half-filled one can pass for a real installation.
    """
    now = context.clock()
    town = invented.marlbrook()
    with context.at_time(now - BEGAN_BEFORE):
        _decide(from_on=date(2018, 7, 1))
        settled = settle(town, now=now)
    line = TimeLine()
    for family in town.families.values():
        reach(line, settled, family)
    generated = invented_past.generated(SEED, town=town)
    for written in (*generated[len(generated) - past :], *town.consultations.values()):
        for matter in matters_of(settled, written):
            ask(line, matter)
            end(line, matter)
            for after in (each for each in town.turns.values() if each.matter == written.key):
                turn(line, matter, after)
    line.tell()
    give_pages(settled)


def _decide(*, from_on: date) -> None:
    for name, value, source in ((Setting.DEMONSTRATION, SENTENCE, "The command that filled it"), *SETTINGS):
        directory.decide_setting(
            context.upkeep_context(), name=name, value=value, from_on=from_on, source=source
        )
