"""Writing to the family about a consultation: the explanation before it, and what was decided."""

from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Answered, Ref, Refused
from alongside.consultations import family_notices
from alongside.consultations.family_notices import Facts
from alongside.consultations.finding import facts_for_family, own_consultation
from alongside.consultations.models import Consultation, Outcome
from alongside.consultations.words import OutcomeKind, Right
from alongside.contacts import commands as contacts_commands
from alongside.contacts import queries as contacts
from alongside.contacts import rules as contact_rules
from alongside.families import queries as families
from alongside.involvement import commands as involvement
from alongside.involvement import queries as involvement_queries
from alongside.involvement.commands import NewNotice


class WrittenAlready(Refused):
    """The last notice of this kind to this person says the same, word for word."""

    def __init__(self) -> None:
        super().__init__(
            "They have this already, word for word. Change your words, or leave it.", field="words"
        )


@writes(Right.CONSULTATION_CONTINUE)
def write_explanation(
    act: Act,
    *,
    consultation_id: UUID,
    adult_id: UUID | None,
    words: str = "",
    language: str = "",
    own_language: str = "en",
) -> UUID:
    """Write to one person of the family who is asked about what, and why; `words` instead of one's own explanation.

    It is in the language in which they read, where no other is given; one's own words are in `own_language`.

    Raises WrittenAlready for what they have in the same words, and Refused for a person from whom it is withheld,
    without any explanation, and for words that name another relative.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    facts = in_their_language(
        act, row=row, facts=_facts(act, row, adult_id), adult_id=adult_id, given=(language, own_language)
    )
    why = words or facts.why
    if not why:
        raise Refused("Say first how you would explain it to the family.", field="words")
    refuse_naming_others(act, row=row, adult_id=adult_id, words=why)
    return _issue(act, row, adult_id, family_notices.explanation(replace(facts, why=why)))


@writes(Right.CONSULTATION_CONTINUE)
def write_outcome(
    act: Act,
    *,
    consultation_id: UUID,
    adult_id: UUID | None,
    words: str = "",
    language: str = "",
    own_language: str = "en",
) -> UUID:
    """Write to one person of the family what was decided, with one's own plain words (rulebook 5.2).

    Raises WrittenAlready for what they have in the same words, and Refused before anything was decided, for a person
    from whom it is withheld, and for words that name another relative.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    last = Outcome.objects.filter(consultation_id=row.id).order_by("-decided_at").first()
    if last is None:
        raise Refused("Record first what was decided, so that there is something to write.")
    refuse_naming_others(act, row=row, adult_id=adult_id, words=words)
    facts = replace(_facts(act, row, adult_id), outcome=OutcomeKind(last.kind), decided=words)
    facts = in_their_language(act, row=row, facts=facts, adult_id=adult_id, given=(language, own_language))
    return _issue(act, row, adult_id, family_notices.outcome(facts))


def explain_where_told(act: Act, *, row: Consultation, adult_id: UUID | None, name: str) -> None:
    """Write the explanation to somebody who was told before; part of the deed that records it.

    Nothing is written where there is no explanation yet, where it says what is not theirs, or where it may not be.
    """
    if row.about_child_id is None or not row.explanation_for_family:
        return
    if adult_id is None and not name.startswith(row.child_as_named):
        return  # somebody who is not on record has no page on which they could read it
    try:
        refuse_naming_others(act, row=row, adult_id=adult_id, words=row.explanation_for_family)
    except Refused:
        return
    if may_write(act, row=row, adult_id=adult_id):
        with suppress(WrittenAlready):
            write_explanation(act, consultation_id=row.id, adult_id=adult_id)


def may_write(act: Act, *, row: Consultation, adult_id: UUID | None) -> bool:
    """Whether anything may be written to one person about a consultation now. Nobody is named: nobody is written to."""
    if row.about_child_id is None:
        return False
    return (
        involvement_queries.may_be_told(
            act, child_id=row.about_child_id, adult_id=adult_id, arising_from=Ref("consultation", row.id)
        )
        is Answered.YES
    )


def _issue(act: Act, row: Consultation, adult_id: UUID | None, notice: NewNotice) -> UUID:
    assert row.about_child_id is not None
    about = Ref("consultation", row.id)
    for each in involvement_queries.notices(act, arising_from=about)[::-1]:
        if (each.adult_id, each.kind) == (adult_id, notice.kind):
            if (each.title, each.paragraphs, each.language) == (
                notice.title,
                notice.paragraphs,
                notice.language,
            ):
                raise WrittenAlready
            break
    return involvement.issue_notice(act, child_id=row.about_child_id, adult_id=adult_id, notice=notice)


def _facts(act: Act, row: Consultation, adult_id: UUID | None) -> Facts:
    """What a notice to one person is made of; an explanation that names another relative is left out of it."""
    if row.about_child_id is None:
        raise Refused("Nobody is named in this consultation, so nobody is written to.")
    facts = facts_for_family(row, is_for_the_child=adult_id is None)
    named = contact_rules.others_named(facts.why, others=_others(act, row, adult_id))
    return replace(facts, why="") if named else facts


def in_their_language(
    act: Act, *, row: Consultation, facts: Facts, adult_id: UUID | None, given: tuple[str, str]
) -> Facts:
    """In which language a notice is: as given, or else as this person reads; and one's own words in theirs."""
    assert row.about_child_id is not None
    language, own_language = given
    if not language:
        language = contacts.how_to_write(act, child_id=row.about_child_id, adult_id=adult_id).language
    return replace(facts, language=language, own_language=own_language or "en")


def refuse_naming_others(act: Act, *, row: Consultation, adult_id: UUID | None, words: str) -> None:
    """Raise Refused for words for one person that name another relative or say where somebody hidden is; part of a deed."""
    if row.about_child_id is None or not words:
        return
    contacts_commands.refuse_words_for(
        act, child_id=row.about_child_id, adult_id=adult_id, typed=(words,), field="words"
    )


def _others(act: Act, row: Consultation, adult_id: UUID | None) -> tuple[str, ...]:
    assert row.about_child_id is not None
    return families.other_names(act, child_id=row.about_child_id, adult_id=adult_id)
