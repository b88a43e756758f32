"""The writes of families, one file per kind of fact; this is their door."""

from alongside.families.commands.adoption import (
    AfterAdoption,
    begin_after_adoption,
    keeps_adoption,
    open_adoption,
)
from alongside.families.commands.births import BirthWords, say_birth_date
from alongside.families.commands.homes import BondWords, Member, keep_home, relate_adults, relate_siblings
from alongside.families.commands.orders import OrderWords, end_order, record_order
from alongside.families.commands.people import (
    AdultWords,
    RelatedAdult,
    add_adult,
    add_child,
    correct_adult,
    correct_child,
    relate_adult,
)
from alongside.families.commands.responsibility import ResponsibilityWords, correct_responsibility
from alongside.families.commands.stages import Newborn, record_birth, record_death, record_loss, record_move

__all__ = [
    "AdultWords",
    "AfterAdoption",
    "BirthWords",
    "BondWords",
    "Member",
    "Newborn",
    "OrderWords",
    "RelatedAdult",
    "ResponsibilityWords",
    "add_adult",
    "add_child",
    "begin_after_adoption",
    "correct_adult",
    "correct_child",
    "correct_responsibility",
    "end_order",
    "keep_home",
    "keeps_adoption",
    "open_adoption",
    "record_birth",
    "record_death",
    "record_loss",
    "record_move",
    "record_order",
    "relate_adult",
    "relate_adults",
    "relate_siblings",
    "say_birth_date",
]
