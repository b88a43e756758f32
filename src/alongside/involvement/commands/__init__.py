"""The writes of the family's part, one file per deed; this is their door."""

from alongside.involvement.commands.authorising import authorise_withholding
from alongside.involvement.commands.issuing import NewNotice, issue_notice, refuse_telling
from alongside.involvement.commands.keeping_from import Keeping, keep_everything_from, tell_after_keeping
from alongside.involvement.commands.reviewing import Review, review_withholding
from alongside.involvement.commands.taking_part import PartTaken, record_part
from alongside.involvement.commands.telling import ToldPerson, record_telling
from alongside.involvement.commands.weighing import weigh_my_notices
from alongside.involvement.offices import OWN, Authority

__all__ = [
    "OWN",
    "Authority",
    "Keeping",
    "NewNotice",
    "PartTaken",
    "Review",
    "ToldPerson",
    "authorise_withholding",
    "issue_notice",
    "keep_everything_from",
    "record_part",
    "record_telling",
    "refuse_telling",
    "review_withholding",
    "tell_after_keeping",
    "weigh_my_notices",
]
