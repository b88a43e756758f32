"""Telling whoever said no what was decided where two people disagreed, and how to complain (rulebook E1)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Answered, Refused
from alongside.consent import commands as consent
from alongside.consent import queries as consent_queries
from alongside.consultations import family_notices
from alongside.consultations.commands.noticing import in_their_language, refuse_naming_others
from alongside.consultations.finding import facts_for_family, own_consultation
from alongside.consultations.words import Right
from alongside.involvement import commands as involvement


@writes(Right.CONSULTATION_CONTINUE)
def answer_objection(act: Act, *, disagreement_id: UUID, told_on: date, how: str, words: str = "") -> UUID:
    """Record that whoever said no was told what was decided, and write it to them; answers the disagreement's key.

    What they read says nothing of who agreed. Where what was decided stands no longer, nothing is written to them: they
    were told by somebody, who knows what stands now. Raises Refused before anything was decided, for a person who is not to
    be told for now, and for words that name another relative; NotThere for another agency.
    """
    consent.tell_objector(act, disagreement_id=disagreement_id, told_on=told_on, how=how)
    found = consent_queries.objected(act, disagreement_id=disagreement_id)
    row = own_consultation(act, consultation_id=found.matter.id)
    if found.stands is not Answered.YES:
        _refuse_words(words)
        return disagreement_id
    for each in found.objectors:
        refuse_naming_others(act, row=row, adult_id=each.adult_id, words=words)
        facts = facts_for_family(row, is_for_the_child=each.adult_id is None)
        facts = replace(facts, asked=(found.recipient,), decided=words)
        facts = in_their_language(act, row=row, facts=facts, adult_id=each.adult_id, given=("", "en"))
        notice = family_notices.objection_answered(facts, verdict=found.verdict)
        involvement.issue_notice(act, child_id=found.child_id, adult_id=each.adult_id, notice=notice)
    return disagreement_id


def _refuse_words(words: str) -> None:
    if words:
        raise Refused(
            "What was decided stands no longer, so nothing is written to them. Tell them yourself, and take these words "
            "out.",
            field="words",
        )
