"""The writes of the family's part, one file per deed; this is their door."""

from alongside.involvement.commands.authorising import authorise_withholding
from alongside.involvement.commands.issuing import NewNotice, issue_notice
from alongside.involvement.commands.taking_part import PartTaken, record_part
from alongside.involvement.commands.telling import ToldPerson, record_telling

__all__ = [
    "NewNotice",
    "PartTaken",
    "ToldPerson",
    "authorise_withholding",
    "issue_notice",
    "record_part",
    "record_telling",
]
