"""The writes of the family's part, one file per deed; this is their door."""

from alongside.involvement.commands.authorising import authorise_withholding
from alongside.involvement.commands.taking_part import PartTaken, record_part
from alongside.involvement.commands.telling import ToldPerson, record_telling

__all__ = ["PartTaken", "ToldPerson", "authorise_withholding", "record_part", "record_telling"]
