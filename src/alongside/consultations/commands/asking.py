"""The tasks before a decision: why, what exactly, what the family says."""

from dataclasses import replace
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consent import commands as consent
from alongside.consent.words import ASKING_ADDS_DANGER, ConsentKind, Status
from alongside.consultations.commands.nameless import refuse_identifying
from alongside.consultations.commands.noticing import explain_where_told, may_write, refuse_naming_others
from alongside.consultations.finding import first_told_at, named, own_consultation, people_asked, recipient_id
from alongside.consultations.models import Consultation, Talk
from alongside.consultations.words import Leaf, Right
from alongside.families import queries as families
from alongside.involvement import commands as involvement
from alongside.involvement import queries as involvement_queries
from alongside.involvement.commands import PartTaken
from alongside.involvement.words import Happened, Step
from alongside.sharing import commands as sharing
from alongside.sharing.rules import ListedItem


@writes(Right.CONSULTATION_CONTINUE)
def explain_reasons(
    act: Act,
    *,
    consultation_id: UUID,
    question: str,
    benefit: str,
    explanation_for_family: str,
    not_identifying: str = "",
) -> None:
    """Say what one wants to ask, how it helps the child or family, and how one would explain it to them (Q1, N1).

    Without names, words that could say who it is are refused unless `not_identifying` says why they do not (E15).
    """
    row = own_consultation(act, consultation_id=consultation_id)
    if Talk.objects.filter(consultation_id=row.id).exists():
        raise Refused(
            "You have recorded the conversation, so this stays as it was. Begin another consultation instead."
        )
    row.question, row.benefit, row.explanation_for_family = question, benefit, explanation_for_family
    refuse_identifying(
        act, row=row, texts=(question, benefit, explanation_for_family), because=not_identifying
    )
    row.save(update_fields=["question", "benefit", "explanation_for_family"])
    act.note(Leaf.REASONS_GIVEN, about=Ref("consultation", row.id))


@writes(Right.CONSULTATION_CONTINUE)
def list_what(
    act: Act, *, consultation_id: UUID, items: tuple[ListedItem, ...], not_identifying: str = ""
) -> None:
    """List what exactly one wants to share in this consultation, weighed for each person asked.

    In a series of talks it may be listed anew: a talk under the new list needs a new decision. Raises Refused before
    anyone was chosen, because what is needed depends on who asks for it (rulebook 8.1).
    """
    row = own_consultation(act, consultation_id=consultation_id)
    recipients = tuple(recipient_id(person) for person in people_asked(row))
    if not recipients:
        raise Refused("Say first whom you want to ask: what they need depends on who they are.")
    for adult_id in {item.about_adult_id for item in items if item.about_adult_id}:
        if row.about_child_id is None:
            raise Refused("Nobody is named in this consultation, so nothing in it is about a named adult.")
        families.adult_of(act, child_id=row.about_child_id, adult_id=adult_id)
    sharing.list_items(
        act, case_id=row.case_id, arising_from=Ref("consultation", row.id), recipients=recipients, items=items
    )
    words = (text for item in items for text in (item.text, item.source, item.left_out_reason))
    refuse_identifying(act, row=row, texts=words, because=not_identifying)


@writes(Right.CONSULTATION_CONTINUE)
def record_family_answer(
    act: Act, *, consultation_id: UUID, said: consent.Said, recipients: tuple[str, ...] = ()
) -> UUID:
    """Record what one person of the family said about this consultation, for each of those whom it is about.

    `recipients` are named as pages print them; without any it is about the one in `said`.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    if row.about_child_id is None:
        raise Refused("Nobody is named in this consultation, so nobody is asked about it.")
    asked = {named(person) for person in people_asked(row)}
    about = recipients or (said.recipient,)
    if not asked:
        raise Refused("Say first whom you want to ask.")
    if not asked.issuperset(about):
        raise Refused("Whom you want to ask has changed since this page was opened. Look at it again.")
    child_id, last = row.about_child_id, None
    for recipient in about:
        last = _record_for(act, child_id, row.id, replace(said, recipient=recipient))
    if said.status is not Status.NOT_ASKED and _had_been_told(act, row, said):
        told = PartTaken(said.giver_adult_id, said.giver, Step.TOLD_BEFORE, Happened.YES, said.answered_on)
        involvement.record_part(act, child_id=child_id, arising_from=Ref("consultation", row.id), part=told)
        explain_where_told(act, row=row, adult_id=said.giver_adult_id, name=said.giver)
    assert last is not None
    return last


@writes(Right.CONSULTATION_CONTINUE)
def ask_family(
    act: Act, *, consultation_id: UUID, asked: consent.NewRequest, recipients: tuple[str, ...] = ()
) -> UUID:
    """Ask one person of the family about this consultation; they answer at their own page, or later by word of mouth.

    `recipients` are named as pages print them; without any it is about the one in `asked`. The purpose is the
    consultation's own. Raises Refused for a person to whom nothing may be written, for words that name another
    relative, and for one who said no a short while ago, unless something new has come up (S04).
    """
    row = own_consultation(act, consultation_id=consultation_id)
    if row.about_child_id is None:
        raise Refused("Nobody is named in this consultation, so nobody is asked about it.")
    if not row.benefit:
        raise Refused("Say first why you want to ask, so that they can judge it.")
    about = recipients or (asked.recipient,)
    if not {named(person) for person in people_asked(row)}.issuperset(about):
        raise Refused("Whom you want to ask has changed since this page was opened. Look at it again.")
    if not may_write(act, row=row, adult_id=asked.giver_adult_id):
        raise Refused("They are not to be told for now, so they are not asked either.")
    for words in (asked.text_shown, row.benefit):
        refuse_naming_others(act, row=row, adult_id=asked.giver_adult_id, words=words)
    last = None
    for recipient in about:
        one = replace(asked, recipient=recipient, purpose=row.benefit)
        last = consent.request_consent(
            act, child_id=row.about_child_id, arising_from=Ref("consultation", row.id), asked=one
        )
    assert last is not None
    return last


def _had_been_told(act: Act, row: Consultation, said: consent.Said) -> bool:
    """Whether an answer shows that they were told before: it is no later than the first talk, and no word says otherwise."""
    first = first_told_at(row)
    if first is not None and said.answered_on > day_in_london(first):
        return False
    parts = involvement_queries.parts(act, arising_from=Ref("consultation", row.id))
    said_of = {part.adult_id or part.name for part in parts if part.step is Step.TOLD_BEFORE}
    return (said.giver_adult_id or said.giver) not in said_of


def _record_for(act: Act, child_id: UUID, consultation_id: UUID, said: consent.Said) -> UUID:
    about = Ref("consultation", consultation_id)
    if said.status is Status.NOT_ASKED and said.absent_reason in ASKING_ADDS_DANGER:
        return consent.decide_not_to_ask(
            act, child_id=child_id, arising_from=about, withheld=_not_asking(said)
        )
    if said.kind is ConsentKind.SERVICE_AGREEMENT and said.status is Status.GIVEN:
        # They agreed to the sharing, and to the help as well: two different things, so two records (rulebook 4.1).
        shared = replace(said, kind=ConsentKind.OPENNESS_AGREEMENT)
        consent.record_consent(act, child_id=child_id, arising_from=about, said=shared)
    return consent.record_consent(act, child_id=child_id, arising_from=about, said=said)


def _not_asking(said: consent.Said) -> consent.NotAsking:
    """The same as the deed of not asking takes it (rulebook 4.6)."""
    assert said.absent_reason is not None
    return consent.NotAsking(
        said.giver_adult_id,
        said.giver,
        said.recipient,
        said.purpose,
        said.absent_reason,
        facts=said.words,
        advice_from=said.advice_from,
        told_later=said.told_later,
        who_decided=said.who_decided,
        giver_responsibility=said.giver_responsibility,
    )


@writes(Right.CONSULTATION_CONTINUE)
def record_part(act: Act, *, consultation_id: UUID, part: PartTaken) -> UUID:
    """Record what part one person of the family has in this consultation (practice guide: aware and involved)."""
    row = own_consultation(act, consultation_id=consultation_id)
    if row.about_child_id is None:
        raise Refused("Nobody is named in this consultation, so nobody has a part in it.")
    part_id = involvement.record_part(
        act, child_id=row.about_child_id, arising_from=Ref("consultation", row.id), part=part
    )
    if part.step is Step.TOLD_BEFORE and part.happened is Happened.YES:
        explain_where_told(act, row=row, adult_id=part.adult_id, name=part.name)
    return part_id
