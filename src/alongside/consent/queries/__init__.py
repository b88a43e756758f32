"""The reads of consent."""

from alongside.consent.own_answers import MyAnswer, Stands
from alongside.consent.queries.answers import (
    GivenBy,
    answers,
    given_by,
    list_answers,
    list_said_elsewhere,
    list_settled,
    list_who_may,
    said_elsewhere,
    settled,
    who_may,
)
from alongside.consent.queries.asking import may_be_asked
from alongside.consent.queries.ledger import LedgerPage, may_open_ledger, open_ledger
from alongside.consent.queries.mine import ReceiptPage, list_my_answers, open_receipt, opens_receipt
from alongside.consent.queries.objecting import Objected, Objector, objected
from alongside.consent.queries.records import (
    ConsentLine,
    DisagreementPage,
    RecordPage,
    list_these_records,
    open_disagreement,
    open_record,
)

__all__ = [
    "ConsentLine",
    "DisagreementPage",
    "GivenBy",
    "LedgerPage",
    "MyAnswer",
    "Objected",
    "Objector",
    "ReceiptPage",
    "RecordPage",
    "Stands",
    "answers",
    "given_by",
    "list_answers",
    "list_my_answers",
    "list_said_elsewhere",
    "list_settled",
    "list_these_records",
    "list_who_may",
    "may_be_asked",
    "may_open_ledger",
    "objected",
    "open_disagreement",
    "open_ledger",
    "open_receipt",
    "open_record",
    "opens_receipt",
    "said_elsewhere",
    "settled",
    "who_may",
]
